"""Tags of the desk's pages: names of places, rich text, days and hours for form fields."""

from __future__ import annotations

import re
from datetime import datetime

from django import template
from django.utils import timezone
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from suluh.foundation.richtext import clean
from suluh.web.desk.differences import Change
from suluh.web.desk.shown_blocks import FIELD_NAMES, KIND_NAMES, field_label

register = template.Library()


@register.filter
def change_name(change: Change) -> str:
    """Return where a change stands, as people call it."""
    if not change.block:
        return str(FIELD_NAMES.get(change.field, change.field))
    return f"{KIND_NAMES[change.kind]} · {field_label(change.kind, name=change.field)}"


@register.filter
def rich(text: str) -> SafeString:
    """Return inline HTML, cleaned, to be shown."""
    return mark_safe(clean(text))  # noqa: S308 - just cleaned


@register.filter
def for_input(moment: datetime | None) -> str:
    """Return a moment as a day-and-hour field holds it, in the office's zone."""
    return timezone.localtime(moment).strftime("%Y-%m-%dT%H:%M") if moment else ""


@register.filter
def chat_words(text: str) -> SafeString:
    """Return a text with what a chat shows bold (*so*) in bold."""
    return mark_safe(re.sub(r"(?<!\S)\*(\S(?:[^*\n]*\S)?)\*(?!\w)", r"<strong>\1</strong>", escape(text)))  # noqa: S308 - escaped
