"""Tags that every page may load: icons, the desk's navigation, the other language, behaviours, initials."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from django import template
from django.conf import settings
from django.forms import BoundField
from django.templatetags.static import static
from django.urls import translate_url
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from suluh.foundation.language import SCREEN_LANGUAGES
from suluh.web.navigation import Line, lines_for
from suluh.web.public import reading
from suluh.web.statics import behaviours

register = template.Library()
_ICONS = Path(__file__).resolve().parent.parent / "components" / "icon" / "icons"


@cache
def _drawing(name: str) -> str:
    return (_ICONS / f"{name}.svg").read_text().strip()


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """Return the icon ``name`` as inline SVG; with ``label`` it speaks, without it is decoration."""
    drawing = mark_safe(_drawing(name))  # noqa: S308 - our own file
    if label:
        return format_html('<span class="icon" role="img" aria-label="{}">{}</span>', label, drawing)
    return format_html('<span class="icon" aria-hidden="true">{}</span>', drawing)


@register.simple_tag(takes_context=True)
def desk_lines(context: template.Context) -> list[Line]:
    """Return the navigation lines of the member whose page this is."""
    request = context.get("request")
    return lines_for(context.get("member"), path=request.path if request else "")


@register.simple_tag(takes_context=True)
def in_language(context: template.Context, code: str) -> str:
    """Return the address of this page in the language ``code``, with its query."""
    request = context["request"]
    return translate_url(request.get_full_path(), code)


@register.simple_tag
def screen_languages() -> list[tuple[str, str]]:
    """Return the languages of the screens, each with its own name for itself."""
    return list(SCREEN_LANGUAGES)


@register.simple_tag(takes_context=True)
def behaviour_scripts(context: template.Context) -> SafeString:
    """Return a script element for each component's behaviour."""
    nonce = getattr(context.get("request"), "csp_nonce", "")
    return format_html_join(
        "\n", '<script type="module" src="{}" nonce="{}"></script>', [(static(name), nonce) for name in behaviours()]
    )


@register.filter
def initials(name: str) -> str:
    """Return up to two initials of a person's or an office's name."""
    words = [word for word in str(name).split() if word[0].isalnum()]
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


@register.filter
def described_by(field: BoundField) -> str:
    """Return the ids of the hint and the error that belong to a form's field."""
    ids = [f"{field.auto_id}_hint"] if field.help_text else []
    ids += [f"{field.auto_id}_error"] if field.errors else []
    return " ".join(ids)


@register.simple_tag(takes_context=True)
def address_in(context: template.Context, code: str) -> str:
    """Return the whole address of this page in the language ``code``, without its query except the page's number."""
    request = context["request"]
    page = request.GET.get("page", "")
    query = f"?page={page}" if page.isascii() and page.isdigit() else ""
    return f"{settings.SITE_URL}{translate_url(request.path, code)}{query}"


@register.filter
def whole_address(path: str) -> str:
    """Return the whole address of a path of this site."""
    return f"{settings.SITE_URL}{path}"


@register.filter
def web_address(url: str) -> str:
    """Return ``url`` where it is a web address that a page may link to, else nothing."""
    return reading.web_address(str(url))


@register.filter
def host(url: str) -> str:
    """Return the name of the site that ``url`` leads to."""
    return reading.host_of(str(url))


@register.filter
def phone_address(number: str) -> str:
    """Return the digits of a telephone number, for a ``tel:`` link; nothing where there are none."""
    return "".join(sign for sign in str(number) if sign.isascii() and (sign.isdigit() or sign == "+"))


@register.filter
def is_picture(file: Any) -> bool:
    """Tell whether a file of a pack is a picture that can be shown small."""
    return bool(file.width) and str(file.media_type).startswith("image/")
