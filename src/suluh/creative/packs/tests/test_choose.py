from __future__ import annotations

from dataclasses import replace

import pytest

from suluh.content.blocks import CallToAction, MythFact, Number, Paragraph, Picture, Quote, Step, StoryText
from suluh.creative.drawing.tests.samples import RICH, TYPICAL
from suluh.creative.packs.choose import Room, choose, initials
from suluh.creative.packs.sentences import sentences, shortened


def kinds(story: StoryText) -> list[str]:
    return [slide.kind for slide in choose(story).slides]


def test_a_typical_story_has_points_a_voice_and_what_to_do() -> None:
    assert kinds(TYPICAL) == ["cover", "points", "quote", "figures", "points", "close"]


def test_the_points_are_divided_evenly() -> None:
    first, second = (slide for slide in choose(TYPICAL).slides if slide.kind == "points")

    assert [len(first.points), len(second.points)] == [2, 2]


def test_a_story_of_a_headline_alone_says_how_it_is_checked() -> None:
    assert kinds(StoryText(headline="Jujur itu keren.")) == ["cover", "check", "close"]


def test_a_rich_story_shows_every_quote_figure_belief_and_point_by_turns() -> None:
    assert kinds(RICH) == [
        *("cover", "points", "quote", "belief", "figures", "points", "quote", "figures", "points", "close"),
    ]
    slides = choose(RICH).slides
    assert [len(slide.points) for slide in slides if slide.points] == [3, 3, 2]
    assert [len(slide.figures) for slide in slides if slide.figures] == [2, 2]


def test_a_run_has_three_to_ten_pages() -> None:
    many = replace(RICH, blocks=RICH.blocks * 4)

    assert len(choose(many).slides) == 10
    assert len(choose(StoryText(headline="A")).slides) == 3


def test_without_steps_or_quotes_the_text_and_numbers_speak() -> None:
    story = StoryText(
        headline="Layanan paspor",
        lead="Warga dapat mengurus paspor hari Minggu.",
        blocks=(Number(value="3", label="kantor"), MythFact(myth="Berbayar.", fact="Gratis.")),
    )

    assert kinds(story) == ["cover", "text", "belief", "figures", "close"]


def test_no_block_is_shown_on_two_slides() -> None:
    story = StoryText(headline="A", blocks=(Quote(id="q", text="Satu."), Paragraph(id="p", text="Dua.")))

    assert kinds(story) == ["cover", "text", "quote", "close"]


def test_a_call_to_action_is_not_said_twice() -> None:
    story = StoryText(headline="A", blocks=(CallToAction(text="Ayo."),))

    assert kinds(story) == ["cover", "check", "close"]
    assert kinds(replace(story, blocks=(*story.blocks, CallToAction(text="Lapor.")))) == ["cover", "call", "close"]


def test_a_call_to_action_closes_the_run() -> None:
    close = choose(TYPICAL).slides[-1]

    assert close.call is not None
    assert close.call.text.block == "c1"
    assert close.call.url is not None
    assert close.call.url.text == "kpk.go.id/lapor"


def test_every_piece_knows_its_block() -> None:
    plan = choose(TYPICAL)

    assert plan.headline.block == "story"
    assert plan.quote is not None
    assert plan.quote.text.block == "q1"
    assert [point.title.block for point in plan.points] == ["s1", "s2", "s3", "s4"]


def test_a_point_gets_the_sign_of_its_words() -> None:
    signs = [point.icon for point in choose(TYPICAL).points]

    assert signs == ["exchange", "megaphone", "share", "magnifier"]


def test_a_point_without_a_known_word_has_no_sign() -> None:
    assert choose(StoryText(headline="A", blocks=(Step(title="Zzz"),))).points[0].icon == ""


def test_empty_blocks_are_passed_over() -> None:
    story = StoryText(headline="A", blocks=(Step(title=" "), Quote(text=""), Number(value="", label="x")))

    assert kinds(story) == ["cover", "check", "close"]


def test_a_quote_is_shortened_only_at_a_sentence() -> None:
    quote = Quote(id="q", text="Kalimat pertama selesai. Kalimat kedua tidak muat lagi di sini.")
    plan = choose(StoryText(headline="A", blocks=(quote,)), room=Room(quote=40))

    assert plan.quote is not None
    assert plan.quote.text.text == "Kalimat pertama selesai. …"
    assert plan.quote.text.shortened


def test_one_long_sentence_is_left_whole() -> None:
    assert shortened("Satu kalimat panjang yang tidak berakhir di tengah.", to=10) == (
        "Satu kalimat panjang yang tidak berakhir di tengah.",
        False,
    )


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ir. S. A. Supriono hadir. Ia berterima kasih.", 2),
        ("Biayanya Rp350.000 saja. Tidak lebih!", 2),
        ("Naik 72 %. Benar?", 2),
        ("Satu kalimat.", 1),
        ("“Ayo jujur.” Ia tersenyum.", 2),
    ],
)
def test_sentences_end_where_people_end_them(text: str, count: int) -> None:
    found = sentences(text)

    assert len(found) == count
    assert " ".join(found) == text


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Yuyu A. Iskak", "YI"),
        ("Ir. S. A. Supriono", "SS"),
        ("Rika Efianti, SE., MM.", "RE"),
        ("Prof. Dr. Budi", "B"),
        ("Sukarno", "S"),
        ("", ""),
    ],
)
def test_initials_leave_titles_aside(name: str, expected: str) -> None:
    assert initials(name) == expected


def test_rich_text_is_shown_plain() -> None:
    story = replace(TYPICAL, lead="", blocks=(Paragraph(id="p", text="Buka <strong>hari ini</strong> &amp; besok."),))

    text = next(slide.text for slide in choose(story).slides if slide.text is not None)
    assert text.text == "Buka hari ini & besok."


def test_a_point_without_room_for_its_sentence_shows_its_title_and_says_so() -> None:
    step = Step(id="s", title="Memperkuat sinergi", text="Satu kalimat yang panjang sekali " * 8)

    (point,) = choose(StoryText(headline="A", blocks=(step,))).points

    assert point.text is None
    assert point.title.shortened


def test_a_picture_is_chosen_only_where_its_file_is_at_hand() -> None:
    first, second = Picture(media="1", alt="A"), Picture(media="2", alt="B", focal_x=0.2)
    story = StoryText(headline="A", blocks=(first, second))

    assert choose(story).photo is None
    chosen = choose(story, pictures={"2"}).photo
    assert chosen is not None
    assert (chosen.media, chosen.focal_x) == ("2", 0.2)


@pytest.mark.parametrize(
    ("alt", "is_portrait"),
    [
        ("Yuyu A. Iskak", True),
        ("yuyu a. iskak, Kabiro Humas KPK RI.", True),
        ("Yuyu A. Iskak dan Ir. S. A. Supriono", False),
        ("Suasana pelatihan", False),
        ("", False),
    ],
)
def test_only_a_picture_of_the_speaker_alone_is_a_portrait(alt: str, is_portrait: bool) -> None:
    said = Quote(text="Satu.", speaker="Yuyu A. Iskak", title="Kabiro Humas KPK RI")
    plan = choose(StoryText(headline="A", blocks=(said, Picture(media="1", alt=alt))), pictures={"1"})

    assert plan.quote is not None
    assert (plan.quote.portrait is not None) is is_portrait
    assert (plan.photo is None) is is_portrait


def test_a_picture_without_a_description_is_nobodys_portrait() -> None:
    story = StoryText(headline="A", blocks=(Quote(text="Satu."), Picture(media="1", alt="")))

    plan = choose(story, pictures={"1"})

    assert plan.photo is not None
    assert plan.quote is not None
    assert plan.quote.portrait is None


def test_a_label_longer_than_its_room_is_left_away() -> None:
    assert choose(TYPICAL, room=Room(topic=5)).topic is None
    assert choose(TYPICAL, room=Room(topic=60)).topic is not None


@pytest.mark.parametrize(
    ("story", "motto"),
    [
        (StoryText(headline="Sudah dicek!", topic="Hoaks"), "Sudah dicek!"),
        (replace(TYPICAL, topic=""), "Jujur itu keren."),
        (
            StoryText(headline="Satu judul yang panjangnya lebih dari lima kata", topic="Layanan publik"),
            "Layanan publik",
        ),
        (StoryText(headline="Tolak pungutan. Layanan di semua loket gratis."), "Tolak pungutan."),
        (StoryText(headline="Satu judul yang panjangnya lebih dari lima kata"), None),
        (StoryText(headline=""), None),
    ],
)
def test_a_motto_is_whole_words_of_the_storys_own(story: StoryText, motto: str | None) -> None:
    found = choose(story).motto

    assert (found.text if found else None) == motto


def test_a_motto_that_is_part_of_a_text_says_so() -> None:
    motto = choose(TYPICAL).motto

    assert motto is not None
    assert (motto.block, motto.kind, motto.shortened) == ("c1", "call_to_action", True)
