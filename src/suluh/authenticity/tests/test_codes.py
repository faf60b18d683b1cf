import random

import pytest

from suluh.authenticity import codes

CODE = "K7QX-42M8"


def test_a_new_code_is_read_back_as_itself() -> None:
    made = {codes.new_code() for _draw in range(200)}

    assert len(made) == 200
    assert {codes.parse(code) for code in made} == made


@pytest.mark.parametrize(
    "typed", ["k7qx42m8", " K7QX 42M8 ", "K7QX–42M8", "k7qx - 42m8", "Ｋ７ＱＸ－４２Ｍ８", "K7QX\u200b-42M8"]
)
def test_small_letters_spaces_and_odd_dashes_are_forgiven(typed: str) -> None:
    assert codes.parse(typed) == CODE


def test_letters_that_look_like_digits_are_read_as_digits() -> None:
    code = next(c for c in (codes.new_code() for _draw in range(1000)) if "0" in c and "1" in c)

    assert codes.parse(code.replace("0", "O").replace("1", "l")) == code


@pytest.mark.parametrize("typed", ["", "K7QX", "K7QX-42M8-9", "K7QX-42MU", "K7QX-42M*", "https://"])
def test_what_has_not_the_form_of_a_code_is_told_so(typed: str) -> None:
    with pytest.raises(codes.CodeMistyped, match="K7QX-42M8"):
        codes.parse(typed)


def test_every_wrong_character_is_noticed() -> None:
    plain = CODE.replace("-", "")
    wrong = {
        plain[:place] + character + plain[place + 1 :]
        for place in range(8)
        for character in codes.ALPHABET
        if character != plain[place]
    }

    assert len(wrong) == 8 * 31
    assert not [code for code in wrong if _is_code(code)]


def test_every_swap_of_two_characters_is_noticed() -> None:
    rng = random.Random(5)  # noqa: S311 - seeded on purpose
    for _code in range(50):
        plain = list(codes.new_code().replace("-", ""))
        first, second = rng.sample(range(8), 2)
        swapped = plain.copy()
        swapped[first], swapped[second] = plain[second], plain[first]

        assert swapped == plain or not _is_code("".join(swapped))


def test_a_taken_code_is_not_given_out_again() -> None:
    asked: list[str] = []

    def is_taken(code: str) -> bool:
        asked.append(code)
        return len(asked) < 4

    assert codes.new_code(is_taken=is_taken) == asked[3]


def test_a_register_that_takes_every_code_is_told() -> None:
    with pytest.raises(codes.CodesExhausted):
        codes.new_code(is_taken=lambda code: True)


def _is_code(text: str) -> bool:
    try:
        codes.parse(text)
    except codes.CodeMistyped:
        return False
    return True
