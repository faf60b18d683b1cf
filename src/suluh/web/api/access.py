"""Who may call an operation: anybody, or a member by an API key or by the session of the browser.

Each operation states its rule with ``opens_to_all``, ``needs_office`` or ``needs("content.write")``, directly under
its route. The operation then runs in the scope of that member's office and returns values, never rows that would be
read outside the scope.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from typing import Any, TypeVar

from django.http import HttpRequest
from ninja.errors import AuthenticationError
from ninja.security import APIKeyCookie, HttpBearer

from suluh.agencies.api import RIGHTS, Member, Rule, check_right, member_of_key
from suluh.foundation import tenancy

Operation = TypeVar("Operation", bound=Callable[..., Any])


class KeyAuth(HttpBearer):
    """``Authorization: Bearer suluh_...``: the key of a member, made on the page of API keys."""

    def authenticate(self, request: HttpRequest, token: str) -> Member | None:
        """Return the member the key works for, or None."""
        return member_of_key(token)


class SessionAuth(APIKeyCookie):
    """The session of somebody signed in, for the office they work for; writing needs the CSRF token."""

    param_name = "suluh_session"

    def __call__(self, request: HttpRequest) -> Member | None:
        """Return the member who is signed in, or None; only then is the CSRF token asked for."""
        if "Authorization" in request.headers or getattr(request, "member", None) is None:
            return None
        found: Member | None = super().__call__(request)
        return found

    def authenticate(self, request: HttpRequest, key: str | None) -> Member | None:
        """Return the member the session stands for."""
        member: Member | None = getattr(request, "member", None)
        return member


def caller(request: HttpRequest) -> Member:
    """Return the member on whose behalf an operation runs. Raises ``AuthenticationError``."""
    member = getattr(request, "auth", None)
    if not isinstance(member, Member):
        raise AuthenticationError
    return member


def opens_to_all(operation: Operation) -> Operation:
    """Let everybody call the operation, who all see the same: it acts for nobody."""

    def run(request: HttpRequest, *args: Any, **options: Any) -> Any:
        with tenancy.acting():
            return operation(request, *args, **options)

    return _stated(run, like=operation, rule=Rule("all"))


def needs_office(operation: Operation) -> Operation:
    """Let any member of an office call the operation, for that office."""
    return _guarded(operation, rule=Rule("office"))


def needs(right: str) -> Callable[[Operation], Operation]:
    """Let members with ``right`` call the operation, for their office."""
    if right not in RIGHTS:
        raise KeyError(right)
    return functools.partial(_guarded, rule=Rule("right", right))


def _guarded(operation: Operation, *, rule: Rule) -> Operation:
    def run(request: HttpRequest, *args: Any, **options: Any) -> Any:
        member = caller(request)
        if rule.kind == "right":
            check_right(member, right=rule.right)
        with tenancy.acting(office=member.office_id, user=member.user_id):
            return operation(request, *args, **options)

    return _stated(run, like=operation, rule=rule)


def _stated(run: Callable[..., Any], *, like: Operation, rule: Rule) -> Operation:
    functools.update_wrapper(run, like)
    # Ninja reads names of types in the wrapper's module, where they are not known: they are resolved here.
    run.__signature__ = inspect.signature(like, eval_str=True)  # type: ignore[attr-defined]
    run.access_rule = rule  # type: ignore[attr-defined]
    return run  # type: ignore[return-value]
