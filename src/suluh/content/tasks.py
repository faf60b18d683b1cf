"""What the clock does with stories."""

from __future__ import annotations

import logging

from suluh.content.actions.publish_story import publish_story
from suluh.content.models import Story
from suluh.foundation import tenancy
from suluh.foundation.errors import Refusal
from suluh.foundation.jobs import app

log = logging.getLogger("suluh.content")


@app.periodic(cron="* * * * * */10")
@app.task(name="content.publish_due", queueing_lock="content.publish_due")
def publish_due(timestamp: int) -> None:
    """Publish every scheduled story whose hour has come, each in its own transaction and its office's scope."""
    with tenancy.whole_house(reason="the clock looks for due stories of all offices"):
        due = list(Story.objects.due().order_by("publish_at").values_list("pk", "office_id"))
    for story, office in due:
        with tenancy.acting(office=office):
            try:
                publish_story(Story.objects.get(pk=story), by=None)
            except Refusal as refusal:
                log.warning("story %s is due but stays: %s %s", story, refusal.code, refusal.hint)
            except Exception:  # one story that cannot go out must not hold back the others
                log.exception("story %s is due and could not be published; it is tried again", story)
