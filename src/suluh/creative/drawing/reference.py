"""The reference page of the layouts, written from their ``layout.toml``."""

from __future__ import annotations

from collections.abc import Iterator

from suluh.creative.drawing.layouts import Layout, layouts
from suluh.foundation.reference import page, table

PAGE = "layouts"


def reference_page() -> str:
    """Return the page as Markdown: every layout, by name."""
    lines = [line for layout in layouts().values() for line in _section(layout)]
    return page("Layouts", about="What a pack holds: one folder of `creative/layouts/` for each.", lines=lines)


def _section(layout: Layout) -> Iterator[str]:
    pages = str(layout.pages) if layout.pages else "as many as the text needs"
    yield f"## {layout.name}"
    yield ""
    yield f"{layout.titles.get('en', layout.name)} ({layout.titles['id']}). Place: {layout.place}. Pages: {pages}."
    if layout.networks:
        yield f"Networks: {', '.join(layout.networks)}."
    if layout.needs:
        yield f"Drawn where a story has one of: {', '.join(layout.needs)}."
    if layout.pdf_standards:
        yield f"PDF standards: {', '.join(layout.pdf_standards)}."
    yield ""
    yield from _sizes(layout)
    yield f"Shows, in reading order: {', '.join(layout.shows)}."
    yield ""
    rows = ((f"`{name}`", f"{sizes.smallest:g}", f"{sizes.largest:g}") for name, sizes in layout.fields.items())
    yield from table(("field", "smallest letters", "largest"), rows=rows)
    yield ""


def _sizes(layout: Layout) -> Iterator[str]:
    rows = []
    for size in layout.sizes.values():
        unit = "pt" if size.media_type == "application/pdf" else "px"
        free = ", ".join(f"{side} {px:g}" for side, px in size.safe.items())
        rows.append(
            (f"`{size.name}`" if size.name else "–", f"{size.width:g} x {size.height:g} {unit}", size.media_type, free)
        )
    yield from table(("size", "width x height", "file", "kept free of text"), rows=rows)
    yield ""
