"""The video on the pack page: its button, how far it is, and how it is shown."""

from __future__ import annotations

from django.core.files.base import ContentFile
from django.urls import reverse

from suluh.agencies.models import Member
from suluh.content.models import Story
from suluh.creative import api as creative
from suluh.creative.models import PackJob
from suluh.web.desk.tests.test_pack_page import SignedIn, finished_pack, page_of

BUTTON = 'name="do" value="video"'
FILES = (
    ("video.mp4", "video/mp4", 1080, b"film"),
    ("video.vtt", "text/vtt", 0, b"WEBVTT"),
    ("video-poster.jpg", "image/jpeg", 1080, b"jpeg"),
)


def test_a_video_is_asked_for_followed_and_stopped_on_the_pack_page(
    signed_in: SignedIn, published_story: Story, author: Member, operator: Member
) -> None:
    finished_pack(published_story)
    browser, address = signed_in(author), reverse("story_pack", args=[published_story.pk])
    assert BUTTON in page_of(browser, published_story)
    browser.post(address, {"do": "video"})
    job = PackJob.objects.get()
    PackJob.objects.update(state="drawing", finished=["scenes", "25"])
    page = page_of(browser, published_story)
    assert "Video sedang dibuat" in page
    assert "50 %" in page
    assert BUTTON not in page
    browser.post(address, {"do": f"cancel:{job.pk}"})
    assert PackJob.objects.get().state == "cancelled"
    assert BUTTON in page_of(browser, published_story)
    assert BUTTON not in page_of(signed_in(operator), published_story)


def test_a_video_with_a_voice_is_asked_for_by_a_button_of_its_own(
    signed_in: SignedIn, published_story: Story, author: Member
) -> None:
    finished_pack(published_story)
    browser = signed_in(author)
    assert 'value="video:voice"' in page_of(browser, published_story)
    browser.post(reverse("story_pack", args=[published_story.pk]), {"do": "video:voice"})
    assert PackJob.objects.get().formats[0] == "voice"
    assert "Suara" in page_of(browser, published_story)


def test_a_video_is_played_with_its_poster_and_captions_and_downloaded_with_them(
    signed_in: SignedIn, published_story: Story, author: Member
) -> None:
    pack = finished_pack(published_story)
    kept = {}
    for position, (name, kind, width, data) in enumerate(FILES, start=10):
        made = creative.Rendition(pack=pack, office_id=pack.office_id, layout="video", name=name, media_type=kind)
        made.size, made.position, made.width, made.height = len(data), position, width, width
        made.file.save(name, ContentFile(data), save=True)
        kept[name] = reverse("story_pack_file", args=[published_story.pk, made.pk])
    page = page_of(signed_in(author), published_story)
    assert f'src="{kept["video.mp4"]}" poster="{kept["video-poster.jpg"]}?kecil=1"' in page
    assert f'<track kind="captions" src="{kept["video.vtt"]}"' in page
    assert f'href="{kept["video.mp4"]}?unduh=1"' in page
    assert 'value="remove:video"' not in page, "a video is no format to choose"
    assert BUTTON not in page


def test_why_there_is_no_video_is_said_where_it_would_stand(
    signed_in: SignedIn, published_story: Story, author: Member
) -> None:
    trouble = {"layout": "video", "block": "story", "sentence": "Judul terlalu panjang untuk video.", "code": "x"}
    finished_pack(published_story, problems=[trouble])
    page = page_of(signed_in(author), published_story)
    assert "Judul terlalu panjang untuk video." in page
    assert BUTTON in page
