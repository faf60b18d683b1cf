"""The page of a shared pack: for who has the link, for a time, and for nobody else."""

from __future__ import annotations

import io
import zipfile
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse

from suluh.agencies.api import Member
from suluh.content import api as content
from suluh.content.api import Story
from suluh.creative.api import Pack, Rendition, ShareLink, choose_formats, share_pack
from suluh.foundation.clock import now
from suluh.web.desk.tests.test_deciding import got
from suluh.web.public.tests.conftest import code_of, pack_of

WHY = {"reason": "salah", "public_note": "Keliru."}


@pytest.fixture
def approved(story: Story, author: Member, approver: Member) -> Story:
    """An approved story, not public yet, with a drawn pack of a link card and two texts."""
    content.submit_story(story, by=author)
    content.approve_story(story, by=approver)
    story.refresh_from_db()
    card = pack_of(story, code=code_of(story))
    for position, (name, words) in enumerate(
        (("whatsapp-caption.txt", b"*Hai*"), ("whatsapp.txt", b"*Halo*")), start=1
    ):
        made = Rendition(pack=card.pack, office=story.office, layout="whatsapp", name=name, media_type="text/plain")
        made.size, made.position = len(words), position
        made.file.save(name, ContentFile(words), save=True)
    return story


@pytest.fixture
def address(approved: Story, author: Member) -> str:
    _link, secret = share_pack(approved, days=7, label="Untuk Ani", by=author)
    return reverse("shared_pack", args=[secret])


def test_a_link_shows_files_and_texts_to_somebody_without_an_account(address: str) -> None:
    citizen = Client()
    answer = citizen.get(address)
    page = answer.content.decode()
    assert answer.status_code == 200
    for expected in ("Sumsel dan KPK sepakat", "*Halo*", "Kartu tautan", "belum terbit"):
        assert expected in page
    assert "Untuk Ani" not in page, "whom it is for is the office's own note"
    card = Rendition.objects.get(layout="link_card")
    assert got(citizen, f"{address}{card.pk}/").startswith(b"\x89PNG")
    assert got(citizen, f"{address}{card.pk}/?kecil=1")[8:12] == b"WEBP"
    zipped = zipfile.ZipFile(io.BytesIO(got(citizen, f"{address}zip/")))
    assert {"link_card.png", "whatsapp.txt"} <= set(zipped.namelist())


def test_nothing_of_who_opens_it_is_kept_but_a_count(address: str) -> None:
    for _again in range(3):
        answer = Client().get(address)
        assert not answer.cookies
    Client().head(address)
    assert ShareLink.objects.get().opened == 3


def test_no_search_engine_and_no_cache_keeps_it(address: str) -> None:
    card = Rendition.objects.get(layout="link_card")
    for part in ("", f"{card.pk}/?kecil=1", "zip/"):
        answer = Client().get(f"{address}{part}")
        assert "noindex" in answer["X-Robots-Tag"]
        assert "no-store" in answer["Cache-Control"]
        assert answer["Referrer-Policy"] == "no-referrer"
        for close in answer._resource_closers:  # type: ignore[attr-defined]  # ``close()`` would end the test's database connection too
            close()


def test_a_link_that_is_over_says_so_and_gives_no_file(address: str) -> None:
    card = Rendition.objects.get(layout="link_card")
    ShareLink.objects.update(made_at=now() - timedelta(days=9), expires_at=now() - timedelta(days=2))
    for part in ("", f"{card.pk}/", "zip/"):
        answer = Client().get(f"{address}{part}")
        assert answer.status_code == 410
        assert "sudah berakhir" in answer.content.decode()
        assert "Sumsel dan KPK" not in answer.content.decode()


def test_a_recalled_story_ends_its_links_with_a_clear_page(address: str, approved: Story, approver: Member) -> None:
    content.publish_story(approved, by=approver)
    assert Client().get(address).status_code == 200
    content.recall_story(approved, by=approver, **WHY)
    answer = Client().get(address)
    assert answer.status_code == 410
    assert "menarik naskah ini" in answer.content.decode()


def test_a_pack_that_is_being_drawn_is_shown_when_it_is_ready(address: str) -> None:
    Pack.objects.update(state="waiting")
    assert Client().get(address).status_code == 503


def test_what_the_office_took_away_is_not_shared(address: str, approved: Story, author: Member) -> None:
    choose_formats(approved, formats=["whatsapp"], by=author)
    assert "link_card.png" not in Client().get(address).content.decode()
    card = Rendition.objects.get(layout="link_card")
    assert Client().get(f"{address}{card.pk}/").status_code == 404


def test_a_file_of_another_pack_is_not_there(address: str, author: Member) -> None:
    other = content.begin_story(content.StoryText(headline="Naskah lain"), by=author)
    foreign = pack_of(other, code=code_of(other))
    assert Client().get(f"{address}{foreign.pk}/").status_code == 404


def test_who_guesses_secrets_is_stopped_soon(approved: Story) -> None:
    citizen = Client()
    answers = [citizen.get(reverse("shared_pack", args=[f"tebakan-{n}"])).status_code for n in range(40)]
    assert answers[0] == 404
    assert answers[-1] == 429
    assert answers.index(429) < 35


def test_nobody_posts_to_it(address: str) -> None:
    assert Client().post(address).status_code == 405
