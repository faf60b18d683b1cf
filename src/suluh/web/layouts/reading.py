"""What a layout may be made from, and what goes with it when it leaves."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from suluh.agencies import api as agencies
from suluh.creative import api as creative
from suluh.foundation.errors import Refusal

_FILES = (("form", "layout.toml"), ("program", "layout.typ"), ("sample", "sample.json"))


class NoBase(Refusal):
    """Copying a layout that is not there."""

    code = "web.E211"


@dataclass(frozen=True, kw_only=True)
class Base:
    """A layout that may be copied: built in, or shared by an office, which is named then."""

    name: str
    title: str
    size: str
    files: creative.LayoutFiles
    office: str = ""


def bases(member: agencies.Member) -> list[Base]:
    """Return every layout the member may copy: shared ones first, then those built in, by title."""
    shared = creative.OfficeLayout.objects.shared().exclude(office=member.office_id).select_related("shared", "office")
    names = {f"{found.slug}_{found.pk}": found.office.short_name for found in shared}
    here = creative.office_layouts(member.office_id)
    found = [
        *(_base(here[name], office=office) for name, office in names.items() if name in here),
        *map(_base, creative.layouts().values()),
    ]
    return sorted(found, key=lambda base: (not base.office, base.title))


def base_called(name: str, *, member: agencies.Member) -> Base:
    """Return the layout of that name that the member may copy. Raises ``NoBase``."""
    found = next((base for base in bases(member) if base.name == name), None)
    if found is None:
        raise NoBase(_("Choose a layout from the list."))
    return found


def _base(layout: creative.Layout, office: str = "") -> Base:
    texts = {part: _text(layout, file) for part, file in _FILES}
    return Base(
        name=layout.name,
        title=str(layout.title),
        size=f"{layout.width:g} × {layout.height:g}",
        files=creative.LayoutFiles(**texts),
        office=office,
    )


def _text(layout: creative.Layout, file: str) -> str:
    path = layout.folder / file
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def number_in(said: str | None) -> int:
    """Return a whole number of a form, 0 where it is none."""
    return int(said) if said and said.isdecimal() and len(said) < 9 else 0


def read_me(layout: creative.OfficeLayout) -> str:
    """Return the README of an exported layout: what it is, whose, under which licence, and how to go on with it."""
    current = layout.current
    title = current.title() if current else layout.slug
    return "\n".join(
        (
            f"# {title}",
            "",
            _("A layout for Suluh by %(office)s, revision %(number)d.")
            % {"office": layout.office.name, "number": current.number if current else 0},
            _("Licence: EUPL-1.2, as the layouts of Suluh it may be based on."),
            "",
            _("Check it with `suluh layout check FOLDER`, or take it in under Layouts in Suluh."),
            "",
        )
    )
