"""Add a place that fact-checks are imported from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from suluh.foundation import audit, tenancy
from suluh.foundation.addresses import parse_target
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _
from suluh.verification.corpus.contract import importer
from suluh.verification.models import Source

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class BadSource(Refusal):
    """A source that cannot be added as it is described."""

    code = "verification.E116"


class UnknownSource(Refusal):
    """No source has this name."""

    code = "verification.E117"
    status = 404


@dataclass(frozen=True, kw_only=True)
class NewSource:
    """A source as it is described: ``address`` may be empty where only files are read."""

    slug: str
    kind: str
    name: str
    licence: str
    address: str = ""
    language: str = "id"
    seconds_between: int = 2


@audit.action("verification.add_source")
def add_source(new: NewSource) -> Source:
    """Add a source of the whole server. Raises ``BadSource``, ``UnknownKind`` or ``AddressRefused``."""
    importer(new.kind)
    if not _SLUG.fullmatch(new.slug) or len(new.slug) > 60:
        raise BadSource(_("A source's short name has small letters, digits and -, at most 60."))
    if not new.name.strip() or not new.licence.strip():
        raise BadSource(_("Say the source's name, and what its licence allows: who reads its fact-checks sees both."))
    if new.address:
        parse_target(new.address.partition("#")[0])
    with tenancy.whole_house(reason="sources belong to the server, not to an office"):
        if Source.objects.filter(slug=new.slug).exists():
            raise BadSource(_("A source called “%(slug)s” is there already.") % {"slug": new.slug})
        source = Source.objects.create(
            slug=new.slug,
            kind=new.kind,
            name=new.name.strip()[:160],
            licence=new.licence.strip()[:500],
            address=new.address[:500],
            language=new.language,
            seconds_between=new.seconds_between,
        )
        detail = {"source": source.slug}
        audit.record("verification.add_source", subject=source, office=None, by=None, detail=detail)
    return source


def source_called(slug: str) -> Source:
    """Return the source of that short name. Raises ``UnknownSource``."""
    source = Source.objects.filter(slug=slug).first()
    if source is None:
        known = ", ".join(Source.objects.order_by("slug").values_list("slug", flat=True))
        raise UnknownSource(_("No source is called “%(slug)s”. There are: %(all)s.") % {"slug": slug, "all": known})
    return source
