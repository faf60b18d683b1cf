"""Puts a seal into a file: a C2PA manifest signed by the office, by c2pa-python. No network, nothing is fetched.

Which kinds: PNG, JPEG, WebP, SVG, MP4 and PDF. c2pa-rs 0.91 writes a PDF anew, with the store as an embedded file of
relationship C2PA_Manifest: so seal a PDF before anything else signs it. Text cannot carry a seal; see ``detached``.

The manifest says: c2pa.actions.v2 (created, with its digital source type; published unless a draft), cawg.metadata
(Dublin Core: title, creator, rights, language), and ``suluh.seal`` (code, its address, office, revision, when, whether
it is a draft; for an MP4 also the hash of the boxes that C2PA passes over). The labels are those of C2PA 2.2 and CAWG
metadata 1.1, the source types those of cv.iptc.org; the library's settings are described in docs/settings.md of
contentauth/c2pa-rs, read 2026-11-23.
"""

from __future__ import annotations

import hashlib
import io
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any

import c2pa

from suluh import __version__
from suluh.authenticity import frame, media
from suluh.authenticity.signers import LocalSigner, Signer
from suluh.authenticity.store import FrameError, check_store
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _

SEAL_LABEL = "suluh.seal"
SEAL_VERSION = 1
_SOURCE_TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/"
_SETTINGS: dict[str, Any] = {
    "version": 1,
    "verify": {
        "remote_manifest_fetch": False,
        "ocsp_fetch": False,
        # The signature and hashes of what was written are read back; whom to trust is the reader's affair.
        "verify_after_sign": True,
        "verify_trust": False,
    },
    "builder": {
        "thumbnail": {"enabled": False},
        "created_assertion_labels": ["c2pa.actions", "c2pa.actions.v2", "c2pa.hash.data", "c2pa.hash.bmff", SEAL_LABEL],
    },
}


class SealRefused(Refusal):
    """A file that cannot be sealed: not a kind that carries a seal, broken, or already sealed."""

    code = "authenticity.E105"


class SealFailed(Refusal):
    """The signer did not sign, or what it signed does not hold."""

    code = "authenticity.E106"
    status = 502


@dataclass(frozen=True, kw_only=True)
class Claims:
    """What a seal says of its file.

    ``office`` is the office's full name, ``code`` the short code and ``code_url`` its page; ``revision`` names the
    frozen text it was drawn from; ``at`` is when it was sealed, with its time zone; ``source_type`` is an IPTC digital
    source type, such as "digitalCreation" or "digitalCapture"; ``is_draft`` says that nobody has approved the text yet.
    """

    title: str
    office: str
    code: str
    code_url: str
    at: datetime
    revision: str = ""
    creator: str = ""
    rights: str = ""
    language: str = "id"
    source_type: str = "digitalCreation"
    is_draft: bool = False


def seal(data: bytes, *, media_type: str, signer: Signer, claims: Claims) -> bytes:
    """Return the file with a seal in it. Raises ``SealRefused`` for the file, ``SealFailed`` for the signer."""
    _refuse_unsealable(data, media_type=media_type)
    definition = _definition(data, media_type=media_type, claims=claims)
    out = io.BytesIO()
    try:
        with _native(signer) as native, c2pa.Builder(definition, _context()) as builder:
            builder.sign(native, media_type, io.BytesIO(data), out)
    except c2pa.C2paError as error:
        raise SealFailed(
            _("The file could not be sealed. Check the office's signing key, then try again."),
            hint=str(error)[:300],
            permanent=False,
        ) from error
    sealed = out.getvalue()
    try:
        check_store(frame.store_in(sealed, media_type=media_type))
    except FrameError as error:
        raise SealFailed(
            _("The seal was not written as it should be. Report this to the operator."), hint=str(error)
        ) from error
    return sealed


def unhashed_print(data: bytes) -> str:
    """Return the SHA-256 in hex of the boxes of an MP4 that C2PA passes over, in order."""
    return hashlib.sha256(b"".join(box for _kind, box in frame.unhashed_boxes(data))).hexdigest()


def _refuse_unsealable(data: bytes, *, media_type: str) -> None:
    if media_type not in media.SEALED_INSIDE or media.sniff(data) != media_type:
        raise SealRefused(
            _("This file is not of the kind %(kind)s, or that kind cannot carry a seal.") % {"kind": media_type}
        )
    if frame.is_marked(data):
        raise SealRefused(_("This file carries a seal already. Seal the file it was made from."))
    if media_type == media.MP4:
        try:
            frame.unhashed_boxes(data)
        except FrameError as error:
            raise SealRefused(_("This video is damaged and cannot be sealed."), hint=str(error)) from error


def _definition(data: bytes, *, media_type: str, claims: Claims) -> dict[str, Any]:
    return {
        "claim_generator_info": [{"name": "Suluh", "version": __version__}],
        "title": claims.title,
        "assertions": [_actions(claims), _metadata(claims), _own(data, media_type=media_type, claims=claims)],
    }


def _actions(claims: Claims) -> dict[str, Any]:
    when = _written(claims.at)
    agent = {"name": "Suluh", "version": __version__}
    created = {
        "action": "c2pa.created",
        "digitalSourceType": _SOURCE_TYPES + claims.source_type,
        "softwareAgent": agent,
        "when": when,
    }
    published = [] if claims.is_draft else [{"action": "c2pa.published", "when": when}]
    return {"label": "c2pa.actions.v2", "data": {"actions": [created, *published]}}


def _metadata(claims: Claims) -> dict[str, Any]:
    said = {
        "@context": {"dc": "http://purl.org/dc/elements/1.1/"},
        "dc:title": claims.title,
        "dc:creator": [claims.creator or claims.office],
        "dc:publisher": [claims.office],
        "dc:identifier": claims.code_url,
        "dc:language": [claims.language],
        "dc:date": [_written(claims.at)],
    }
    if claims.rights:
        said["dc:rights"] = claims.rights
    return {"label": "cawg.metadata", "data": said, "kind": "Json"}


def _own(data: bytes, *, media_type: str, claims: Claims) -> dict[str, Any]:
    said: dict[str, Any] = {
        "version": SEAL_VERSION,
        "code": claims.code,
        "url": claims.code_url,
        "office": claims.office,
        "revision": claims.revision,
        "at": _written(claims.at),
        "is_draft": claims.is_draft,
    }
    if media_type == media.MP4:
        said["unhashed"] = unhashed_print(data)
    return {"label": SEAL_LABEL, "data": said, "kind": "Json"}


def _written(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds")


def _native(signer: Signer) -> c2pa.Signer:
    if isinstance(signer, LocalSigner):
        info = c2pa.C2paSignerInfo(
            alg=b"es256", sign_cert=signer.certificates.encode(), private_key=signer.key_pem, ta_url=None
        )
        return c2pa.Signer.from_info(info)
    return c2pa.Signer.from_callback(signer.sign, c2pa.C2paSigningAlg.ES256, signer.certificates, None)


@cache
def _context() -> c2pa.Context:
    return c2pa.Context.from_json(json.dumps(_SETTINGS))
