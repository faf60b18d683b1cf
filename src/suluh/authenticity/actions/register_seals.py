"""Give out a code, and put sealed files into the register."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from suluh.agencies.api import Office
from suluh.authenticity import codes
from suluh.authenticity.fingerprints import fingerprint
from suluh.authenticity.models import Code, Seal
from suluh.content.api import Revision
from suluh.foundation import audit


@dataclass(frozen=True, kw_only=True)
class SealedFile:
    """A file as it goes out: ``data`` is what is hashed."""

    layout: str
    name: str
    media_type: str
    data: bytes


@audit.action("authenticity.issue_code")
def issue_code(office: Office, *, revision: Revision | None, by: int | None, text: str = "") -> Code:
    """Give an office a code, for one revision of a story or (None) for files made outside of the desk.

    ``text`` is a free code that was printed already; without it a fresh one is drawn.
    """
    text = text or codes.new_code(is_taken=lambda code: Code.objects.filter(text=code).exists())
    code = Code.objects.create(
        text=text, office=office, story_id=revision.story_id if revision else None, revision=revision
    )
    audit.record("authenticity.issue_code", subject=code, office=office.pk, by=by, detail={"code": text})
    return code


@audit.action("authenticity.register_seals")
def register_seals(code: Code, *, files: Iterable[SealedFile], by: int | None) -> list[Seal]:
    """Write the files' hashes into the register, under their code. A file is registered once."""
    seals = []
    for file in files:
        prints = fingerprint(file.data)
        seals.append(
            Seal(
                code=code,
                office_id=code.office_id,
                layout=file.layout,
                name=file.name,
                media_type=file.media_type,
                sha256=prints.sha256,
                fingerprint=prints.perceptual_hex,
            )
        )
    made = Seal.objects.bulk_create(seals)
    audit.record("authenticity.register_seals", subject=code, office=code.office_id, by=by, detail={"files": len(made)})
    return made
