"""What a process does one at a time: PDFium crashes otherwise, and large pictures fill the memory."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable

import pytest
from PIL import Image

from suluh.content import pictures
from suluh.content.readers import read
from suluh.foundation import pdfium
from suluh.foundation.errors import Refusal
from suluh.web.desk.small_pictures import _first_page


def _pdf() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (60, 40), "teal").save(made, "PDF")
    return made.getvalue()


def _png() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (60, 40), "teal").save(made, "PNG")
    return made.getvalue()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("lock", "work"),
    [
        (pdfium.ALONE, lambda: _first_page(_pdf())),
        (pdfium.ALONE, lambda: read(_pdf(), name="siaran.pdf")),
        (pictures._one_at_a_time, lambda: pictures.redraw(_png())),
    ],
    ids=["a page is drawn", "a text is read", "a picture is redrawn"],
)
def test_the_second_waits_for_the_first(lock: threading.Lock, work: Callable[[], object]) -> None:
    ended = threading.Event()

    def run() -> None:
        try:
            work()
        except Refusal:
            pass  # a PDF without text
        finally:
            ended.set()

    with lock:
        threading.Thread(target=run).start()
        assert not ended.wait(0.3)
    assert ended.wait(10)
