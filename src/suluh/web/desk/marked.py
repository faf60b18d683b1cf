"""A plain text with some of its places marked, as HTML."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString


def marked(text: str, *, places: Sequence[tuple[int, int]]) -> SafeString:
    """Return ``text`` escaped, each of ``places`` (start, end; in order, apart) inside a ``mark``."""
    pieces: list[tuple[SafeString]] = []
    at = 0
    for start, end in places:
        pieces += [(escape(text[at:start]),), (format_html("<mark>{}</mark>", text[start:end]),)]
        at = end
    return format_html_join("", "{}", [*pieces, (escape(text[at:]),)])
