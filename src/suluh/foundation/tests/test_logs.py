"""What stands in the log."""

from __future__ import annotations

import logging
import sys

import psycopg
import pytest
from django.db import OperationalError

from suluh.foundation.logs import Line


def _line(message: str, *, error: BaseException | None = None) -> str:
    exc_info = None
    if error is not None:
        try:
            raise error
        except type(error):
            exc_info = sys.exc_info()
    record = logging.LogRecord("suluh.test", logging.WARNING, __file__, 1, "%s", (message,), exc_info)
    return Line("%(levelname)s %(message)s").format(record)


@pytest.mark.parametrize("sign", ["\n", "\r", "\x1b[2J", "\x00", "\u2028", "\x9b"])
def test_nobody_writes_a_line_of_their_own(sign: str) -> None:
    written = _line(f"Not Found: /x{sign}2026-11-24 ERROR suluh.audit all erased")
    assert len(written.splitlines()) == 1
    assert written.isprintable()


@pytest.mark.parametrize(
    "address",
    [
        "/undangan/abc-DEF_1/",
        "/bagikan/abc-DEF_1/",
        "/akun/password/reset/key/3-abc-DEF_1/",
        "/akun/confirm-email/abc-DEF_1/",
    ],
)
def test_a_key_in_an_address_is_left_out(address: str) -> None:
    assert "abc-DEF_1" not in _line(f"Unprocessable Entity: {address}")


def _away(state: str | None) -> OperationalError:
    cause = psycopg.OperationalError("connection refused") if state is None else psycopg.errors.lookup(state)("said")
    error = OperationalError("connection refused\n\tIs the server running?")
    error.__cause__ = cause
    return error


@pytest.mark.parametrize("state", [None, "57P01", "57P03"])
def test_a_postgresql_that_is_away_takes_two_lines(state: str | None) -> None:
    written = _line("Internal Server Error: /", error=_away(state))
    assert len(written.splitlines()) == 2
    assert "connection refused" in written


def test_any_other_error_keeps_its_traceback() -> None:
    assert "Traceback" in _line("Internal Server Error: /", error=_away("40P01"))
    assert "Traceback" in _line("Internal Server Error: /", error=KeyError("x"))
