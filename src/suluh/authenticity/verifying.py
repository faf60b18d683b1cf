"""Says of any file whether it is really from an office: offline, without a database, never raising for what is in it.

The manifest is judged by c2pa-python with remote fetching off, then held to what a Suluh seal must be: trusted chain,
no certificate taken back, the strict frame (``frame``, ``store``), our own assertion, the office its certificate names.
"""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from typing import Any

import c2pa
from cryptography import x509

from suluh.authenticity import frame, media
from suluh.authenticity.certificates import name_in_subject, organization
from suluh.authenticity.inspection import Inspection, State
from suluh.authenticity.sealing import SEAL_LABEL, unhashed_print
from suluh.authenticity.store import FrameError, check_store, leaf_and_chain
from suluh.authenticity.trust import TrustList, parse_chain
from suluh.foundation.errors import Translatable
from suluh.foundation.language import lazy as _

# Bytes of the largest file that is looked into.
MAX_BYTES = 200_000_000
_LONGEST = 2000


@dataclass(frozen=True, kw_only=True)
class _Reading:
    """What c2pa-rs says: its state, its status codes, and the manifest's own words."""

    state: str
    successes: frozenset[str]
    failures: tuple[str, ...]
    title: str
    said: Mapping[str, Any] | None


def verify(data: bytes, *, name: str, trust: TrustList) -> Inspection:
    """Return what is found out about a file's bytes. ``name`` is only repeated; the kind is read from the bytes."""
    if len(data) > MAX_BYTES:
        return _answer("unreadable", name=name, problem=_("The file is larger than 200 MB."), evidence="suluh.size")
    kind = media.sniff(data)
    if kind is None and frame.is_marked(data):
        return _answer("altered", name=name, problem=_REMAINS, evidence="suluh.kind")
    if kind is None:
        problem = _("Files of this kind are not known here. Pictures, PDF, MP4 and text are.")
        return _answer("unreadable", name=name, problem=problem, evidence="suluh.kind")
    if kind == media.TEXT:
        problem = _("Text cannot carry a seal. Check the whole folder, with its file SEAL.json.")
        return replace(_answer("unsealed", name=name, problem=problem, evidence="suluh.text"), media_type=kind)
    try:
        reading = _read(data, kind=kind, roots=trust.roots)
    except c2pa.C2paError.ManifestNotFound:
        found = _without_manifest(data, name=name)
    except (c2pa.C2paError, ValueError) as error:
        found = _unparsed(data, name=name, error=error)
    else:
        found = _judged(reading, data=data, kind=kind, name=name, trust=trust)
    return replace(found, media_type=kind)


def _without_manifest(data: bytes, *, name: str) -> Inspection:
    if frame.is_marked(data):
        return _answer("altered", name=name, problem=_REMAINS, evidence="suluh.remains")
    return Inspection(state="unsealed", name=name)


def _unparsed(data: bytes, *, name: str, error: Exception) -> Inspection:
    if frame.is_marked(data):
        return _answer("altered", name=name, problem=_REMAINS, evidence=str(error))
    return _answer("unreadable", name=name, problem=_("The file is damaged or cut off."), evidence=str(error))


def _judged(reading: _Reading, *, data: bytes, kind: str, name: str, trust: TrustList) -> Inspection:
    """Judge a file whose manifest could be read: first whose it is, then whether anything was changed."""
    try:
        store = frame.store_in(data, media_type=kind)
        chain = parse_chain(leaf_and_chain(store))
    except (FrameError, ValueError, IndexError) as error:
        return _strange(reading, name=name, error=error)
    signed = "claimSignature.validated" in reading.successes
    known = _introduced(reading, name=name, certificate=chain[0]) if signed else Inspection(state="altered", name=name)
    doubt = _not_from_us(reading, chain=chain, trust=trust)
    if doubt is not None:
        codes = doubt[1], *reading.failures
        stranger = Inspection(state="not_ours", name=name, subject=known.subject)
        return replace(stranger, problems=(doubt[0],), evidence=codes)
    if reading.state != "Trusted" or reading.failures or not signed:
        return replace(known, problems=_changes(reading.failures), evidence=reading.failures)
    return _held_to_form(known, reading=reading, data=data, kind=kind, store=store)


def _held_to_form(known: Inspection, *, reading: _Reading, data: bytes, kind: str, store: bytes) -> Inspection:
    try:
        check_store(store)
        if kind == media.MP4 and (reading.said or {}).get("unhashed") != unhashed_print(data):
            raise FrameError("a box of the video that C2PA passes over was changed")
    except FrameError as error:
        return replace(known, problems=(_SEAL_TOUCHED,), evidence=("suluh.frame", str(error)))
    return replace(known, state="genuine")


def _strange(reading: _Reading, *, name: str, error: Exception) -> Inspection:
    """A manifest that stands otherwise than ours do: a stranger's, or ours with its frame damaged."""
    evidence = ("suluh.frame", str(error), *reading.failures)
    if reading.state == "Trusted" or reading.said is not None:
        return Inspection(state="altered", name=name, problems=(_SEAL_TOUCHED,), evidence=evidence)
    return Inspection(state="not_ours", name=name, problems=(_UNKNOWN_SIGNER,), evidence=evidence)


def _not_from_us(
    reading: _Reading, *, chain: tuple[x509.Certificate, ...], trust: TrustList
) -> tuple[Translatable, str] | None:
    """Return why a seal is not from an office of the trust list, with its code, or None."""
    if any(trust.is_revoked(certificate) for certificate in chain):
        return _("The certificate of this seal was taken back."), "suluh.revoked"
    credential = [code for code in reading.failures if code.startswith("signingCredential.")]
    if "signingCredential.expired" in credential:
        return _("The certificate of this seal is out of date."), credential[0]
    if credential:
        return _UNKNOWN_SIGNER, credential[0]
    if reading.said is None:
        return _("The seal was not made by Suluh."), "suluh.foreign"
    if name_in_subject(_text(reading.said, "office")) != organization(chain[0]):
        return _("The seal names another office than its certificate does."), "suluh.office"
    return None


def _changes(failures: tuple[str, ...]) -> tuple[Translatable, ...]:
    """Say in sentences what C2PA's failure codes mean."""
    said: list[Translatable] = []
    if any(code.endswith("Hash.mismatch") and "assertion" in code for code in failures):
        said.append(_("The content is not the one that was sealed."))
    if any(not code.startswith("assertion.") or "hashedURI" in code for code in failures):
        said.append(_SEAL_TOUCHED)
    return tuple(said) or (_SEAL_TOUCHED,)


def _introduced(reading: _Reading, *, name: str, certificate: x509.Certificate) -> Inspection:
    """Return what the seal says of its file, as yet unjudged."""
    said = reading.said or {}
    return Inspection(
        state="altered",
        name=name,
        office=_text(said, "office"),
        code=_text(said, "code"),
        code_url=_text(said, "url"),
        revision=_text(said, "revision"),
        # Older seals do not say it and are read as no draft; whatever else is said but no is not an approval.
        is_draft=said.get("is_draft", False) is not False,
        signed_at=_moment(_text(said, "at")),
        title=reading.title,
        subject=certificate.subject.rfc4514_string()[:_LONGEST],
    )


def _read(data: bytes, *, kind: str, roots: str) -> _Reading:
    """Return what c2pa-rs says. Raises ``C2paError`` and, for JSON out of form, ``ValueError``."""
    with c2pa.Reader(kind, io.BytesIO(data), context=_context(roots)) as reader:
        store = json.loads(reader.json())
    manifest = store.get("manifests", {}).get(store.get("active_manifest"), {})
    results = store.get("validation_results", {}).get("activeManifest", {})
    own = [a.get("data") for a in manifest.get("assertions", []) if a.get("label") == SEAL_LABEL]
    return _Reading(
        state=str(store.get("validation_state", "")),
        successes=frozenset(str(entry.get("code")) for entry in results.get("success", [])),
        failures=tuple(str(entry.get("code")) for entry in results.get("failure", [])),
        title=str(manifest.get("title", ""))[:_LONGEST],
        said=own[0] if len(own) == 1 and isinstance(own[0], dict) else None,
    )


@lru_cache(maxsize=8)
def _context(roots: str) -> c2pa.Context:
    return c2pa.Context.from_dict(
        {
            "version": 1,
            "trust": {"trust_anchors": roots},
            "verify": {"remote_manifest_fetch": False, "ocsp_fetch": False, "verify_trust": True},
        }
    )


def _text(said: Mapping[str, Any], key: str) -> str:
    value = said.get(key)
    return value[:_LONGEST] if isinstance(value, str) else ""


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def _answer(state: State, *, name: str, problem: Translatable, evidence: str) -> Inspection:
    return Inspection(state=state, name=name, problems=(problem,), evidence=(evidence[:_LONGEST],))


_REMAINS = _("The file holds what is left of a seal, and it can no longer be read.")
_SEAL_TOUCHED = _("The seal itself was changed.")
_UNKNOWN_SIGNER = _("Nobody on the trust list stands behind this seal.")
