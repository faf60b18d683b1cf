"""What citizens send is sealed with keys of this installation; numbers are typed without fear."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from pytest_django import Settings

from suluh.verification import citizens
from suluh.verification.citizens import KeyLost, NumberMistyped, SealedDamaged


@pytest.fixture
def keys(settings: Settings, tmp_path: Path) -> Path:
    settings.KEYS_FOLDER = tmp_path / "keys"
    return tmp_path / "keys" / "citizens"


def test_what_is_sealed_is_read_again_and_shows_nothing(keys: Path) -> None:
    text = "Bu Siti bilang bantuan cair besok 🙏"

    sealed = citizens.seal(text)

    assert citizens.unseal(memoryview(sealed)) == text
    assert b"Siti" not in sealed
    assert citizens.seal(text) != sealed
    assert [path.stat().st_mode & 0o777 for path in keys.iterdir()] == [0o600]


def test_a_new_key_seals_and_the_old_one_still_opens(keys: Path) -> None:
    before = citizens.seal("lama")
    made = citizens.new_key()
    after = citizens.seal("baru")

    assert made.name == "0002.key"
    assert (citizens.unseal(before), citizens.unseal(after)) == ("lama", "baru")
    (keys / "0001.key").unlink()
    assert citizens.unseal(after) == "baru"
    with pytest.raises(KeyLost):
        citizens.unseal(before)


def test_every_changed_byte_is_noticed(keys: Path) -> None:
    sealed = citizens.seal_picture(b"\x89PNG")
    for place in range(len(sealed)):
        changed = sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :]
        with pytest.raises((SealedDamaged, KeyLost)):
            citizens.unseal_picture(changed)
    with pytest.raises(SealedDamaged):
        citizens.unseal_picture(b"")


@pytest.mark.parametrize("broken", ["open", "short", "rubbish"])
def test_a_key_that_cannot_be_used_is_told_with_its_file(keys: Path, broken: str) -> None:
    path = citizens.new_key()
    if broken == "open":
        path.chmod(0o644)
    else:
        path.write_bytes(b"c2hvcnQ=" if broken == "short" else b"%%%")

    with pytest.raises(KeyLost) as refused:
        citizens.seal("x")

    assert str(path) in str(refused.value) + refused.value.hint


def test_a_number_is_read_as_people_type_it() -> None:
    number = citizens.new_number()
    plain = number.replace("-", "")

    assert number.startswith("T-")
    assert len(number) == 16
    for typed in (number, plain, plain.lower(), f" {plain[1:]} ", plain.replace("0", "O").replace("1", "l")):
        assert citizens.parse_number(typed) == number


def test_every_wrong_sign_and_every_swap_is_a_typing_error() -> None:
    draw = random.Random(5)  # noqa: S311 - repeatable, no secret
    signs = citizens.new_number()[1:].replace("-", "")
    wrong = {signs[:place] + sign + signs[place + 1 :] for place in range(12) for sign in "0123456789ABCDEFGHJKMNPQ"}
    for _swap in range(50):
        first, second = sorted(draw.sample(range(12), 2))
        middle = signs[first + 1 : second]
        wrong.add(signs[:first] + signs[second] + middle + signs[first] + signs[second + 1 :])
    for typed in [*(wrong - {signs}), "", "T", "K7QX-42MD", signs + "A", "T" + signs + "0", "😀" * 12]:
        with pytest.raises(NumberMistyped):
            citizens.parse_number(typed)
