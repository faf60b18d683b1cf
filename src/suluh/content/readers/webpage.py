"""A web page that was already fetched or saved: its article, with the page's title first."""

from __future__ import annotations

import re

from suluh.content.readers.contract import FileDamaged, NoTextInside, Reader
from suluh.foundation.language import lazy as _

_LOOKED_AT = 4096  # bytes
_START = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_PAIRS = re.compile(rb"<(p|div|article|h1|title|meta|section)\b[^>]*>", re.IGNORECASE)


def recognises(data: bytes) -> bool:
    """Say whether the bytes start like a page, or hold several of a page's elements near their start."""
    head = data[:_LOOKED_AT]
    return bool(_START.match(head)) or (head.lstrip().startswith(b"<") and len(_PAIRS.findall(head)) >= 3)


def read(data: bytes) -> str:
    """Return the article of a page. Raises where there is none: a page of links, or one drawn by a script."""
    import trafilatura

    try:
        page = trafilatura.bare_extraction(
            data, include_comments=False, include_tables=True, include_images=False, with_metadata=True
        )
    except (ValueError, RecursionError, AttributeError, TypeError) as error:
        raise FileDamaged(_("This web page cannot be read. Paste its text instead."), hint=repr(error)[:200]) from error
    found = page.as_dict() if isinstance(page, trafilatura.settings.Document) else {}
    text = str(found.get("text") or "").strip()
    if not text:
        raise NoTextInside(_("No article was found on this page. Open it in the browser and paste its text."))
    title = " ".join(str(found.get("title") or "").split())
    return text if not title or text.lower().startswith(title.lower()) else f"{title}\n\n{text}"


READER = Reader(recognises=recognises, read=read, precedence=70)
