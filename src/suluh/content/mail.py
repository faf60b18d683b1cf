"""Mails about stories, each in the language of who reads it."""

from __future__ import annotations

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from suluh.agencies import api as agencies
from suluh.content.actions.review_story import writers_of
from suluh.content.models import Story
from suluh.foundation.models import AuditEntry


def letter_to_approver(story: Story, *, member: agencies.Member) -> EmailMessage | None:
    """Return the mail that asks ``member`` to approve, or None where nobody waits for that any more."""
    asked = _last(story, action="content.submit_story")
    if story.state != "in_review" or asked is None or member.user_id in writers_of(story):
        return None
    if not _is_reached(member) or not member.may("content.approve"):
        return None
    return _letter(story, to=member, name="to_approve", words=_words(story, entry=asked))


def letter_to_writer(story: Story, *, member: agencies.Member) -> EmailMessage | None:
    """Return the mail that tells ``member`` why their story came back, or None where it was sent on since."""
    returned = _last(story, action="content.return_story")
    if story.state != "draft" or returned is None or not _is_reached(member):
        return None
    words = _words(story, entry=returned) | {"reason": str(returned.detail.get("reason", "")).strip()}
    return _letter(story, to=member, name="sent_back", words=words)


def _is_reached(member: agencies.Member) -> bool:
    return member.is_active and member.user.is_active


def _last(story: Story, *, action: str) -> AuditEntry | None:
    entries = AuditEntry.objects.filter(subject_kind=story._meta.label_lower, subject_id=str(story.pk), action=action)
    return entries.order_by("-at", "-pk").first()


def _words(story: Story, *, entry: AuditEntry) -> dict[str, str]:
    by = agencies.User.objects.filter(pk=entry.user_id).first() if entry.user_id else None
    return {"headline": story.headline, "office": story.office.name, "by": str(by or "Suluh")}


# The names of the templates stand here whole, so that a search finds who uses them.
_TEMPLATES = {
    "to_approve": ("content/mail/to_approve_subject.txt", "content/mail/to_approve.txt", "story_review"),
    "sent_back": ("content/mail/sent_back_subject.txt", "content/mail/sent_back.txt", "story_edit"),
}


def _letter(story: Story, *, to: agencies.Member, name: str, words: dict[str, str]) -> EmailMessage:
    subject, body, page = _TEMPLATES[name]
    words = words | {"link": settings.SITE_URL + reverse(page, args=[story.pk])}
    with translation.override(to.user.language):
        line = " ".join(render_to_string(subject, words).split())
        return EmailMessage(line, render_to_string(body, words), None, [to.user.email])
