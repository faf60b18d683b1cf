"""Whether a text is an office's own: by a code or a link in it, or by its words.

A code or a link alone proves nothing about other words beside it: a text counts as an office's own only where most of
its words are the story's, or where it is hardly more than the code or the link.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve

from suluh.authenticity import api as authenticity
from suluh.content import api as content
from suluh.verification.matching.normalising import normalise

# The share of a text's runs of words that a story must hold.
HELD = 0.6
RUN = 4  # words
# A text of so few words beside a code or a link says nothing of its own.
_FEW_WORDS = 8
_SENTENCES_ASKED = 5
_SHORTEST_SENTENCE = 5  # words
_MOST_STORIES = 10
_MOST_NAMED = 10  # links and codes of a text that are looked up
_CODE = re.compile(r"(?<![\w-])[0-9A-Za-z]{4}-[0-9A-Za-z]{4}(?![\w-])")
_LINK = re.compile(r"https?://\S+", re.IGNORECASE)
_SENTENCE = re.compile(r"\n+|(?<=[.!?])\s+")


@dataclass(frozen=True, kw_only=True)
class Origin:
    """The story a text comes from, the code that led there ("" where its words did), and the share of its words."""

    story: content.Story
    code: str
    share: float


def origin_of(text: str) -> Origin | None:
    """Return where a text comes from; None where no office's story holds it."""
    runs = _runs(_CODE.sub(" ", _LINK.sub(" ", text)))
    for code, story in _named(text):
        share = _share(runs, story=story)
        if share >= HELD or len(runs) <= _FEW_WORDS - RUN:
            return Origin(story=story, code=code, share=share)
    best = max(_holding(text), key=lambda story: _share(runs, story=story), default=None)
    share = _share(runs, story=best) if best is not None else 0.0
    return Origin(story=best, code="", share=share) if best is not None and share >= HELD else None


def _named(text: str) -> Iterator[tuple[str, content.Story]]:
    """Yield the stories that codes and links in a text name, with the code."""
    for link in _LINK.findall(text)[:_MOST_NAMED]:
        place = urlsplit(link)
        if f"{place.scheme}://{place.netloc}".lower() != settings.SITE_URL.lower():
            continue
        try:
            found = resolve(place.path)
        except Resolver404:
            continue
        if found.url_name == "story":
            yield from (("", story) for story in _public().filter(pk=found.kwargs["pk"]))
        elif found.url_name == "code":
            yield from _of_code(str(found.kwargs["text"]))
    for code in _CODE.findall(text)[:_MOST_NAMED]:
        yield from _of_code(code)


def _of_code(typed: str) -> Iterator[tuple[str, content.Story]]:
    try:
        code = authenticity.parse_code(typed)
    except authenticity.CodeMistyped:
        return
    for row in authenticity.Code.objects.filter(text=code, story__isnull=False):
        yield from ((row.text, story) for story in _public().filter(codes=row))


def _public() -> content.StoryQuerySet:
    """Return stories the public knows of, recalled ones included: that one was recalled is what must be said."""
    return content.Story.objects.filter(state__in=content.PUBLIC).select_related("office", "published_revision")


def _holding(text: str) -> list[content.Story]:
    sentences = [part.strip() for part in _SENTENCE.split(_LINK.sub(" ", text))]
    telling = sorted((part for part in sentences if len(part.split()) >= _SHORTEST_SENTENCE), key=len, reverse=True)
    if not telling:
        return []
    return list(content.Story.objects.public().holding(telling[:_SENTENCES_ASKED])[:_MOST_STORIES])


def _share(runs: set[str], *, story: content.Story) -> float:
    revision = story.published_revision
    if not runs or revision is None:
        return 0.0
    text = revision.text()
    return len(runs & _runs("\n".join((text.headline, text.lead, content.words_of(text))))) / len(runs)


def _runs(text: str) -> set[str]:
    words = normalise(text).split()
    return {" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}
