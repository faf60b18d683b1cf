"""Files that the public may see: the pack's, small pictures of them, and the pictures of stories.

Row-level security decides what is found; a file that is not for the public is not there.
"""

from __future__ import annotations

import io
from typing import IO

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from PIL import Image

from suluh.content.api import Media
from suluh.creative.api import Rendition
from suluh.web.public.access import FILE_SECONDS, public_page

# Shown in the browser; everything else is saved.
INLINE = frozenset({"image/png", "image/jpeg", "image/webp", "application/pdf", "text/plain"})
THUMBNAIL_WIDTH = 480


@public_page
def send_rendition(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Send a file of a pack."""
    rendition = get_object_or_404(Rendition, pk=pk, name=name, pack__state="ready")
    return _sent(rendition.file.name, media_type=rendition.media_type, name=rendition.name)


@public_page
def send_picture(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Send a picture of a published story."""
    media = get_object_or_404(Media, pk=pk, is_public=True)
    if name != media.sha256[:12]:
        raise Http404
    return _sent(media.file.name, media_type=media.media_type, name=f"{name}.{media.media_type.rpartition('/')[2]}")


@public_page
def send_thumbnail(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Send a small picture of a picture of a pack; it is made when it is first asked for."""
    rendition = get_object_or_404(Rendition, pk=pk, name=name, pack__state="ready", media_type__startswith="image/")
    kept = f"thumbnails/{rendition.pk}-{THUMBNAIL_WIDTH}.webp"
    if not default_storage.exists(kept):
        with _opened(rendition.file.name) as file:
            default_storage.save(kept, ContentFile(_small(file)))
    return _sent(kept, media_type="image/webp", name=f"{rendition.pk}.webp")


def _sent(stored: str | None, *, media_type: str, name: str) -> HttpResponse:
    with _opened(stored) as file:
        response = HttpResponse(file.read(), content_type=media_type)
    disposition = content_disposition_header(media_type not in INLINE, name)
    if disposition:
        response["Content-Disposition"] = disposition
    response["Cache-Control"] = f"public, max-age={FILE_SECONDS}"
    # A file is nobody's page: nothing in it may run or fetch.
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def _opened(stored: str | None) -> IO[bytes]:
    try:
        opened: IO[bytes] = default_storage.open(stored or "", "rb")
    except (FileNotFoundError, IsADirectoryError):
        raise Http404 from None
    return opened


def _small(file: IO[bytes]) -> bytes:
    with Image.open(file) as picture:
        picture.draft("RGB", (THUMBNAIL_WIDTH * 2, THUMBNAIL_WIDTH * 2))
        drawn = picture.convert("RGB")
    drawn.thumbnail((THUMBNAIL_WIDTH, THUMBNAIL_WIDTH * 3))
    made = io.BytesIO()
    drawn.save(made, "WEBP", quality=78, method=4)
    return made.getvalue()
