"""Take a picture into an office's media, redrawn and described."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from suluh.agencies import api as agencies
from suluh.content.models import Media, Rights
from suluh.content.pictures import redraw
from suluh.foundation import audit
from suluh.foundation.errors import Refusal, Translatable
from suluh.foundation.language import lazy as _


class NotDescribed(Refusal):
    """A picture without alt text or credit, or with rights or a focal point that cannot be."""

    code = "content.E162"


class AlreadyThere(Refusal):
    """The same picture is in the office's media. ``media`` is its id."""

    code = "content.E163"
    status = 409

    def __init__(self, sentence: Translatable, *, media: int) -> None:
        super().__init__(sentence, hint=f"media {media}")
        self.media = media


@dataclass(frozen=True, kw_only=True)
class Description:
    """What people say about a picture. The focal point is in shares of width and height, 0 to 1."""

    alt: str
    credit: str
    rights: str = Rights.FREE
    focal_x: float = 0.5
    focal_y: float = 0.5


@audit.action("content.add_media")
def add_media(data: bytes, *, description: Description, by: agencies.Member) -> Media:
    """Redraw a picture and keep it. Raises ``AlreadyThere`` for one the office has.

    ``sha256`` is of the file as it was brought, so that the same file is known again.
    """
    agencies.check_right(by, right="content.write")
    described = _checked(description)
    digest = hashlib.sha256(data).hexdigest()
    known = Media.objects.filter(office_id=by.office_id, sha256=digest).first()
    if known is not None:
        raise AlreadyThere(_("Your office already has this picture: “%(alt)s”.") % {"alt": known.alt}, media=known.pk)
    drawn = redraw(data)
    media = Media(
        office=by.office,
        added_by=by.user,
        media_type=drawn.media_type,
        width=drawn.width,
        height=drawn.height,
        sha256=digest,
        **described,
    )
    media.file.save(f"{digest[:32]}.{drawn.suffix}", ContentFile(drawn.data), save=False)
    default_storage.save(media.small_name, ContentFile(drawn.small))
    media.save()
    audit.record("content.add_media", subject=media, office=by.office_id, by=by.user_id, detail={"sha256": digest})
    return media


@audit.action("content.describe_media")
def describe_media(media: Media, *, description: Description, by: agencies.Member) -> Media:
    """Change what is said about a picture."""
    agencies.check_right(by, right="content.write")
    described = _checked(description)
    for name, value in described.items():
        setattr(media, name, value)
    media.save(update_fields=list(described))
    audit.record("content.describe_media", subject=media, office=media.office_id, by=by.user_id)
    return media


def _checked(description: Description) -> dict[str, str | float]:
    alt, credit = description.alt.strip(), description.credit.strip()
    if not alt or not credit:
        raise NotDescribed(
            _("Describe the picture in one sentence for people who cannot see it, and name who made it.")
        )
    if len(alt) > 500 or len(credit) > 160:
        raise NotDescribed(_("The alt text may have 500 characters, the credit 160. Shorten it."))
    if description.rights not in Rights.values:
        raise NotDescribed(_("Choose what others may do with the picture."))
    if not (0 <= description.focal_x <= 1 and 0 <= description.focal_y <= 1):
        raise NotDescribed(_("The focal point must lie inside the picture."))
    return {
        "alt": alt,
        "credit": credit,
        "rights": description.rights,
        "focal_x": description.focal_x,
        "focal_y": description.focal_y,
    }
