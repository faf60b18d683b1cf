"""What citizens send is encrypted before it is kept, and only the desk's screens open it again.

AES-256-GCM with keys of this installation alone, in ``keys/citizens/0001.key`` and up, readable by nobody else (0600).
The highest number seals; all of them open, so a key is replaced with ``suluh questions --new-key`` and the old file
removed once nothing sealed with it is kept any more. A backup without the key folder holds nothing legible: whoever
loses the keys loses what citizens sent, and nothing else.

Sealed bytes are: "S1", four bytes that name the key, twelve of nonce, then ciphertext and tag. Nonces are random: NIST
SP 800-38D (8.3, as known on 2026-11-23) allows 2^32 messages for one key.
"""

from __future__ import annotations

import base64
import binascii
import contextlib
import hashlib
import os
import secrets
import stat
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _
from suluh.verification.numbers import EXAMPLE, NumberMistyped, new_number, parse_number
from suluh.verification.scrubbing import scrub

__all__ = [
    "EXAMPLE",
    "KeyLost",
    "NumberMistyped",
    "SealedDamaged",
    "new_key",
    "new_number",
    "parse_number",
    "scrub",
    "seal",
    "seal_picture",
    "unseal",
    "unseal_picture",
]

_FORM, _NAME_BYTES, _NONCE_BYTES, _KEY_BYTES = b"S1", 4, 12, 32
_PURPOSE = b"suluh: what a citizen sent"


class KeyLost(Refusal):
    """The key of something sealed is not in the key folder, or cannot be used."""

    code = "verification.E102"
    status = 500


class SealedDamaged(Refusal):
    """Something sealed was changed, or is none of ours."""

    code = "verification.E103"
    status = 500


def seal(text: str) -> bytes:
    """Return ``text`` encrypted. Raises ``KeyLost`` where the key folder cannot be used."""
    return seal_picture(text.encode("utf-8", "replace"))


def unseal(sealed: bytes | memoryview) -> str:
    """Return a sealed text. Raises ``KeyLost`` without its key, ``SealedDamaged`` where it was changed."""
    return unseal_picture(sealed).decode()


def seal_picture(data: bytes) -> bytes:
    """Return ``data`` (a picture) encrypted: 34 bytes longer. Raises ``KeyLost``."""
    key = _newest_key()
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return _FORM + _name(key) + nonce + AESGCM(key).encrypt(nonce, data, _PURPOSE)


def unseal_picture(sealed: bytes | memoryview) -> bytes:
    """Return what was sealed. Raises ``KeyLost`` or ``SealedDamaged``."""
    data = bytes(sealed)
    start = len(_FORM) + _NAME_BYTES
    if not data.startswith(_FORM) or len(data) < start + _NONCE_BYTES:
        raise SealedDamaged(_DAMAGED, hint="not in the form of something sealed")
    wanted = data[len(_FORM) : start]
    key = next((key for key in map(_read, _files()) if _name(key) == wanted), None)
    if key is None:
        raise KeyLost(
            _("The key that opens these words is missing. Put the key folder back from a backup."),
            hint=f"no key {wanted.hex()} in {_folder()}",
        )
    try:
        return AESGCM(key).decrypt(data[start : start + _NONCE_BYTES], data[start + _NONCE_BYTES :], _PURPOSE)
    except InvalidTag as error:
        raise SealedDamaged(_DAMAGED, hint="its tag does not fit") from error


def new_key() -> Path:
    """Make a further key; from now on it seals. Returns its file."""
    numbers = [int(path.stem) for path in _files()]
    path = _folder() / f"{max(numbers, default=0) + 1:04}.key"
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(base64.urlsafe_b64encode(secrets.token_bytes(_KEY_BYTES)))
        file.flush()
        os.fsync(file.fileno())
    with contextlib.suppress(FileExistsError):
        os.link(fresh, path)  # of two processes that come at once, the first one's key stays
    fresh.unlink()
    return path


def _newest_key() -> bytes:
    files = _files()
    return _read(files[-1] if files else new_key())


def _files() -> list[Path]:
    return sorted(path for path in _folder().glob("[0-9]*.key") if path.stem.isdigit())


def _folder() -> Path:
    return Path(settings.KEYS_FOLDER) / "citizens"


def _name(key: bytes) -> bytes:
    return hashlib.sha256(_PURPOSE + key).digest()[:_NAME_BYTES]


def _read(path: Path) -> bytes:
    try:
        if stat.S_IMODE(path.stat().st_mode) & 0o077:
            raise KeyLost(
                _("The key of citizens' questions can be read by others on this machine. Close it: chmod 600 %(path)s")
                % {"path": path}
            )
        key = base64.urlsafe_b64decode(path.read_bytes().strip())
    except (OSError, binascii.Error) as error:
        raise KeyLost(_UNREADABLE, hint=f"{path}: {error}") from error
    if len(key) != _KEY_BYTES:
        raise KeyLost(_UNREADABLE, hint=f"{path}: {len(key)} bytes")
    return key


_DAMAGED = _("What this citizen sent was changed where it is kept, and cannot be read any more.")
_UNREADABLE = _("The key of citizens' questions cannot be read. Put the key folder back from a backup, then try again.")
