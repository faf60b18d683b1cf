"""What the reader promises: near in meaning is near in numbers, packed or not."""

import numpy as np
import pytest

from suluh.verification.matching.neural.reader import FEATURES, Reader

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def reader() -> Reader:
    opened = Reader.open()
    assert opened is not None
    return opened


def test_a_retold_claim_is_nearer_than_another(reader: Reader) -> None:
    asked = reader.read("Katanya mulai bulan depan listrik rumah tangga digratiskan PLN, betul begitu?")
    known = reader.pack(
        [
            ("PLN bebaskan tagihan listrik pelanggan rumah tangga", ""),
            ("Minum air kelapa menyembuhkan demam berdarah", ""),
            ("Gunung Merapi akan meletus besok pagi", ""),
        ]
    )
    scores = reader.score(asked, known)
    assert scores.shape == (3, len(FEATURES))
    assert scores[:, 0].argmax() == 0


def test_what_was_not_packed_has_no_numbers(reader: Reader) -> None:
    asked = reader.read("Kebun binatang dijual")
    assert np.isnan(reader.score(asked, [b""])).all()


def test_an_empty_and_an_odd_text_are_read(reader: Reader) -> None:
    known = reader.pack([("Kebun binatang dijual", "")])
    for text in ("", " ", "\x00\ufffd", "😱" * 5000, "a" * 100_000):
        assert np.isfinite(reader.score(reader.read(text), known)[:, 0]).all()
