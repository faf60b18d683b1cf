"""How much a sentence matters: where it stands, how near it is to the whole, and what it says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from suluh.creative.narrative.languages import Words
from suluh.creative.narrative.nearness import Floats, centrality
from suluh.creative.narrative.sentences import Sentence, has_name, has_number, has_verb, word_list
from suluh.foundation.errors import Translatable
from suluh.foundation.language import lazy as _

FEWEST_WORDS, MOST_WORDS = 5, 45
# Weights set by hand on the stories of bench/narrative.py's first half; see MEASURED.md.
_POSITION, _CENTRAL, _SAYS = 1.0, 0.8, 0.18
_BY_KIND = {"lead": 0.5, "paragraph": 0.1, "call_to_action": 0.15, "step": -0.25, "quote": -0.35, "myth_fact": 0.0}


@dataclass(frozen=True, kw_only=True)
class Ranked:
    """A sentence with its score and why it has it."""

    sentence: Sentence
    score: float
    why: tuple[Translatable, ...]


def ranked(sentences: Sequence[Sentence], *, vectors: Floats, by: Words) -> list[Ranked]:
    """Return every sentence, in the story's order, with its score."""
    near = centrality(vectors)
    return [_ranked(one, near=float(near[at]), by=by) for at, one in enumerate(sentences)]


def _ranked(sentence: Sentence, *, near: float, by: Words) -> Ranked:
    text, length = sentence.text, len(word_list(sentence.text))
    says = {
        _("It says who does what."): has_name(text) and has_verb(text, words=by),
        _("It says when."): by.date.search(text) is not None,
        _("It says where."): by.place.search(text) is not None,
        _("It gives a number."): has_number(text),
    }
    score = _POSITION / (1 + 0.35 * sentence.order) + _CENTRAL * near + _BY_KIND.get(sentence.kind, 0.0)
    score += _SAYS * sum(says.values())
    score -= 0.6 * (length < FEWEST_WORDS) + 0.02 * max(0, length - MOST_WORDS)
    score -= 0.5 * bool(by.pointing.match(text)) + 0.6 * bool(by.fragment.match(text) and not by.opening.match(text))
    score -= 0.3 * text.endswith("?") + 0.4 * sentence.is_quoting
    why = [
        *([_("It stands at the beginning, where news puts what matters most.")] if sentence.order < 2 else []),
        *([_("It is nearest to what the whole story says.")] if near > 0.85 else []),
        *([_("It asks the reader to do something.")] if sentence.kind == "call_to_action" else []),
        *([_("It is what %(who)s said.") % {"who": sentence.speaker}] if sentence.speaker else []),
        *(reason for reason, is_so in says.items() if is_so),
    ]
    return Ranked(sentence=sentence, score=score, why=tuple(why[:3]))


def scores_of(found: Sequence[Ranked]) -> Floats:
    """Return the scores as numbers to choose by."""
    return np.array([one.score for one in found], dtype=np.float32)
