"""An authority, an office's signer and claims, made once for this room's tests."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from suluh.authenticity.authority import Authority
from suluh.authenticity.sealing import Claims
from suluh.authenticity.signers import LocalSigner
from suluh.authenticity.trust import TrustList

# c2pa-rs holds certificates against the machine's clock, so the tests start from it too.
NOW = datetime.now(tz=UTC).replace(microsecond=0)
OFFICE = "Dinas Komunikasi dan Informatika Kabupaten Penukal Abab Lematang Ilir"


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    authority = Authority(tmp_path_factory.mktemp("installation") / "keys")
    authority.set_up(name="Suluh", at=NOW)
    return authority


@pytest.fixture(scope="session")
def signer(authority: Authority) -> LocalSigner:
    return authority.office_signer("pali", name=OFFICE, at=NOW)


@pytest.fixture(scope="session")
def trust(authority: Authority) -> TrustList:
    return authority.trust_list()


@pytest.fixture(scope="session")
def claims() -> Claims:
    return Claims(
        title="Cegah korupsi",
        office=OFFICE,
        code="K7QX-42M8",
        code_url="https://suluh.example/c/K7QX-42M8",
        at=NOW,
        revision="1/3",
        rights="CC BY 4.0",
    )


@pytest.fixture(scope="session")
def other_trust(tmp_path_factory: pytest.TempPathFactory) -> TrustList:
    return Authority(tmp_path_factory.mktemp("elsewhere")).set_up(name="Suluh", at=NOW)


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def fresh(tmp_path: Path) -> Authority:
    authority = Authority(tmp_path / "keys")
    authority.set_up(name="Suluh", at=NOW)
    return authority
