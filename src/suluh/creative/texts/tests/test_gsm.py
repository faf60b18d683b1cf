from dataclasses import replace

import pytest

from suluh.content.blocks import CallToAction
from suluh.creative import texts
from suluh.creative.drawing.rendition import TextDoesNotFit
from suluh.creative.texts.gsm import parts, typed
from suluh.creative.texts.hashtags import hashtags
from suluh.creative.texts.tests.stories import BRAND, LONG_QUOTE, MARK, STORY

CASES = [
    ("", 1),
    ("a" * 160, 1),
    ("a" * 161, 2),
    ("a" * 306, 2),
    ("a" * 307, 3),
    ("€" * 80, 1),
    ("€" * 81, 2),
    # A sign of two septets does not start on the last septet of a part.
    ("a" * 152 + "€" + "a" * 152, 3),
    ("ê" * 70, 1),
    ("ê" + "a" * 70, 2),
    ("ê" * 134, 2),
    ("ê" * 135, 3),
    ("👍" * 35, 1),
    ("👍" * 66, 2),
    ("👍" * 67, 3),
]


@pytest.mark.parametrize(("text", "sent"), CASES)
def test_a_message_is_sent_in_so_many_parts(text: str, sent: int) -> None:
    assert parts(text) == sent


def test_typeset_signs_do_not_make_a_message_dear() -> None:
    assert parts(typed("“Lapor” — ya… " * 10)) == 1


def sms(**changes: object) -> str:
    (made,) = texts.write(replace(STORY, **changes), format_name="sms", brand=BRAND, mark=MARK)  # type: ignore[arg-type]
    return made.text


def test_an_sms_has_the_headline_the_call_the_office_and_the_proof() -> None:
    said = sms()

    assert parts(said) <= 2
    assert all(
        part in said for part in (STORY.headline, "https://kws.kpk.go.id", BRAND.short_name, MARK.url, MARK.code)
    )


def test_an_sms_takes_whole_sentences_of_the_lead() -> None:
    said = sms(lead=f"Mulai hari ini. {LONG_QUOTE}")

    assert "Mulai hari ini. Tantangan" in said
    assert 0 < said.count("Tantangan") == said.count("masyarakat.") < LONG_QUOTE.count("Tantangan")


@pytest.mark.parametrize(
    ("changes", "block"),
    [({"headline": "kata " * 70}, "story"), ({"blocks": (CallToAction(id="c", text="lapor " * 50),)}, "c")],
)
def test_an_sms_names_what_does_not_fit(changes: dict[str, object], block: str) -> None:
    with pytest.raises(TextDoesNotFit) as refused:
        sms(**changes)

    assert refused.value.block == block


def test_hashtags_are_few_and_a_screen_reader_can_part_their_words() -> None:
    story = replace(STORY, topic="anti korupsi, pelayanan publik; 2024, anti-Korupsi", place="Palembang / OKU, a, b, c")

    assert hashtags(story, brand=BRAND) == "#AntiKorupsi #PelayananPublik #Palembang #OKU #A"
    assert hashtags(replace(STORY, topic="", place=""), brand=BRAND) == "#KominfoSumsel"
