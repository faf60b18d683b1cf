"""The desk's pages for writing: home, a new story, the editor and what stands beside it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from conftest import build_text
from django.test import Client
from django.urls import reverse

from suluh.agencies.models import Member
from suluh.content import api as content
from suluh.content.blocks import Paragraph, StoryText
from suluh.content.models import Story

SignedIn = Callable[[Member], Client]
SCRIPT = {"X-Suluh": "script"}


def form_of(story: Story, *, page: str = "satu", **changed: str) -> dict[str, Any]:
    """Return what the editor's form holds for a story."""
    story.refresh_from_db()
    revision = story.revisions.latest("number")
    text = revision.text()
    form: dict[str, Any] = {
        "headline": text.headline,
        "lead": text.lead,
        "place": text.place,
        "topic": text.topic,
        "language": text.language,
        "seen_number": revision.number,
        "seen_digest": revision.digest(),
        "page": page,
        "block": [block.id for block in text.blocks],
    }
    for block in text.blocks:
        form[f"{block.id}:kind"] = block.kind
        for name in block.text_fields():
            form[f"{block.id}:{name}"] = getattr(block, name)
    return form | changed


def edit_url(story: Story) -> str:
    return reverse("story_edit", args=[story.pk])


def saved(story: Story) -> StoryText:
    return Story.objects.get(pk=story.pk).text()


def test_the_desk_lists_the_office_s_stories_by_state_and_words(
    signed_in: SignedIn, story: Story, author: Member
) -> None:
    browser = signed_in(author)
    assert story.headline in browser.get(reverse("desk")).content.decode()
    assert story.headline not in browser.get(reverse("desk"), {"keadaan": "published"}).content.decode()
    assert story.headline in browser.get(reverse("desk"), {"q": "kpk SEPAKAT"}).content.decode()
    assert story.headline not in browser.get(reverse("desk"), {"q": "banjir"}).content.decode()


def test_the_desk_says_what_waits_for_whom(signed_in: SignedIn, story: Story, author: Member, approver: Member) -> None:
    content.submit_story(story, by=author)
    assert reverse("story_review", args=[story.pk]) in signed_in(approver).get(reverse("desk")).content.decode()
    content.return_story(story, by=approver, reason="Sumbernya belum ada.")
    assert "Sumbernya belum ada." in signed_in(author).get(reverse("desk")).content.decode()


def test_the_desk_s_queries_do_not_grow_with_its_stories(
    signed_in: SignedIn, author: Member, story: Story, django_assert_max_num_queries: Any
) -> None:
    for _number in range(5):
        content.begin_story(build_text(), by=author)
    browser = signed_in(author)
    with django_assert_max_num_queries(16):
        browser.get(reverse("desk"))


@pytest.mark.slow
def test_a_pasted_release_opens_as_a_draft_with_proposals(signed_in: SignedIn, author: Member, office: object) -> None:
    release = "Palembang - Sebanyak 17 kabupaten/kota menandatangani komitmen.\n\nLaporkan hoaks ke laman aduan."
    answer = signed_in(author).post(reverse("story_begin"), {"way": "text", "text": release}, follow=True)
    assert answer.status_code == 200
    assert "17 kabupaten/kota" in answer.content.decode()


def test_a_refused_paste_keeps_what_was_typed(signed_in: SignedIn, author: Member) -> None:
    answer = signed_in(author).post(reverse("story_begin"), {"way": "url", "url": "", "text": "Sudah diketik panjang"})
    assert answer.status_code == 422
    assert "Sudah diketik panjang" in answer.content.decode()


def test_an_empty_story_can_be_begun(signed_in: SignedIn, author: Member) -> None:
    answer = signed_in(author).post(reverse("story_begin"), {"way": "blank"}, follow=True)
    assert answer.redirect_chain[-1][0].startswith("/meja/naskah/")


def test_the_editor_shows_every_block_in_its_fields(signed_in: SignedIn, story: Story, author: Member) -> None:
    page = signed_in(author).get(edit_url(story)).content.decode()
    for block in story.text().blocks:
        assert f'name="{block.id}:kind" value="{block.kind}"' in page


def test_autosave_keeps_the_words_and_answers_with_their_digest(
    signed_in: SignedIn, story: Story, author: Member
) -> None:
    form = form_of(story, lead="Diubah.")
    answer = signed_in(author).post(edit_url(story), form | {"do": "save"}, headers=SCRIPT)
    assert answer.status_code == 200
    assert saved(story).lead == "Diubah."
    assert answer.json()["seen"]["seen_digest"] == story.revisions.latest("number").digest()


def test_saving_without_script_comes_back_to_the_editor(signed_in: SignedIn, story: Story, author: Member) -> None:
    answer = signed_in(author).post(edit_url(story), form_of(story, lead="Diubah.") | {"do": "save"})
    assert (answer.status_code, answer["Location"]) == (302, edit_url(story))


def test_hostile_html_does_not_reach_the_store(signed_in: SignedIn, story: Story, author: Member) -> None:
    paragraph = story.text().blocks[0]
    hostile = (
        '<div onclick=x()>Baik <b>x</b><script>alert(1)</script><a href="javascript:alert(1)">a</a></div><p>lagi</p>'
    )
    form = form_of(story, **{f"{paragraph.id}:text": hostile, "headline": "<img src=x onerror=alert(1)>"})
    browser = signed_in(author)
    browser.post(edit_url(story), form | {"do": "save"}, headers=SCRIPT)
    kept = saved(story).blocks[0]
    assert isinstance(kept, Paragraph)
    assert kept.text == 'Baik x<a rel="noopener nofollow ugc">a</a> lagi'
    assert "<img src=x" not in browser.get(edit_url(story)).content.decode()


def test_buttons_add_move_and_remove_blocks_without_script(signed_in: SignedIn, story: Story, author: Member) -> None:
    browser = signed_in(author)
    first, second, third = (block.id for block in story.text().blocks)
    browser.post(edit_url(story), form_of(story) | {"do": f"down:{first}"})
    assert [block.id for block in saved(story).blocks] == [second, first, third]
    browser.post(edit_url(story), form_of(story) | {"do": f"remove:{third}"})
    answer = browser.post(edit_url(story), form_of(story) | {"do": f"add:contact:{second}"})
    assert [block.kind for block in saved(story).blocks] == ["quote", "contact", "paragraph"]
    assert f"#block-{saved(story).blocks[1].id}" in answer["Location"]


def test_a_button_nobody_knows_and_a_kind_nobody_knows_are_refused(
    signed_in: SignedIn, story: Story, author: Member
) -> None:
    browser = signed_in(author)
    answer = browser.post(edit_url(story), form_of(story) | {"do": "add:virus:"}, headers=SCRIPT)
    assert (answer.status_code, answer.json()["code"]) == (422, "web.E111")
    form = form_of(story, **{f"{story.text().blocks[0].id}:kind": "virus"})
    assert browser.post(edit_url(story), form | {"do": "save"}, headers=SCRIPT).status_code == 422


def test_two_open_pages_get_both_texts_and_lose_none(signed_in: SignedIn, story: Story, author: Member) -> None:
    browser = signed_in(author)
    one, two = form_of(story, page="satu", lead="Dari satu."), form_of(story, page="dua", lead="Dari dua.")
    browser.post(edit_url(story), one | {"do": "save"}, headers=SCRIPT)
    answer = browser.post(edit_url(story), two | {"do": "save"}, headers=SCRIPT)
    assert (answer.status_code, answer.json()["code"]) == (409, "content.E111")
    assert "satu." in answer.json()["panel"]
    assert "dua." in answer.json()["panel"]
    without_script = browser.post(edit_url(story), two | {"do": "save"})
    assert "Dari dua." in without_script.content.decode()
    browser.post(edit_url(story), two | {"do": "keep-mine"})
    assert saved(story).lead == "Dari dua."
    assert "Dari satu." in [revision.text().lead for revision in story.revisions.all()]


def test_taking_the_other_text_keeps_mine_among_the_revisions(
    signed_in: SignedIn, story: Story, author: Member, approver: Member
) -> None:
    mine = form_of(story, lead="Punya saya.")
    content.write_story(story, text=build_text(lead="Punya mereka."), by=approver)
    signed_in(author).post(edit_url(story), mine | {"do": "take-theirs"})
    assert saved(story).lead == "Punya mereka."
    assert "Punya saya." in [revision.text().lead for revision in story.revisions.all()]


def test_proposals_are_accepted_one_by_one_or_all(signed_in: SignedIn, story: Story, author: Member) -> None:
    first, second, third = (block.id for block in story.text().blocks)
    Story.objects.filter(pk=story.pk).update(proposals=[first, second, third])
    browser = signed_in(author)
    browser.post(edit_url(story), form_of(story) | {"do": f"accept:{first}"})
    assert Story.objects.get(pk=story.pk).proposals == [second, third]
    browser.post(edit_url(story), form_of(story) | {"do": "accept-all"})
    assert Story.objects.get(pk=story.pk).proposals == []


@pytest.mark.slow
def test_a_remark_is_mended_with_one_click_and_another_put_aside(
    signed_in: SignedIn, author: Member, acting_office: object
) -> None:
    story = content.begin_story(build_text(blocks=(Paragraph(text="Diantaranya ada <em>hoax</em> ini."),)), by=author)
    browser = signed_in(author)
    panel = browser.get(reverse("story_coach", args=[story.pk]), headers=SCRIPT).content.decode()
    from suluh.creative import api as creative

    findings = creative.coach(saved(story))
    hoax = next(f for f in findings if f.text == "hoax")
    assert f"mend:{hoax.key}:0" in panel
    answer = browser.post(edit_url(story), form_of(story) | {"do": f"mend:{hoax.key}:0"}, headers=SCRIPT)
    assert answer.json()["changed"][0]["value"] == "Diantaranya ada <em>hoaks</em> ini."
    other = next(f for f in findings if "iantara" in f.text)
    browser.post(edit_url(story), form_of(story) | {"do": f"dismiss:{other.key}"}, headers=SCRIPT)
    assert other.key not in browser.get(reverse("story_coach", args=[story.pk]), headers=SCRIPT).content.decode()


def test_a_word_of_the_office_is_kept_with_one_click_and_taken_out_again(
    signed_in: SignedIn, author: Member, acting_office: object
) -> None:
    story = content.begin_story(build_text(blocks=(Paragraph(text="Warga membawa pempekk itu."),)), by=author)
    browser = signed_in(author)
    panel = reverse("story_coach", args=[story.pk])
    button = re.search(r"word:(\w+)", browser.get(panel, headers=SCRIPT).content.decode())
    assert button
    browser.post(edit_url(story), form_of(story) | {"do": button.group()}, headers=SCRIPT)
    assert "<mark>pempekk" not in browser.get(panel, headers=SCRIPT).content.decode()

    words = browser.get(reverse("office_words")).content.decode()
    assert "pempekk" in words
    assert str(author.user) in words
    remove = re.search(r"/kata/(\d+)/", words)
    assert remove
    browser.post(reverse("office_word_remove", args=[remove.group(1)]))
    assert "<mark>pempekk" in browser.get(panel, headers=SCRIPT).content.decode()
    assert browser.post(reverse("office_words"), {"word": "12"}).status_code == 422


def test_a_remark_whose_words_are_gone_is_refused(signed_in: SignedIn, story: Story, author: Member) -> None:
    answer = signed_in(author).post(edit_url(story), form_of(story) | {"do": "mend:tidakada:0"}, headers=SCRIPT)
    assert (answer.status_code, answer.json()["code"]) == (409, "web.E110")


@pytest.mark.slow
def test_the_preview_draws_the_chosen_page_and_names_the_block_that_does_not_fit(
    signed_in: SignedIn, story: Story, author: Member
) -> None:
    browser = signed_in(author)
    address = reverse("story_preview", args=[story.pk])
    drawn = browser.get(address, {"tata": "carousel", "hal": "2"}, headers=SCRIPT).content.decode()
    assert "data:image/webp;base64," in drawn
    quote = story.text().blocks[1]
    form = form_of(story, **{f"{quote.id}:text": "Pertanggungjawabankeuangandaerah" * 60})
    refused = browser.post(f"{address}?tata=quote_card", form, headers=SCRIPT).content.decode()
    assert quote.id in refused
    assert "data:image" not in refused


def test_another_office_finds_nothing_and_another_role_may_not_write(
    signed_in: SignedIn, story: Story, outsider: Member, operator: Member
) -> None:
    for name in ("story_edit", "story_coach", "story_preview", "story_revisions", "story_review", "story_pack"):
        assert signed_in(outsider).get(reverse(name, args=[story.pk])).status_code == 404
    assert signed_in(outsider).post(edit_url(story), {"do": "save"}).status_code == 404
    assert signed_in(operator).post(edit_url(story), {"do": "save"}).status_code == 403
    assert signed_in(operator).get(reverse("story_begin")).status_code == 403
    assert Client().get(edit_url(story)).status_code == 302


@pytest.mark.slow
def test_a_text_of_200_kilobytes_stays_usable(signed_in: SignedIn, author: Member, acting_office: object) -> None:
    many = tuple(Paragraph(text="Kalimat panjang tentang pelayanan publik. " * 24) for _number in range(200))
    story = content.begin_story(build_text(blocks=many), by=author)
    answer = signed_in(author).post(edit_url(story), form_of(story, lead="Baru.") | {"do": "save"}, headers=SCRIPT)
    assert answer.status_code == 200


def test_a_form_that_no_browser_sends_is_no_error_of_the_server(
    signed_in: SignedIn, story: Story, author: Member
) -> None:
    browser = signed_in(author)
    assert browser.get(reverse("desk"), {"q": "a\x00b", "page": "x", "keadaan": "\x00"}).status_code == 200
    assert browser.get(reverse("media"), {"q": "\x00"}).status_code == 200
    assert browser.get(reverse("story_preview", args=[story.pk]), {"tata": "\x00", "hal": "²"}).status_code == 200
    odd = form_of(story, seen_number="²", page="\x00", lead="a\x00b", dated_on="kemarin", language="\x00")
    assert browser.post(edit_url(story), odd | {"do": "dismiss:\x00"}, headers=SCRIPT).status_code in {200, 422}
    assert saved(story).lead == "ab"


def test_a_button_that_leaves_the_page_tells_the_script_where_to(
    signed_in: SignedIn, story: Story, author: Member
) -> None:
    browser = signed_in(author)
    form = form_of(story, lead="Diubah.")
    assert browser.post(edit_url(story), form | {"do": "save"}, headers=SCRIPT).json()["next"] == ""
    assert browser.post(edit_url(story), form | {"do": "keep-mine"}, headers=SCRIPT).json()["next"] == edit_url(story)
    answer = browser.post(edit_url(story), form | {"do": "submit"}, headers=SCRIPT)
    assert answer.json()["next"] == reverse("story_review", args=[story.pk])
    assert Story.objects.get(pk=story.pk).state == "in_review"


def test_a_correction_proposed_by_the_script_leads_to_its_decision(
    signed_in: SignedIn, published_story: Story, author: Member
) -> None:
    browser = signed_in(author)
    address = reverse("story_correct", args=[published_story.pk])
    same = browser.post(address, form_of(published_story) | {"do": "propose"}, headers=SCRIPT)
    assert (same.status_code, same.json()["code"]) == (422, "content.E141")
    form = form_of(published_story, lead="Sudah diralat.")
    answer = browser.post(address, form | {"do": "propose"}, headers=SCRIPT)
    assert answer.json() == {"changed": [], "next": reverse("story_correct_decide", args=[published_story.pk])}
