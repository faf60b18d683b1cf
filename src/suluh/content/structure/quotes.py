"""Finding what was said, and by whom: named beside the quote, or through "ujarnya" back to the last who spoke."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from suluh.content.structure.model import Said, Span
from suluh.content.structure.names import Line
from suluh.content.structure.people import Mention
from suluh.content.structure.quotemarks import Marked
from suluh.content.structure.reading import Reading

_TERMINAL = ".,!?…"
_SUBJECT_WITHIN = 10  # tokens from a sentence's start
_VERB_WITHIN = 30  # tokens after the subject
_NEAR_PARAGRAPHS = 2  # how far back an unattributed quote looks for who speaks
_SHORTEST = 3  # words


@dataclass(frozen=True)
class Speaker:
    """Who speaks from a place of the text on."""

    name: str
    title: str
    since: int


@dataclass(frozen=True)
class Credit:
    """What the text beside a quote says of its speaker: the place, and the mention, if it names one."""

    span: Span
    mention: Mention | None = None
    organisation: str = ""


def quotes_in(reading: Reading) -> tuple[Said, ...]:
    """Return the quotes of a text in order, each with its speaker where the text tells."""
    marked = reading.marked
    told = _Speakers(reading)
    quotes: list[Said] = []
    for at, pieces in enumerate(marked):
        limit = marked[at + 1][0].start if at + 1 < len(marked) else len(reading.text)
        quote = _quote(reading, pieces=pieces, limit=limit, told=told)
        if quote is None:
            continue
        if quotes and _goes_on(reading, earlier=quotes[-1], later=quote):
            quotes[-1] = _merged(quotes[-1], later=quote)
        else:
            quotes.append(quote)
        told.hear(quotes[-1])
    return tuple(quotes)


class _Speakers:
    """Keeps who has the word while the quotes are walked through in order."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._subjects = [s for s in (_subject(reading, m) for m in reading.cast.mentions) if s is not None]
        self._starts = [subject.since for subject in self._subjects]
        self._heard: Speaker | None = None

    def hear(self, quote: Said) -> None:
        """Note who spoke last."""
        if quote.speaker or quote.title:
            self._heard = Speaker(quote.speaker, quote.title, quote.end)

    def before(self, offset: int) -> Speaker | None:
        """Return who has the word at an offset: the last quoted, or the last who was a sentence's speaking subject."""
        at = bisect_left(self._starts, offset)
        subject = self._subjects[at - 1] if at else None
        if subject and self._heard:
            return max(subject, self._heard, key=lambda speaker: speaker.since)
        return subject or self._heard

    def named(self, mention: Mention) -> Speaker:
        """Return the person a mention stands for."""
        cast = self._reading.cast
        person = mention.person if mention.person is not None else cast.holding(mention.title)
        if person is None:
            return Speaker("", mention.title, mention.start)
        found = cast.people[person]
        return Speaker(found.name, found.title, mention.start)


def _subject(reading: Reading, mention: Mention) -> Speaker | None:
    """Return who a mention gives the word to: the subject of a verb of saying or meaning, outside quotes."""
    line = reading.lines[reading.line_index(mention.start)]
    if _is_marked(reading, mention.start):
        return None
    words = line.words
    at = line.index(mention.start)
    after = [token.lower for token in line.tokens[at : at + _VERB_WITHIN]]
    speaks = any(word in words.saying or word in words.stance for word in after)
    leads = mention.person is not None and at <= _SUBJECT_WITHIN and _opens_line(line, at=at)
    if not (leads or (at <= _SUBJECT_WITHIN and speaks) or line.lower(at - 1) in words.saying):
        return None
    person = mention.person if mention.person is not None else reading.cast.holding(mention.title)
    if person is None:
        return Speaker("", mention.title, mention.start) if speaks and at <= 2 else None
    found = reading.cast.people[person]
    return Speaker(found.name, found.title, mention.start)


def _opens_line(line: Line, *, at: int) -> bool:
    """Say whether only a dateline or capitals stand before a token: "Lahat – Bupati ..."."""
    return not any(token.text[0].islower() for token in line.tokens[:at])


def _is_marked(reading: Reading, offset: int) -> bool:
    at = bisect_left(reading.marked, offset + 1, key=lambda quote: quote[0].start) - 1
    return at >= 0 and any(piece.start <= offset < piece.end for piece in reading.marked[at])


def _quote(reading: Reading, *, pieces: Sequence[Marked], limit: int, told: _Speakers) -> Said | None:
    inner = " ".join(reading.text[piece.inner_start : piece.inner_end].strip() for piece in pieces).strip()
    if len(inner.split()) < 2:
        return None
    first, last = pieces[0], pieces[-1]
    opening = reading.lines[reading.line_index(first.start)]
    closing = reading.lines[reading.line_index(last.start)]
    after = _credit_after(reading, line=closing, start=last.end, limit=limit)
    before = None if after else _credit_before(reading, line=opening, end=first.start)
    is_last = not reading.text[last.end : closing.sentence.end].strip(" .,!?)")
    ends = inner[-1] in _TERMINAL
    if not after and len(inner.split()) < _SHORTEST:
        return None
    if not after and (_is_slogan(opening, end=first.start) or not (ends or (before and is_last))):
        return None
    credit = after or before or _credit_next(reading, line=closing, end=last.end)
    speaker = _who(reading, credit=credit, start=first.start, told=told)
    organisation = credit.organisation if credit else ""
    return Said(
        start=first.start,
        end=last.end,
        text=_finished(inner),
        speaker=organisation or (speaker.name if speaker else ""),
        title="" if organisation or not speaker else speaker.title,
        parts=tuple(Span(start=piece.start, end=piece.end) for piece in pieces),
        attribution=credit.span if credit else None,
    )


def _finished(inner: str) -> str:
    if inner.endswith(","):
        return inner[:-1].rstrip() + "."
    return inner if inner[-1] in ".!?…" else inner + "."


def _who(reading: Reading, *, credit: Credit | None, start: int, told: _Speakers) -> Speaker | None:
    if credit and credit.mention:
        return told.named(credit.mention)
    speaker = told.before(start)
    if speaker and credit is None:
        gap = reading.paragraph_index(start) - reading.paragraph_index(speaker.since)
        return speaker if gap <= _NEAR_PARAGRAPHS else None
    return speaker


def _is_slogan(line: Line, *, end: int) -> bool:
    before = [token.lower for token in line.tokens if token.end <= end and token.text not in ":,"]
    return any(word in line.words.not_spoken for word in before[-2:])


def _speaks(line: Line, at: int) -> bool:
    return line.lower(at) in line.words.saying or _speaks_for(line, at)


def _speaks_for(line: Line, at: int) -> bool:
    """Say whether a token is a verb of saying with its pronoun in it: "ujarnya"."""
    ending, word = line.words.pronoun_ending, line.lower(at)
    return bool(ending) and word.endswith(ending) and word[: -len(ending)] in line.words.saying


def _mention_from(reading: Reading, offset: int) -> Mention | None:
    mentions = reading.cast.mentions
    at = bisect_left(mentions, offset, key=lambda mention: mention.start)
    return mentions[at] if at < len(mentions) else None


def _credit_after(reading: Reading, *, line: Line, start: int, limit: int) -> Credit | None:
    """Return what stands right after a quote: 'ujarnya', 'kata Bupati X', 'X said'."""
    at = line.index(start)
    while line.lower(at) in {",", "-", "–", "—", "demikian", "begitu"}:
        at += 1
    if at >= len(line) or line.tokens[at].start >= limit:
        return None
    end = min(line.sentence.end, limit)
    span = Span(start=line.tokens[at].start, end=end)
    if _speaks_for(line, at) or (line.lower(at) in line.words.he_or_she and _speaks(line, at + 1)):
        return Credit(span)
    mention = _mention_from(reading, line.tokens[at].start)
    if not _speaks(line, at):
        if mention and mention.start <= line.tokens[at].end and mention.end <= end:
            after = line.index(mention.end)
            if any(_speaks(line, i) for i in range(after, min(after + 3, len(line)))):
                return Credit(span, mention)
        return None
    return _after_verb(reading, line=line, at=at + 1, span=span)


def _after_verb(reading: Reading, *, line: Line, at: int, span: Span) -> Credit:
    while line.lower(at) in line.words.courtesy | {"oleh", "the"} or _speaks(line, at):
        at += 1
    if at >= len(line) or line.lower(at) in line.words.he_or_she:
        return Credit(span)
    mention = _mention_from(reading, line.tokens[at].start)
    if mention and mention.start == line.tokens[at].start and mention.start < span.end:
        return Credit(span, mention)
    if line.is_capital(at) and (
        line.tokens[at].text in line.words.acronyms or line.lower(at) in line.words.organisation_heads
    ):
        last = at + 1
        while (
            line.is_capital(last) and line.tokens[last].end <= span.end and line.lower(last) not in line.words.weekdays
        ):
            last += 1
        return Credit(span, organisation=line.text(line.run(at, last)))
    return Credit(span)


def _credit_before(reading: Reading, *, line: Line, end: int) -> Credit | None:
    """Return what leads up to a quote in its sentence: 'X mengatakan,' or 'X:'."""
    until = line.index(end)
    if not until:
        return None
    begin = max((i + 1 for i in range(until) if line.tokens[i].text in '"”»'), default=0)
    verbs = [i for i in range(begin, until) if _speaks(line, i) or line.lower(i) in line.words.according_to]
    if not verbs and line.lower(until - 1) != ":":
        return None
    span = Span(start=line.tokens[begin].start, end=end) if begin < until else Span(start=end, end=end)
    pool = [m for m in _mentions_within(reading, span) if m.person is not None] or _mentions_within(reading, span)
    if not pool:
        return Credit(span)
    verb = line.tokens[verbs[0]].start if verbs else end
    leading = [mention for mention in pool if mention.start < verb]
    return Credit(span, leading[-1] if leading and len(leading) == 1 else (leading or pool)[0])


def _mentions_within(reading: Reading, span: Span) -> list[Mention]:
    mentions = reading.cast.mentions
    first = bisect_left(mentions, span.start, key=lambda mention: mention.start)
    last = bisect_left(mentions, span.end, key=lambda mention: mention.start)
    return mentions[first:last]


def _credit_next(reading: Reading, *, line: Line, end: int) -> Credit | None:
    """Return the sentence after a quote that says whose words they were: 'Demikian disampaikan X.'"""
    at = reading.line_index(line.sentence.start) + 1
    if reading.text[end : line.sentence.end].strip(" .") or at >= len(reading.lines):
        return None
    following = reading.lines[at]
    if reading.paragraph_index(following.sentence.start) != reading.paragraph_index(line.sentence.start):
        return None
    if following.lower(0) not in {"demikian", "begitu", "hal"}:
        return None
    said = next(
        (
            i
            for i in range(1, min(8, len(following)))
            if following.lower(i).startswith("di") and len(following.lower(i)) > 6
        ),
        None,
    )
    if said is None:
        return None
    span = Span(start=following.sentence.start, end=following.sentence.end)
    credit = _after_verb(reading, line=following, at=said + 1, span=span)
    return credit if credit.mention else None


def _goes_on(reading: Reading, *, earlier: Said, later: Said) -> bool:
    """Say whether a quote goes on with another after its speaker: '"Kami siap," kata X, "untuk bekerja."'"""
    between = earlier.attribution
    if (
        between is None
        or not earlier.end <= between.start < later.start
        or "\n" in reading.text[earlier.end : later.start]
    ):
        return False
    return reading.text[earlier.end : later.start].rstrip().endswith(",")


def _merged(earlier: Said, *, later: Said) -> Said:
    first = earlier.text[:-1] if later.text[:1].islower() else earlier.text
    comma = "," if later.text[:1].islower() else ""
    return replace(earlier, end=later.end, text=f"{first}{comma} {later.text}", parts=(*earlier.parts, *later.parts))
