from __future__ import annotations

from suluh.verification.pictures.layout import Line, paragraphs


def _line(text: str, *, left: float, top: float, height: float = 20, ink: tuple[int, int, int] = (0, 0, 0)) -> Line:
    return Line(text=text, left=left, top=top, right=left + 10 * len(text), bottom=top + height, ink=ink)


def _texts(*pieces: Line) -> list[str]:
    return [whole.text for whole in paragraphs(list(pieces))]


def test_lines_of_a_bubble_become_one_paragraph_and_two_bubbles_stay_two() -> None:
    read = _texts(
        _line("sebelum tanggal 25.", left=20, top=54),
        _line("Benarkah ini?", left=200, top=110),
        _line("Bawa KTP ke Polres", left=20, top=30),
    )

    assert read == ["Bawa KTP ke Polres sebelum tanggal 25.", "Benarkah ini?"]


def test_a_senders_name_in_another_colour_is_not_part_of_the_message() -> None:
    read = _texts(
        _line("Bu Rina", left=20, top=10, ink=(194, 24, 91)),
        _line("Air sumur tercemar", left=20, top=34),
    )

    assert read == ["Bu Rina", "Air sumur tercemar"]


def test_pieces_of_a_row_are_joined_and_far_ones_are_not() -> None:
    read = _texts(
        _line("09.41", left=10, top=4),
        _line("87%", left=300, top=4),
        _line("bantuan", left=10, top=60),
        _line("cair", left=88, top=60),
    )

    assert read == ["09.41", "87%", "bantuan cair"]


def test_a_number_broken_at_the_end_of_a_line_is_whole_again() -> None:
    assert _texts(_line("nomor 0812-", left=10, top=0), _line("4571 ya", left=10, top=24)) == ["nomor 0812-4571 ya"]


def test_a_headline_does_not_run_into_the_small_print_below_it() -> None:
    read = _texts(_line("VAKSIN GRATIS", left=20, top=0, height=60), _line("Sabtu di balai desa", left=20, top=64))

    assert read == ["VAKSIN GRATIS", "Sabtu di balai desa"]


def test_centred_lines_of_a_poster_are_one_paragraph() -> None:
    read = _texts(_line("Cukup dua gelas", left=50, top=0), _line("setiap pagi", left=70, top=24))

    assert read == ["Cukup dua gelas setiap pagi"]


def test_nothing_is_read_from_nothing() -> None:
    assert paragraphs([]) == []
