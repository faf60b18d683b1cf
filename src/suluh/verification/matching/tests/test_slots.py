"""Numbers, days, places and institutions are read from plain words."""

from suluh.verification.matching.slots import read_slots
from suluh.verification.matching.words import read_words


def test_what_tells_twins_apart_is_read() -> None:
    slots = read_slots(read_words("Bantuan Rp 50 juta dari Bank Mandiri di Sumsel, 12 Juni 2024").plain)
    assert slots.numbers == {"50000000"}
    assert slots.dates == {"12-6"}
    assert slots.years == {2024}
    assert slots.places == {"sumatera selatan"}
    assert slots.institutions == {"mandiri"}


def test_the_longest_name_is_taken() -> None:
    assert read_slots(["di", "jakarta", "selatan"]).places == {"jakarta selatan"}
