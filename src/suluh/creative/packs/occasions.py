"""Contacts and events as a drawing shows them."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date

from suluh.content.blocks import Block, Contact, Event, StoryText, day_of
from suluh.creative.packs.plan import Gathering, Piece, Reach

# Languages that dates are written in; others take Bahasa Indonesia, as the layouts' fixed words do.
_DATED_IN = frozenset({"id", "en"})


def spoken_day(text: str, *, language: str) -> str:
    """Return an ISO 8601 day as people say it ("Rabu, 9 Desember 2026"); any other text as it is."""
    day = day_of(text)
    return _said(day, "EEEE, d MMMM y", language=language) if day else " ".join(text.split())


def is_reachable(contact: Contact) -> bool:
    """Tell whether a contact says any way to reach it."""
    ways = (contact.phone, contact.email, contact.url, contact.address)
    return bool(contact.name.strip()) and any(way.strip() for way in ways)


def reach_of(contact: Contact) -> Reach:
    """Return a contact as a drawing shows it."""
    return Reach(
        name=_sure(contact.name, of=contact),
        phone=_piece(contact.phone, of=contact),
        email=_piece(contact.email, of=contact),
        url=_piece(as_read(contact.url), of=contact),
        address=_piece(contact.address, of=contact),
        hours=_piece(contact.hours, of=contact),
    )


def gathering_of(event: Event, *, story: StoryText) -> Gathering:
    """Return an event as a drawing shows it, its date taken apart where it is one."""
    day, language = event.day, story.language
    return Gathering(
        title=_sure(event.title, of=event),
        date=_piece(spoken_day(event.date, language=language), of=event),
        time=_piece(event.time, of=event),
        place=_piece(event.place, of=event),
        address=_piece(event.address, of=event),
        fee=_piece(event.fee, of=event),
        url=_piece(as_read(event.url), of=event),
        day=str(day.day) if day else "",
        month=_said(day, "MMM y", language=language) if day else "",
        weekday=_said(day, "EEEE", language=language) if day else "",
    )


def as_read(url: str) -> str:
    """Return an address as people read it: without scheme, "www." and the last slash."""
    return url.split("://", 1)[-1].removeprefix("www.").removeprefix("mailto:").removeprefix("tel:").rstrip("/")


def _said(day: date, pattern: str, *, language: str) -> str:
    return format_date(day, format=pattern, locale=language if language in _DATED_IN else "id")


def _sure(text: str, *, of: Block) -> Piece:
    return Piece(text=" ".join(text.split()), block=of.id, kind=of.kind)


def _piece(text: str, *, of: Block) -> Piece | None:
    return _sure(text, of=of) if text.strip() else None
