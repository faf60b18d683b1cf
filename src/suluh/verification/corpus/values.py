"""What importers give: fact-checks found on a page, rows that cannot be used, and where to go on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from suluh.foundation.errors import Refusal
from suluh.foundation.language import Lazy
from suluh.foundation.language import lazy as _
from suluh.verification.corpus import cleaning

LONGEST_ID = 300
LONGEST_TITLE = 500
LONGEST_RATING = 120
LONGEST_REASON = 600
LONGEST_APPEARED = 500
LONGEST_MESSAGE = 4000
MOST_MESSAGES = 10


class BadRow(Refusal):
    """A row of a source that is no fact-check. The sentence says what is missing."""

    code = "verification.E112"


class BadPage(Refusal):
    """A page that is not what its importer reads."""

    code = "verification.E113"


@dataclass(frozen=True, kw_only=True)
class Found:
    """One fact-check as a source gives it. ``rating`` is the source's own word; ``value`` its number between ``ends``.

    ``messages`` are texts that circulated, in the source's words. All are plain text that fits its column.
    """

    external_id: str
    title: str
    rating: str = ""
    value: float | None = None
    ends: tuple[float, float] | None = None
    reason: str = ""
    review: str = ""
    appeared: str = ""
    first_seen_on: date | None = None
    checked_on: date | None = None
    link: str = ""
    links: tuple[str, ...] = ()
    language: str = ""
    messages: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Bad:
    """A row that was kept out: its number on the page (from 1), and why."""

    number: int
    why: object


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where an importer reads: the source's address, and the position it has come to.

    ``position`` holds texts and numbers that the importer wrote; ``key`` is the operator's key for the API, or "".
    """

    address: str
    position: Mapping[str, Any] = field(default_factory=dict)
    key: str = ""


@dataclass(frozen=True, kw_only=True)
class Request:
    """What is to be fetched next. ``headers`` are told to that host only."""

    url: str
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A page that was fetched: its bytes, where it came from, its headers in lower case."""

    body: bytes
    url: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Onward:
    """Where a source stands after a page: ``position`` is saved; ``is_end`` tells that no further page is to come."""

    position: Mapping[str, Any] = field(default_factory=dict)
    is_end: bool = True


Row = Found | Bad


def found(*, external_id: str, title: object, **given: Any) -> Found:
    """Return a fact-check with every text cleaned and cut to its column. Raises ``BadRow`` without claim or verdict.

    Takes the fields of ``Found`` as they came, days as texts; ``external_id`` too long for its column is hashed.
    """
    named = cleaning.one_line(title, longest=LONGEST_TITLE)
    if not named:
        raise BadRow(_("it does not say which claim was checked"))
    rating = cleaning.one_line(given.get("rating"), longest=LONGEST_RATING)
    if not rating and given.get("value") is None:
        raise BadRow(_("it bears no verdict"))
    link = cleaning.web_link(given.get("link"))
    identity = external_id.strip() or link
    if not identity:
        raise BadRow(_("it has neither an id nor an address"))
    return Found(
        external_id=_fitting(identity),
        title=named,
        rating=rating,
        value=given.get("value"),
        ends=given.get("ends"),
        reason=cleaning.one_line(given.get("reason"), longest=LONGEST_REASON),
        review=cleaning.plain(given.get("review")),
        appeared=cleaning.one_line(given.get("appeared"), longest=LONGEST_APPEARED),
        first_seen_on=cleaning.day(given.get("first_seen_on")),
        checked_on=cleaning.day(given.get("checked_on")),
        link=link,
        links=_links(given.get("links", ()), but=link),
        language=_language(given.get("language")),
        messages=_messages(given.get("messages", ())),
    )


def numbered(rows: Iterator[Found | Refusal]) -> Iterator[Row]:
    """Yield the rows, refused ones with their number."""
    for number, row in enumerate(rows, start=1):
        yield Bad(number=number, why=row.sentence) if isinstance(row, Refusal) else row


def number_or_none(given: object) -> float | None:
    """Return a number that came as one or as text; None for anything else."""
    if isinstance(given, bool) or not isinstance(given, int | float | str):
        return None
    try:
        read = float(given)
    except (ValueError, OverflowError):
        return None
    return read if abs(read) < 1e9 else None


def bad_page(what: Lazy, *, hint: object = "") -> BadPage:
    """Return the refusal of a page, with what was expected."""
    return BadPage(what, hint=str(hint)[:200])


def _fitting(identity: str) -> str:
    plain = "".join(sign for sign in identity if sign.isprintable())
    return plain if len(plain) <= LONGEST_ID else f"sha256:{hashlib.sha256(plain.encode()).hexdigest()}"


def _links(given: Sequence[object], *, but: str) -> tuple[str, ...]:
    seen = dict.fromkeys(cleaning.web_link(link) for link in given)
    return tuple(link for link in seen if link and link != but)[:40]


def _language(given: object) -> str:
    code = given.strip()[:2].lower() if isinstance(given, str) else ""
    return code if code.isascii() and code.isalpha() and len(code) == 2 else ""


def _messages(given: Sequence[object]) -> tuple[str, ...]:
    cleaned = (cleaning.plain(message, longest=LONGEST_MESSAGE) for message in given)
    return tuple(dict.fromkeys(message for message in cleaned if message))[:MOST_MESSAGES]
