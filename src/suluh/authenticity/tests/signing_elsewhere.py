"""What SULUH_SIGNER names in the test of keys: an office's key on another machine, here in another object.

``signer`` is the shape that Suluh calls. A real one asks a hardware module or a signing service where this one asks
``_Service``; its certificates come from a real certificate authority, an intermediate one between.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.x509.oid import NameOID

from suluh.authenticity.certificates import office_certificate
from suluh.authenticity.signers import CallbackSigner
from suluh.authenticity.trust import pem

Pair = tuple[x509.Certificate, ec.EllipticCurvePrivateKey]


class _Service:
    """Keeps the private key; gives out signatures only."""

    def __init__(self) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())
        self.public_key = self._key.public_key()

    def sign(self, data: bytes) -> bytes:
        """Return an ECDSA signature in DER, as most services do."""
        return self._key.sign(data, ec.ECDSA(hashes.SHA256()))


def signer(*, slug: str, name: str) -> CallbackSigner:
    """Return the signer of an office: its certificate, the intermediate one, and a way to ask for a signature."""
    service = _Service()
    issuer = _authorities()[1]
    certificate = office_certificate(name, slug=slug, key=service.public_key, root=issuer, at=datetime.now(tz=UTC))

    def call(data: bytes) -> bytes:
        r, s = decode_dss_signature(service.sign(data))  # Suluh wants r and s, 32 bytes each
        return r.to_bytes(32, "big") + s.to_bytes(32, "big")

    return CallbackSigner(certificates=pem(certificate) + pem(issuer[0]), call=call)


def root_pem() -> str:
    """Return the root certificate of the authority, as it is downloaded from its site."""
    return pem(_authorities()[0][0])


@cache
def _authorities() -> tuple[Pair, Pair]:
    root = _authority("CA Contoh", issuer=None)
    return root, _authority("CA Contoh Antara", issuer=root)


def _authority(name: str, *, issuer: Pair | None) -> Pair:
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    at = datetime.now(tz=UTC)
    usage = dict.fromkeys(
        ("digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement"), False
    ) | {"encipher_only": False, "decipher_only": False, "key_cert_sign": True, "crl_sign": True}
    above, above_key = issuer or (None, key)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(above.subject if above else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(at - timedelta(minutes=10))
        .not_valid_after(at + timedelta(days=365))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0 if above else 1), critical=True)
        .add_extension(x509.KeyUsage(**usage), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(above_key, hashes.SHA256())
    )
    return certificate, key
