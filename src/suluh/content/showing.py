"""Which pictures the public may see: those that a public story shows, and no longer than it does."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import F

from suluh.content.models import Media, Revision


def settle_pictures(pictures: Iterable[int], *, office: int) -> None:
    """Open to the public those pictures of an office that a public story shows, close the others. Part of an action.

    Call it after a story changed what it shows, with the pictures of before and after.
    """
    locked = Media.objects.select_for_update().filter(office_id=office, pk__in=set(pictures)).order_by("pk")
    for picture in locked:  # one after the other: two stories that change at once wait here for each other
        is_shown = _is_shown(picture)
        if picture.is_public != is_shown:
            Media.objects.filter(pk=picture.pk).update(is_public=is_shown)


def _is_shown(picture: Media) -> bool:
    block = {"kind": "picture", "media": str(picture.pk)}
    return Revision.objects.filter(
        office_id=picture.office_id,
        story__published_revision=F("pk"),
        story__state__in=("published", "withdrawn"),
        content__blocks__contains=[block],
    ).exists()
