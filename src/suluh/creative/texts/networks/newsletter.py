"""A newsletter: subject of at most 60 characters, preheader, and the plain text of the letter.

The subject is the headline where it is short enough, else its first sentence, an event's title, the topic or the
office's name: whole words of the story, none of them cut. The whole headline stands over the letter in any case.
"""

from __future__ import annotations

from collections.abc import Iterator

from suluh.agencies.brand import Brand
from suluh.content.blocks import Event, StoryText
from suluh.creative.packs.sentences import sentences
from suluh.creative.texts.message import foot_of, in_blocks, lead_and_told, message
from suluh.creative.texts.rendition import MarkLike, TextRendition
from suluh.creative.texts.thread import Rules
from suluh.creative.texts.wording import plain, words_of
from suluh.foundation.language import lazy as _

NAME = "newsletter"
TITLE, NETWORK = _("Newsletter"), "mail"
# Gmail shows no more than 102 KB of a letter; few letters come near it.
_RULES = Rules(layout=NAME, network="Gmail", limit=100_000, count=lambda text: len(text.encode()))
SUBJECT_LIMIT, PREHEADER_LIMIT = 60, 110


def write(story: StoryText, *, brand: Brand, mark: MarkLike) -> tuple[TextRendition, ...]:
    """Return the letter, subject and preheader on its first lines."""
    words, (lead, told) = words_of(story), lead_and_told(story)
    top = [f"{words['subject']}: {_subject(story, brand=brand)}"]
    preview = next((text for text in sentences(lead)[:1] if len(text) <= PREHEADER_LIMIT), "")
    top += [f"{words['preheader']}: {preview}"] if preview else []
    head = "\n\n".join(part for part in ("\n".join(top), plain(story.headline)) if part)
    foot = foot_of(story, brand=brand, mark=mark)
    text = message(in_blocks(lead, told=told), head=head, foot=foot, rules=_RULES)
    return (TextRendition(layout=NAME, name="newsletter.txt", text=text, counts=(len(text),)),)


def _subject(story: StoryText, *, brand: Brand) -> str:
    return next((text for text in _subjects(story, brand=brand) if 0 < len(text) <= SUBJECT_LIMIT), "")


def _subjects(story: StoryText, *, brand: Brand) -> Iterator[str]:
    yield plain(story.headline)
    yield from sentences(plain(story.headline))[:1]
    yield from (plain(event.title) for event in story.of_kind(Event))
    yield from (plain(text) for text in (story.topic, brand.name, brand.short_name, brand.initials))
