"""The seal of a folder, for files that cannot carry one inside: SEAL.json beside them lists every file with its hash.

It is a JSON Web Signature (RFC 7515, flattened JSON form, ES256, certificates in x5c), so other tools can check it too.
Whitespace, key order and base 64 are held to one form: no byte of it can change unnoticed. Read 2026-11-23.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from suluh.authenticity.certificates import name_in_subject, organization
from suluh.authenticity.inspection import Inspection
from suluh.authenticity.sealing import Claims
from suluh.authenticity.signers import Signer, is_signature
from suluh.authenticity.trust import TrustList, is_trusted, parse_chain
from suluh.foundation.language import lazy as _

FILE_NAME = "SEAL.json"
MAX_BYTES = 1_000_000
_TYPE = "suluh-seal+json"


@dataclass(frozen=True, kw_only=True)
class FolderSeal:
    """What was found out about a SEAL.json, and the SHA-256 in hex of each file name it lists."""

    inspection: Inspection
    files: Mapping[str, str]


def seal_folder(files: Mapping[str, bytes], *, signer: Signer, claims: Claims) -> bytes:
    """Return the text of SEAL.json for these files, by name. Sealed pictures are listed as they lie there, sealed."""
    listed = {name: hashlib.sha256(data).hexdigest() for name, data in sorted(files.items())}
    payload = {
        "office": claims.office,
        "code": claims.code,
        "url": claims.code_url,
        "title": claims.title,
        "revision": claims.revision,
        "at": claims.at.astimezone(UTC).isoformat(timespec="seconds"),
        "is_draft": claims.is_draft,
        "files": listed,
    }
    chain = x509.load_pem_x509_certificates(signer.certificates.encode())
    header = {"alg": "ES256", "typ": _TYPE, "x5c": [base64.b64encode(_der(c)).decode() for c in chain]}
    protected, body = _encoded(_compact(header)), _encoded(_compact(payload))
    signature = signer.sign(f"{protected}.{body}".encode())
    return _whole({"payload": body, "protected": protected, "signature": _encoded(signature)})


def inspect_folder_seal(data: bytes, *, trust: TrustList, at: datetime) -> FolderSeal:
    """Return what is found out about the bytes of a SEAL.json at the moment ``at``. Never raises for what is in it."""
    unread = Inspection(state="unreadable", name=FILE_NAME, media_type="application/json")
    try:
        chain, payload, is_signed = _opened(data)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        return FolderSeal(inspection=replace(unread, evidence=(str(error)[:300],)), files={})
    if not is_signed:
        problem = _("The list of files in SEAL.json was changed.")
        return FolderSeal(inspection=replace(unread, state="altered", problems=(problem,)), files={})
    known = replace(
        unread,
        office=payload["office"],
        code=payload["code"],
        code_url=payload["url"],
        title=payload["title"],
        revision=payload["revision"],
        is_draft=payload.get("is_draft", False),
        signed_at=datetime.fromisoformat(payload["at"]),
        subject=chain[0].subject.rfc4514_string(),
    )
    is_ours = is_trusted(chain, trust=trust, at=at) and name_in_subject(known.office) == organization(chain[0])
    if not is_ours:
        problem = _("Nobody on the trust list stands behind this seal.")
        stranger = replace(unread, state="not_ours", subject=known.subject, problems=(problem,))
        return FolderSeal(inspection=stranger, files={})
    return FolderSeal(inspection=replace(known, state="genuine"), files=payload["files"])


def inspect_listed(data: bytes, *, name: str, by: FolderSeal) -> Inspection:
    """Return what a folder's seal says of one file beside it."""
    plain = replace(by.inspection, name=name, media_type="", problems=(), evidence=())
    if by.inspection.state != "genuine":
        return Inspection(state=by.inspection.state, name=name, problems=by.inspection.problems)
    if hashlib.sha256(data).hexdigest() in by.files.values():
        return plain
    if name in by.files:
        problem = _("The content is not the one that was sealed.")
        return replace(plain, state="altered", problems=(problem,), evidence=("suluh.listed",))
    problem = _("SEAL.json does not list this file.")
    return Inspection(state="unsealed", name=name, problems=(problem,), evidence=("suluh.unlisted",))


def _opened(data: bytes) -> tuple[tuple[x509.Certificate, ...], dict[str, Any], bool]:
    """Return the chain, the payload, and whether the signature holds. Raises for anything out of form."""
    if len(data) > MAX_BYTES:
        raise ValueError("larger than 1 MB")
    parts = json.loads(data)
    if not isinstance(parts, dict) or set(parts) != {"payload", "protected", "signature"} or _whole(parts) != data:
        raise ValueError("not written in the one form of SEAL.json")
    header, payload = json.loads(_decoded(parts["protected"])), json.loads(_decoded(parts["payload"]))
    if header["alg"] != "ES256" or header["typ"] != _TYPE:
        raise ValueError("signed in another way")
    chain = parse_chain([base64.b64decode(der, validate=True) for der in header["x5c"]])
    signed = f"{parts['protected']}.{parts['payload']}".encode()
    is_signed = is_signature(_decoded(parts["signature"]), over=signed, by=chain[0])
    return chain, _checked(payload), is_signed


def _checked(payload: Any) -> dict[str, Any]:
    words = ("office", "code", "url", "title", "revision", "at")
    if not isinstance(payload, dict) or not all(isinstance(payload[word], str) for word in words):
        raise ValueError("the list says something else")
    datetime.fromisoformat(payload["at"])
    # Seals made before this was said are read as no draft.
    if not isinstance(payload.get("is_draft", False), bool):
        raise ValueError("neither a draft nor none")
    files = payload["files"]
    if not isinstance(files, dict) or not all(isinstance(print_, str) for print_ in files.values()):
        raise ValueError("the list lists something else")
    return payload


def _der(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(Encoding.DER)


def _compact(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":"), sort_keys=True, ensure_ascii=False).encode()


def _whole(parts: Mapping[str, Any]) -> bytes:
    return json.dumps(dict(parts), indent=1, sort_keys=True, ensure_ascii=True).encode() + b"\n"


def _encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _decoded(text: str) -> bytes:
    try:
        data = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except binascii.Error as error:
        raise ValueError("not base 64") from error
    if _encoded(data) != text:
        raise ValueError("not written the one way base 64 has")
    return data
