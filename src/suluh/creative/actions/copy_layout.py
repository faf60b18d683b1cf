"""Make a layout one's own, from one that is there or from a file."""

from __future__ import annotations

from suluh.agencies import api as agencies
from suluh.creative.designing.archive import Files, unpacked
from suluh.creative.layout_writing import begin, free_name, note
from suluh.creative.models import OfficeLayout
from suluh.foundation import audit


@audit.action("creative.copy_layout")
def copy_layout(files: Files, *, based_on: str, slug: str, by: agencies.Member) -> OfficeLayout:
    """Make a copy of a layout the office's own. ``slug`` is its name; "" finds one."""
    agencies.check_right(by, right="creative.design")
    made = begin(slug or free_name(based_on, office=by.office), files=files, based_on=based_on, by=by)
    note("creative.copy_layout", layout=made, by=by, based_on=based_on)
    return made


@audit.action("creative.import_layout")
def import_layout(archive: bytes, *, by: agencies.Member) -> OfficeLayout:
    """Make the layout of a ZIP file the office's own, as a draft. Raises ``BadArchive``."""
    agencies.check_right(by, right="creative.design")
    name, files = unpacked(archive)
    made = begin(free_name(name or "tata-letak", office=by.office), files=files, based_on="", by=by)
    note("creative.import_layout", layout=made, by=by)
    return made
