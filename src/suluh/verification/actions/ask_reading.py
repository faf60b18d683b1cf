"""Have a source read now, instead of tonight."""

from __future__ import annotations

from suluh.agencies import api as agencies
from suluh.foundation import audit, jobs
from suluh.foundation.language import lazy as _
from suluh.verification.models import Source
from suluh.verification.refusals import NotSaid


@audit.action("verification.ask_reading")
def ask_reading(source: Source, *, by: agencies.Member) -> Source:
    """Ask for a reading of a source in the background; it goes on from where the last one ended."""
    from suluh.verification.tasks import read_source  # the task calls other actions of this room

    agencies.check_right(by, right="verification.run_desk")
    if not source.is_active or not source.address:
        raise NotSaid(_("This source is switched off, or has no address: it is read from files only."))
    audit.record(
        "verification.ask_reading", subject=source, office=by.office_id, by=by.user_id, detail={"source": source.name}
    )
    jobs.defer(read_source, lock=f"source {source.pk}", source=source.pk)
    return source
