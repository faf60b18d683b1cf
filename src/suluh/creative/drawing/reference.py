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
    size = f"{layout.width:g} x {layout.height:g} {'pt' if layout.is_pdf else 'px'}"
    yield f"## {layout.name}"
    yield ""
    title = f"{layout.titles.get('en', layout.name)} ({layout.titles['id']})"
    yield f"{title}. {layout.media_type}, {size}, pages: {pages}."
    if layout.pdf_standards:
        yield f"PDF standards: {', '.join(layout.pdf_standards)}."
    yield ""
    yield f"Shows, in reading order: {', '.join(layout.shows)}."
    yield ""
    rows = ((f"`{name}`", f"{sizes.smallest:g}", f"{sizes.largest:g}") for name, sizes in layout.fields.items())
    yield from table(("field", "smallest letters", "largest"), rows=rows)
    yield ""
