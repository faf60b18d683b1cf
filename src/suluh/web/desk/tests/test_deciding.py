"""The desk's pages after writing: review, corrections, exits, revisions, media, the pack."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from conftest import build_text
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from suluh.agencies.models import Member
from suluh.content import api as content
from suluh.content.models import Media, Story
from suluh.web.desk.tests.test_writing import form_of

SignedIn = Callable[[Member], Client]
WHY = {"reason": "Angkanya salah.", "public_note": "Angka 17, bukan 13."}


def decide(browser: Client, story: Story, do: str, **more: str) -> Any:
    return browser.post(reverse("story_review", args=[story.pk]), {"do": do} | more)


def got(browser: Client, address: str) -> bytes:
    """Return a file's bytes, and let go of it."""
    answer = browser.get(address)
    data = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    for close in answer._resource_closers:  # type: ignore[attr-defined]  # ``close()`` would end the test's database connection too
        close()
    return data


def state_of(story: Story) -> str:
    return Story.objects.get(pk=story.pk).state


def test_a_story_goes_from_draft_to_public_on_the_screens(
    signed_in: SignedIn, story: Story, author: Member, approver: Member
) -> None:
    decide(signed_in(author), story, "submit")
    assert state_of(story) == "in_review"
    decide(signed_in(approver), story, "approve")
    assert state_of(story) == "approved"
    decide(signed_in(approver), story, "publish")
    assert state_of(story) == "published"


def test_who_approves_sees_the_pictures_first(
    signed_in: SignedIn, story: Story, author: Member, approver: Member
) -> None:
    """Each is fetched when it comes into view, from an address that also works without script."""
    browser, address = signed_in(approver), reverse("story_review", args=[story.pk])
    assert "drawn-page" not in browser.get(address).content.decode()
    content.submit_story(story, by=author)
    page = browser.get(address).content.decode()
    preview = reverse("story_preview", args=[story.pk])
    for layout in ("carousel", "quote_card", "link_card"):
        assert f'hx-get="{preview}?tata={layout}"' in page
        assert f'href="{preview}?tata={layout}"' in page
    assert page.count('hx-trigger="intersect once"') == 3
    drawn = browser.get(f"{preview}?tata=link_card", headers={"X-Suluh": "1"}).content.decode()
    assert '<figure class="preview-shot"><img src="data:image/webp' in drawn


def test_the_writer_is_told_why_they_cannot_approve(
    signed_in: SignedIn, story: Story, author: Member, approver: Member
) -> None:
    content.submit_story(story, by=author)
    address = reverse("story_review", args=[story.pk])
    assert 'value="approve"' not in signed_in(author).get(address).content.decode()
    assert 'class="notice notice-info"' in signed_in(author).get(address).content.decode()
    assert decide(signed_in(author), story, "approve").status_code == 403
    assert 'value="approve"' in signed_in(approver).get(address).content.decode()


def test_the_writer_of_an_approved_story_is_told_who_goes_on(
    signed_in: SignedIn, story: Story, author: Member, approver: Member
) -> None:
    content.submit_story(story, by=author)
    content.approve_story(story, by=approver)
    address = reverse("story_review", args=[story.pk])
    awaited = "Editor atau penyetuju yang menerbitkannya"
    assert awaited in signed_in(author).get(address).content.decode()
    assert awaited not in signed_in(approver).get(address).content.decode()


def test_sending_back_takes_a_reason(signed_in: SignedIn, story: Story, author: Member, approver: Member) -> None:
    content.submit_story(story, by=author)
    assert decide(signed_in(approver), story, "return", reason=" ").status_code == 422
    assert decide(signed_in(approver), story, "return", reason="Sumber?").status_code == 302
    assert state_of(story) == "draft"


def test_a_writer_takes_the_own_story_back(signed_in: SignedIn, story: Story, author: Member) -> None:
    content.submit_story(story, by=author)
    decide(signed_in(author), story, "take-back")
    assert state_of(story) == "draft"


def test_schedule_and_embargo(signed_in: SignedIn, story: Story, author: Member, approver: Member) -> None:
    content.submit_story(story, by=author)
    content.approve_story(story, by=approver)
    browser = signed_in(approver)
    tomorrow = timezone.localtime() + timedelta(days=1)
    decide(browser, story, "embargo", embargo_at=tomorrow.strftime("%Y-%m-%dT%H:%M"))
    assert decide(browser, story, "publish").status_code == 409
    decide(browser, story, "embargo", embargo_at="")
    assert decide(browser, story, "schedule", publish_at="besok").status_code == 422
    decide(browser, story, "schedule", publish_at=tomorrow.strftime("%Y-%m-%dT%H:%M"))
    assert state_of(story) == "scheduled"
    decide(browser, story, "unschedule")
    assert state_of(story) == "approved"


def test_a_correction_is_written_by_one_and_put_out_by_another(
    signed_in: SignedIn, published_story: Story, author: Member, approver: Member
) -> None:
    address = reverse("story_correct", args=[published_story.pk])
    browser = signed_in(author)
    form = form_of(published_story, lead="Sudah diralat.")
    assert "Sudah diralat." in browser.post(address, form | {"do": "look"}).content.decode()
    assert published_story.revisions.count() == 1
    browser.post(address, form | {"do": "propose"})
    deciding = reverse("story_correct_decide", args=[published_story.pk])
    assert browser.post(deciding, WHY | {"do": "correct"}).status_code == 403
    assert signed_in(approver).post(deciding, {"do": "correct", "reason": "x"}).status_code == 422
    assert signed_in(approver).post(deciding, WHY | {"do": "correct"}).status_code == 302
    published_story.refresh_from_db()
    assert published_story.published_revision is not None
    assert published_story.published_revision.text().lead == "Sudah diralat."


def test_a_correction_that_corrects_nothing_is_refused(
    signed_in: SignedIn, published_story: Story, author: Member
) -> None:
    address = reverse("story_correct", args=[published_story.pk])
    answer = signed_in(author).post(address, form_of(published_story) | {"do": "propose"})
    assert answer.status_code == 422


def test_a_correction_can_be_dropped(
    signed_in: SignedIn, published_story: Story, author: Member, approver: Member
) -> None:
    content.propose_correction(published_story, text=build_text(lead="Lain."), by=author)
    deciding = reverse("story_correct_decide", args=[published_story.pk])
    assert signed_in(approver).post(deciding, {"do": "drop", "reason": ""}).status_code == 422
    signed_in(approver).post(deciding, {"do": "drop", "reason": "Tidak perlu."})
    published_story.refresh_from_db()
    assert published_story.current_revision == published_story.published_revision


def test_withdrawing_and_recalling_take_reasons_and_a_confirmation(
    signed_in: SignedIn, published_story: Story, approver: Member, author: Member
) -> None:
    browser = signed_in(approver)
    withdraw, recall = (reverse(n, args=[published_story.pk]) for n in ("story_withdraw", "story_recall"))
    assert signed_in(author).get(withdraw).status_code == 403
    assert browser.post(withdraw, {"reason": "x"}).status_code == 422
    browser.post(withdraw, WHY)
    assert state_of(published_story) == "withdrawn"
    page = browser.get(reverse("story_review", args=[published_story.pk])).content.decode()
    assert WHY["reason"] in page
    assert browser.post(recall, WHY).status_code == 422
    browser.post(recall, WHY | {"confirmed": "yes"})
    assert state_of(published_story) == "recalled"


def test_revisions_are_compared_and_brought_back(
    signed_in: SignedIn, story: Story, author: Member, approver: Member
) -> None:
    content.write_story(story, text=build_text(lead="Pembuka yang lain."), by=approver)
    browser = signed_in(author)
    page = browser.get(reverse("story_revisions", args=[story.pk]), {"lama": "1", "baru": "2"}).content.decode()
    assert "<ins>lain.</ins>" in page
    browser.post(reverse("story_restore", args=[story.pk, 1]))
    assert Story.objects.get(pk=story.pk).text().lead == build_text().lead
    assert browser.post(reverse("story_restore", args=[story.pk, 99])).status_code == 404


def photo(name: str = "foto.jpg") -> SimpleUploadedFile:
    out = io.BytesIO()
    Image.new("RGB", (60, 40), "#c8102e").save(out, "JPEG")
    return SimpleUploadedFile(name, out.getvalue(), "image/jpeg")


def test_a_picture_is_added_described_and_shown_to_its_office_only(
    signed_in: SignedIn, author: Member, outsider: Member, operator: Member, acting_office: object
) -> None:
    browser = signed_in(author)
    words = {"alt": "Jabat tangan", "credit": "Humas", "rights": "free"}
    answer = browser.post(reverse("media"), words | {"file": photo()})
    media = Media.objects.get()
    assert answer["Location"] == reverse("media_describe", args=[media.pk])
    browser.post(reverse("media_describe", args=[media.pk]), words | {"focal_x": "0,25", "focal_y": "0.75"})
    media.refresh_from_db()
    assert (media.focal_x, media.focal_y) == (0.25, 0.75)
    for size in ("penuh", "kecil"):
        address = reverse("media_file", args=[media.pk, size])
        assert Image.open(io.BytesIO(got(browser, address))).width == 60
        assert signed_in(outsider).get(address).status_code == 404
    assert signed_in(operator).post(reverse("media"), words | {"file": photo()}).status_code == 403


def test_a_refused_picture_says_why_and_keeps_its_words(
    signed_in: SignedIn, author: Member, acting_office: object
) -> None:
    browser = signed_in(author)
    words = {"alt": "Jabat tangan", "credit": "Humas", "rights": "free"}
    hostile = SimpleUploadedFile("a.png", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "image/png")
    answer = browser.post(reverse("media"), words | {"file": hostile})
    assert answer.status_code == 422
    assert "Jabat tangan" in answer.content.decode()
    assert browser.post(reverse("media"), words).status_code == 422
    browser.post(reverse("media"), words | {"file": photo()})
    same = browser.post(reverse("media"), words | {"file": photo("lain.jpg")})
    assert same.status_code == 409
    assert reverse("media_describe", args=[Media.objects.get().pk]) in same.content.decode()


def test_other_offices_and_roles_are_kept_out_of_every_decision(
    signed_in: SignedIn, published_story: Story, outsider: Member, operator: Member
) -> None:
    for name in ("story_review", "story_correct", "story_correct_decide", "story_withdraw", "story_recall"):
        address = reverse(name, args=[published_story.pk])
        assert signed_in(outsider).post(address, WHY | {"confirmed": "yes"}).status_code == 404
    for do in ("submit", "approve", "return", "publish", "schedule", "unschedule", "embargo", "take-back"):
        assert decide(signed_in(operator), published_story, do).status_code == 403
    assert state_of(published_story) == "published"


def test_the_author_says_what_others_may_do_with_a_story(
    story: Story, author: Member, signed_in: Callable[[Member], Client]
) -> None:
    browser = signed_in(author)
    address = f"/meja/naskah/{story.pk}/tinjau/"
    assert browser.post(address, {"do": "rights", "rights": "ask"}).status_code == 302
    story.refresh_from_db()
    assert story.rights == "ask"
    assert browser.post(address, {"do": "rights", "rights": "all of it"}).status_code == 422
    story.refresh_from_db()
    assert story.rights == "ask"
