"""Which signer seals for an office: the key this installation keeps, or one elsewhere named by SULUH_SIGNER."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from django.utils.module_loading import import_string

from suluh.agencies.brand import Brand
from suluh.authenticity.authority import Authority
from suluh.authenticity.signers import Signer
from suluh.authenticity.trust import TrustList
from suluh.foundation.clock import now

AUTHORITY_NAME = "Suluh"


def office_signer(brand: Brand, *, folder: Path, elsewhere: str = "") -> Signer:
    """Return the signer of an office; its key is made the first time.

    ``elsewhere`` is the import path of a callable that takes the office's slug and name and returns a ``Signer``.
    Raises ``KeysUnreadable`` where the key folder cannot be used.
    """
    if elsewhere:
        return cast(Signer, import_string(elsewhere)(slug=brand.slug, name=brand.name))
    authority = Authority(folder)
    authority.set_up(name=AUTHORITY_NAME, at=now())
    return authority.office_signer(brand.slug, name=brand.name, at=now())


def trust_list(folder: Path) -> TrustList:
    """Return whom this installation trusts: its own authority and what that has revoked."""
    return Authority(folder).set_up(name=AUTHORITY_NAME, at=now())
