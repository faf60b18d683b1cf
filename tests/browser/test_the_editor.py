"""The editor's own tools in a real browser: rich text, blocks, the coach's remarks, the preview."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from conftest import build_text
from playwright.sync_api import Locator, Page, Route, expect

from suluh.agencies.models import Member, Office
from suluh.content import api as content
from suluh.content.blocks import Paragraph, Quote
from suluh.content.models import Story
from tests.browser.conftest import LAPTOP, PHONE

OpenAs = Callable[[Member, str], Page]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True, databases=["default", "owner"]),
]
# What a page of another site may put on the clipboard, or a hostile one.
HOSTILE = (
    "<div onclick='window.stolen=1'>Sungai <b>Musi</b><script>window.stolen=1</script>"
    "<img src=x onerror='window.stolen=1'><a href='javascript:window.stolen=1'>pasang</a>"
    "<iframe srcdoc='<script>parent.stolen=1</script>'></iframe><style>body{display:none}</style></div>"
)
COPIED = """(html) => document.addEventListener("copy", (event) => {
  event.clipboardData.setData("text/html", html);
  event.preventDefault();
}, { once: true })"""


@pytest.fixture
def size() -> tuple[int, int]:
    """A laptop: coach and preview stand beside the text."""
    return LAPTOP


@pytest.fixture
def page(open_as: OpenAs, story: Story, author: Member) -> Page:
    """The editor with the short story open."""
    return open_as(author, f"/meja/naskah/{story.pk}/")


def saved(page: Page, *, story: Story) -> content.StoryText:
    """Wait until the editor says it saved, and return the words the server has."""
    expect(page.locator(".editor-status")).to_have_attribute("data-state", "saved")
    return Story.objects.get(pk=story.pk).text()


def enter_paragraph(page: Page) -> Locator:
    """Enter the first paragraph, its end; the editor library comes with that."""
    page.locator(".rich-view").first.click()
    editor = page.locator("trix-editor")
    expect(editor).to_be_focused()
    page.keyboard.press("Control+End")
    return editor


def kinds(page: Page) -> list[str]:
    return [one.input_value() for one in page.locator(".blocks > .block > input[name$=':kind']").all()]


def test_a_bold_word_of_a_paragraph_is_saved_as_strong(page: Page, story: Story) -> None:
    enter_paragraph(page)
    expect(page.locator(".editor-status")).to_be_hidden()  # entering changes nothing
    page.keyboard.type(" Berlaku ")
    expect(page.locator("suluh-rich-text textarea").first).to_have_value(re.compile("Berlaku"))
    page.keyboard.press("Control+b")
    expect(page.locator("[data-trix-attribute=bold]")).to_have_class(re.compile("trix-active"))
    page.keyboard.type("sekarang")
    block = saved(page, story=story).blocks[0]
    assert isinstance(block, Paragraph)
    assert block.text == "Komitmen ditandatangani pada Kamis di Palembang. Berlaku <strong>sekarang</strong>"
    page.locator("#lead").click()
    expect(page.locator("trix-editor")).to_have_count(0)
    expect(page.locator(".rich-view strong")).to_have_text("sekarang")


def test_pasted_html_leaves_its_words_and_nothing_else(page: Page, story: Story) -> None:
    page.evaluate(COPIED, HOSTILE)
    page.locator("#headline").press("Control+a")
    page.keyboard.press("Control+c")
    enter_paragraph(page)
    page.keyboard.press("Control+v")
    block = saved(page, story=story).blocks[0]
    assert isinstance(block, Paragraph)
    assert "Sungai <strong>Musi</strong>" in block.text
    assert "pasang" in block.text
    assert not any(bad in block.text for bad in ("script", "onerror", "stolen", "<img", "iframe", "display:none"))
    page.reload()
    expect(page.locator(".rich-view").first).to_contain_text("Sungai Musi")
    assert page.evaluate("() => window.stolen") is None


def test_blocks_are_added_moved_removed_and_brought_back_by_buttons(page: Page, story: Story) -> None:
    page.locator(".block button[value^='down:']").first.click()
    assert kinds(page) == ["quote", "paragraph", "step"]
    page.locator(".block").first.locator("[data-here]").click()
    page.locator(".block .block-add button[value='add:contact']").click()
    page.keyboard.type("Layanan aduan")
    assert kinds(page) == ["quote", "contact", "paragraph", "step"]
    page.locator(".block").first.locator("button[value^='remove:']").click()
    assert kinds(page) == ["contact", "paragraph", "step"]
    page.locator("[data-undo]").click()
    text = saved(page, story=story)
    assert [block.kind for block in text.blocks] == kinds(page) == ["quote", "contact", "paragraph", "step"]
    assert getattr(text.blocks[1], "name", "") == "Layanan aduan"


def test_blocks_are_moved_and_begun_by_keys_while_writing(page: Page, story: Story) -> None:
    enter_paragraph(page)
    page.keyboard.press("Alt+ArrowDown")
    page.keyboard.press("Alt+ArrowDown")
    page.keyboard.type(" Masih di sini.")
    assert kinds(page) == ["quote", "step", "paragraph"]
    page.keyboard.press("Alt+ArrowUp")
    page.keyboard.press("Enter")
    expect(page.locator("trix-editor")).to_have_count(1)
    expect(page.locator("trix-editor")).to_be_focused()
    page.keyboard.type("Paragraf baru.")
    text = saved(page, story=story)
    assert [block.kind for block in text.blocks] == ["quote", "paragraph", "paragraph", "step"]
    assert [b.text[-14:] for b in text.blocks if isinstance(b, Paragraph)] == ["Masih di sini.", "Paragraf baru."]


def test_a_paragraph_is_entered_where_it_is_clicked_and_takes_letters_that_come_early(page: Page, story: Story) -> None:
    page.locator(".rich-view").first.click(position={"x": 14, "y": 20})
    page.keyboard.type("Awal! ")
    expect(page.locator("trix-editor")).to_be_focused()
    block = saved(page, story=story).blocks[0]
    assert isinstance(block, Paragraph)
    assert block.text == "Awal! Komitmen ditandatangani pada Kamis di Palembang."


def test_a_paragraph_is_written_without_the_library_where_the_line_is_cut(
    page: Page, story: Story, tolerated: list[str]
) -> None:
    tolerated.append("ERR_INTERNET_DISCONNECTED")
    page.context.set_offline(True)
    page.locator(".rich-view").first.focus()
    plain = page.locator("suluh-rich-text textarea").first
    expect(plain).to_be_focused()
    page.keyboard.press("Control+End")
    page.keyboard.type(" Tanpa <em>sinyal</em>.")
    page.context.set_offline(False)
    block = saved(page, story=story).blocks[0]
    assert isinstance(block, Paragraph)
    assert block.text.endswith("Tanpa <em>sinyal</em>.")


def test_a_remark_is_mended_with_one_click_and_another_ignored(
    open_as: OpenAs, author: Member, acting_office: Office
) -> None:
    wrong = "Di sekolah, diantaranya SMA 1, murid memerangi <em>hoax</em> setiap hari."
    story = content.begin_story(build_text(blocks=(Paragraph(text=wrong),)), by=author)
    page = open_as(author, f"/meja/naskah/{story.pk}/")
    page.get_by_role("button", name="hoaks", exact=True).click()
    expect(page.locator(".rich-view em")).to_have_text("hoaks")
    expect(page.locator(".remark mark", has_text="hoax")).to_have_count(0)
    other = page.locator(".remark", has=page.locator("mark", has_text="diantaranya"))
    other.get_by_role("button", name="Abaikan").click()
    expect(other).to_have_count(0)
    assert "<em>hoaks</em>" in str(saved(page, story=story).blocks[0])
    page.reload()
    expect(page.locator(".remarks-panel")).to_be_visible()
    expect(page.locator(".remark mark", has_text="diantaranya")).to_have_count(0)


def test_who_types_on_while_a_remark_is_mended_keeps_what_was_typed(
    open_as: OpenAs, author: Member, acting_office: Office
) -> None:
    story = content.begin_story(build_text(lead="Murid memerangi hoax setiap hari."), by=author)
    page = open_as(author, f"/meja/naskah/{story.pk}/")
    held: list[Route] = []
    page.route(f"**/meja/naskah/{story.pk}/", lambda route: route.continue_() if held else held.append(route))
    page.get_by_role("button", name="hoaks", exact=True).click()
    page.locator("#lead").press("Control+End")
    page.keyboard.type(" Tanpa henti.")
    held[0].continue_()
    assert saved(page, story=story).lead.endswith("Tanpa henti.")
    page.get_by_role("button", name="hoaks", exact=True).click()
    expect(page.locator("#lead")).to_have_value("Murid memerangi hoaks setiap hari. Tanpa henti.")


def test_the_preview_follows_the_words_and_names_the_block_that_does_not_fit(page: Page, story: Story) -> None:
    picture = page.locator(".preview-shot img")
    expect(picture).to_be_visible()
    drawn = picture.get_attribute("src")
    page.locator("#headline").press("Control+End")
    page.keyboard.type(" tahun ini")
    expect(picture).not_to_have_attribute("src", drawn or "")
    expect(picture).to_have_attribute("alt", re.compile("antikorupsi tahun ini"))
    page.select_option("#preview-layout", "quote_card")
    expect(picture).to_have_attribute("width", "480")
    quote = next(block for block in story.text().blocks if isinstance(block, Quote))
    page.fill(f"[name='{quote.id}:text']", "Pertanggungjawabankeuangandaerah" * 40)
    expect(page.locator(".preview-panel [role=alert]")).to_contain_text("terlalu panjang")
    page.locator("#headline").click()
    page.locator(".preview-panel [data-jump]").click()
    expect(page.locator(f"[name='{quote.id}:text']")).to_be_focused()


@pytest.mark.parametrize("size", [PHONE])
def test_a_phone_draws_the_preview_only_when_it_comes_into_sight(page: Page, story: Story) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/pratinjau/" in request.url else None)
    page.locator("#headline").press("Control+End")
    page.keyboard.type(" tahun ini")
    saved(page, story=story)
    assert asked == []
    page.locator(".writing-jump a[href='#preview-title']").click()
    expect(page.locator(".preview-shot img")).to_have_attribute("alt", re.compile("antikorupsi tahun ini"))
    assert len(asked) == 1
