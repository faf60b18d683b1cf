"""What a video shows, when, and what is said: without a pixel."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from suluh.content.blocks import CallToAction, Number, Step, StoryText
from suluh.creative.drawing.tests.samples import RICH, TYPICAL
from suluh.creative.video.captions import WIDEST, as_srt, as_vtt, chunks, cues_of, wrapped
from suluh.creative.video.counting import steps_to
from suluh.creative.video.scenes import plan_of, scenes_of
from suluh.creative.video.timing import LONGEST, SHORTEST, Timeline, timeline


def film_of(story: StoryText, *, spoken: dict[str, float] | None = None) -> Timeline:
    return timeline(scenes_of(plan_of(story), closing="Baca yang asli."), spoken=spoken)


def kinds(film: Timeline) -> list[str]:
    return [timed.scene.kind for timed in film.scenes]


@pytest.mark.parametrize("story", [StoryText(headline="Jujur itu keren."), TYPICAL, RICH, StoryText(headline="")])
def test_a_video_lasts_fifteen_to_forty_five_seconds(story: StoryText) -> None:
    assert SHORTEST - 0.01 <= film_of(story).seconds <= LONGEST + 0.01


def test_a_story_of_a_headline_alone_has_a_cover_and_a_close() -> None:
    assert kinds(film_of(StoryText(headline="Jujur itu keren."))) == ["cover", "close"]


def test_what_there_is_no_time_for_is_named_and_cover_call_and_close_frame_the_rest() -> None:
    rich = replace(RICH, blocks=(*RICH.blocks, CallToAction(text="Laporkan!")))
    film = film_of(rich)
    assert kinds(film)[0] == "cover"
    assert kinds(film)[-1] == "close"
    assert film.left_out
    shown = [timed.scene for timed in film.scenes]
    assert not [scene for scene in film.left_out if scene in shown]


def test_a_short_story_keeps_what_is_said_beside_its_points() -> None:
    step = Step(title="Bawa kartu", text="Kartu lama tetap berlaku.")
    film = film_of(StoryText(headline="Loket baru", blocks=(step,)))
    said = {line.line.text: line.line.is_drawn for line in film.lines}
    assert said["Bawa kartu"]
    assert not said["Kartu lama tetap berlaku."], "a caption says it"


def test_scenes_and_cues_follow_each_other_without_a_gap_or_an_overlap() -> None:
    film = film_of(RICH)
    for before, after in pairwise(film.scenes):
        assert before.ends == pytest.approx(after.begins)
    cues = cues_of(film)
    for cue, next_cue in pairwise(cues):
        assert cue.begins < cue.ends <= next_cue.begins


def test_spoken_words_stay_as_long_as_the_voice_needs() -> None:
    story = StoryText(headline="Jujur itu keren.")
    film = film_of(story, spoken={"Jujur itu keren.": 9.0, "Baca yang asli.": 3.0})
    line = film.lines[0]
    assert line.line.text == "Jujur itu keren."
    assert line.ends - line.begins >= 9.0


def test_captions_have_two_short_lines_and_lose_no_word() -> None:
    text = "Warga dapat mengurus paspor pada hari Minggu, tanpa antre dan tanpa biaya tambahan. " * 3
    parts = chunks(text)
    assert " ".join(parts).split() == text.split()
    for part in parts:
        lines = wrapped(part)
        assert len(lines) <= 2
        assert max(map(len, lines)) <= WIDEST


def test_a_word_longer_than_a_line_is_divided() -> None:
    for line in wrapped(chunks("a" * 300)[0]):
        assert len(line) <= WIDEST


def test_the_caption_files_have_the_form_of_their_kind() -> None:
    cues = cues_of(film_of(StoryText(headline="Hak & <wajib> warga.")))
    assert re.match(r"1\n00:00:00,\d{3} --> 00:00:\d\d,\d{3}\nHak & <wajib> warga\.\n\n2\n", as_srt(cues))
    vtt = as_vtt(cues, language="id")
    assert vtt.startswith("WEBVTT\nKind: captions\nLanguage: id\n\n1\n00:00:00.")
    assert "Hak &amp; &lt;wajib&gt; warga." in vtt


def test_a_figure_counts_up_in_its_own_writing() -> None:
    steps = steps_to("Rp350.000")
    assert steps[-1] == "Rp350.000"
    numbers = [int(re.sub(r"\D", "", step)) for step in steps]
    assert numbers == sorted(numbers)
    assert all(re.fullmatch(r"Rp\d{1,3}(\.\d{3})*", step) for step in steps)


@pytest.mark.parametrize("value", ["3", "24/7", "dua puluh", "007"])
def test_a_figure_that_is_no_single_number_stands_still(value: str) -> None:
    assert steps_to(value) == ()


def test_a_decimal_keeps_its_decimals() -> None:
    assert all(re.fullmatch(r"\d+,\d %", step) for step in steps_to("92,5 %"))


def test_a_figure_scene_says_its_value_with_its_label() -> None:
    story = StoryText(headline="A", blocks=(Number(value="17", label="daerah"),))
    assert "17 daerah" in [line.line.text for line in film_of(story).lines]
