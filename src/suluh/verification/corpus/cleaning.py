"""Words of other sites as plain text: no markup, no control characters, never longer than their column."""

from __future__ import annotations

import html
import re
import unicodedata
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit

import nh3

# Of one field of one fact-check, before its markup is taken away.
LARGEST_HTML = 400_000
LONGEST_REVIEW = 20_000
LONGEST_LINK = 1000
_BREAKS = re.compile(r"<(?:br|/p|/div|/li|/h[1-6]|/tr|/blockquote|/section|/figure)\b[^>]{0,200}>", re.IGNORECASE)
_INVISIBLE = frozenset({"Cc", "Cs", "Co", "Cn"})
_SPACES = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\n{3,}")
_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b")
_HREF = re.compile(r"""<a\b[^>]{0,500}?\bhref\s*=\s*["']([^"'<>\s]{1,1000})["']""", re.IGNORECASE)


def plain(given: object, *, longest: int = LONGEST_REVIEW) -> str:
    """Return HTML or text as plain text in lines, at most ``longest`` characters; anything but a text is nothing."""
    if not isinstance(given, str):
        return ""
    text = given[:LARGEST_HTML]
    if "<" in text:
        text = nh3.clean(_BREAKS.sub("\n", text), tags=set(), clean_content_tags={"script", "style", "noscript"})
    text = unicodedata.normalize("NFC", html.unescape(text).replace("\r", "\n"))
    seen = "".join(sign for sign in text if sign == "\n" or unicodedata.category(sign) not in _INVISIBLE)
    lines = (line.strip() for line in _SPACES.sub(" ", seen).split("\n"))
    return shortened(_LINES.sub("\n\n", "\n".join(lines)).strip(), longest=longest)


def one_line(given: object, *, longest: int) -> str:
    """Return HTML or text as one line of plain text."""
    return shortened(" ".join(plain(given).split()), longest=longest)


def shortened(text: str, *, longest: int) -> str:
    """Return the text, cut between two words with an ellipsis where it is too long."""
    if len(text) <= longest:
        return text
    cut = text[: longest - 1]
    words = cut.rpartition(" ")[0]
    return f"{(words if len(words) > longest // 2 else cut).rstrip()}…"


def web_link(given: object, *, base: str = "") -> str:
    """Return an http(s) address, whole where ``base`` is the page it stood on; nothing where it is none."""
    if not isinstance(given, str) or not given.strip() or len(given) > LONGEST_LINK:
        return ""
    try:
        whole = urljoin(base, given.strip()) if base else given.strip()
        parts = urlsplit(whole)
        is_web = parts.scheme in {"http", "https"} and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        return ""
    is_plain = all(sign > " " and sign not in '<>"\\^`{|}' for sign in whole)
    return whole if is_web and is_plain and len(whole) <= LONGEST_LINK else ""


def links_in(given: object, *, base: str = "", most: int = 40) -> tuple[str, ...]:
    """Return the web addresses that HTML leads to, each once, in their order."""
    if not isinstance(given, str):
        return ()
    found = (web_link(html.unescape(link), base=base) for link in _HREF.findall(given[:LARGEST_HTML]))
    return tuple(dict.fromkeys(link for link in found if link))[:most]


def day(given: object) -> date | None:
    """Return the day of a moment as it is written: ISO 8601, RFC 5322 as in feeds, or 31-12-2026. None for no day."""
    if not isinstance(given, str):
        return None
    iso, day_first = _DAY.match(given.strip()), _DAY_FIRST.match(given.strip())
    parts = iso.groups() if iso else day_first.groups()[::-1] if day_first else None
    try:
        if parts:
            return _sensible(date(*(int(part) for part in parts)))
        return _sensible(parsedate_to_datetime(given.strip()).date())
    except (ValueError, OverflowError, IndexError, TypeError):
        return None


def moment(given: object) -> datetime | None:
    """Return a moment written as ISO 8601. None where there is none."""
    try:
        return datetime.fromisoformat(given) if isinstance(given, str) else None
    except ValueError:
        return None


def _sensible(found: date) -> date | None:
    return found if 1990 <= found.year <= 2100 else None
