"""A desk with claims in every state, for the tests of its screens."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from suluh.agencies.models import Member, Office
from suluh.verification import api as verification
from suluh.verification.tests.conftest import checker, desk, second_checker

__all__ = ["checker", "desk", "second_checker"]

HOAX = (
    "Pemerintah membagikan bantuan Rp 600 ribu kepada setiap warga yang mendaftar lewat tautan bit.ly/bantuan-600. "
    "Sebarkan ke semua grup sebelum ditutup malam ini."
)
OTHER = "Air rebusan daun kelor menyembuhkan diabetes dalam tiga hari, kata dokter di Palembang."
Ask = Callable[..., verification.Claim]


def new_verdict(**values: object) -> verification.NewVerdict:
    """Return a whole verdict; every value may be given."""
    plain = {
        "title": "Bantuan Rp 600 ribu dibagikan lewat tautan pendaftaran",
        "verdict": "salah",
        "reason": "Tautan itu bukan milik pemerintah dan tidak ada bantuan yang didaftarkan lewat pesan berantai.",
        "review": "Kementerian Sosial menyatakan tidak pernah membuka pendaftaran itu.",
        "links": ("https://kemensos.go.id/klarifikasi",),
    }
    return verification.NewVerdict(**(plain | values))  # type: ignore[arg-type]


@pytest.fixture
def ask(desk: verification.Desk) -> Ask:
    """Send a citizen's question to the desk, ``times`` times; return its claim."""

    def asked(text: str = HOAX, *, times: int = 1) -> verification.Claim:
        for _time in range(times):
            question = verification.take_question(verification.Asked(text=text), office=desk.office)
        assert question.claim is not None
        return question.claim.card()

    return asked


@pytest.fixture
def claim(ask: Ask) -> verification.Claim:
    """One claim that waits."""
    return ask()


@pytest.fixture
def proposed(claim: verification.Claim, checker: Member) -> verification.Claim:
    """A claim whose verdict ``checker`` proposed."""
    verification.take_claim(claim, by=checker)
    verification.propose_verdict(claim, verdict=new_verdict(), by=checker)
    claim.refresh_from_db()
    return claim


@pytest.fixture
def answered(proposed: verification.Claim, second_checker: Member) -> verification.Claim:
    """A claim with a public verdict of two checkers."""
    verification.confirm_verdict(proposed, by=second_checker)
    proposed.refresh_from_db()
    return proposed


@pytest.fixture
def fact(answered: verification.Claim, office: Office) -> verification.FactCheck:
    """The public fact-check of ``answered``."""
    assert answered.fact_check is not None
    return answered.fact_check
