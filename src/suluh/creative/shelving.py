"""Where a pack's files are put: the store, the rows that show them, the register of seals."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from suluh.authenticity import api as authenticity
from suluh.creative.models import Pack, Rendition
from suluh.creative.packs.making import MadeFile


def show(pack: Pack, *, files: Sequence[MadeFile], after: int = 0) -> None:
    """Store the files and show them with the pack, behind the first ``after`` that it has."""
    names = [_stored(pack, file=file, mark=f"{after}-" if after else "") for file in files]
    Rendition.objects.bulk_create(
        Rendition(
            pack=pack,
            office_id=pack.office_id,
            layout=file.layout,
            name=file.name,
            media_type=file.media_type,
            file=name,
            width=file.width,
            height=file.height,
            size=len(file.data),
            alt=file.alt,
            shortened=list(file.shortened),
            left_out=file.left_out[:200],
            position=position,
        )
        for position, (file, name) in enumerate(zip(files, names, strict=True), start=after)
    )


def _stored(pack: Pack, *, file: MadeFile, mark: str) -> str:
    """Write a file to the store, under a name that a second try writes over; return the name in it."""
    name = f"packs/{pack.asked_at:%Y/%m}/{pack.code_id}/{mark}{file.name}"
    if default_storage.exists(name):
        default_storage.delete(name)
    return str(default_storage.save(name, ContentFile(file.data)))


def register(code: authenticity.Code, *, files: Sequence[MadeFile]) -> None:
    """Write the files' hashes into the register, under the pack's code."""
    sealed = [
        authenticity.SealedFile(layout=f.layout, name=f.name, media_type=f.media_type, data=f.data) for f in files
    ]
    authenticity.register_seals(code, files=sealed, by=None)
