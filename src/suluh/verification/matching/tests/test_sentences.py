"""Of a draft, the sentences that claim something are checked."""

from suluh.verification.matching.sentences import checkable

DRAFT = (
    "Selamat pagi, warga sekalian. Dinas Kesehatan mencatat 120 kasus demam berdarah di Palembang. Apakah berlanjut? "
    "Semoga kita semua sehat. Kata dr. Rina Hasan, vaksin itu mencegah penularan pada anak."
)


def test_claims_are_chosen_as_they_stand() -> None:
    assert checkable(DRAFT) == (
        "Dinas Kesehatan mencatat 120 kasus demam berdarah di Palembang.",
        "Kata dr. Rina Hasan, vaksin itu mencegah penularan pada anak.",
    )


def test_a_text_without_claims_has_none() -> None:
    assert checkable("Terima kasih.") == ()
