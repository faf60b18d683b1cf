"""Who signs: a key that lies in the key folder, or one that never leaves another machine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature

# ES256 as RFC 7518 and RFC 9053 write it: r and s, 32 bytes each.
_HALF = 32
SIGNATURE_BYTES = 2 * _HALF
_ECDSA = ec.ECDSA(hashes.SHA256())


class Signer(Protocol):
    """Signs by ES256 (ECDSA, P-256, SHA-256). ``certificates`` is a PEM chain, the signer's own first, no root."""

    @property
    def certificates(self) -> str: ...

    def sign(self, data: bytes) -> bytes:
        """Return the signature over ``data``: r and s, 64 bytes."""
        ...


@dataclass(frozen=True, kw_only=True)
class LocalSigner:
    """Signs with a private key held by this process."""

    certificates: str
    key: ec.EllipticCurvePrivateKey = field(repr=False)

    def sign(self, data: bytes) -> bytes:
        r, s = decode_dss_signature(self.key.sign(data, _ECDSA))
        return r.to_bytes(_HALF, "big") + s.to_bytes(_HALF, "big")

    @cached_property
    def key_pem(self) -> bytes:
        """The private key in PKCS #8, for a library that signs by itself. Never written, never logged."""
        return self.key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )


@dataclass(frozen=True, kw_only=True)
class CallbackSigner:
    """Signs through any callable: a hardware module, a signing service, a smart card.

    ``call`` takes the bytes to sign and returns r and s, 64 bytes. What it raises reaches who asked for the seal.
    """

    certificates: str
    call: Callable[[bytes], bytes] = field(repr=False)

    def sign(self, data: bytes) -> bytes:
        return self.call(data)


def leaf(certificates: str) -> x509.Certificate:
    """Return the signer's own certificate: the first of a PEM chain. Raises ``ValueError`` where there is none."""
    return x509.load_pem_x509_certificates(certificates.encode())[0]


def is_signature(signature: bytes, *, over: bytes, by: x509.Certificate) -> bool:
    """Say whether ``signature`` (64 bytes) is the certificate's, over those bytes."""
    try:
        key = by.public_key()
    except (UnsupportedAlgorithm, ValueError):
        return False
    if len(signature) != SIGNATURE_BYTES or not isinstance(key, ec.EllipticCurvePublicKey):
        return False
    if not isinstance(key.curve, ec.SECP256R1):
        return False
    r, s = int.from_bytes(signature[:_HALF], "big"), int.from_bytes(signature[_HALF:], "big")
    try:
        key.verify(encode_dss_signature(r, s), over, _ECDSA)
    except InvalidSignature:
        return False
    return True
