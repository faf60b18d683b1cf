"""Learning brings a text near the headline it belongs to."""

import random

import numpy as np
import pytest

from suluh.verification.matching.neural.training import Floats, Lesson, learned, unit
from suluh.verification.matching.neural.wearing import worn

WIDTH = 16


def _lesson() -> Lesson:
    """Texts hold their headline's mark, but drowned in what all texts have in common."""
    chance = np.random.default_rng(1)
    titles = chance.normal(size=(40, WIDTH)).astype(np.float32)
    titles[:, 8:] = 0
    noise = chance.normal(size=(1, 40, WIDTH)).astype(np.float32) * 3
    noise[..., :8] = 0
    return Lesson(
        texts=unit(titles[None] + noise),
        titles=unit(titles),
        reviews=np.zeros_like(titles),
        gold=np.eye(40, dtype=bool),
    )


def _loss(lesson: Lesson, *, matrix: Floats) -> float:
    near = 20 * unit(lesson.texts[0] @ matrix.T) @ unit(lesson.titles @ matrix.T).T
    return float(np.mean(np.log(np.exp(near).sum(axis=1)) - np.diag(near)))


def test_what_was_learned_ranks_better_than_nothing() -> None:
    lesson = _lesson()
    assert _loss(lesson, matrix=learned(lesson)) < _loss(lesson, matrix=np.eye(WIDTH, dtype=np.float32))


def test_held_out_texts_and_facts_are_not_seen() -> None:
    held = np.arange(40) < 10
    rest = _lesson().without(texts=held, facts=held)
    assert rest.texts.shape == (1, 30, WIDTH)
    assert rest.gold.shape == (30, 30)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_worn_text_keeps_words_of_its_own(seed: int) -> None:
    text = "Beredar kabar bahwa jembatan tua di kota kami akan dijual kepada orang yang belum dikenal tahun depan"
    told = worn(text, chance=random.Random(seed))  # noqa: S311  # not for secrets
    assert set(told.split()) & set(text.split())
    assert told == worn(text, chance=random.Random(seed))  # noqa: S311  # not for secrets
