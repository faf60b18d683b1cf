"""The installation's own certificate authority: made at set-up in the key folder, one signing key for every office.

``root.pem`` holds the root's key and certificate; ``offices/<slug>/0001.pem`` the first key and certificate of an
office. Key and certificate stand in one file, written whole or not at all, readable by nobody else (0600). After a
rotation the old key is erased and its certificate stays beside the new one as ``0001.crt``. Whoever signs elsewhere has
a root of their own: it lies in ``trusted/`` as PEM and is believed like ours.
"""

from __future__ import annotations

import os
import re
import secrets
import stat
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from suluh.authenticity.certificates import office_certificate, root_certificate
from suluh.authenticity.signers import LocalSigner
from suluh.authenticity.trust import BadTrustList, TrustList, parse_trust, pem, print_of
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _

_ROOT, _OFFICES, _REVOKED, _TRUSTED = "root.pem", "offices", "revoked.txt", "trusted"
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PRIVATE_FILE, _PRIVATE_FOLDER = 0o600, 0o700


class KeysUnreadable(Refusal):
    """The key folder is missing, damaged, or open to others."""

    code = "authenticity.E104"
    status = 500


@dataclass(frozen=True)
class Authority:
    """The authority whose keys lie in ``folder``. Cheap to make; every call reads what it needs."""

    folder: Path

    def set_up(self, *, name: str, at: datetime) -> TrustList:
        """Make the root where there is none yet, and return the trust list. Two that start at once make one."""
        if not (self.folder / _ROOT).exists():
            key = ec.generate_private_key(ec.SECP256R1())
            _write_once(self.folder / _ROOT, text=_pair(key, root_certificate(key, name=name, at=at)))
        return self.trust_list()

    def trust_list(self) -> TrustList:
        """Return the root of this installation, those of signers elsewhere, and what was revoked."""
        certificate, _key = _read_pair(self.folder / _ROOT)
        revoked = self.folder / _REVOKED
        notes = revoked.read_text() if revoked.exists() else ""
        trust = parse_trust(notes + pem(certificate))
        for file in sorted((self.folder / _TRUSTED).glob("*.pem")):
            trust = trust.joined(_further(file))
        return trust

    def office_signer(self, slug: str, *, name: str, at: datetime) -> LocalSigner:
        """Return the office's signer; its key is made the first time. ``name`` goes into the certificate."""
        newest = self._newest(slug)
        if newest == 0:
            newest = self._issue(slug, name=name, number=1, at=at)
        return _signer(self._file(slug, number=newest))

    def rotate(self, slug: str, *, name: str, at: datetime) -> LocalSigner:
        """Give the office a new key, erase the old one, keep the old certificate. Older seals stay genuine."""
        old = self._newest(slug)
        new = self._issue(slug, name=name, number=old + 1, at=at)
        if old:
            certificate, _key = _read_pair(self._file(slug, number=old))
            _write_once(self._file(slug, number=old).with_suffix(".crt"), text=pem(certificate))
            self._file(slug, number=old).unlink()
        return _signer(self._file(slug, number=new))

    def revoke(self, certificate: x509.Certificate) -> TrustList:
        """Take a certificate back: nothing it sealed is genuine any more. Returns the new trust list to hand out."""
        noted = self.folder / _REVOKED
        lines = set(noted.read_text().splitlines()) if noted.exists() else set()
        lines.add(f"# revoked {print_of(certificate)}")
        _replace(noted, text="".join(f"{line}\n" for line in sorted(lines)))
        return self.trust_list()

    def certificates(self, slug: str) -> tuple[x509.Certificate, ...]:
        """Return every certificate the office ever had, the oldest first; the last is the one in use."""
        files = sorted(self._folder(slug).glob("[0-9]*.*"))
        return tuple(x509.load_pem_x509_certificates(path.read_bytes())[0] for path in files)

    def offices(self) -> tuple[str, ...]:
        """Return the short names of the offices that have a key."""
        return tuple(sorted(path.name for path in (self.folder / _OFFICES).glob("*") if any(path.glob("[0-9]*.pem"))))

    def _issue(self, slug: str, *, name: str, number: int, at: datetime) -> int:
        key = ec.generate_private_key(ec.SECP256R1())
        root = _read_pair(self.folder / _ROOT)
        certificate = office_certificate(name, slug=slug, key=key.public_key(), root=root, at=at)
        _write_once(self._file(slug, number=number), text=_pair(key, certificate))
        return number

    def _newest(self, slug: str) -> int:
        return max((int(path.stem) for path in self._folder(slug).glob("[0-9]*.pem")), default=0)

    def _file(self, slug: str, *, number: int) -> Path:
        return self._folder(slug) / f"{number:04}.pem"

    def _folder(self, slug: str) -> Path:
        if not _SLUG.fullmatch(slug):
            raise KeysUnreadable(
                _("This office has no short name that a key can be filed under."), hint=repr(slug)[:80]
            )
        return self.folder / _OFFICES / slug


def _signer(path: Path) -> LocalSigner:
    certificate, key = _read_pair(path)
    return LocalSigner(certificates=pem(certificate), key=key)


def _further(path: Path) -> TrustList:
    try:
        return parse_trust(path.read_text())
    except (BadTrustList, OSError, UnicodeDecodeError) as error:
        raise KeysUnreadable(
            _("%(path)s is not a root certificate in PEM. Put the right file there, or take it away.") % {"path": path},
            hint=str(error),
        ) from error


def _pair(key: ec.EllipticCurvePrivateKey, certificate: x509.Certificate) -> str:
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return private.decode() + pem(certificate)


def _read_pair(path: Path) -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey]:
    try:
        if stat.S_IMODE(path.stat().st_mode) & 0o077:
            raise KeysUnreadable(
                _("A signing key can be read by others on this machine. Close it with: chmod 600 %(path)s")
                % {"path": path}
            )
        text = path.read_bytes()
        key = serialization.load_pem_private_key(text, password=None)
        certificate = x509.load_pem_x509_certificates(text)[0]
    except (OSError, ValueError) as error:
        raise KeysUnreadable(
            _("A signing key could not be read. Put the key folder back from a backup, then try again."),
            hint=f"{path}: {error}",
        ) from error
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise KeysUnreadable(_("A signing key is not of the kind that Suluh makes."), hint=str(path))
    return certificate, key


def _write_once(path: Path, *, text: str) -> None:
    """Write a private file whole, unless another process was first: then theirs stays."""
    fresh = _written_beside(path, text=text)
    try:
        os.link(fresh, path)
    except FileExistsError:
        pass
    finally:
        fresh.unlink()


def _replace(path: Path, *, text: str) -> None:
    _written_beside(path, text=text).replace(path)


def _written_beside(path: Path, *, text: str) -> Path:
    path.parent.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE_FILE)
    with os.fdopen(handle, "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    return fresh
