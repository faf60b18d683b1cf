import re
from dataclasses import replace

import pytest

from suluh.content.blocks import CallToAction, Paragraph, Quote, Step, StoryText
from suluh.creative import texts
from suluh.creative.drawing.rendition import TextDoesNotFit
from suluh.creative.texts.languages import languages
from suluh.creative.texts.networks.newsletter import SUBJECT_LIMIT
from suluh.creative.texts.networks.radio import spoken_words
from suluh.creative.texts.tests.stories import BRAND, LONG_QUOTE, MARK, SPEAKER, STORY


def written(story: StoryText, *, format_name: str) -> dict[str, str]:
    made = texts.write(story, format_name=format_name, brand=BRAND, mark=MARK)
    return {rendition.name: rendition.text for rendition in made}


@pytest.mark.parametrize(("text", "words"), [("Lapor ke 0811-12", 8), ("kws.kpk.go.id", 4), ("—", 0), ("pagi", 1)])
def test_digits_and_addresses_take_their_time(text: str, words: int) -> None:
    assert spoken_words(text) == words


def test_a_radio_script_ends_in_time_and_says_who_sends_it() -> None:
    for name, script in written(STORY, format_name="radio").items():
        seconds = int(name.removeprefix("radio-").removesuffix(".txt"))
        minute, second = re.findall(r"\[(\d+):(\d\d)\]", script)[-1]
        read = script.partition("(Tidak dibacakan)")[0]

        assert int(minute) * 60 + int(second) <= seconds
        assert script.startswith(f"[0:00] {STORY.headline}")
        assert BRAND.name in read
        assert "kws.kpk.go.id" in read
        assert "://" not in read


def test_a_radio_script_names_a_person_before_the_words() -> None:
    short = replace(STORY.of_kind(Quote)[0], text="Lawan hoaks.")
    script = written(replace(STORY, blocks=(short,)), format_name="radio")["radio-60.txt"]

    assert f"{SPEAKER}, Kabiro Humas KPK RI: “Lawan hoaks.”" in script


@pytest.mark.parametrize(
    ("changes", "block"),
    [({"headline": "kata " * 70}, "story"), ({"blocks": (CallToAction(id="c", text="lapor " * 70),)}, "c")],
)
def test_a_radio_script_names_what_takes_too_long(changes: dict[str, object], block: str) -> None:
    with pytest.raises(TextDoesNotFit) as refused:
        written(replace(STORY, **changes), format_name="radio")  # type: ignore[arg-type]

    assert refused.value.block == block


@pytest.mark.parametrize(
    ("headline", "subject"),
    [(STORY.headline, STORY.headline), (f"Awas hoaks! {LONG_QUOTE}", "Awas hoaks!"), (LONG_QUOTE[:80], BRAND.name)],
)
def test_a_subject_is_never_cut(headline: str, subject: str) -> None:
    letter = written(replace(STORY, headline=headline), format_name="newsletter")["newsletter.txt"]

    assert len(subject) <= SUBJECT_LIMIT
    assert letter.startswith(f"Subjek: {subject}\n")
    assert f"\n\n{headline}\n\n" in letter


def test_an_article_shows_markdown_signs_as_they_are() -> None:
    blocks = (
        Paragraph(id="p", text="# bukan judul, *bukan* [tautan](x) &lt;b&gt;"),
        Paragraph(id="o", text="1. bukan daftar"),
        Step(id="a", title="Buka"),
        Step(id="b", title="Isi"),
        CallToAction(id="c", text="Lapor_kan", url="https://kpk.go.id/a_b_c"),
    )
    article = written(replace(STORY, blocks=blocks), format_name="article")["article.md"]

    assert r"\# bukan judul, \*bukan\* \[tautan\](x) \<b\>" in article
    assert "1\\. bukan daftar" in article
    assert "1. Buka\n2. Isi\n" in article
    assert r"Lapor\_kan https://kpk.go.id/a_b_c" in article


def test_every_language_has_every_fixed_word() -> None:
    found = languages()

    assert {"id", "en", "mui"} <= set(found)
    for language in found.values():
        assert set(language.words) == set(found["id"].words), language.code
        assert all(language.words.values())
    assert found["mui"].needs_a_reader


def test_a_story_in_palembang_malay_has_its_fixed_words() -> None:
    for format_name in texts.formats():
        for text in written(replace(STORY, language="mui"), format_name=format_name).values():
            assert "Cek asli apo idak: " in text
