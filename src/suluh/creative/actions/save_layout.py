"""Keep what was written of a layout, as a new revision."""

from __future__ import annotations

from suluh.agencies import api as agencies
from suluh.creative.designing.archive import Files
from suluh.creative.designing.refusals import LayoutChanged
from suluh.creative.layout_writing import add_revision, held, note
from suluh.creative.models import OfficeLayout
from suluh.foundation import audit
from suluh.foundation.language import lazy as _


@audit.action("creative.save_layout")
def save_layout(layout: OfficeLayout, *, files: Files, base: int, by: agencies.Member) -> OfficeLayout:
    """Keep the files, written upon revision ``base``, as the newest. Raises ``LayoutChanged``."""
    agencies.check_right(by, right="creative.design")
    layout = held(layout, by=by)
    if layout.current is not None and layout.current.number != base:
        raise LayoutChanged(
            _(
                "%(name)s saved this layout meanwhile. Your text is still here: open the layout in a second window"
                " and compare."
            )
            % {"name": layout.current.saved_by}
        )
    layout = add_revision(layout, files=files, by=by)
    note("creative.save_layout", layout=layout, by=by, revision=layout.current and layout.current.number)
    return layout
