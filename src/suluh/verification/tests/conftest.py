"""A desk with its people, for the tests of this room."""

from __future__ import annotations

import pytest
from conftest import build_member

from suluh.agencies.models import Member, Office
from suluh.verification import api as verification
from suluh.verification.models import Claim, FactCheck
from suluh.verification.tests.forwards import FORWARD, VERDICT, ask, claim_of


@pytest.fixture
def checker(office: Office) -> Member:
    return build_member(office, roles=("checker",))


@pytest.fixture
def second_checker(office: Office) -> Member:
    return build_member(office, roles=("checker",))


@pytest.fixture
def desk(operator: Member, acting_office: Office) -> verification.Desk:
    """An open desk that also takes what names no office; the test acts for its office."""
    return verification.open_desk(verification.DeskSettings(is_default=True), by=operator)


@pytest.fixture
def claim(desk: verification.Desk) -> Claim:
    return claim_of(ask(FORWARD))


@pytest.fixture
def answered(claim: Claim, checker: Member, second_checker: Member) -> FactCheck:
    verification.propose_verdict(claim, verdict=VERDICT, by=checker)
    return verification.confirm_verdict(claim, by=second_checker)
