"""The structurer: a press release in, its parts out."""

from __future__ import annotations

from suluh.content.structure import headline as headlines
from suluh.content.structure.dates import dates_in
from suluh.content.structure.figures import figures_in
from suluh.content.structure.frame import Frame, frame_of
from suluh.content.structure.lead import choose_lead
from suluh.content.structure.model import Passage, Span, Structure
from suluh.content.structure.namedthings import organisations_in, places_in
from suluh.content.structure.points import call_in, points_in, weigh
from suluh.content.structure.quotes import quotes_in
from suluh.content.structure.reading import Reading
from suluh.content.structure.text import paragraphs_of, tidy
from suluh.content.structure.words import words_of
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _

LONGEST_TEXT = 1_000_000  # characters


class TextTooLong(Refusal):
    """A text longer than any press release."""

    code = "content.E172"


def structure(text: str, *, language: str = "id") -> Structure:
    """Take a press release apart: headline, lead, quotes with speakers, people, places, dates, numbers, points.

    ``language`` is the text's, such as "id". Raises ``LanguageUnknown``, and ``TextTooLong`` above
    1,000,000 characters.
    """
    if len(text) > LONGEST_TEXT:
        raise TextTooLong(_("The text is longer than a press release can be. Give at most 1,000,000 characters."))
    words = words_of(language)
    tidied = tidy(text)
    frame = frame_of(paragraphs_of(tidied), words=words)
    reading = Reading(tidied, words, frame.skipped)
    return _assembled(reading, frame=frame, language=language)


def _assembled(reading: Reading, *, frame: Frame, language: str) -> Structure:
    lines, words = reading.lines, reading.words
    quotes = quotes_in(reading)
    dates = dates_in(reading.text, language=language)
    places = places_in(reading, dateline=frame.place)
    organisations = organisations_in(reading)
    people = tuple(reading.cast.people)
    weights = weigh(lines, words=words)
    lead = choose_lead(lines, quotes=quotes, people=people, organisations=organisations, dates=dates, places=places)
    headline, source = frame.headline, _span(reading.paragraphs, at=frame.headline_at)
    proposed = None if headline else headlines.propose(lines, skip_to=frame.dateline_end, words=words, weights=weights)
    if proposed:
        headline, source = proposed[0], Span(start=proposed[1].start, end=proposed[1].end)
    own_dates = [found for found in dates if any(s.start <= found.start < s.end for s in lead)] or list(dates)
    return Structure(
        text=reading.text,
        language=language,
        headline=headline,
        headline_is_proposed=proposed is not None,
        headline_source=source,
        lead=" ".join(reading.text[max(s.start, frame.dateline_end) : s.end] for s in lead),
        lead_sources=tuple(Span(start=s.start, end=s.end) for s in lead),
        paragraphs=tuple(p for at, p in enumerate(reading.paragraphs) if at not in frame.skipped),
        quotes=quotes,
        people=people,
        organisations=organisations,
        places=places,
        dates=dates,
        numbers=figures_in(reading, language=language, taken=dates),
        points=points_in(lines, quotes=quotes, lead=lead, weights=weights, words=words),
        call_to_action=call_in(lines, words=words),
        place=frame.place,
        dated_on=own_dates[0].on if own_dates else None,
        byline=frame.byline,
    )


def _span(paragraphs: tuple[Passage, ...], *, at: int | None) -> Span | None:
    return None if at is None else Span(start=paragraphs[at].start, end=paragraphs[at].end)
