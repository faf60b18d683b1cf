"""Three headlines: sentences of the story made short enough, each from another sentence and unlike the others."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from suluh.creative.narrative.languages import Words
from suluh.creative.narrative.nearness import Floats, chosen
from suluh.creative.narrative.ranking import Ranked
from suluh.creative.narrative.sentences import content_words, has_name, has_number, word_list
from suluh.creative.narrative.shortening import Short, shortened
from suluh.creative.narrative.values import Told
from suluh.foundation.language import lazy as _

MOST = 3
MOST_WORDS, MOST_CHARACTERS = 12, 70
_TOO_ALIKE = 0.6  # of the words


def headlines(found: Sequence[Ranked], *, alike: Floats, by: Words, taken: str = "") -> list[Told]:
    """Return up to three headlines, the best first; none that repeats ``taken``, the one the story has."""
    forms = {at: short for at, one in enumerate(found) if (short := _headline(one, by=by)) is not None}
    places = [at for at, short in forms.items() if not _repeats(short.text, others=[taken], by=by)]
    scores = np.array([found[at].score + _form(forms[at].text, by=by) for at in places], dtype=np.float32)
    picked: list[Told] = []
    for number in chosen(scores, alike=alike[np.ix_(places, places)], most=len(places), weight=0.5):
        at = places[number]
        if not _repeats(forms[at].text, others=[one.text for one in picked], by=by):
            picked.append(told(found[at], short=forms[at]))
    return picked[:MOST]


def _headline(one: Ranked, *, by: Words) -> Short | None:
    """Return the best form of a sentence as a headline, or None where it has none."""
    sentence = one.sentence
    if sentence.is_quoting or sentence.text.endswith("?") or by.said_by_whom.search(sentence.text):
        return None
    fitting = [
        _spoken(short, one=one)
        for short in shortened(sentence.text, by=by, most_words=MOST_WORDS, most_characters=MOST_CHARACTERS)
        if not by.pointing.match(short.text) and not by.fragment.match(short.text)
    ]
    return next((short for short in fitting if short.fits(words=MOST_WORDS, characters=MOST_CHARACTERS)), None)


def _spoken(short: Short, *, one: Ranked) -> Short:
    """Put a quote's speaker in front: somebody's words never become the office's own."""
    if not one.sentence.speaker:
        return short
    return short.but(f"{one.sentence.speaker}: {short.text}", note=_("Who says it stands in front."))


def _form(text: str, *, by: Words) -> float:
    """Return how well a text is formed as a headline: a length read at a glance, somebody or something named."""
    count = len(word_list(text))
    return 0.15 * (5 <= count <= 10) + 0.15 * has_name(text) + 0.1 * has_number(text) - 0.1 * (": " in text)


def _repeats(text: str, *, others: Sequence[str], by: Words) -> bool:
    own = content_words(text, words=by)
    for other in others:
        theirs = content_words(other, words=by)
        if own and len(own & theirs) / max(1, min(len(own), len(theirs))) > _TOO_ALIKE:
            return True
    return False


def told(one: Ranked, *, short: Short) -> Told:
    """Return a short form with where it comes from and why."""
    return Told(
        text=short.text,
        sentence=one.sentence.text,
        place=one.sentence.place,
        why=(*one.why, *dict.fromkeys(short.notes)),
    )


def with_keys(texts: Sequence[Told]) -> tuple[Told, ...]:
    """Give each text a name by which a button can mean it: it stays while the text and its sentence stay."""
    return tuple(replace(one, key=key_of(one.text, one.sentence)) for one in texts)


def key_of(*about: str) -> str:
    """Return a short name made of texts."""
    return hashlib.blake2s("\x1f".join(about).encode(), digest_size=8).hexdigest()
