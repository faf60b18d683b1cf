"""Texts that circulate, for the tests of the desk, and how somebody asks about them."""

from __future__ import annotations

from suluh.agencies.api import Office
from suluh.verification import api as verification
from suluh.verification.models import Claim, Question

FORWARD = (
    "*Diteruskan berkali-kali*\nHati-hati!! Mulai tanggal 1 Desember semua kartu SIM yang tidak daftar ulang lewat "
    "tautan ini akan diblokir permanen oleh Kominfo. Segera isi data NIK dan nomor rekening supaya nomor tetap aktif."
)
OTHER = "Air kelapa muda dicampur garam dan jeruk nipis bisa menyembuhkan demam berdarah dalam satu malam tanpa dokter."
VERDICT = verification.NewVerdict(
    title="Kartu SIM diblokir bila tidak daftar ulang lewat tautan",
    verdict="salah",
    reason="Kominfo tidak pernah meminta daftar ulang lewat tautan itu; tautannya mencuri data.",
    review="Kami menghubungi Kominfo.\n\nTautan itu didaftarkan kemarin di luar negeri.",
    link="https://contoh.go.id/klarifikasi",
)


def ask(text: str, *, office: Office | None = None) -> Question:
    return verification.take_question(verification.Asked(text=text), office=office)


def claim_of(question: Question) -> Claim:
    claim = question.claim
    assert claim is not None
    claim.refresh_from_db()
    return claim
