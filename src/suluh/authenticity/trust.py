"""Whom a verifier believes: the roots of the installations it knows, and the certificates taken back.

A trust list is a text file: root certificates in PEM, and a line "# revoked SHA256" for each certificate that is no
longer believed. Any tool that reads PEM reads the roots and passes over the rest.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.utils import CryptographyDeprecationWarning

from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _

_REVOKED = re.compile(r"^#\s*revoked\s+([0-9a-f]{64})\s*$", re.MULTILINE)
_LONGEST_CHAIN = 4


class BadTrustList(Refusal):
    """A file that holds no root certificate."""

    code = "authenticity.E103"


@dataclass(frozen=True, kw_only=True)
class TrustList:
    """``roots`` in PEM, one string; ``revoked`` SHA-256 fingerprints in hex of certificates taken back."""

    roots: str
    revoked: frozenset[str] = frozenset()

    def anchors(self) -> tuple[x509.Certificate, ...]:
        """Return the roots as certificates."""
        return tuple(x509.load_pem_x509_certificates(self.roots.encode()))

    def is_revoked(self, certificate: x509.Certificate) -> bool:
        return print_of(certificate) in self.revoked

    def joined(self, other: TrustList) -> TrustList:
        """Return a list that believes both lists' roots and neither's revoked certificates."""
        return TrustList(roots=self.roots + other.roots, revoked=self.revoked | other.revoked)


def parse_trust(text: str) -> TrustList:
    """Return the trust list written in ``text``. Raises ``BadTrustList``."""
    try:
        roots = x509.load_pem_x509_certificates(text.encode())
    except ValueError:
        roots = []
    if not roots:
        raise BadTrustList(_("This trust list holds no certificate in PEM. Ask for it again and choose the .pem file."))
    return TrustList(roots="".join(pem(root) for root in roots), revoked=frozenset(_REVOKED.findall(text)))


def dump_trust(trust: TrustList) -> str:
    """Return the trust list as text: revoked certificates first, each root under its name."""
    lines = [f"# revoked {print_}\n" for print_ in sorted(trust.revoked)]
    lines += [f"# {root.subject.rfc4514_string()}\n# SHA-256 {print_of(root)}\n{pem(root)}" for root in trust.anchors()]
    return "".join(lines)


def print_of(certificate: x509.Certificate) -> str:
    """Return the SHA-256 fingerprint of a certificate in hex."""
    return certificate.fingerprint(hashes.SHA256()).hex()


def pem(certificate: x509.Certificate) -> str:
    """Return a certificate in PEM."""
    return certificate.public_bytes(Encoding.PEM).decode()


def parse_chain(ders: Sequence[bytes]) -> tuple[x509.Certificate, ...]:
    """Return certificates from DER, one at least, all their fields readable. Raises ``ValueError``."""
    try:
        with warnings.catch_warnings():
            # What the library will refuse one day is refused today.
            warnings.simplefilter("error", CryptographyDeprecationWarning)
            chain = tuple(x509.load_der_x509_certificate(der) for der in ders)
            for certificate in chain:
                certificate.subject.rfc4514_string()
                certificate.public_key()
                _limits(certificate), certificate.not_valid_before_utc, certificate.not_valid_after_utc
    except (x509.InvalidVersion, TypeError, UnsupportedAlgorithm, CryptographyDeprecationWarning) as error:
        raise ValueError(str(error)) from error
    if not chain:
        raise ValueError("no certificate")
    return chain


def is_trusted(chain: Sequence[x509.Certificate], *, trust: TrustList, at: datetime) -> bool:
    """Say whether the chain, the signer's own certificate first, leads to a root of the list, all good at ``at``."""
    if not 0 < len(chain) <= _LONGEST_CHAIN or any(trust.is_revoked(certificate) for certificate in chain):
        return False
    if not _may_sign(chain[0]) or not all(_is_in_date(certificate, at=at) for certificate in chain):
        return False
    steps = pairwise(chain)
    if not all(_is_issued(below, by=above, below=depth) for depth, (below, above) in enumerate(steps)):
        return False
    roots = (root for root in trust.anchors() if _is_in_date(root, at=at))
    return any(_is_issued(chain[-1], by=root, below=len(chain) - 1) for root in roots)


def _is_in_date(certificate: x509.Certificate, *, at: datetime) -> bool:
    return certificate.not_valid_before_utc <= at <= certificate.not_valid_after_utc


def _may_sign(certificate: x509.Certificate) -> bool:
    constraints, usage = _limits(certificate)
    return constraints is not None and not constraints.ca and usage is not None and usage.digital_signature


def _is_issued(certificate: x509.Certificate, *, by: x509.Certificate, below: int) -> bool:
    """Say whether ``by`` issued the certificate and might, with ``below`` certificates of others in between."""
    constraints, usage = _limits(by)
    if constraints is None or not constraints.ca or usage is None or not usage.key_cert_sign:
        return False
    if constraints.path_length is not None and constraints.path_length < below:
        return False
    try:
        certificate.verify_directly_issued_by(by)
    except (ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm):
        return False
    return True


def _limits(certificate: x509.Certificate) -> tuple[x509.BasicConstraints | None, x509.KeyUsage | None]:
    try:
        extensions = certificate.extensions
        return (
            extensions.get_extension_for_class(x509.BasicConstraints).value,
            extensions.get_extension_for_class(x509.KeyUsage).value,
        )
    except (ValueError, x509.ExtensionNotFound, x509.DuplicateExtension, x509.UnsupportedGeneralNameType):
        return None, None
