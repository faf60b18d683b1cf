"""What is counted in a story, with the places: no score, each number can be looked up and says why it matters."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from suluh.content.blocks import Number, Quote, StoryText
from suluh.creative.coach.finding import Finding
from suluh.creative.coach.passage import Passage, Sentence
from suluh.creative.coach.reading import Reading, whole_words
from suluh.creative.coach.rules import five_questions, number_source, quote_speaker
from suluh.creative.coach.rules.passive_chains import passives
from suluh.foundation.errors import Translatable
from suluh.foundation.language import lazy as _

# Places that one count leads to; more are not looked through.
MOST_PLACES = 12


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where one counted thing stands: characters ``start`` to ``end`` of the plain text of a block's field."""

    block: str
    field: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, kw_only=True)
class Counted:
    """One count: ``value`` in words of numbers ("3 of 5"), why it matters, and the places to look at."""

    name: str
    label: Translatable
    value: Translatable
    why: Translatable
    places: tuple[Place, ...] = ()


def count(story: StoryText, *, vocabulary: Collection[str] = ()) -> tuple[Counted, ...]:
    """Return what is counted in ``story``; what there is none of is left out."""
    reading = Reading(story=story, vocabulary=whole_words(vocabulary))
    sentences = [(passage, sentence) for passage in reading.prose for sentence in passage.sentences]
    if not sentences:
        return ()
    found: list[Counted | None] = [_sentences(sentences), _length(sentences)]
    if story.language == "id":
        found.append(_passive(sentences, reading=reading))
    found += [_figures(reading), _quotes(reading)]
    if story.language == "id":
        found.append(_questions(reading))
    return tuple(one for one in found if one is not None)


def _place(passage: Passage, *, start: int, end: int) -> Place:
    return Place(block=passage.block, field=passage.field, start=start, end=end, text=passage.text[start:end])


def _sentences(sentences: list[tuple[Passage, Sentence]]) -> Counted:
    words = sum(sentence.word_count for _passage, sentence in sentences)
    return Counted(
        name="sentences",
        label=_("Sentences"),
        value=_("%(sentences)d sentences, %(words)d words") % {"sentences": len(sentences), "words": words},
        why=_("A release that is read whole on a telephone has about 300 words."),
    )


def _length(sentences: list[tuple[Passage, Sentence]]) -> Counted:
    words = sum(sentence.word_count for _passage, sentence in sentences)
    longest = sorted(sentences, key=lambda pair: -pair[1].word_count)[:3]
    return Counted(
        name="length",
        label=_("Words in a sentence"),
        value=_("%(mean)d on average, %(most)d in the longest")
        % {"mean": round(words / len(sentences)), "most": longest[0][1].word_count},
        why=_("Above 25 words readers lose the thread. The three longest are shown."),
        places=tuple(_place(passage, start=one.start, end=one.end) for passage, one in longest),
    )


def _passive(sentences: list[tuple[Passage, Sentence]], *, reading: Reading) -> Counted:
    passive = [(p, s) for p, s in sentences if passives(s, passage=p, reading=reading)]
    return Counted(
        name="passive",
        label=_("Sentences with a passive verb"),
        value=_of(len(passive), total=len(sentences)),
        why=_("A passive verb can hide who acts. It is right where the thing matters more than the doer."),
        places=tuple(_place(p, start=s.start, end=s.end) for p, s in passive[:MOST_PLACES]),
    )


def _figures(reading: Reading) -> Counted | None:
    total = sum(number_source.figures(passage) for passage in reading.prose) + len(reading.story.of_kind(Number))
    # A number block without unit is named twice there; each place counts once.
    bare = list(
        {
            (f.block, f.field, f.start): f for f in number_source.check(reading) if _lacks_source(f, reading=reading)
        }.values()
    )
    if not total:
        return None
    return Counted(
        name="figures",
        label=_("Figures with a source"),
        value=_of(max(total - len(bare), 0), total=total),
        why=_("A figure is believed when readers can check it. Those without source are shown."),
        places=_places(bare),
    )


def _lacks_source(finding: Finding, *, reading: Reading) -> bool:
    sourced = {block.id for block in reading.story.of_kind(Number) if block.source.strip()}
    return finding.block not in sourced


def _quotes(reading: Reading) -> Counted | None:
    bare = list(quote_speaker.check(reading))
    total = len(reading.story.of_kind(Quote)) + sum(quote_speaker.quotations(p) for p in reading.prose)
    if not total:
        return None
    return Counted(
        name="quotes",
        label=_("Quotes with a speaker"),
        value=_of(max(total - len(bare), 0), total=total),
        why=_("A quote counts for as much as the person who says it. Those without speaker are shown."),
        places=_places(bare),
    )


def _questions(reading: Reading) -> Counted:
    total, answered = five_questions.answered(reading)
    return Counted(
        name="questions",
        label=_("Questions answered"),
        value=_of(answered, total=total),
        why=_("Who, what, when, where, why and how. What is left open is named among the remarks."),
    )


def _of(part: int, *, total: int) -> Translatable:
    return _("%(part)d of %(total)d") % {"part": part, "total": total}


def _places(found: Iterable[Finding]) -> tuple[Place, ...]:
    return tuple(
        Place(block=f.block, field=f.field, start=f.start, end=f.end, text=f.text) for f in list(found)[:MOST_PLACES]
    )
