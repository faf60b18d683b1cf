"""Parts of a file, as a video player asks for them."""

from __future__ import annotations

import io

import pytest
from django.http import FileResponse
from django.http.response import HttpResponseBase
from django.test import RequestFactory

from suluh.web.desk.ranges import in_part

DATA = bytes(range(100))


def _answer(asked: str) -> HttpResponseBase:
    opened = io.BytesIO(DATA)
    request = RequestFactory().get("/", headers={"Range": asked} if asked else {})
    return in_part(request, whole=FileResponse(opened, content_type="video/mp4"), opened=opened, size=len(DATA))


def _body(answer: HttpResponseBase) -> bytes:
    return b"".join(answer)


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [("bytes=0-9", 0, 9), ("bytes=90-", 90, 99), ("bytes=-5", 95, 99), ("bytes=0-999", 0, 99)],
)
def test_one_range_is_answered_with_that_part(asked: str, first: int, last: int) -> None:
    answer = _answer(asked)

    assert answer.status_code == 206
    assert answer["Content-Range"] == f"bytes {first}-{last}/100"
    assert answer["Content-Type"] == "video/mp4"
    assert _body(answer) == DATA[first : last + 1]


@pytest.mark.parametrize("asked", ["", "bytes=", "bytes=-", "bytes=0-1,5-6", "lines=0-1", "bytes=a-b"])
def test_anything_else_gets_the_whole_file(asked: str) -> None:
    answer = _answer(asked)

    assert (answer.status_code, answer["Accept-Ranges"]) == (200, "bytes")
    assert _body(answer) == DATA


@pytest.mark.parametrize("asked", ["bytes=100-", "bytes=9-3"])
def test_a_part_that_is_not_there_is_refused(asked: str) -> None:
    answer = _answer(asked)

    assert (answer.status_code, answer["Content-Range"]) == (416, "bytes */100")
