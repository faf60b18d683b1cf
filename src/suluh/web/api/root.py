"""The API as one: its routers, who it lets in, how it refuses, and its OpenAPI document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from ninja import NinjaAPI
from ninja.operation import PathView

from suluh.agencies.api import Rule, opens_to_all, rule_of
from suluh.web.api import checks, desk, facts, narrative, packs, public, texts
from suluh.web.api.access import KeyAuth, SessionAuth
from suluh.web.api.problems import hear_problems, plain_problem

PREFIX = "/api/v1"
NAMESPACE = "api-v1"

api = NinjaAPI(
    title="Suluh",
    version="1",
    description="Stories of public-information offices: published ones for all, their own for members with a key.",
    urls_namespace=NAMESPACE,
    openapi_url=None,  # ours below states its access rule
    docs_url=None,  # its page would fetch scripts from elsewhere
    auth=[KeyAuth(), SessionAuth()],
)
api.add_router("", public.router, auth=None)
api.add_router("", checks.router, auth=None)
api.add_router("", facts.router, auth=None)
api.add_router("/desk", desk.router)
api.add_router("/desk", narrative.router)
api.add_router("/desk", packs.router)
api.add_router("/texts", texts.router)
hear_problems(api)


@dataclass(frozen=True, kw_only=True)
class OperationLine:
    """One operation: how it is called, and who may."""

    method: str
    path: str
    name: str
    meaning: str
    rule: Rule | None


def operations() -> Iterator[OperationLine]:
    """Yield every operation, in the order of its address."""
    for prefix, router in sorted(api._routers, key=lambda pair: pair[0]):
        for path, view in router.path_operations.items():
            yield from _lines(f"{PREFIX}{prefix}{path}", view=view)


def _lines(path: str, *, view: PathView) -> Iterator[OperationLine]:
    for operation in view.operations:
        meaning = (operation.view_func.__doc__ or "").strip().splitlines()[0]
        for method in operation.methods:
            yield OperationLine(
                method=method,
                path=path,
                name=operation.view_func.__name__,
                meaning=meaning,
                rule=rule_of(operation.view_func),
            )


@opens_to_all
@require_safe
def show_openapi(request: HttpRequest) -> HttpResponse:
    """Answer the OpenAPI document."""
    return JsonResponse(api.get_openapi_schema())


@csrf_exempt
@opens_to_all
def nothing_here(request: HttpRequest, rest: str) -> HttpResponse:
    """Answer a problem, not a page, for an address that is none of the API's."""
    return plain_problem(404, detail=_("There is nothing here, or nothing that you may see."))
