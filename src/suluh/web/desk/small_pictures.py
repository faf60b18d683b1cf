"""Small pictures of a pack's files, of a PDF's first page too, so that a slow line can show a whole pack."""

from __future__ import annotations

import contextlib
import io
from typing import IO

import pypdfium2
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from suluh.creative import api as creative
from suluh.foundation import pdfium

WIDTH = 640


def small_picture(rendition: creative.Rendition) -> IO[bytes]:
    """Return a WebP at most ``WIDTH`` px wide, drawn when it is first asked for and kept in the store."""
    name = f"desk-small/{rendition.pk}-{WIDTH}.webp"
    if not default_storage.exists(name):
        with rendition.file.open() as opened:
            data = opened.read()
        drawn = _first_page(data) if rendition.media_type == "application/pdf" else Image.open(io.BytesIO(data))
        small = drawn.convert("RGB")
        small.thumbnail((WIDTH, WIDTH * 3))
        out = io.BytesIO()
        small.save(out, "WEBP", quality=80)
        default_storage.save(name, ContentFile(out.getvalue()))
    kept: IO[bytes] = default_storage.open(name)
    return kept


def _first_page(data: bytes) -> Image.Image:
    with pdfium.ALONE, contextlib.closing(pypdfium2.PdfDocument(data)) as document:
        page = document[0]
        drawn: Image.Image = page.render(scale=WIDTH / page.get_width()).to_pil()
    return drawn
