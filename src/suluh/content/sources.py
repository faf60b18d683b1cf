"""Where a press release comes from: a file or a web address."""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import urlsplit

from suluh.foundation.errors import Refusal
from suluh.foundation.http import Http
from suluh.foundation.language import lazy as _

LARGEST_PAGE = 5_000_000


class PageNotThere(Refusal):
    """An address that answers with an error instead of a page."""

    code = "content.E151"


def read_file(data: bytes, *, name: str, media_type: str) -> str:
    """Return the text of a .txt, .docx or .pdf file. Raises the readers' refusals."""
    from suluh.content.readers import read  # its readers load slowly, and few requests need them

    return read(data, name=name, media_type=media_type)


def read_address(url: str, *, allow_hosts: Collection[str] = ()) -> str:
    """Return the text of the page or file at ``url``; hosts on private addresses must stand in ``allow_hosts``.

    Raises ``PageNotThere``, what ``foundation.http`` raises, and the readers' refusals.
    """
    answer = Http(allow_hosts=frozenset(allow_hosts)).get(url, max_bytes=LARGEST_PAGE)
    if answer.status != 200:
        raise PageNotThere(
            _("The site answered with the error %(status)s. Open the page in a browser and paste its text here.")
            % {"status": answer.status}
        )
    name = urlsplit(answer.url).path.rsplit("/", 1)[-1]
    return read_file(answer.body, name=name, media_type=answer.headers.get("content-type", "text/html"))
