"""What is beside the text of a layout: how it looks now, in which story, size and colours, and what is to be mended."""

from __future__ import annotations

import base64
from dataclasses import dataclass, replace

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _

from suluh.agencies import api as agencies
from suluh.creative import api as creative
from suluh.foundation.errors import Translatable
from suluh.web.desk.asked import words_in

STORIES: dict[str, Translatable] = {
    "sample": _("The layout's own sample"),
    "short": _("A short text"),
    "typical": _("A usual text"),
    "extreme": _("A very long text"),
}
_MOST_LETTERS = 300_000
_MOST_BRANDS = 6


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page as a picture of the screen itself."""

    source: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True, kw_only=True)
class Looked:
    """A trial as the page shows it. ``faults`` come in the order of files and lines."""

    faults: tuple[creative.Fault, ...]
    pages: tuple[Page, ...]
    sizes: tuple[tuple[str, str], ...]
    size: str
    story: str
    brand: str


def files_in(form: QueryDict) -> creative.LayoutFiles:
    """Return the three files as they were sent."""
    said = {name: words_in(form, name=name, most=_MOST_LETTERS) for name in ("form", "program", "sample")}
    return creative.LayoutFiles(**{name: text.replace("\r\n", "\n") for name, text in said.items()})


def brands_for(member: agencies.Member) -> list[agencies.Office]:
    """Return the offices in whose colours a layout may be looked at: one's own, then leading ones."""
    leading = agencies.Office.objects.active().leading().in_reading_order().exclude(pk=member.office_id)
    return [member.office, *leading[:_MOST_BRANDS]]


def looked_at(request: HttpRequest, *, files: creative.LayoutFiles, slug: str, member: agencies.Member) -> Looked:
    """Draw the files as the request asks for them."""
    story = words_in(request.POST, name="story", most=20)
    office = next(
        (found for found in brands_for(member) if found.slug == request.POST.get("brand")),
        member.office,
    )
    # Drawn in the colours of that office, in a process of one's own.
    brand = replace(office.brand(), slug=member.office.slug)
    trial = creative.try_out(
        files, slug=slug, brand=brand, story=story, size=words_in(request.POST, name="size", most=40)
    )
    return Looked(
        faults=tuple(sorted(trial.faults, key=lambda fault: (fault.is_warning, fault.file, fault.line))),
        pages=tuple(map(_page, trial.pages)),
        sizes=trial.sizes,
        size=trial.size,
        story=story if story in STORIES else "sample",
        brand=office.slug,
    )


def _page(drawn: creative.Drawn) -> Page:
    source = f"data:{drawn.media_type};base64,{base64.b64encode(drawn.data).decode('ascii')}"
    return Page(source=source, width=drawn.width, height=drawn.height, alt=drawn.alt)
