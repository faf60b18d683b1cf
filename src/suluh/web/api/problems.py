"""What the API answers when it cannot do something: RFC 9457 problem details, read on 2026-11-23."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI, Schema
from ninja.errors import HttpError, ValidationError
from pydantic import Field

from suluh.agencies.api import Member
from suluh.foundation.allowances import TooOften
from suluh.foundation.errors import Refusal

log = logging.getLogger("suluh.api")
MEDIA_TYPE = "application/problem+json"


class Problem(Schema):
    """Why a call was not done. ``code`` never changes and is meant for programs, ``detail`` for people."""

    type: str = Field(description="The code as a name: urn:suluh:problem:<code>")
    title: str = Field(description="The HTTP status in words")
    status: int
    detail: str = Field(description="What happened and what to do next, in the language of Accept-Language")
    code: str = Field(description="<room>.E<number>; api.E<status> where no room refused")
    hint: str = Field(default="", description="More for the operator; to signed-in callers only")
    permanent: bool = Field(default=True, description="False where the same call may succeed later")
    errors: list[dict[str, Any]] = Field(default_factory=list, description="For 422: which fields, and why")


def answer(problem: Problem) -> HttpResponse:
    """Return a problem as a response."""
    response = JsonResponse(problem.dict(), status=problem.status, content_type=MEDIA_TYPE)
    if problem.status == HTTPStatus.UNAUTHORIZED:
        response["WWW-Authenticate"] = 'Bearer realm="suluh"'
    return response


def plain_problem(status: int, *, detail: str, errors: list[dict[str, Any]] | None = None) -> HttpResponse:
    """Return a problem that no room refused: a missing key, a missing thing, a wrong form."""
    code = f"api.E{status}"
    return answer(
        Problem(
            type=f"urn:suluh:problem:{code}",
            title=HTTPStatus(status).phrase,
            status=status,
            detail=detail,
            code=code,
            errors=errors or [],
        )
    )


def _refused(request: HttpRequest, error: Refusal) -> HttpResponse:
    log.info("%s %s: %s %s", request.method, request.path, error.code, error.hint)
    is_known = isinstance(getattr(request, "auth", None), Member)
    response = answer(
        Problem(
            type=f"urn:suluh:problem:{error.code}",
            title=HTTPStatus(error.status).phrase,
            status=error.status,
            detail=str(error),
            code=error.code,
            hint=str(error.hint) if is_known else "",
            permanent=error.permanent,
        )
    )
    if isinstance(error, TooOften):
        response["Retry-After"] = str(error.seconds)
    return response


def _wrong_form(request: HttpRequest, error: ValidationError) -> HttpResponse:
    errors = [{"where": [str(part) for part in one["loc"]], "why": str(one["msg"])} for one in error.errors]
    return plain_problem(422, detail=_("The request does not have the form of this operation."), errors=errors)


def _not_found(request: HttpRequest, error: Http404) -> HttpResponse:
    return plain_problem(404, detail=_("There is nothing here, or nothing that you may see."))


def _http(request: HttpRequest, error: HttpError) -> HttpResponse:
    sentences = {
        401: _("This needs an API key: send it as “Authorization: Bearer suluh_…”."),
        403: _("The browser's token for forms is missing: send it as X-CSRFToken."),
        400: _("The request cannot be read as JSON."),
    }
    return plain_problem(error.status_code, detail=sentences.get(error.status_code, str(error)))


def hear_problems(api: NinjaAPI) -> None:
    """Answer every refusal of the house, and Ninja's own, as problem details."""
    # Ninja's types say that a handler may be given the class; it never is.
    handlers: dict[type[Exception], Any] = {
        Refusal: _refused,
        ValidationError: _wrong_form,
        Http404: _not_found,
        HttpError: _http,
    }
    for error, handler in handlers.items():
        api.add_exception_handler(error, handler)
