"""What a person sends to be checked, as words: a text as it is, a link as its page's words, a file as what it says."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass

from django.conf import settings
from PIL import Image

from suluh.content.api import read_address, read_file, redraw
from suluh.foundation.errors import Refusal
from suluh.foundation.language import Lazy
from suluh.foundation.language import lazy as _
from suluh.verification import pictures, sound

LONGEST = 10_000
# What is kept of a picture for the desk: as WebP, so many px long, so many bytes.
LONGEST_SIDE = 1280
LARGEST_KEPT = 250_000
# Below it, a person is asked to look over what was read.
_SURE = 0.85
_ONLY_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_PICTURE_TYPES = (b"\x89PNG", b"\xff\xd8\xff")


@dataclass(frozen=True, kw_only=True)
class AskedWords:
    """``kind`` is text, link or picture; ``words`` is what is compared; ``picture`` is redrawn, without metadata.

    ``origin`` is the address of a link; ``notes`` are sentences on what was read, for who sent it.
    """

    kind: str
    words: str
    picture: bytes = b""
    origin: str = ""
    notes: tuple[Lazy, ...] = ()


def read_asked(text: str = "", *, picture: bytes = b"") -> AskedWords:
    """Return the words of what a person sends: ``text``, and the file beside it, whatever it is, named ``picture``.

    Raises refusals that say what to do. Where a file gives no words but some were typed, those are taken.
    """
    plain = text.strip()
    if picture:
        return _read_file(picture, typed=plain)
    if _ONLY_LINK.fullmatch(plain):
        url = plain if "://" in plain else f"https://{plain}"
        words = read_address(url)  # no private host, whatever the operator allows members
        return AskedWords(kind="link", words=words[:LONGEST], origin=url)
    return AskedWords(kind="text", words=plain[:LONGEST])


def redrawn(picture: bytes) -> bytes:
    """Return a picture that somebody sent as WebP, pixels only, small enough to be kept. Raises content's refusals."""
    return _small(redraw(picture).data)


def _read_file(data: bytes, *, typed: str) -> AskedWords:
    if sound.kind_of(data) is not None:
        return _heard(data, typed=typed)
    if data.startswith(_PICTURE_TYPES) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        return _seen(data, typed=typed)
    words = read_file(data, name="", media_type="")
    return AskedWords(kind="text", words=_joined(typed, words))


def _heard(recording: bytes, *, typed: str) -> AskedWords:
    try:
        said = sound.hear(recording, model=settings.SPEECH_MODEL)
    except Refusal as refusal:
        if not typed:
            raise
        return AskedWords(kind="text", words=typed[:LONGEST], notes=(_told(refusal),))
    note = _("These words were heard by a machine. Compare them with the recording.")
    return AskedWords(kind="text", words=_joined(typed, said), notes=(note,))


def _seen(picture: bytes, *, typed: str) -> AskedWords:
    clean = redraw(picture)
    kept = _small(clean.data)
    try:
        read = pictures.reader().read(clean.data)
        if not read.text.strip():
            raise pictures.NoWordsSeen(_("No words were found in this picture. Type what it claims instead."))
    except Refusal as refusal:
        if not typed:
            raise
        return AskedWords(kind="picture", words=typed[:LONGEST], picture=kept, notes=(_told(refusal),))
    unsure = _("Parts of this picture were hard to read. Compare the words with the picture.")
    notes = (unsure,) if read.confidence < _SURE else ()
    return AskedWords(kind="picture", words=_joined(typed, read.text), picture=kept, notes=notes)


def _told(refusal: Refusal) -> Lazy:
    return _("Only the words you typed were compared: %(reason)s") % {"reason": refusal.sentence}


def _joined(typed: str, read: str) -> str:
    return "\n".join(part for part in (typed, read.strip()) if part)[:LONGEST]


def _small(data: bytes) -> bytes:
    with Image.open(io.BytesIO(data)) as opened:
        picture = opened.convert("RGBA" if opened.mode == "RGBA" else "RGB")
    side = LONGEST_SIDE
    while True:
        picture.thumbnail((side, side), Image.Resampling.LANCZOS)
        out = io.BytesIO()
        picture.save(out, "WEBP", quality=70)
        if out.tell() <= LARGEST_KEPT:
            return out.getvalue()
        side = side * 3 // 4
