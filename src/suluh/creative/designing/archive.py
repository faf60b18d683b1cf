"""A layout as one ZIP file: to keep, to send, to work on at home. The same layout gives the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass

from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _

FORM, PROGRAM, SAMPLE = "layout.toml", "layout.typ", "sample.json"
FILES = (FORM, PROGRAM, SAMPLE)
READ_ME = "README.md"
MOST_BYTES = 1_000_000
# Of one file, unpacked: a program is a few hundred lines.
MOST_OF_ONE = 300_000
_MOST_ENTRIES = 20
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
SLUG = re.compile(r"[a-z][a-z0-9-]{1,29}")


class BadArchive(Refusal):
    """A ZIP file that is not a layout, or that tries to be more."""

    code = "creative.E257"


@dataclass(frozen=True, kw_only=True)
class Files:
    """The three files of a layout, as text."""

    form: str
    program: str
    sample: str

    def named(self) -> dict[str, str]:
        """Return each file's text by its name."""
        return {FORM: self.form, PROGRAM: self.program, SAMPLE: self.sample}


def packed(files: Files, *, slug: str, read_me: str) -> bytes:
    """Return the files as a ZIP file, in a folder called ``slug``."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, text in {READ_ME: read_me, **files.named()}.items():
            entry = zipfile.ZipInfo(f"{slug}/{name}", date_time=_LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            zipped.writestr(entry, text)
    return out.getvalue()


def unpacked(data: bytes) -> tuple[str, Files]:
    """Return the name and the files of a layout in a ZIP file. Nothing is written anywhere. Raises ``BadArchive``.

    Only files of the three names are read, each up to its limit whatever the archive says of its size; an archive with
    a path that leads out of its folder, a link, or two files of one name is refused whole.
    """
    if len(data) > MOST_BYTES:
        raise BadArchive(_("The file is larger than 1 MB. A layout is three small text files."))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as zipped:
            entries = _entries(zipped)
            texts = {name: _text(zipped, entry) for name, entry in entries.items()}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise BadArchive(_("This is not a ZIP file that can be read."), hint=repr(error)) from error
    missing = [name for name in (FORM, PROGRAM) if name not in texts]
    if missing:
        raise BadArchive(_("The ZIP file has no %(names)s.") % {"names": ", ".join(missing)})
    folder = entries[FORM].filename.rpartition("/")[0]
    slug = folder.lower().replace("_", "-")
    files = Files(form=texts[FORM], program=texts[PROGRAM], sample=texts.get(SAMPLE, ""))
    return (slug if SLUG.fullmatch(slug) else ""), files


def _entries(zipped: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    infos = [info for info in zipped.infolist() if not info.is_dir()]
    if len(infos) > _MOST_ENTRIES:
        raise BadArchive(_("The ZIP file holds too many files. A layout is three small text files."))
    found: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        _check_path(info)
        name = info.filename.rpartition("/")[2]
        if name not in FILES:
            continue
        if name in found:
            raise BadArchive(_("The ZIP file holds %(name)s twice. Send one layout at a time.") % {"name": name})
        found[name] = info
    return found


def _check_path(info: zipfile.ZipInfo) -> None:
    parts = info.filename.split("/")
    is_link = (info.external_attr >> 16) & 0o170000 == 0o120000
    leads_out = (
        ".." in parts or parts[0] == "" or "\\" in info.filename or ":" in info.filename or "\0" in info.filename
    )
    if is_link or leads_out or len(parts) > 2:
        raise BadArchive(
            _("The ZIP file holds “%(name)s”, which leads out of the layout's folder. It was not taken.")
            % {"name": info.filename[:80]}
        )


def _text(zipped: zipfile.ZipFile, entry: zipfile.ZipInfo) -> str:
    with zipped.open(entry) as opened:
        data = opened.read(MOST_OF_ONE + 1)
    name = entry.filename.rpartition("/")[2]
    if len(data) > MOST_OF_ONE:
        raise BadArchive(_("%(name)s is too long for a layout.") % {"name": name})
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise BadArchive(_("%(name)s is not a text in UTF-8.") % {"name": name}, hint=str(error)) from error
