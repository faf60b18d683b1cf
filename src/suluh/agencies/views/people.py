"""A person's own profile, and joining an office by an invitation."""

from __future__ import annotations

from allauth.account.internal.flows.login import record_authentication
from django.contrib import messages
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import add_never_cache_headers
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from suluh.agencies.access import needs_sign_in, opens_to_all
from suluh.agencies.actions.accept_invitation import Newcomer, accept_invitation, find_invitation
from suluh.agencies.actions.edit_profile import edit_profile
from suluh.agencies.forms import JoinForm, ProfileForm
from suluh.agencies.middleware import OFFICE_KEY
from suluh.agencies.models import Member, User
from suluh.agencies.roles import ROLE_LABELS, Role
from suluh.agencies.views.answers import put_on_form, sent
from suluh.foundation.errors import Refusal

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@needs_sign_in
@require_http_methods(["GET", "HEAD", "POST"])
def profile(request: HttpRequest) -> HttpResponse:
    """Show and keep one's own name, phone number and language."""
    if not isinstance(request.user, User):
        raise TypeError("needs_sign_in lets nobody else in")
    # A copy of its own: a form that is refused must not change the person the page's frame shows.
    person = User.objects.get(pk=request.user.pk)
    form = ProfileForm(sent(request), instance=person)
    if request.method == "POST" and form.is_valid():
        try:
            edit_profile(request.user, **form.cleaned_data)
        except Refusal as refusal:
            put_on_form(form, refusal=refusal)
        else:
            messages.success(request, _("Your profile is kept."))
            return redirect("profile")
    return render(request, "agencies/profile.html", {"form": form}, status=422 if form.errors else 200)


@opens_to_all
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest, token: str) -> HttpResponse:
    """Accept an invitation: who has an account signs in and joins, a new person says who they are."""
    invitation = find_invitation(token)
    user = request.user if isinstance(request.user, User) else None
    has_account = User.objects.filter(email=invitation.email).exists()
    form = JoinForm(sent(request), initial={"name": invitation.name}) if user is None and not has_account else None
    if request.method == "POST" and (form is None or form.is_valid()):
        newcomer = Newcomer(**form.cleaned_data, language=get_language() or "id") if form else None
        try:
            member = accept_invitation(token, user=user, newcomer=newcomer)
        except Refusal as refusal:
            if form is None:
                raise
            put_on_form(form, refusal=refusal)
        else:
            return _welcome(request, member=member, is_new=user is None)
    context = {
        "invitation": invitation,
        "form": form,
        "is_other": user is not None and user.email != invitation.email,
        "must_sign_in": user is None and has_account,
        "role_labels": [ROLE_LABELS[Role(role)] for role in invitation.roles],
    }
    response = render(request, "agencies/join.html", context, status=422 if form is not None and form.errors else 200)
    # The address holds the token: no other site may see it. Stricter, browsers would not say where the form comes from.
    response["Referrer-Policy"] = "same-origin"
    add_never_cache_headers(response)
    return response


def _welcome(request: HttpRequest, *, member: Member, is_new: bool) -> HttpResponse:
    if is_new:
        login(request, member.user, backend=BACKEND)
        record_authentication(request, member.user, method="password", email=member.user.email)
    request.session[OFFICE_KEY] = member.office_id
    messages.success(request, _("Welcome. You work for %(office)s now.") % {"office": member.office.name})
    return redirect("desk")
