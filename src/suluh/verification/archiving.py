"""A copy of a page as it stands now: its bytes, its title and its words."""

from __future__ import annotations

from collections.abc import Collection
from html.parser import HTMLParser
from urllib.parse import urlsplit

from suluh.content import api as content
from suluh.foundation.errors import Refusal
from suluh.foundation.http import Answer, Http
from suluh.foundation.language import lazy as _
from suluh.verification.actions.add_evidence import ENDINGS, LARGEST_FILE, Copy

_PATIENCE = 30  # seconds


class PageNotKept(Refusal):
    """A page that answers with an error, or with something of which no copy is kept."""

    code = "verification.E130"


def copy_of_page(url: str, *, allow_hosts: Collection[str] = ()) -> Copy:
    """Fetch a page, PDF or picture. Raises ``PageNotKept``, and what ``foundation.http`` raises."""
    answer = Http(allow_hosts=frozenset(allow_hosts)).get(url, max_bytes=LARGEST_FILE, timeout=_PATIENCE)
    if answer.status != 200:
        raise PageNotKept(_("The site answered with the error %(status)s.") % {"status": answer.status})
    media_type = answer.headers.get("content-type", "text/html").partition(";")[0].strip().lower()
    ending = ENDINGS.get(media_type)
    if ending is None:
        raise PageNotKept(_("Of files of the kind %(kind)s no copy is kept.") % {"kind": media_type[:60] or "?"})
    return Copy(
        data=answer.body, ending=ending, title=_title(answer, ending=ending), text=_words(answer, ending=ending)
    )


def _words(answer: Answer, *, ending: str) -> str:
    """Return the words of a page; "" for a picture, and where none can be read: the copy itself is kept."""
    if ending in {"jpg", "png", "webp"}:
        return ""
    name = urlsplit(answer.url).path.rsplit("/", 1)[-1]
    try:
        return content.read_file(answer.body, name=name, media_type=answer.headers.get("content-type", "text/html"))
    except Refusal:
        return ""


def _title(answer: Answer, *, ending: str) -> str:
    if ending != "html":
        return urlsplit(answer.url).path.rsplit("/", 1)[-1]
    reader = _TitleReader()
    reader.feed(answer.body[:200_000].decode("utf-8", "replace"))
    return " ".join(reader.title.split())


class _TitleReader(HTMLParser):
    """Reads the words of the first title."""

    def __init__(self) -> None:
        super().__init__()
        self.title = ""
        self._is_open = self._is_over = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._is_open = tag == "title" and not self._is_over

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self._is_open, self._is_over = False, True

    def handle_data(self, data: str) -> None:
        if self._is_open:
            self.title += data
