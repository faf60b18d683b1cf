"""What the certificates say: a root of this installation, and one for every office's signing key.

The profile is what C2PA readers ask of a signer (contentauth/c2pa-rs, sdk/src/crypto/cose/certificate_profile.rs and
valid_eku_oids.cfg, read 2026-11-23) within RFC 5280: version 3, ECDSA on P-256, basic constraints, key usage, subject
and authority key identifiers, and for an office the extended key usages c2pa-kp-claimSigning and emailProtection (older
readers know only the second).
"""

from __future__ import annotations

from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID, ObjectIdentifier

C2PA_CLAIM_SIGNING = ObjectIdentifier("1.3.6.1.4.1.62558.2.1")
ROOT_LIFE = timedelta(days=3652)
# A certificate counts from a little earlier: clocks of two machines differ.
_CLOCK_SLACK = timedelta(minutes=10)
# X.520's upper bound for an organization's and a common name, in characters.
_NAME_BOUND = 64


def name_in_subject(office: str) -> str:
    """Return an office's name as a certificate can hold it: whole words of up to 64 characters, "…" where cut."""
    name = " ".join(office.split())
    if len(name) <= _NAME_BOUND:
        return name
    return name[: _NAME_BOUND - 1].rsplit(" ", 1)[0] + "…"


def organization(certificate: x509.Certificate) -> str:
    """Return the organization a certificate was given to, or ""."""
    found = certificate.subject.get_attributes_for_oid(NameOID.ORGANIZATION_NAME)
    return str(found[0].value) if found else ""


def root_certificate(key: ec.EllipticCurvePrivateKey, *, name: str, at: datetime) -> x509.Certificate:
    """Return a root that signs itself, good for ten years, for offices' certificates only (path length 0)."""
    subject = _subject(name, unit="Suluh")
    return (
        _begun(subject, issuer=subject, key=key.public_key(), at=at, until=at + ROOT_LIFE)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(is_root=True), critical=True)
        .sign(key, hashes.SHA256())
    )


def office_certificate(
    office: str,
    *,
    slug: str,
    key: ec.EllipticCurvePublicKey,
    root: tuple[x509.Certificate, ec.EllipticCurvePrivateKey],
    at: datetime,
) -> x509.Certificate:
    """Return an office's certificate, good as long as the root.

    A seal carries no time stamp of a third party yet, so a reader holds it against today's date: a certificate that
    ended early would take every older seal with it. Keys change more often than that; see ``Authority.rotate``.
    """
    issuer, signing_key = root
    identifier = issuer.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value
    return (
        _begun(_subject(office, unit=slug), issuer=issuer.subject, key=key, at=at, until=issuer.not_valid_after_utc)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(is_root=False), critical=True)
        .add_extension(
            x509.ExtendedKeyUsage([C2PA_CLAIM_SIGNING, ExtendedKeyUsageOID.EMAIL_PROTECTION]), critical=False
        )
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(identifier), critical=False)
        .sign(signing_key, hashes.SHA256())
    )


def _begun(
    subject: x509.Name, *, issuer: x509.Name, key: ec.EllipticCurvePublicKey, at: datetime, until: datetime
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(at - _CLOCK_SLACK)
        .not_valid_after(until)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
    )


def _subject(name: str, *, unit: str) -> x509.Name:
    short = name_in_subject(name)
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "ID"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, short),
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, unit),
            x509.NameAttribute(NameOID.COMMON_NAME, short),
        ]
    )


def _usage(*, is_root: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not is_root,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=is_root,
        crl_sign=is_root,
        encipher_only=False,
        decipher_only=False,
    )
