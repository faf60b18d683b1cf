"""Ask for a video of a ready pack. It is made from the same frozen words and sealed under the pack's own code."""

from __future__ import annotations

from suluh.agencies import api as agencies
from suluh.creative.models import Pack, PackJob
from suluh.creative.video.steps import NAME, STEPS, VOICE
from suluh.foundation import audit, jobs

_OPEN = ("waiting", "drawing")


@audit.action("creative.ask_video")
def ask_video(pack: Pack, *, by: agencies.Member, is_spoken: bool = False) -> PackJob | None:
    """Ask for the pack's video, read aloud where ``is_spoken``.

    Where it has one, gets one or is not ready, nothing is asked for.
    """
    agencies.check_right(by, right="creative.draw")
    pack = Pack.objects.select_for_update(of=("self",)).select_related("code").get(pk=pack.pk, office=by.office_id)
    audit.record("creative.ask_video", subject=pack, office=pack.office_id, by=by.user_id)
    if pack.state != "ready" or pack.code is None or not may_have_video(pack):
        return None
    steps = [VOICE, *STEPS] if is_spoken else list(STEPS)
    job = PackJob.objects.create(
        pack=pack, office_id=pack.office_id, kind=PackJob.Kind.VIDEO, formats=steps, asked_by=by.user
    )
    from suluh.creative.tasks import film  # the task calls another action

    jobs.defer(film, lock=f"pack-{pack.pk}", job=job.pk, office=pack.office_id, code=pack.code.text)
    return job


def may_have_video(pack: Pack) -> bool:
    """Tell whether a pack neither has a video nor is getting one."""
    is_asked = pack.jobs.filter(kind=PackJob.Kind.VIDEO, state__in=_OPEN).exists()
    return not is_asked and not pack.renditions.filter(layout=NAME).exists()
