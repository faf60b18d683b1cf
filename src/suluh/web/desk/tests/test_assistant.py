"""The assistant beside the editor and at the review: sent by a button, marked, read by a second person."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from suluh.agencies.models import Member
from suluh.content import api as content
from suluh.content.models import Story
from suluh.creative.assistant.tests.stand_in import StandIn, standing_in
from suluh.creative.models import MachineText
from suluh.web.desk.tests.test_writing import edit_url, form_of, saved

SignedIn = Callable[[Member], Client]
SEEN = "Saya sudah membaca bagian yang ditulis mesin"


@pytest.fixture
def server(settings: Settings) -> Iterator[StandIn]:
    with standing_in() as stand_in:
        endpoint = stand_in.endpoint()
        settings.ASSISTANT_URL, settings.ASSISTANT_MODEL = endpoint.url, endpoint.model
        settings.ASSISTANT_KEY, settings.ASSISTANT_HOSTS = endpoint.key, endpoint.hosts
        yield stand_in


def asked(story: Story, *, browser: Client, about: str = "headline:") -> str:
    """Press the button, and return the page that follows."""
    form = form_of(story) | {"do": "ask:chosen", "assistant_about": about}
    return str(browser.post(edit_url(story), form, follow=True).content.decode())


def test_there_is_no_assistant_where_none_is_set(signed_in: SignedIn, story: Story, author: Member) -> None:
    browser = signed_in(author)
    assert "assistant-title" not in browser.get(edit_url(story)).content.decode()
    assert "Asisten tidak tersedia" in asked(story, browser=browser)


def test_the_page_says_where_words_would_go_and_sends_none(
    server: StandIn, signed_in: SignedIn, story: Story, author: Member
) -> None:
    page = signed_in(author).get(edit_url(story)).content.decode()
    assert f"127.0.0.1:{server.port}" in page
    assert server.asked == []


def test_an_answer_is_shown_as_text_and_the_story_stays(
    server: StandIn, signed_in: SignedIn, story: Story, author: Member
) -> None:
    server.words = "Joko <b>bertukar</b> 99 konten"
    page = asked(story, browser=signed_in(author))
    assert "<mark>Joko</mark> &lt;b&gt;bertukar&lt;/b&gt; <mark>99</mark> konten" in page
    assert saved(story).headline == story.headline


def test_an_answer_is_taken_over_mended_and_marked(
    server: StandIn, signed_in: SignedIn, story: Story, author: Member
) -> None:
    server.words = "Sumsel dan KPK bertukar 99 konten"
    browser = signed_in(author)
    asked(story, browser=browser)
    kept = MachineText.objects.get()
    refused = form_of(story) | {"do": f"take:{kept.pk}", f"assistant_{kept.pk}": kept.words}
    assert "99" in browser.post(edit_url(story), refused, follow=True).content.decode()
    assert saved(story).headline == story.headline
    mended = "Sumsel dan KPK bertukar konten"
    browser.post(edit_url(story), form_of(story) | {"do": f"take:{kept.pk}", f"assistant_{kept.pk}": mended})
    assert saved(story).headline == mended
    kept.refresh_from_db()
    assert (kept.taken_words, kept.taken_by) == (mended, author.user)


def test_an_answer_can_be_put_away(server: StandIn, signed_in: SignedIn, story: Story, author: Member) -> None:
    browser = signed_in(author)
    asked(story, browser=browser)
    kept = MachineText.objects.get()
    browser.post(edit_url(story), form_of(story) | {"do": f"drop:{kept.pk}"})
    assert not MachineText.objects.exists()


def test_a_refusal_of_the_service_is_told_and_nothing_is_lost(
    server: StandIn, signed_in: SignedIn, story: Story, author: Member
) -> None:
    server.status = 429
    form = form_of(story, headline="Judul yang baru diketik") | {"do": "ask:chosen", "assistant_about": "headline:"}
    page = signed_in(author).post(edit_url(story), form, follow=True).content.decode()
    assert "Asisten sedang sibuk" in page
    assert saved(story).headline == "Judul yang baru diketik"


def test_another_story_s_answer_is_not_there(
    server: StandIn, signed_in: SignedIn, story: Story, author: Member, outsider: Member
) -> None:
    asked(story, browser=signed_in(author))
    kept = MachineText.objects.get()
    assert signed_in(outsider).post(edit_url(story), {"do": f"take:{kept.pk}"}).status_code == 404
    other = content.begin_story(story.text(), by=author)
    form = form_of(other) | {"do": f"take:{kept.pk}", f"assistant_{kept.pk}": "Sumsel"}
    assert signed_in(author).post(edit_url(other), form).status_code == 404


def test_an_approver_sees_the_marks_and_must_say_so(
    server: StandIn, signed_in: SignedIn, story: Story, author: Member, approver: Member
) -> None:
    browser = signed_in(author)
    asked(story, browser=browser)
    kept = MachineText.objects.get()
    browser.post(edit_url(story), form_of(story) | {"do": f"take:{kept.pk}", f"assistant_{kept.pk}": kept.words})
    story.refresh_from_db()
    content.submit_story(story, by=author)
    address, decider = reverse("story_review", args=[story.pk]), signed_in(approver)
    page = decider.get(address).content.decode()
    assert "Ditulis mesin (contoh, 127.0.0.1" in page
    assert f"diperiksa oleh {author.user}" in page
    assert SEEN in page
    assert decider.post(address, {"do": "approve"}).status_code == 409
    assert decider.post(address, {"do": "approve", "machine_seen": "1"}).status_code == 302
    story.refresh_from_db()
    assert story.state == "approved"
    assert SEEN not in decider.get(address).content.decode()
