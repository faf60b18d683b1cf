"""Ask that a layout be shared with every office, and decide about it: two people, the second of a leading office."""

from __future__ import annotations

from suluh.agencies import api as agencies
from suluh.creative.designing.refusals import CannotShare
from suluh.creative.layout_writing import held, move, note
from suluh.creative.models import OfficeLayout
from suluh.foundation import audit, tenancy
from suluh.foundation.clock import now
from suluh.foundation.language import lazy as _

# National and provincial offices.
_LEADING_TIER = 2
_LONGEST_REMARK = 500


@audit.action("creative.submit_layout")
def submit_layout(layout: OfficeLayout, *, by: agencies.Member) -> OfficeLayout:
    """Ask that the revision in use be shared with every office."""
    agencies.check_right(by, right="creative.use_layout")
    layout = held(layout, by=by)
    before = move(layout, to="submitted")
    layout.submitted, layout.submitted_by, layout.submitted_at = layout.offered, by.user, now()
    layout.remark = ""
    layout.save(update_fields=["state", "submitted", "submitted_by", "submitted_at", "remark", "changed_at"])
    note("creative.submit_layout", layout=layout, by=by, **{"from": before, "to": layout.state})
    return layout


def may_decide(member: agencies.Member) -> bool:
    """Tell whether the member decides what is shared: an editor or operator of a national or provincial office."""
    return member.office.tier <= _LEADING_TIER and member.may("creative.share_layout")


@audit.action("creative.decide_layout")
def decide_layout(layout: OfficeLayout, *, is_shared: bool, remark: str, by: agencies.Member) -> OfficeLayout:
    """Share the submitted revision with every office, or return it with a remark."""
    agencies.check_right(by, right="creative.share_layout")
    if not may_decide(by):
        raise CannotShare(_("A national or provincial office decides what is shared with every office."))
    remark = remark.strip()[:_LONGEST_REMARK]
    if not is_shared and not remark:
        raise CannotShare(_("Say what is to be mended, so that the layout can come back better."))
    with tenancy.whole_house(reason="a leading office decides about another office's layout"):
        layout = OfficeLayout.objects.select_for_update(of=("self",)).get(pk=layout.pk)
        if layout.submitted_by_id == by.user_id:
            raise CannotShare(_("Somebody else decides about what you submitted."))
        before = move(layout, to="shared" if is_shared else "returned")
        if is_shared:
            layout.shared = layout.submitted
        layout.remark = remark
        layout.save(update_fields=["state", "shared", "remark", "changed_at"])
        said = {"from": before, "to": layout.state, "by_office": by.office_id}
        note("creative.decide_layout", layout=layout, by=by, **said)
    return layout
