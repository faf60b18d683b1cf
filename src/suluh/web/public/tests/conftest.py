"""Stories as the public meets them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from conftest import build_text
from django.core.files.base import ContentFile
from django.utils import translation
from PIL import Image

from suluh.agencies.api import Member, Office
from suluh.authenticity.api import Code, issue_code
from suluh.content import api as content
from suluh.content.api import Story, StoryText
from suluh.creative.api import Pack, Rendition

Publish = Callable[[StoryText], Story]


@pytest.fixture(autouse=True)
def in_indonesian() -> Iterator[None]:
    """Speak the first language again after each test: a request for /en/ leaves its thread speaking English."""
    with translation.override("id"):
        yield


@pytest.fixture
def publish(author: Member, approver: Member, acting_office: Office) -> Publish:
    """Return what leads a text the whole way to the public."""

    def led(text: StoryText) -> Story:
        story = content.begin_story(text, by=author)
        content.submit_story(story, by=author)
        content.approve_story(story, by=approver)
        return content.publish_story(story, by=approver)

    return led


@pytest.fixture
def corrected_story(published_story: Story, author: Member, approver: Member) -> Story:
    text = build_text(headline="Sumsel dan KPK sepakat bertukar konten setiap bulan")
    content.propose_correction(published_story, text=text, by=author)
    content.correct_story(
        published_story,
        kind=content.Exit.Kind.CORRECTION_MAJOR,
        reason="salah",
        public_note="Judulnya keliru.",
        by=approver,
    )
    return Story.objects.get(pk=published_story.pk)


def code_of(story: Story) -> Code:
    """Give out a code for the words being worked on."""
    assert story.current_revision is not None
    return issue_code(story.office, revision=story.current_revision, by=None)


def pack_of(story: Story, *, code: Code) -> Rendition:
    """Put a ready pack with a link card of 1200 x 630 beside a story."""
    assert code.revision is not None
    pack, _is_new = Pack.objects.update_or_create(
        office=story.office,
        revision=code.revision,
        defaults={"story": story, "code": code, "state": "ready", "done": 1, "planned": 1},
    )
    file = ContentFile(b"", name="link_card.png")
    Image.new("RGB", (1200, 630), "white").save(file, "PNG")
    return Rendition.objects.create(
        pack=pack,
        office=story.office,
        layout="link_card",
        name="link_card.png",
        media_type="image/png",
        file=file,
        width=1200,
        height=630,
        size=file.size,
        alt="Kartu tautan",
    )
