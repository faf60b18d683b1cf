"""Reads a story once and draws from it what helps to tell it."""

from __future__ import annotations

from collections.abc import Sequence

from suluh.content.blocks import Event, StoryText
from suluh.creative.narrative.headlines import headlines, with_keys
from suluh.creative.narrative.languages import words_of
from suluh.creative.narrative.nearness import Embed, by_meaning, by_words, likeness
from suluh.creative.narrative.points import lead, points
from suluh.creative.narrative.questions import question
from suluh.creative.narrative.ranking import ranked
from suluh.creative.narrative.sentences import Sentence, sentences_of
from suluh.creative.narrative.values import Narrative


def narrate(story: StoryText, *, embed: Embed = by_meaning) -> Narrative:
    """Return headlines, a lead, key points and a question, each drawn from one sentence of ``story``.

    Nothing is written that the story does not say. ``embed`` gives vectors of texts; where it gives None, shared words
    are counted instead.
    """
    by = words_of(story.language)
    sentences = sentences_of(story)
    if not sentences:
        return Narrative()
    texts = _read_as(sentences)
    read = embed(texts)
    vectors = read if read is not None else by_words(texts, words=by)
    alike = likeness(vectors)

    found = ranked(sentences, vectors=vectors, by=by)
    first = lead(found, by=by)
    has_day = any(event.date for event in story.of_kind(Event))
    asked = question(found, by=by, language=story.language, headline=story.headline, has_day=has_day)
    return Narrative(
        headlines=with_keys(headlines(found, alike=alike, by=by, taken=story.headline)),
        lead=with_keys([first])[0] if first else None,
        points=with_keys(points(found, alike=alike, by=by)),
        question=asked,
        by_meaning=read is not None,
    )


def _read_as(sentences: Sequence[Sentence]) -> list[str]:
    """Return the text that stands for each sentence: a point's title means what its text says at length."""
    following = (*sentences[1:], None)
    return [
        after.text if after and one.place.field == "title" and after.place.block == one.place.block else one.text
        for one, after in zip(sentences, following, strict=True)
    ]
