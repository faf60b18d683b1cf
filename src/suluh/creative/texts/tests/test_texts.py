import re
from dataclasses import replace

import pytest

from suluh.content.blocks import CallToAction, Paragraph, Quote, Step, StoryText
from suluh.creative import texts
from suluh.creative.drawing.rendition import TextDoesNotFit
from suluh.creative.texts.counting import LIMIT, weigh
from suluh.creative.texts.networks.whatsapp import CAPTION_LIMIT, TEXT_LIMIT
from suluh.creative.texts.tests.stories import BRAND, MARK, SPEAKER, STORY
from suluh.creative.texts.thread import BETWEEN, LONGEST_THREAD


def written(story: StoryText, *, format_name: str) -> dict[str, texts.TextRendition]:
    made = texts.write(story, format_name=format_name, brand=BRAND, mark=MARK)
    return {rendition.name: rendition for rendition in made}


def posts_of(story: StoryText) -> list[str]:
    return written(story, format_name="x_thread")["x-thread.txt"].text.split(BETWEEN)


def test_every_file_of_networks_is_a_format() -> None:
    assert {"whatsapp", "x_thread", "bluesky_thread", "threads_thread"} <= set(texts.formats())


@pytest.mark.parametrize("format_name", sorted(texts.formats()))
def test_a_format_says_what_the_screen_shows_of_it(format_name: str) -> None:
    said = texts.about(format_name)
    made = written(STORY, format_name=format_name)

    assert str(said.title)
    assert said.network in texts.NETWORKS
    assert set(said.files) <= set(made)
    assert len(made) == 1 or set(said.files) == set(made), "each of several files says what it is for"
    for rendition in made.values():
        posts = texts.posts(rendition.text, format_name=format_name)
        assert all(not post.limit or 0 < post.count <= post.limit for post in posts)


@pytest.mark.parametrize("format_name", sorted(texts.formats()))
def test_the_same_story_gives_the_same_text_with_code_and_link(format_name: str) -> None:
    first, second = written(STORY, format_name=format_name), written(STORY, format_name=format_name)

    assert first == second
    for rendition in first.values():
        assert MARK.code in rendition.text
        assert MARK.url in rendition.text
        assert "<" not in rendition.text
        assert "&amp;" not in rendition.text


@pytest.mark.parametrize("format_name", sorted(texts.formats()))
def test_the_fixed_words_are_in_the_storys_language(format_name: str) -> None:
    english = written(replace(STORY, language="en"), format_name=format_name)

    for rendition in english.values():
        assert "Check that this is genuine" in rendition.text
        assert "Cek keaslian" not in rendition.text


def test_whatsapp_keeps_to_both_lengths_and_sets_the_headline_in_bold() -> None:
    long_story = replace(STORY, blocks=STORY.blocks * 9)
    made = written(long_story, format_name="whatsapp")
    caption, text = made["whatsapp-caption.txt"], made["whatsapp.txt"]

    assert caption.counts == (len(caption.text),)
    assert len(caption.text) <= CAPTION_LIMIT < len(text.text) <= TEXT_LIMIT
    assert caption.text.startswith(f"*{STORY.headline}*\n")
    assert "https://kws.kpk.go.id" in caption.text


def test_whatsapp_never_shows_a_quote_without_its_speaker() -> None:
    for rendition in written(STORY, format_name="whatsapp").values():
        assert ("Tantangan kita" in rendition.text) == (SPEAKER in rendition.text)


def test_whatsapp_keeps_an_empty_line_before_a_list_whose_first_points_are_left_out() -> None:
    quote = Quote(id="q", text="Kata-kata " * 60 + "selesai.", speaker=SPEAKER)
    points = (Step(id="s1", title="Poin", text="panjang " * 60), Step(id="s2", title="Singkat"))
    caption = written(replace(STORY, blocks=(quote, *points)), format_name="whatsapp")["whatsapp-caption.txt"].text
    assert "panjang" not in caption
    assert "\n\n• Singkat" in caption


def test_whatsapp_leaves_a_headline_with_a_star_as_it_is() -> None:
    starred = written(replace(STORY, headline="Harga 2*3"), format_name="whatsapp")

    assert starred["whatsapp.txt"].text.startswith("Harga 2*3\n")


def test_whatsapp_names_the_headline_that_does_not_fit() -> None:
    with pytest.raises(TextDoesNotFit) as refused:
        written(replace(STORY, headline="kata " * 300), format_name="whatsapp")

    assert refused.value.block == "story"


def test_a_thread_is_numbered_and_no_post_is_too_heavy() -> None:
    thread = written(STORY, format_name="x_thread")["x-thread.txt"]
    posts = thread.text.split(BETWEEN)

    assert [post.split("\n")[0] for post in posts] == [f"{n}/{len(posts)}" for n in range(1, len(posts) + 1)]
    assert thread.counts == tuple(weigh(post) for post in posts)
    assert max(thread.counts) <= LIMIT


def test_a_quote_over_two_posts_names_its_speaker_in_both_and_loses_no_word() -> None:
    quoting = [post for post in posts_of(STORY) if "“" in post]
    said = " ".join(re.findall(r"“(?:… )?(.*?)(?: …)?”", "\n".join(quoting)))
    quote = STORY.of_kind(Quote)[0]

    assert len(quoting) > 1
    assert all(SPEAKER in post for post in quoting)
    assert said == quote.text


def test_words_are_never_cut_in_a_thread() -> None:
    words = " ".join(f"kata{n}" for n in range(120))
    told = posts_of(replace(STORY, lead="", blocks=(Paragraph(id="p", text=words),)))

    assert " ".join(" ".join(told).split()).count("kata") == 120
    assert set(words.split()) <= set(" ".join(told).split())


def test_link_and_code_stand_in_the_last_post_only() -> None:
    *others, last = posts_of(STORY)

    assert MARK.url in last
    assert "https://kws.kpk.go.id" in last
    assert not any("https://" in post for post in others)


def test_a_thread_has_an_end() -> None:
    assert len(posts_of(replace(STORY, blocks=STORY.blocks * 9))) == LONGEST_THREAD


def test_a_thread_names_the_call_that_does_not_fit() -> None:
    with pytest.raises(TextDoesNotFit) as refused:
        posts_of(replace(STORY, blocks=(CallToAction(id="c", text="lapor " * 60),)))

    assert refused.value.block == "c"
