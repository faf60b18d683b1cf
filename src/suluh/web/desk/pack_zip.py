"""A pack in one ZIP file: the files, their alt texts beside them and all in one, every text, and what all this is."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Iterable, Sequence

from django.conf import settings
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from suluh.content import api as content
from suluh.creative import api as creative

_IN_MEMORY = 8 * 1024 * 1024


def zipped(
    pack: creative.Pack, *, story: content.Story, files: Sequence[creative.Rendition]
) -> tempfile.SpooledTemporaryFile[bytes]:
    """Return a ZIP file of these files of a pack, wound to its beginning. Who gets it closes it."""
    out = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - given on, closed by who gets it
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as made:
        for file in files:
            with file.file.open() as opened:
                made.writestr(file.name, opened.read())
            if file.alt:
                made.writestr(f"{_('alt-texts')}/{file.name}.txt", file.alt, zipfile.ZIP_DEFLATED)
        made.writestr(_("alt-texts.txt"), _alts(files), zipfile.ZIP_DEFLATED)
        made.writestr(_("read-me.txt"), _read_me(pack, story=story, files=files), zipfile.ZIP_DEFLATED)
    out.seek(0)
    return out


def wanted_files(pack: creative.Pack, *, wanted: Iterable[str]) -> list[creative.Rendition]:
    """Return the files of the formats that are wanted, and the signed list of files."""
    names = {*wanted, "seal", "video"}
    return [file for file in pack.renditions.order_by("position", "pk") if file.layout in names]


def _alts(files: Sequence[creative.Rendition]) -> str:
    lines: list[str] = []
    for file in files:
        lines += [file.name, file.alt, ""] if file.alt else []
    return "\n".join(lines)


def _read_me(pack: creative.Pack, *, story: content.Story, files: Sequence[creative.Rendition]) -> str:
    code = pack.code.text if pack.code else ""
    lines = [
        story.headline,
        story.office.name,
        "",
        f"{_('Code')}: {code}",
        f"{settings.SITE_URL}/c/{code}",
        "",
        _("Every picture and PDF carries a seal: do not crop or change it, or its origin can no longer be checked."),
        _("SEAL.json lists and signs every file. Pictures come with their alt text; put it into the post."),
    ]
    if story.embargo_at:
        lines += ["", _("Not before %(moment)s.") % {"moment": _moment(story)}]
    lines += ["", _("Files"), "", *(f"{file.name}  ({_about(file)})" for file in files)]
    return "\n".join(lines) + "\n"


def _moment(story: content.Story) -> str:
    return formats.date_format(timezone.localtime(story.embargo_at), "DATETIME_FORMAT")


def _about(file: creative.Rendition) -> str:
    size = f"{max(1, round(file.size / 1024))} KB"
    if file.media_type.startswith("image/"):
        return f"{file.width} × {file.height} px, {size}"
    return size
