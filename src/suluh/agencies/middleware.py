"""Every request acts as who signed in, for the office they chose, and for nobody else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers

from suluh.agencies.models import Member
from suluh.foundation.tenancy import acting

OFFICE_KEY = "office"


class ScopeMiddleware:
    """Sets ``request.member`` (or None) and ``request.memberships``, and enters the scope of the chosen office."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.member = None  # type: ignore[attr-defined]
        request.memberships = []  # type: ignore[attr-defined]
        # Who brings no session is nobody: not even looked up, so that public pages do not vary by cookie.
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or not request.user.is_authenticated:
            with acting():
                response = self.get_response(request)
            return _kept_nowhere(response) if "Authorization" in request.headers else response
        user = request.user
        with acting(user=user.pk):
            members = list(Member.objects.of_user(user).order_by("office__tier", "office__name"))
        chosen = _chosen(members, office=request.session.get(OFFICE_KEY))
        request.memberships = members  # type: ignore[attr-defined]
        request.member = chosen  # type: ignore[attr-defined]
        with acting(office=chosen.office_id if chosen else None, user=user.pk):
            return _kept_nowhere(self.get_response(request))


def _kept_nowhere(response: HttpResponse) -> HttpResponse:
    """Have no browser and no cache keep an answer, unless the view said what may: it is for one person."""
    if not response.has_header("Cache-Control"):
        add_never_cache_headers(response)
    return response


def _chosen(members: list[Member], *, office: object) -> Member | None:
    return next((m for m in members if m.office_id == office), members[0] if members else None)


def current(request: HttpRequest) -> dict[str, Any]:
    """Give templates the member, the office and the other offices the person works in."""
    member = getattr(request, "member", None)
    return {
        "member": member,
        "office": member.office if member else None,
        "memberships": getattr(request, "memberships", []),
    }
