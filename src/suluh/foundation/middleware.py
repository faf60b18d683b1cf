"""What every request goes through: too large ones are not read, refusals become pages, text is sent compressed."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.shortcuts import render

from suluh.foundation.allowances import TooOften
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _

log = logging.getLogger("suluh.refusals")


class TextGZipMiddleware(GZipMiddleware):
    """Compresses text only: pictures and PDFs are compressed already, and would cost the server for nothing."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Compress the answer where it is text."""
        kind = response.headers.get("Content-Type", "").split(";")[0]
        if not kind.startswith("text/") and not kind.endswith(("json", "xml", "javascript", "manifest+json")):
            return response
        return super().process_response(request, response)


class TooMuchSent(Refusal):
    """A request larger than anything Suluh takes."""

    code = "foundation.E150"
    status = 413


class EdgeMiddleware:
    """Keeps off what no page takes, before anything reads it: too large a request, NUL, which PostgreSQL refuses."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\x00" in request.path_info:
            raise BadRequest("NUL in the address")
        request.META["QUERY_STRING"] = request.META.get("QUERY_STRING", "").replace("%00", "")
        said = request.META.get("CONTENT_LENGTH") or "0"
        if said.isascii() and said.isdigit() and int(said) <= settings.LARGEST_REQUEST:
            return self.get_response(request)
        refusal = TooMuchSent(
            _("This is larger than %(size)d MB. Send a smaller file.") % {"size": settings.LARGEST_REQUEST // 1024**2}
        )
        return render(request, "foundation/refusal.html", {"refusal": refusal}, status=refusal.status)


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
        response = render(request, "foundation/refusal.html", {"refusal": error}, status=error.status)
        if isinstance(error, TooOften):
            response["Retry-After"] = str(error.seconds)
        return response
