"""Making a story of a structure: the text's paragraphs and quotes in their order, then what is proposed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from suluh.content.blocks import Block, CallToAction, Number, Paragraph, Quote, Step, StoryText
from suluh.content.structure.model import Figure, Passage, Said, Span, Structure
from suluh.foundation.richtext import from_plain

_MOST_NUMBERS = 3
_LONGEST_ATTRIBUTION = 6  # words beside the speaker's name and title
_FEWEST_WORDS = 3


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """A story to correct. ``sources`` names for each block's id the place in ``Structure.text`` it came from."""

    story: StoryText
    sources: dict[str, Span]


def to_story(found: Structure) -> StoryText:
    """Return a structure as a story of blocks."""
    return propose(found).story


def propose(found: Structure) -> Proposal:
    """Return a structure as a story of blocks, with where each block came from.

    Sentences that became the lead, and words that only say who spoke, are not repeated in the paragraphs.
    """
    placed = [*_body(found), *_proposed(found)]
    story = StoryText(
        headline=found.headline,
        lead=found.lead,
        blocks=tuple(block for block, _source in placed),
        language=found.language,
        place=found.place,
        dated_on=found.dated_on,
        byline=found.byline,
    )
    return Proposal(story=story, sources={block.id: source for block, source in placed})


def _body(found: Structure) -> list[tuple[Block, Span]]:
    quotes = {quote.start: quote for quote in found.quotes}
    listed = {point.sentence.start for point in found.points if not found.text[point.sentence.start].isalpha()}
    taken = sorted(_taken(found), key=lambda span: (span.start, span.end))
    placed: list[tuple[Block, Span]] = []
    at = 0
    for paragraph in found.paragraphs:
        if paragraph.start in listed:
            continue
        while at < len(taken) and taken[at].end <= paragraph.start:
            at += 1
        here = at
        begin = paragraph.start
        while here < len(taken) and taken[here].start < paragraph.end:
            span = taken[here]
            placed += _paragraph(found, start=begin, end=span.start)
            quote = quotes.get(span.start)
            if quote is not None and quote.parts[0].end == span.end:
                placed.append((_quote(quote), Span(start=quote.start, end=quote.end)))
            begin = max(begin, span.end)
            here += 1
        placed += _paragraph(found, start=begin, end=paragraph.end)
    return placed


def _taken(found: Structure) -> Iterable[Span]:
    """Yield the places that paragraphs do not repeat: the lead where it opens the text, quotes, and who said them."""
    if found.lead_sources and found.paragraphs and found.lead_sources[0].start == found.paragraphs[0].start:
        yield from found.lead_sources
    for quote in found.quotes:
        yield from quote.parts
        if quote.attribution is not None and _only_says_who(found, quote=quote):
            yield quote.attribution


def _only_says_who(found: Structure, *, quote: Said) -> bool:
    assert quote.attribution is not None
    if quote.attribution.start >= quote.start:
        return True
    words = found.text[quote.attribution.start : quote.attribution.end].split()
    return len(words) - len(quote.speaker.split()) - len(quote.title.split()) <= _LONGEST_ATTRIBUTION


def _paragraph(found: Structure, *, start: int, end: int) -> list[tuple[Block, Span]]:
    text = found.text[start:end].strip().lstrip(",;.").strip()
    if len(text.split()) < _FEWEST_WORDS:
        return []
    if text.endswith(","):
        text = f"{text[:-1]}:"
    return [(Paragraph(text=from_plain(text)), Span(start=start, end=end))]


def _quote(quote: Said) -> Quote:
    return Quote(text=quote.text, speaker=quote.speaker, title=quote.title)


def _proposed(found: Structure) -> list[tuple[Block, Span]]:
    placed: list[tuple[Block, Span]] = [
        (Number(value=figure.value, label=figure.label), _span(figure.sentence)) for figure in _telling(found.numbers)
    ]
    placed += [(Step(title=point.title, text=point.text), _span(point.sentence)) for point in found.points]
    call = found.call_to_action
    if call is not None:
        placed.append((CallToAction(text=call.text, url=call.url), _span(call.sentence)))
    return placed


def _telling(figures: tuple[Figure, ...]) -> list[Figure]:
    """Return the three figures that tell most: money, shares and large counts first, in the order of the text."""
    ranked = sorted(figures, key=lambda figure: (figure.value.isdigit() and len(figure.value) < 2, figure.start))
    return sorted(ranked[:_MOST_NUMBERS], key=lambda figure: figure.start)


def _span(passage: Passage) -> Span:
    return Span(start=passage.start, end=passage.end)
