"""Stories as lists show them: public ones that were not withdrawn, with what a card needs and no query for each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page, Paginator

from suluh.agencies.api import Office
from suluh.content.api import Story, StoryQuerySet

PER_PAGE = 12


@dataclass(frozen=True, kw_only=True)
class Card:
    """A story in a list."""

    url: str
    headline: str
    lead: str
    topic: str
    language: str
    office: Office
    published_at: datetime | None


def listed_stories() -> StoryQuerySet:
    """Return what lists, feeds and maps show, the newest first."""
    return Story.objects.public().filter(state="published").newest_first()


def card_of(story: Story) -> Card:
    """Return the story as a list shows it, in the words that were published."""
    if story.published_revision is None:
        raise LookupError(f"story {story.pk} is public without words")
    text = story.published_revision.text()
    return Card(
        url=story.get_absolute_url(),
        headline=text.headline,
        lead=text.lead,
        topic=text.topic,
        language=text.language,
        office=story.office,
        published_at=story.published_at,
    )


def page_of(stories: StoryQuerySet, *, number: str | None, size: int = PER_PAGE) -> Page[Story]:
    """Return one page of a list; a number that is none is the first, one too high is the last."""
    return Paginator(stories, size).get_page(number)
