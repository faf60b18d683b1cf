"""What every answer goes through: a refusal becomes a page with its sentence, text is sent compressed."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.shortcuts import render

from suluh.foundation.errors import Refusal

log = logging.getLogger("suluh.refusals")


class TextGZipMiddleware(GZipMiddleware):
    """Compresses text only: pictures and PDFs are compressed already, and would cost the server for nothing."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Compress the answer where it is text."""
        kind = response.headers.get("Content-Type", "").split(";")[0]
        if not kind.startswith("text/") and not kind.endswith(("json", "xml", "javascript", "manifest+json")):
            return response
        return super().process_response(request, response)


class RefusalMiddleware:
    """Answers a ``Refusal`` with its sentence and status."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Turn a refusal into a page; leave every other error to Django."""
        if not isinstance(error, Refusal):
            return None
        log.info("%s %s: %s %s", request.method, request.path, error.code, error.hint)
        return render(request, "foundation/refusal.html", {"refusal": error}, status=error.status)
