"""Choosing what of a story goes where in its pack. Nothing is rewritten; sentences may be left out and are marked."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import zip_longest
from typing import TypeVar

from suluh.content.blocks import (
    Block,
    CallToAction,
    Contact,
    Event,
    MythFact,
    Number,
    Paragraph,
    Picture,
    Quote,
    Step,
    StoryText,
)
from suluh.creative.icons.find import icon_for
from suluh.creative.packs.charting import charted
from suluh.creative.packs.occasions import as_read, gathering_of, is_reachable, reach_of
from suluh.creative.packs.plan import STORY, Belief, Call, Figure, Photo, Piece, Plan, Point, Said, Slide
from suluh.creative.packs.sentences import ELLIPSIS, sentences, shortened
from suluh.foundation.richtext import to_plain

_POINTS_A_SLIDE = 3
_FIGURES_A_SLIDE = 3
# Pages between cover and close: a run has three to ten. Texts fill a run up to the fewer of what makes a good one.
_MOST_BETWEEN = 8
_GOOD_BETWEEN = 3
_MOST_POINT_SLIDES = 3
# Fewest and most points of a procedure.
_PROCEDURE = (3, 6)
# A motto is read at a glance.
_MOTTO_LETTERS, _MOTTO_WORDS = 32, 5
# px of a portrait's shorter side: it stands large on a quote card, small on a slide.
_PORTRAIT = 560


@dataclass(frozen=True, kw_only=True)
class Room:
    """How many characters a layout has for the texts that may be shortened at a sentence's end."""

    quote: int = 240
    text: int = 320
    lead: int = 220
    point: int = 130
    # A longer topic is left away: it is a label. 0 is any length.
    topic: int = 0
    # Beside a longer headline the call is left away. 0 is any length.
    call_beside: int = 0


def choose(story: StoryText, *, room: Room = Room(), pictures: Collection[str] = ()) -> Plan:
    """Return what to draw of ``story``. What it lacks is None or empty; the slides are three to ten.

    ``pictures`` names the media whose files are at hand; other pictures of the story are passed over.
    """
    shown = tuple(picture for picture in story.of_kind(Picture) if picture.media in pictures)
    points = tuple(_point(step, room=room) for step in story.of_kind(Step) if step.title.strip())
    quotes = tuple(_said(quote, room=room, pictures=shown) for quote in story.of_kind(Quote) if quote.text.strip())
    figures = tuple(_figure(number) for number in story.of_kind(Number) if number.value.strip())
    beliefs = tuple(_belief(pair) for pair in story.of_kind(MythFact) if pair.myth.strip() and pair.fact.strip())
    calls = tuple(_call(call) for call in story.of_kind(CallToAction) if call.text.strip())
    lead = _of_story(story.lead, kind="lead", to=room.lead)
    has_room = not room.call_beside or len(story.headline.strip()) <= room.call_beside
    call = calls[0] if calls and has_room else None
    candidates = _Candidates(
        points=points, quotes=quotes, figures=figures, beliefs=beliefs, calls=calls, texts=_texts(story, room=room)
    )
    return Plan(
        headline=Piece(text=" ".join(story.headline.split()), block=STORY, kind="headline"),
        lead=lead,
        topic=_topic(story, room=room),
        place=_of_story(story.place, kind="place"),
        byline=_of_story(story.byline, kind="byline"),
        slides=(Slide(kind="cover"), *candidates.middle(), Slide(kind="close", call=call)),
        points=points,
        quote=quotes[0] if quotes else None,
        figures=figures,
        belief=beliefs[0] if beliefs else None,
        call=call,
        photo=_photo(story, pictures=shown),
        motto=_motto(story),
        debunk=next((belief for belief in beliefs if belief.verdict), None),
        procedure=points if _PROCEDURE[0] <= len(points) <= _PROCEDURE[1] else (),
        chart=charted(story, figures=figures),
        contact=next((reach_of(contact) for contact in story.of_kind(Contact) if is_reachable(contact)), None),
        event=next((gathering_of(e, story=story) for e in story.of_kind(Event) if e.title.strip()), None),
        blocks=story.blocks,
    )


@dataclass(frozen=True, kw_only=True)
class _Candidates:
    """What could stand between cover and close."""

    points: tuple[Point, ...]
    quotes: tuple[Said, ...]
    figures: tuple[Figure, ...]
    beliefs: tuple[Belief, ...]
    calls: tuple[Call, ...]
    texts: tuple[Piece, ...]

    def middle(self) -> tuple[Slide, ...]:
        """Return one to eight slides: what it is about, then a voice, a belief, figures and more points by turns.

        Texts open a run that has no points, and fill a short one. A story of a headline alone says how it is checked.
        """
        points = [Slide(kind="points", points=group) for group in _groups(self.points)]
        texts = [Slide(kind="text", text=text) for text in self.texts]
        opening, texts = (points[:1], texts) if points else (texts[:1], texts[1:])
        turns = [
            [Slide(kind="quote", quote=quote) for quote in self.quotes],
            [Slide(kind="belief", belief=belief) for belief in self.beliefs],
            [Slide(kind="figures", figures=group) for group in _shared(self.figures, most=_FIGURES_A_SLIDE)],
            points[1:],
            # The first call closes the run; only a second one gets a slide of its own.
            [Slide(kind="call", call=call) for call in self.calls[1:]],
        ]
        told = [slide for turn in zip_longest(*turns) for slide in turn if slide is not None]
        chosen = [*opening, *told]
        chosen += texts[: max(0, _GOOD_BETWEEN - len(chosen))]
        return tuple(chosen[:_MOST_BETWEEN]) or (Slide(kind="check"),)


T = TypeVar("T")


def _shared(things: tuple[T, ...], *, most: int) -> list[tuple[T, ...]]:
    """Divide things into groups of at most ``most``, as even as can be, the larger ones first."""
    groups: list[tuple[T, ...]] = []
    rest, left = things, -(-len(things) // most)
    for more in range(left, 0, -1):
        take = -(-len(rest) // more)
        groups.append(rest[:take])
        rest = rest[take:]
    return groups


def _groups(points: tuple[Point, ...]) -> list[tuple[Point, ...]]:
    """Divide the points into slides of at most three, for at most three slides."""
    return _shared(points[: _MOST_POINT_SLIDES * _POINTS_A_SLIDE], most=_POINTS_A_SLIDE)


def _texts(story: StoryText, *, room: Room) -> tuple[Piece, ...]:
    """Return the lead, then the paragraphs, as pieces of whole sentences."""
    pieces = [_of_story(story.lead, kind="lead", to=room.text)]
    pieces += [_piece(to_plain(paragraph.text), of=paragraph, to=room.text) for paragraph in story.of_kind(Paragraph)]
    return tuple(piece for piece in pieces if piece is not None)


def _piece(text: str, *, of: Block, to: int | None = None) -> Piece | None:
    return _made(text, block=of.id, kind=of.kind, to=to)


def _of_story(text: str, *, kind: str, to: int | None = None) -> Piece | None:
    return _made(text, block=STORY, kind=kind, to=to)


def _made(text: str, *, block: str, kind: str, to: int | None) -> Piece | None:
    text = " ".join(text.split())
    if not text:
        return None
    shown, was_shortened = shortened(text, to=to) if to else (text, False)
    return Piece(text=shown, block=block, kind=kind, shortened=was_shortened)


def _sure(text: str, *, of: Block) -> Piece:
    return Piece(text=" ".join(text.split()), block=of.id, kind=of.kind)


def _point(step: Step, *, room: Room) -> Point:
    """Return a point with the whole sentences of its text that there is room for, or with its title alone."""
    text = _piece(step.text, of=step, to=room.point)
    left_away = text is not None and len(text.text) > room.point + len(ELLIPSIS)
    title = Piece(text=" ".join(step.title.split()), block=step.id, kind=step.kind, shortened=left_away)
    return Point(title=title, text=None if left_away else text, icon=icon_for(step.title, then=step.text))


def _topic(story: StoryText, *, room: Room) -> Piece | None:
    return None if room.topic and len(story.topic.strip()) > room.topic else _of_story(story.topic, kind="topic")


def _motto(story: StoryText) -> Piece | None:
    """Return the first of headline, call and topic that is short enough, or whose first sentence is."""
    calls = ((call.text, call.id, call.kind) for call in story.of_kind(CallToAction))
    for text, block, kind in ((story.headline, STORY, "headline"), *calls, (story.topic, STORY, "topic")):
        whole = " ".join(text.split())
        for said in (whole, *sentences(whole)[:1]):
            if said and len(said) <= _MOTTO_LETTERS and len(said.split()) <= _MOTTO_WORDS:
                return Piece(text=said, block=block, kind=kind, shortened=said != whole)
    return None


def _photo(story: StoryText, *, pictures: tuple[Picture, ...]) -> Photo | None:
    """Return the first picture that is not the portrait of somebody quoted: that one stands beside the quote."""
    quotes = story.of_kind(Quote)
    return next((_taken(p) for p in pictures if not any(_shows_speaker(p, of=quote) for quote in quotes)), None)


def _taken(picture: Picture, *, is_portrait: bool = False) -> Photo:
    """A portrait has no alt text: the name that it would hold stands beside it."""
    return Photo(
        media=picture.media,
        focal_x=picture.focal_x,
        focal_y=picture.focal_y,
        alt=None if is_portrait else _piece(picture.alt or picture.caption, of=picture),
        credit=_made(picture.credit, block=picture.id, kind="credit", to=None),
        shortest=_PORTRAIT if is_portrait else 0,
    )


def _shows_speaker(picture: Picture, *, of: Quote) -> bool:
    """A picture is somebody's portrait where its alt text or caption is the name, and at most the title, alone."""
    if not of.speaker.strip():
        return False
    names = {_bare(of.speaker), _bare(f"{of.speaker}, {of.title}")}
    return _bare(picture.alt) in names or _bare(picture.caption) in names


def _bare(name: str) -> str:
    return " ".join(name.casefold().split()).rstrip(" .,")


def _said(quote: Quote, *, room: Room, pictures: tuple[Picture, ...]) -> Said:
    text, was_shortened = shortened(quote.text.strip(" “”\"'"), to=room.quote)
    return Said(
        text=Piece(text=text, block=quote.id, kind=quote.kind, shortened=was_shortened),
        speaker=_piece(quote.speaker, of=quote),
        title=_piece(quote.title, of=quote),
        initials=initials(quote.speaker),
        portrait=next((_taken(p, is_portrait=True) for p in pictures if _shows_speaker(p, of=quote)), None),
    )


def initials(name: str) -> str:
    """Return the first and last initial of a person's name, academic titles left aside ("Ir. S. A. Supriono": "SS")."""
    before_titles = name.split(",")[0]
    words = [word for word in before_titles.split() if word[:1].isalpha()]
    while len(words) > 1 and words[0].endswith(".") and len(words[0]) > 2:
        words = words[1:]
    return "".join(word[0].upper() for word in ([words[0], words[-1]] if len(words) > 1 else words))


def _figure(number: Number) -> Figure:
    return Figure(
        value=_sure(number.value, of=number),
        label=_sure(number.label, of=number),
        source=_piece(number.source, of=number),
    )


def _belief(pair: MythFact) -> Belief:
    return Belief(
        myth=_sure(pair.myth, of=pair),
        fact=_sure(pair.fact, of=pair),
        source=_piece(pair.source, of=pair),
        verdict=_piece(pair.verdict, of=pair),
    )


def _call(call: CallToAction) -> Call:
    return Call(text=_sure(call.text, of=call), url=_piece(as_read(call.url), of=call))
