"""What a person sends to be checked, as words: a text as it is, a link as its page's words, a picture as read."""

from __future__ import annotations

import re
from dataclasses import dataclass

from suluh.content.api import read_address
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _

LONGEST = 10_000
_ONLY_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


class PicturesNotRead(Refusal):
    """This installation reads no pictures."""

    code = "verification.E104"


@dataclass(frozen=True, kw_only=True)
class AskedWords:
    """``kind`` is text, link or picture; ``words`` is what is compared; ``picture`` is redrawn, without metadata."""

    kind: str
    words: str
    picture: bytes = b""


def read_asked(text: str = "", *, picture: bytes = b"") -> AskedWords:
    """Return the words of what a person sends. Raises refusals that say what to do."""
    if picture:
        raise PicturesNotRead(_("Pictures cannot be read here yet. Type the words of the picture instead."))
    plain = text.strip()
    if _ONLY_LINK.fullmatch(plain):
        url = plain if "://" in plain else f"https://{plain}"
        return AskedWords(kind="link", words=read_address(url)[:LONGEST])
    return AskedWords(kind="text", words=plain[:LONGEST])
