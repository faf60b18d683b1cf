"""Keep what speaks for or against a claim, with a copy of how it stood."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import PurePath

from django.core.files.base import ContentFile

from suluh.agencies import api as agencies
from suluh.content.blocks import seen
from suluh.foundation import audit, jobs
from suluh.foundation.clock import now
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _
from suluh.verification.models import Claim, Evidence
from suluh.verification.refusals import NotSaid
from suluh.verification.working import CHECK, checked_link, held, note, said

LARGEST_FILE = 10_000_000
LARGEST_PAGE = 5_000_000
_LONGEST_NOTE, _LONGEST_TEXT = 500, 200_000
# Names of files by what they are; others are kept as plain bytes and never opened by a browser.
ENDINGS = {
    "text/html": "html",
    "text/plain": "txt",
    "application/pdf": "pdf",
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
}


@dataclass(frozen=True, kw_only=True)
class NewEvidence:
    """What a checker found: a link, a file, or both; ``note`` says what it shows."""

    note: str
    link: str = ""
    name: str = ""
    data: bytes = b""


@dataclass(frozen=True, kw_only=True)
class Copy:
    """What a page or file was when it was kept."""

    data: bytes
    ending: str
    title: str = ""
    text: str = ""


@audit.action("verification.add_evidence")
def add_evidence(claim: Claim, *, evidence: NewEvidence, by: agencies.Member) -> Evidence:
    """Add evidence to a claim. Of a link a copy is made in the background; a file is kept as it is."""
    claim = held(claim, by=by)
    kept = Evidence(
        office_id=claim.office_id,
        claim=claim,
        note=said(evidence.note, longest=_LONGEST_NOTE),
        link=checked_link(evidence.link),
        added_by=by.user,
    )
    if len(evidence.data) > LARGEST_FILE:
        raise NotSaid(_("The file is larger than %(size)s MB.") % {"size": LARGEST_FILE // 1_000_000})
    kept.save()
    if evidence.data:
        ending = PurePath(evidence.name).suffix.lower().lstrip(".")
        ending = ending if ending in ENDINGS.values() else "bin"
        _keep(kept, copy=Copy(data=evidence.data, ending=ending, title=PurePath(evidence.name).name))
    note("verification.add_evidence", claim=claim, by=by, evidence=kept.pk)
    if kept.link:
        _ask_for_copy(kept)
    return kept


@audit.action("verification.archive_again")
def archive_again(evidence: Evidence, *, by: agencies.Member) -> Evidence:
    """Try once more to copy the page behind a link."""
    agencies.check_right(by, right=CHECK)
    evidence = Evidence.objects.select_for_update().get(pk=evidence.pk, office_id=by.office_id)
    if not evidence.link:
        raise NotSaid(_("This evidence has no address that could be copied."))
    evidence.trouble = ""
    evidence.save(update_fields=["trouble"])
    audit.record("verification.archive_again", subject=evidence, office=evidence.office_id, by=by.user_id)
    _ask_for_copy(evidence)
    return evidence


@audit.action("verification.keep_copy")
def keep_copy(evidence: Evidence, *, copy: Copy) -> Evidence:
    """Keep the copy of a page. A second time, as after a power cut, changes nothing."""
    evidence = Evidence.objects.select_for_update().get(pk=evidence.pk)
    digest = hashlib.sha256(copy.data).hexdigest()
    audit.record(
        "verification.keep_copy", subject=evidence, office=evidence.office_id, by=None, detail={"sha256": digest}
    )
    if evidence.sha256 != digest:
        _keep(evidence, copy=copy)
    return evidence


def tell_trouble(evidence: Evidence, *, refusal: Refusal) -> None:
    """Say on the evidence why no copy could be made."""
    Evidence.objects.filter(pk=evidence.pk).update(trouble=str(refusal)[:300])


def _keep(evidence: Evidence, *, copy: Copy) -> None:
    evidence.sha256 = hashlib.sha256(copy.data).hexdigest()
    evidence.archived.save(f"{evidence.sha256[:32]}.{copy.ending}", ContentFile(copy.data), save=False)
    evidence.title = seen(copy.title or evidence.title)[:300]
    evidence.archived_text = seen(copy.text[:_LONGEST_TEXT])
    evidence.archived_at, evidence.trouble = now(), ""
    evidence.save()


def _ask_for_copy(evidence: Evidence) -> None:
    from suluh.verification.tasks import archive  # the task calls this module's other action

    jobs.defer(archive, lock=f"evidence-{evidence.pk}", evidence=evidence.pk, office=evidence.office_id)
