"""How sign-in behaves: nobody signs up on their own; an invitation makes the account."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """allauth's adapter with open sign-up closed."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return False: an office invites its members."""
        return False
