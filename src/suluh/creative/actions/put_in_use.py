"""Offer a layout in the office's packs, or put it away."""

from __future__ import annotations

from suluh.agencies import api as agencies
from suluh.creative.designing.checking import check, faults_of
from suluh.creative.designing.refusals import LayoutFaulty
from suluh.creative.layout_writing import held, move, note
from suluh.creative.models import OfficeLayout
from suluh.foundation import audit
from suluh.foundation.language import lazy as _


@audit.action("creative.put_in_use")
def put_in_use(layout: OfficeLayout, *, by: agencies.Member) -> OfficeLayout:
    """Offer the current revision in the office's packs, after it drew every test story. Raises ``LayoutFaulty``."""
    agencies.check_right(by, right="creative.use_layout")
    revision = OfficeLayout.objects.select_related("current").get(pk=layout.pk, office_id=by.office_id).current
    assert revision is not None
    # It draws for seconds: nothing is held meanwhile.
    wrong = faults_of(check(revision.files(), slug=layout.slug, brand=by.office.brand()))
    if wrong:
        raise LayoutFaulty(_("The layout is not put in use yet: some things are to be mended first."), faults=wrong)
    layout = held(layout, by=by)
    before = move(layout, to="in_use") if layout.state == "draft" else layout.state
    layout.offered = revision
    layout.save(update_fields=["state", "offered", "changed_at"])
    note("creative.put_in_use", layout=layout, by=by, revision=revision.number, **{"from": before, "to": layout.state})
    return layout


@audit.action("creative.retire_layout")
def retire_layout(layout: OfficeLayout, *, by: agencies.Member) -> OfficeLayout:
    """Put a layout away: no pack is drawn with it any more, here or elsewhere. What was drawn stays."""
    agencies.check_right(by, right="creative.use_layout")
    layout = held(layout, by=by)
    before = move(layout, to="retired")
    layout.offered = layout.submitted = layout.shared = None
    layout.save(update_fields=["state", "offered", "submitted", "shared", "changed_at"])
    note("creative.retire_layout", layout=layout, by=by, **{"from": before, "to": layout.state})
    return layout


@audit.action("creative.take_up_layout")
def take_up_layout(layout: OfficeLayout, *, by: agencies.Member) -> OfficeLayout:
    """Make a draft again of a layout that was put away."""
    agencies.check_right(by, right="creative.design")
    layout = held(layout, by=by)
    before = move(layout, to="draft")
    layout.save(update_fields=["state", "changed_at"])
    note("creative.take_up_layout", layout=layout, by=by, **{"from": before, "to": layout.state})
    return layout
