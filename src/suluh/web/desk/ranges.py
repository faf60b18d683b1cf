"""A part of a file, for players that ask for it: Safari plays no video without.

One range of bytes, by RFC 9110, section 14 (read 2026-11-27); a request for several, or for what is no range, gets the
whole file, as the RFC allows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")
_AT_ONCE = 256 * 1024


def in_part(request: HttpRequest, *, whole: FileResponse, opened: IO[bytes], size: int) -> HttpResponseBase:
    """Return the part of a file of ``size`` bytes that the request asks for (206), the whole one, or 416.

    ``whole`` is the answer with the whole file, ``opened`` the file in it.
    """
    whole["Accept-Ranges"] = "bytes"
    asked = _RANGE.fullmatch(request.headers.get("Range", "").strip())
    if asked is None or not any(asked.groups()):
        return whole
    first, last = _places(*asked.groups(), size=size)
    if first >= size or last < first:
        opened.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    opened.seek(first)
    part = StreamingHttpResponse(_read(opened, count=last - first + 1), status=206)
    for name, value in whole.items():
        part[name] = value
    part["Content-Range"] = f"bytes {first}-{last}/{size}"
    part["Content-Length"] = str(last - first + 1)
    return part


def _places(first: str, last: str, *, size: int) -> tuple[int, int]:
    """Return the first and last byte; "-500" are the last 500."""
    if not first:
        return max(0, size - int(last)), size - 1
    return int(first), min(int(last), size - 1) if last else size - 1


def _read(opened: IO[bytes], *, count: int) -> Iterator[bytes]:
    with opened:
        while count > 0 and (piece := opened.read(min(count, _AT_ONCE))):
            count -= len(piece)
            yield piece
