"""The pack page: every format of a draft and of an approved story, what is changed there, what is taken along."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest import build_member, build_text
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from suluh.agencies.models import Member
from suluh.content import api as content
from suluh.content.blocks import Paragraph
from suluh.content.models import Story
from suluh.creative import api as creative
from suluh.creative.models import Wish
from suluh.web.desk.tests.test_deciding import got

SignedIn = Callable[[Member], Client]
HTMX = {"HX-Request": "true"}
WORDS = "Konten kami saling mengisi."
FILES = (
    ("carousel", "carousel-1.png", "image/png", b"png", 1080),
    ("whatsapp", "whatsapp-caption.txt", "text/plain", b"*Hai*", 0),
    ("whatsapp", "whatsapp.txt", "text/plain", b"*Halo*", 0),
    ("seal", "SEAL.json", "application/json", b"{}", 0),
)


def finished_pack(story: Story, *, problems: list[dict[str, str]] | None = None) -> creative.Pack:
    """Make the asked pack ready with a few small files, as the worker would."""
    pack = creative.Pack.objects.select_related("code").get(story=story)
    for position, (layout, name, kind, data, width) in enumerate(FILES):
        made = creative.Rendition(pack=pack, office_id=pack.office_id, layout=layout, name=name, media_type=kind)
        made.size, made.position, made.alt = len(data), position, "Gambar jembatan" if width else ""
        made.width = made.height = width
        made.file.save(name, ContentFile(data), save=True)
    pack.state, pack.problems = "ready", problems or []
    pack.save()
    return pack


def page_of(browser: Client, story: Story) -> str:
    return browser.get(reverse("story_pack", args=[story.pk])).content.decode()


def format_url(story: Story, name: str) -> str:
    return reverse("story_pack_format", args=[story.pk, name])


def block_url(story: Story, name: str, block: str) -> str:
    return reverse("story_pack_block", args=[story.pk, name, block])


def hidden_in(form: str) -> dict[str, str]:
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', form)
    return {name: value for name, value in found if name != "csrfmiddlewaretoken"}


def saved(story: Story) -> content.StoryText:
    return Story.objects.select_related("current_revision").get(pk=story.pk).text()


def test_a_draft_shows_every_format_that_suits_it_grouped_by_place(
    signed_in: SignedIn, story: Story, author: Member
) -> None:
    page = page_of(signed_in(author), story)
    assert "CONTOH" in page
    assert "Unduh semua" not in page
    for name in creative.suiting_formats(story.text(), office=story.office_id):
        assert f'hx-get="{format_url(story, name)}"' in page
    assert page.index('id="place-feed"') < page.index('id="place-story"') < page.index('id="place-texts"')


def test_a_format_of_a_draft_is_drawn_when_asked_for_and_only_then(
    signed_in: SignedIn, story: Story, author: Member
) -> None:
    browser = signed_in(author)
    drawn = browser.get(format_url(story, "link_card"), headers=HTMX)
    assert "data:image/webp;base64," in drawn.content.decode()
    assert "CONTOH" in drawn.content.decode(), "its alt text names the sample code"
    same = browser.get(format_url(story, "link_card"), headers=HTMX | {"If-None-Match": drawn["ETag"]})
    assert same.status_code == 304
    content.write_story(story, text=replace(story.text(), headline="Judul lain"), by=author)
    other = browser.get(format_url(story, "link_card"), headers=HTMX | {"If-None-Match": drawn["ETag"]})
    assert other.status_code == 200


def test_a_format_has_a_page_of_its_own_without_script(signed_in: SignedIn, story: Story, author: Member) -> None:
    page = signed_in(author).get(format_url(story, "x_thread")).content.decode()
    assert "<html" in page
    assert "1/" in page
    assert "/280" in page


def test_a_text_is_changed_where_it_stands_and_only_its_formats_are_drawn_anew(
    signed_in: SignedIn, story: Story, author: Member
) -> None:
    browser = signed_in(author)
    quote = story.text().blocks[1]
    form = browser.get(block_url(story, "quote_card", quote.id), headers=HTMX).content.decode()
    assert "Rika Efianti" in form
    answer = browser.post(
        block_url(story, "quote_card", quote.id),
        hidden_in(form) | {"text": "Konten kami saling mengisi."},
        headers=HTMX,
    )
    changed = saved(story).blocks[1]
    assert changed == quote.with_text(name="text", text=WORDS), "the fields that were not sent stay"
    assert "data:image/webp;base64," in answer.content.decode()
    redrawn = set(re.findall(r"suluh:redraw-(\w+)", answer["HX-Trigger"]))
    assert "carousel" in redrawn
    assert redrawn.isdisjoint({"quote_card", "link_card", "story_cover", "poster"})


def test_a_paragraph_keeps_its_marked_words_and_takes_no_html(
    signed_in: SignedIn, author: Member, acting_office: object
) -> None:
    marked, plain = Paragraph(text="Gratis, <strong>tanpa</strong> biaya."), Paragraph(text="Buka 1 &amp; 2 Mei.")
    story = content.begin_story(build_text(blocks=(marked, plain)), by=author)
    browser = signed_in(author)
    form = browser.get(block_url(story, "press_release", marked.id)).content.decode()
    assert "Ubah di editor" in form
    browser.post(block_url(story, "press_release", marked.id), hidden_in(form) | {"text": "Diganti"})
    form = browser.get(block_url(story, "press_release", plain.id)).content.decode()
    assert ">Buka 1 &amp; 2 Mei.</textarea>" in form
    browser.post(block_url(story, "press_release", plain.id), hidden_in(form) | {"text": "<b>Buka</b> 3 & 4 Mei."})
    kept = saved(story).blocks
    assert kept[0] == marked
    assert kept[1] == replace(plain, text="&lt;b&gt;Buka&lt;/b&gt; 3 &amp; 4 Mei.")


def test_who_writes_over_another_is_told_and_loses_nothing(
    signed_in: SignedIn, story: Story, author: Member, approver: Member
) -> None:
    browser = signed_in(author)
    form = browser.get(block_url(story, "link_card", "headline"), headers=HTMX).content.decode()
    content.write_story(story, text=replace(story.text(), headline="Judul dari editor"), by=approver)
    sent = hidden_in(form) | {"headline": "Judul dari penulis"}
    answer = browser.post(block_url(story, "link_card", "headline"), sent, headers=HTMX)
    told = answer.content.decode()
    assert answer["HX-Retarget"] == "#stands-link_card-headline"
    assert "Judul dari editor" in told
    assert "Judul dari penulis" in told
    assert saved(story).headline == "Judul dari editor"
    browser.post(
        block_url(story, "link_card", "headline"), hidden_in(told) | {"headline": "Judul dari penulis"}, headers=HTMX
    )
    assert saved(story).headline == "Judul dari penulis"


def test_two_texts_of_one_page_are_saved_one_after_the_other(signed_in: SignedIn, story: Story, author: Member) -> None:
    browser = signed_in(author)
    page = {"page": "halaman-1"}
    first, second = (
        browser.get(block_url(story, "link_card", block), page, headers=HTMX).content.decode()
        for block in ("headline", "topic")
    )
    browser.post(block_url(story, "link_card", "headline"), hidden_in(first) | {"headline": "Baru"}, headers=HTMX)
    browser.post(block_url(story, "link_card", "topic"), hidden_in(second) | {"topic": "Topik baru"}, headers=HTMX)
    assert (saved(story).headline, saved(story).topic) == ("Baru", "Topik baru")


def test_a_text_that_does_not_fit_is_mended_at_the_format(signed_in: SignedIn, author: Member, story: Story) -> None:
    content.write_story(story, text=replace(story.text(), headline="Pertanggungjawaban " * 15), by=author)
    told = signed_in(author).get(format_url(story, "link_card"), headers=HTMX)
    if "data:image" in told.content.decode():
        pytest.skip("the layout has room for any headline that a story may have")
    page = told.content.decode()
    assert 'name="headline"' in page
    assert "karakter harus dikurangi" in page
    assert "ETag" not in told


def test_an_approved_story_is_read_only_on_the_pack_page(
    signed_in: SignedIn, published_story: Story, author: Member
) -> None:
    finished_pack(published_story)
    browser = signed_in(author)
    page = page_of(browser, published_story)
    assert "/blok" not in page
    assert reverse("story_correct", args=[published_story.pk]) in page
    address = block_url(published_story, "link_card", "headline")
    answer = browser.post(address, {"headline": "Diganti"}, headers=HTMX)
    assert "Diganti" in answer.content.decode(), "what was typed is not lost"
    assert saved(published_story).headline != "Diganti"


def test_the_page_shows_progress_then_files_texts_code_and_zip(
    signed_in: SignedIn, published_story: Story, author: Member, outsider: Member, settings: Any, tmp_path: Path
) -> None:
    browser = signed_in(author)
    progress = reverse("story_pack_progress", args=[published_story.pk])
    assert progress in page_of(browser, published_story)
    assert "HX-Refresh" not in browser.get(progress)
    trouble = {"layout": "poster", "block": "abc", "sentence": "Terlalu panjang.", "code": "creative.E201"}
    pack = finished_pack(published_story, problems=[trouble])
    assert browser.get(progress)["HX-Refresh"] == "true"
    page = page_of(browser, published_story)
    assert pack.code is not None
    for expected in (">*Hai*<", "<strong>Halo</strong>", "Terlalu panjang.", pack.code.text, "Salin teks alternatif"):
        assert expected in page
    assert "every 1s" not in page
    archive = reverse("story_pack_zip", args=[published_story.pk, pack.pk])
    zipped = zipfile.ZipFile(io.BytesIO(got(browser, archive)))
    assert {"carousel-1.png", "whatsapp.txt", "SEAL.json", "baca-saya.txt", "teks-alternatif.txt"} <= set(
        zipped.namelist()
    )
    assert zipped.read("teks-alternatif/carousel-1.png.txt").decode() == "Gambar jembatan"
    assert "Gambar jembatan" in zipped.read("teks-alternatif.txt").decode()
    one = zipfile.ZipFile(io.BytesIO(got(browser, f"{archive}?format=whatsapp")))
    assert {name for name in one.namelist() if name.startswith("whatsapp")} == {"whatsapp-caption.txt", "whatsapp.txt"}
    assert "carousel-1.png" not in one.namelist()
    file = reverse("story_pack_file", args=[published_story.pk, pack.renditions.get(position=0).pk])
    assert got(browser, file) == b"png"
    for hidden in (archive, file, reverse("story_pack", args=[published_story.pk])):
        assert signed_in(outsider).get(hidden).status_code == 404


def test_formats_are_taken_away_exchanged_and_added(
    signed_in: SignedIn, published_story: Story, author: Member
) -> None:
    finished_pack(published_story)
    browser, address = signed_in(author), reverse("story_pack", args=[published_story.pk])
    browser.post(address, {"do": "choose", "format": ["carousel", "whatsapp"]})
    assert 'id="format-poster"' not in page_of(browser, published_story)
    browser.post(address, {"do": "remove:whatsapp"})
    assert Wish.objects.get().formats == ["carousel"]
    browser.post(address, {"do": "switch:carousel", "to": "quote_card"})
    assert Wish.objects.get().formats == ["quote_card"]
    job = creative.PackJob.objects.get()
    assert job.formats == ["quote_card"]
    waiting = page_of(browser, published_story)
    assert f'value="cancel:{job.pk}"' in waiting
    assert "every 1s" in waiting
    browser.post(address, {"do": f"cancel:{job.pk}"})
    browser.post(address, {"do": "add:carousel"})
    assert creative.PackJob.objects.get(state="waiting").formats == ["quote_card"], "it is wanted still"
    assert 'id="format-carousel"' in page_of(browser, published_story)
    browser.post(address, {"do": "choose"})
    assert Wish.objects.get().formats == ["carousel", "quote_card"], "a pack without a format is refused"


def test_the_drawing_of_a_pack_is_stopped_and_asked_for_again(
    signed_in: SignedIn, published_story: Story, author: Member, operator: Member
) -> None:
    browser, address = signed_in(author), reverse("story_pack", args=[published_story.pk])
    browser.post(address, {"do": "cancel:pack"})
    assert creative.Pack.objects.get(story=published_story).state == "cancelled"
    assert "Penggambaran dihentikan" in page_of(browser, published_story)
    assert signed_in(operator).post(address).status_code == 403
    browser.post(address)
    assert creative.Pack.objects.get(story=published_story).state == "waiting"


def test_a_story_in_review_shows_previews_that_nobody_changes(
    signed_in: SignedIn, story: Story, author: Member
) -> None:
    content.submit_story(story, by=author)
    browser = signed_in(author)
    assert "CONTOH" in page_of(browser, story)
    drawn = browser.get(format_url(story, "x_thread"), headers=HTMX).content.decode()
    assert "/paket/format/x_thread/headline/" not in drawn


def test_other_offices_and_members_without_the_right_change_nothing(
    signed_in: SignedIn, story: Story, outsider: Member, office: Any
) -> None:
    reader = build_member(office, roles=())
    for address in (format_url(story, "link_card"), block_url(story, "link_card", "headline")):
        assert signed_in(outsider).get(address).status_code == 404
    assert signed_in(outsider).post(block_url(story, "link_card", "headline"), {"headline": "x"}).status_code == 404
    assert signed_in(reader).post(block_url(story, "link_card", "headline"), {"headline": "x"}).status_code == 403
    assert signed_in(reader).post(reverse("story_pack", args=[story.pk]), {"do": "remove:poster"}).status_code == 403
    assert saved(story).headline != "x"


def test_what_is_not_there_is_not_found(signed_in: SignedIn, story: Story, author: Member) -> None:
    browser = signed_in(author)
    assert browser.get(format_url(story, "layang-layang")).status_code == 404
    assert browser.get(block_url(story, "link_card", "zzzz")).status_code == 404
    odd = {"do": "cancel:²", "to": "\x00"}
    assert browser.post(reverse("story_pack", args=[story.pk]), odd).status_code == 302


def test_the_page_asks_the_database_a_fixed_number_of_times(
    signed_in: SignedIn, published_story: Story, author: Member, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    pack = finished_pack(published_story)
    for number in range(20):
        creative.Rendition.objects.create(
            pack=pack, office_id=pack.office_id, layout="carousel", name=f"c{number}.png", media_type="image/png",
            file=f"c{number}.png", width=1080, height=1350, size=1, position=10 + number,
        )  # fmt: skip
    browser = signed_in(author)
    with django_assert_max_num_queries(18):
        page = page_of(browser, published_story)
    assert "c19.png" in page


@pytest.mark.parametrize("leave", ["", "withdraw_story", "recall_story"])
def test_a_member_makes_and_ends_links_while_the_story_stands(
    leave: str, signed_in: SignedIn, published_story: Story, author: Member, approver: Member, outsider: Member
) -> None:
    finished_pack(published_story)
    browser, address = signed_in(author), reverse("story_pack_share", args=[published_story.pk])
    if leave:
        getattr(content, leave)(published_story, by=approver, reason="salah", public_note="Keliru.")
        assert browser.post(address, {"days": "7"}).status_code == 409
        return
    made = browser.post(address, {"days": "7", "label": "Untuk Ani"})
    assert "/bagikan/" in made.content.decode()
    assert "no-store" in made["Cache-Control"]
    listed = browser.get(address).content.decode()
    assert "Untuk Ani" in listed
    assert not re.search(r"/bagikan/[\w-]{30}", listed), "its secret is shown once"
    assert browser.post(address, {"days": "3000"}).status_code == 422
    link = creative.ShareLink.objects.get()
    end = reverse("story_pack_share_end", args=[published_story.pk, link.pk])
    assert signed_in(outsider).post(end).status_code == 404
    assert signed_in(outsider).get(address).status_code == 404
    browser.post(end)
    assert not creative.ShareLink.objects.open().exists()
