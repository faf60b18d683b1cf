"""Give a story's pack to somebody without an account: a secret address that ends."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta

from django.db.models import F

from suluh.agencies import api as agencies
from suluh.content import api as content
from suluh.creative.actions.add_formats import frozen_words
from suluh.creative.models import Pack, ShareLink
from suluh.foundation import audit, tenancy
from suluh.foundation.clock import now
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _

DAYS = (1, 7, 30)
# Links of one story that are open at a time: more are not a list that a person keeps an eye on.
MOST_OPEN = 20
# States in which what was approved may still be handed on.
SHARED_IN = ("approved", "scheduled", "published")


class NothingToShare(Refusal):
    """A link is wanted to a pack that is not approved, or not drawn."""

    code = "creative.E242"
    status = 409


class NoSuchTerm(Refusal):
    """A link is wanted for a number of days that is not offered, or beside too many others."""

    code = "creative.E243"


class LinkOver(Refusal):
    """A link that has expired, was ended, or leads to a story that was taken back."""

    code = "creative.E244"
    status = 410


class LinkUnknown(Refusal):
    """An address of a link that nobody made."""

    code = "creative.E245"
    status = 404


class PackNotReady(Refusal):
    """A link to a pack that is being drawn just now."""

    code = "creative.E246"
    status = 503


@audit.action("creative.share_pack")
def share_pack(story: content.Story, *, days: int, label: str, by: agencies.Member) -> tuple[ShareLink, str]:
    """Make a link to a story's pack. Return it with its secret, which is kept nowhere.

    Raises ``NothingToShare`` and ``NoSuchTerm``.
    """
    agencies.check_right(by, right="creative.draw")
    story = content.Story.objects.select_for_update().get(pk=story.pk, office=by.office_id)
    if story.state not in SHARED_IN or ready_pack(story) is None:
        raise NothingToShare(_("Only an approved story whose pack is drawn can be shared."))
    if days not in DAYS:
        raise NoSuchTerm(_("A link ends after 1, 7 or 30 days. Choose one of these."))
    if story.share_links.open().count() >= MOST_OPEN:
        raise NoSuchTerm(_("This story has many open links. End one that is no longer needed first."))
    secret = secrets.token_urlsafe(32)
    link = ShareLink.objects.create(
        office_id=story.office_id,
        story=story,
        token_hash=_hash_of(secret),
        label=" ".join(label.split())[:80],
        made_by=by.user,
        expires_at=now() + timedelta(days=days),
    )
    audit.record("creative.share_pack", subject=link, office=story.office_id, by=by.user_id, detail={"days": days})
    return link, secret


@audit.action("creative.end_share")
def end_share(link: ShareLink, *, by: agencies.Member) -> ShareLink:
    """End a link at once. A second call changes nothing."""
    agencies.check_right(by, right="creative.draw")
    link = ShareLink.objects.select_for_update().get(pk=link.pk, office=by.office_id)
    link.ended_at = link.ended_at or now()
    link.save(update_fields=["ended_at"])
    audit.record("creative.end_share", subject=link, office=link.office_id, by=by.user_id)
    return link


def ready_pack(story: content.Story) -> Pack | None:
    """Return the pack of a story's approved words where it is drawn."""
    return Pack.objects.filter(revision=frozen_words(story), state="ready").select_related("code", "revision").first()


def link_of(secret: str) -> ShareLink:
    """Return the link of a secret, with its office and story. Raises ``LinkUnknown`` and ``LinkOver``."""
    # Who opens a link says no office: the secret alone tells it, so no office's scope can be entered before.
    with tenancy.whole_house(reason="a shared link is looked up before it is known whose pack it shows"):
        link = (
            ShareLink.objects.filter(token_hash=_hash_of(secret))
            .select_related("office", "story__current_revision", "story__published_revision")
            .first()
        )
    if link is None:
        raise LinkUnknown(_("This link is not known. Ask who sent it to you for a new one."))
    if link.story.state in {"withdrawn", "recalled"}:
        raise LinkOver(_("The office took this story back. Please do not spread what you saved of it."))
    if link.ended_at is not None or link.expires_at <= now():
        raise LinkOver(_("This link has ended. Ask who sent it to you for a new one."))
    if link.story.state not in SHARED_IN:
        raise LinkOver(_("The office is changing this story. Ask who sent you the link for the new version."))
    return link


def shared_pack(link: ShareLink) -> Pack:
    """Return the pack that a link shows. Raises ``PackNotReady`` while it is drawn anew."""
    pack = ready_pack(link.story)
    if pack is None:
        raise PackNotReady(_("The pack is being drawn. Reload this page in a minute."), permanent=False)
    return pack


def count_opening(link: ShareLink) -> None:
    """Count that a link's page was opened; who opened it is not kept."""
    ShareLink.objects.filter(pk=link.pk).update(opened=F("opened") + 1)


def _hash_of(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
