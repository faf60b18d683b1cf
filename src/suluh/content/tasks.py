"""What is done with stories in the background: what the clock does, and mails."""

from __future__ import annotations

import logging
from typing import Protocol

from django.core.mail import EmailMessage
from procrastinate import RetryStrategy

from suluh.agencies import api as agencies
from suluh.content.actions.publish_story import publish_story
from suluh.content.mail import letter_to_approver, letter_to_writer
from suluh.content.models import Story
from suluh.foundation import tenancy
from suluh.foundation.errors import Refusal
from suluh.foundation.jobs import app

log = logging.getLogger("suluh.content")
# A mail server that does not answer is tried again after one minute, two, three. (SMTPException is an OSError.)
AGAIN = RetryStrategy(max_attempts=3, wait=60, linear_wait=60, retry_exceptions=[OSError])


class Letter(Protocol):
    """Writes a mail about a story to a member, or None where it is no longer wanted."""

    def __call__(self, story: Story, /, *, member: agencies.Member) -> EmailMessage | None: ...


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


@app.task(name="content.mail_approver", retry=AGAIN)
def mail_approver(story: int, office: int, member: int) -> None:
    """Ask one approver by mail. Run twice, as after a power cut, it may send the mail twice; that does no harm."""
    _send(letter_to_approver, story=story, office=office, member=member)


@app.task(name="content.mail_writer", retry=AGAIN)
def mail_writer(story: int, office: int, member: int) -> None:
    """Tell one writer by mail why their story came back. Run twice, it may send the mail twice; that does no harm."""
    _send(letter_to_writer, story=story, office=office, member=member)


def _send(write: Letter, *, story: int, office: int, member: int) -> None:
    with tenancy.acting(office=office):
        found = Story.objects.select_related("office", "published_revision").get(pk=story)
        letter = write(found, member=agencies.Member.objects.select_related("user").get(pk=member))
    if letter is not None:
        letter.send()
