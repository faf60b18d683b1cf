"""Who may approve or invite is asked, at each sign-in, to turn on a second step."""

from __future__ import annotations

from typing import Any

from allauth.account.signals import user_logged_in
from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.dispatch import receiver
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from suluh.agencies.models import Member, User
from suluh.agencies.roles import Role
from suluh.foundation import tenancy

# Roles that can put words out or let people in.
NUDGED = frozenset({Role.OPERATOR, Role.APPROVER})


def lacks_second_step(user: User) -> bool:
    """Tell whether the person has a nudged role in any office and neither an authenticator app nor a passkey."""
    with tenancy.acting(user=user.pk):
        roles = {role for member in Member.objects.of_user(user) for role in member.roles}
    return bool(roles & NUDGED) and not is_mfa_enabled(user)


@receiver(user_logged_in)
def nudge(request: HttpRequest, user: User, **_rest: Any) -> None:
    """Put a notice on the next page, with the way to mend it."""
    if lacks_second_step(user):
        sentence = _("You may approve or invite. Protect your account with a second step: an app's code or a passkey.")
        link = format_html('<a href="{}">{}</a>', reverse("mfa_index"), _("Turn it on now"))
        messages.warning(request, format_html("{} {}", sentence, link))
