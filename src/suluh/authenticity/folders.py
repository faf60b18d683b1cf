"""Judges files where they lie: one file, or a folder with its SEAL.json. Only reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from suluh.authenticity import detached
from suluh.authenticity.detached import FolderSeal, inspect_folder_seal, inspect_listed
from suluh.authenticity.inspection import Inspection
from suluh.authenticity.trust import TrustList
from suluh.authenticity.verifying import MAX_BYTES, verify
from suluh.foundation.language import lazy as _


def verify_path(path: Path, *, trust: TrustList, at: datetime) -> Iterator[Inspection]:
    """Yield what is found out about a file, or about every file in a folder and the folders in it, in order."""
    if not path.is_dir():
        yield _file(path, seal=_seal_of(path.parent, trust=trust, at=at), trust=trust)
        return
    for folder in sorted({path, *(child for child in path.rglob("*") if _is_folder(child))}):
        seal = _seal_of(folder, trust=trust, at=at)
        for child in sorted(folder.iterdir()):
            if not child.name.startswith(".") and not _is_folder(child):
                yield _file(child, seal=seal, trust=trust)


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _seal_of(folder: Path, *, trust: TrustList, at: datetime) -> FolderSeal | None:
    path = folder / detached.FILE_NAME
    data = _read(path)
    if data is None:
        return None
    seal = inspect_folder_seal(data, trust=trust, at=at)
    missing = sorted(name for name in seal.files if not (folder / Path(name).name).is_file())
    if seal.inspection.state == "genuine" and missing:
        problem = _("Files that were sealed are missing here: %(names)s") % {"names": ", ".join(missing)}
        return replace(seal, inspection=replace(seal.inspection, problems=(problem,)))
    return seal


def _file(path: Path, *, seal: FolderSeal | None, trust: TrustList) -> Inspection:
    data = _read(path)
    if data is None:
        problem = _("It is missing, may not be read, is no plain file, or is larger than 200 MB.")
        return Inspection(state="unreadable", name=str(path), problems=(problem,), evidence=("suluh.file",))
    if path.name == detached.FILE_NAME and seal is not None:
        return replace(seal.inspection, name=str(path))
    found = verify(data, name=path.name, trust=trust)
    if seal is None or found.state not in {"unsealed", "unreadable", "genuine"}:
        return replace(found, name=str(path))
    listed = inspect_listed(data, name=path.name, by=seal)
    if found.state == "genuine":
        return replace(found, name=str(path), problems=listed.problems if listed.state == "altered" else ())
    return replace(listed, name=str(path), media_type=found.media_type)


def _read(path: Path) -> bytes | None:
    try:
        if not path.is_file() or path.stat().st_size > MAX_BYTES:
            return None
        return path.read_bytes()
    except OSError:
        return None
