"""A fact-checkers' site on WordPress, by its REST API (developer.wordpress.org/rest-api/reference/posts, 2026-11-23).

Posts are read in the order of their last change, so that a later reading begins where the last one ended and meets
corrections again.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _
from suluh.verification.corpus import texts
from suluh.verification.corpus.articles import Article, read_article
from suluh.verification.corpus.cleaning import moment
from suluh.verification.corpus.contract import Importer
from suluh.verification.corpus.values import BadRow, Found, Onward, Place, Request, Row, Sheet, bad_page, numbered

POSTS_A_PAGE = 50
_FIELDS = "id,date,modified,link,title,content,excerpt"


class WordPress(Importer):
    """Reads posts like TurnBackHoax's: the verdict in brackets in the title, narasi and penjelasan in the text."""

    kind = "wordpress"
    label = _("A WordPress site (TurnBackHoax's kind)")
    most_bytes = 20_000_000
    timeout = 60

    def request(self, place: Place) -> Request:
        """Return the address of the next page of posts changed since the last reading."""
        parts = urlsplit(place.address)
        path = parts.path if "/wp-json/" in parts.path else f"{parts.path.rstrip('/')}/wp-json/wp/v2/posts"
        page = place.position.get("page")
        asked = dict(parse_qsl(parts.query)) | {
            "per_page": str(POSTS_A_PAGE),
            "page": str(page) if isinstance(page, int) else "1",
            "orderby": "modified",
            "order": "asc",
            "_fields": _FIELDS,
        }
        since = place.position.get("since")
        if isinstance(since, str) and moment(since):
            asked["modified_after"] = since
        return Request(url=urlunsplit((parts.scheme, parts.netloc, path, urlencode(asked), "")))

    def rows(self, sheet: Sheet, *, place: Place) -> Iterator[Row]:
        """Yield the fact-checks of a page; posts without a verdict come as bad rows."""
        yield from numbered(_read(post) for post in _posts(sheet))

    def onward(self, sheet: Sheet, *, place: Place) -> Onward:
        """Go on to the next page; after the last, to what will have changed since its newest post."""
        page = place.position.get("page")
        number = page if isinstance(page, int) else 1
        changed = [str(post.get("modified", "")) for post in _posts(sheet) if isinstance(post, dict)]
        newest = max([*(at for at in changed if moment(at)), str(place.position.get("newest", ""))])
        since = place.position.get("since", "")
        total = sheet.headers.get("x-wp-totalpages", "")
        last = int(total) if total.isdecimal() and len(total) < 7 else number + (len(changed) == POSTS_A_PAGE)
        if number < last and changed:
            return Onward(position={"since": since, "page": number + 1, "newest": newest}, is_end=False)
        return Onward(position={"since": newest or since})


def _posts(sheet: Sheet) -> list[Any]:
    posts = texts.parsed(sheet)
    if not isinstance(posts, list):
        raise bad_page(_("The answer is no list of posts. Is this a WordPress site with its REST API open?"))
    return posts


def _read(post: object) -> Found | Refusal:
    if not isinstance(post, dict) or not isinstance(post.get("id"), int):
        return BadRow(_("it is no post"))
    try:
        return read_article(
            Article(
                identity=str(post["id"]),
                title=_rendered(post, name="title"),
                html=_rendered(post, name="content"),
                summary=_rendered(post, name="excerpt"),
                link=str(post.get("link", "")),
                day=str(post.get("date", "")),
            )
        )
    except Refusal as refusal:
        return refusal


def _rendered(post: dict[str, Any], *, name: str) -> str:
    given = post.get(name)
    text = given.get("rendered") if isinstance(given, dict) else given
    return text if isinstance(text, str) else ""


IMPORTER = WordPress()
