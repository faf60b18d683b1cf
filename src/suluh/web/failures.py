"""What is answered where something broke that nobody foresaw."""

from __future__ import annotations

import errno
import sys

from django.db import OperationalError
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.defaults import server_error

from suluh.foundation.logs import is_away

SECONDS = 10


def answer_failure(request: HttpRequest) -> HttpResponseBase:
    """Answer 503 where PostgreSQL is away or the disk is full, so that programs come back; else 500."""
    response = server_error(request)
    error = sys.exc_info()[1]
    if error is not None and (is_away(error) or _is_full(error)):
        response.status_code = 503
        response["Retry-After"] = str(SECONDS)
    return response


def _is_full(error: BaseException) -> bool:
    if isinstance(error, OperationalError):
        return getattr(error.__cause__, "sqlstate", "") == "53100"  # PostgreSQL's disk_full
    return isinstance(error, OSError) and error.errno == errno.ENOSPC
