"""Who may open a page or a route. Each view states its rule; a test refuses a view without one.

``opens_to_all``, ``needs_sign_in``, ``needs_office`` and ``needs("content.write")`` are decorators for views.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from suluh.agencies.models import Member
from suluh.agencies.roles import RIGHTS
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


@dataclass(frozen=True)
class Rule:
    """``kind`` is "all", "signed_in", "office" or "right"; ``right`` names the right of the last kind."""

    kind: str
    right: str = ""


# Views of allauth, by the name of their address: they carry their own guards; here stands what those must do, and
# tests/test_tenancy_walk.py tries it. "all" holds the pages of signing in, which show nothing of anybody.
_SIGN_IN_PAGES = (
    "account_login",
    "account_logout",
    "account_inactive",
    "account_signup",
    "account_email_verification_sent",
    "account_confirm_email",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "account_confirm_login_code",
    "mfa_authenticate",
    "mfa_login_webauthn",
)
_OWN_ACCOUNT_PAGES = (
    "account_reauthenticate",
    "account_email",
    "account_change_password",
    "account_set_password",
    "mfa_index",
    "mfa_reauthenticate",
    "mfa_activate_totp",
    "mfa_deactivate_totp",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "mfa_download_recovery_codes",
    "mfa_list_webauthn",
    "mfa_add_webauthn",
    "mfa_edit_webauthn",
    "mfa_remove_webauthn",
    "mfa_reauthenticate_webauthn",
)
FOREIGN_RULES: dict[str, Rule] = {name: Rule("all") for name in _SIGN_IN_PAGES} | {
    name: Rule("signed_in") for name in _OWN_ACCOUNT_PAGES
}


class NotAllowed(Refusal):
    """A member without the right for what was asked."""

    code = "agencies.E103"
    status = 403


class NoOffice(Refusal):
    """A person who signed in but works in no office."""

    code = "agencies.E104"
    status = 403


def rule_of(view: Any) -> Rule | None:
    """Return the rule a view states, or None."""
    rule = getattr(view, "access_rule", None)
    return rule if isinstance(rule, Rule) else None


def rule_of_address(view: Any, *, name: str) -> Rule | None:
    """Return the rule of an address: its view's own, or that of ``FOREIGN_RULES``, or None."""
    return rule_of(view) or FOREIGN_RULES.get(name)


def current_member(request: HttpRequest) -> Member:
    """Return who acts. Raises ``NoOffice`` where the person works in no office."""
    member: Member | None = getattr(request, "member", None)
    if member is None:
        raise NoOffice(_("You are signed in but belong to no office. Ask an operator of your office to invite you."))
    return member


def check_right(member: Member, *, right: str) -> None:
    """Do nothing where the member has the right. Raises ``NotAllowed`` otherwise."""
    if not member.may(right):
        wanted = ", ".join(sorted(RIGHTS[right]))
        raise NotAllowed(
            _("Your role in this office does not allow this. It takes one of these roles: %(roles)s.")
            % {"roles": wanted}
        )


def opens_to_all(view: View) -> View:
    """Let everybody open the view."""
    view.access_rule = Rule("all")  # type: ignore[attr-defined]
    return view


def needs_sign_in(view: View) -> View:
    """Let who signed in open the view, with or without an office."""
    return _guarded(view, rule=Rule("signed_in"))


def needs_office(view: View) -> View:
    """Let any member of an office open the view, for that office."""
    return _guarded(view, rule=Rule("office"))


def needs(right: str) -> Callable[[View], View]:
    """Let members with ``right`` open the view, for their office."""
    if right not in RIGHTS:
        raise KeyError(right)
    return functools.partial(_guarded, rule=Rule("right", right))


def _guarded(view: View, *, rule: Rule) -> View:
    @functools.wraps(view)
    def guarded(request: HttpRequest, *args: Any, **options: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if rule.kind != "signed_in":
            member = current_member(request)
            if rule.kind == "right":
                check_right(member, right=rule.right)
        return view(request, *args, **options)

    guarded.access_rule = rule  # type: ignore[attr-defined]
    return guarded  # type: ignore[return-value]
