"""Members of an office: who they are, inviting, roles, letting go."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from suluh.agencies.access import current_member, needs, needs_office
from suluh.agencies.actions.change_roles import change_roles
from suluh.agencies.actions.deactivate_member import deactivate_member
from suluh.agencies.actions.invite_member import cancel_invitation, invite_member, resend_invitation
from suluh.agencies.forms import InviteForm, RolesForm
from suluh.agencies.models import Invitation, Member
from suluh.agencies.roles import ROLE_MEANINGS
from suluh.agencies.views.answers import put_on_form, put_on_next_page, sent
from suluh.foundation.errors import Refusal

MANAGES = "agencies.manage_members"


@needs_office
@require_safe
def members(request: HttpRequest) -> HttpResponse:
    """Show the members, and to an operator the open invitations."""
    return _page(request, form=InviteForm(), status=200)


def _page(request: HttpRequest, *, form: InviteForm, status: int) -> HttpResponse:
    by = current_member(request)
    is_operator = by.may(MANAGES)
    invitations = Invitation.objects.of_office(by.office).open() if is_operator else Invitation.objects.none()
    return render(
        request,
        "agencies/members.html",
        {
            "members": Member.objects.of_office(by.office),
            "invitations": invitations,
            "form": form,
            "is_operator": is_operator,
            "meanings": ROLE_MEANINGS,
        },
        status=status,
    )


@needs(MANAGES)
@require_POST
def invite(request: HttpRequest) -> HttpResponse:
    """Send an invitation."""
    form = InviteForm(request.POST)
    if form.is_valid():
        try:
            invited = invite_member(
                form.cleaned_data["email"], roles=form.cleaned_data["roles"], by=current_member(request)
            )
        except Refusal as refusal:
            put_on_form(form, refusal=refusal)
        else:
            messages.success(request, _("The invitation to %(email)s is on its way.") % {"email": invited.email})
            return redirect("members")
    return _page(request, form=form, status=422)


@needs(MANAGES)
@require_POST
def resend(request: HttpRequest, pk: int) -> HttpResponse:
    """Send an invitation again, under a new link."""
    by = current_member(request)
    invitation = get_object_or_404(Invitation, pk=pk, office=by.office)
    try:
        resend_invitation(invitation, by=by)
    except Refusal as refusal:
        put_on_next_page(request, refusal=refusal)
    else:
        messages.success(request, _("The invitation to %(email)s is on its way.") % {"email": invitation.email})
    return redirect("members")


@needs(MANAGES)
@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an invitation back."""
    by = current_member(request)
    invitation = get_object_or_404(Invitation, pk=pk, office=by.office)
    try:
        cancel_invitation(invitation, by=by)
    except Refusal as refusal:
        put_on_next_page(request, refusal=refusal)
    else:
        messages.success(request, _("The invitation to %(email)s was taken back.") % {"email": invitation.email})
    return redirect("members")


@needs(MANAGES)
@require_http_methods(["GET", "HEAD", "POST"])
def roles(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what a member may do."""
    by = current_member(request)
    member = get_object_or_404(Member.objects.of_office(by.office), pk=pk)
    form = RolesForm(sent(request), initial={"roles": member.roles})
    if request.method == "POST" and form.is_valid():
        try:
            change_roles(member, roles=form.cleaned_data["roles"], by=by)
        except Refusal as refusal:
            put_on_form(form, refusal=refusal)
        else:
            messages.success(request, _("%(who)s has other roles now.") % {"who": member.user})
            return redirect("members")
    context = {"changed": member, "form": form, "meanings": ROLE_MEANINGS}
    return render(request, "agencies/roles.html", context, status=422 if form.errors else 200)


@needs(MANAGES)
@require_http_methods(["GET", "HEAD", "POST"])
def let_go(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask once, then end a membership."""
    by = current_member(request)
    member = get_object_or_404(Member.objects.of_office(by.office), pk=pk, is_active=True)
    if request.method != "POST":
        return render(request, "agencies/let_go.html", {"leaving": member})
    try:
        deactivate_member(member, by=by)
    except Refusal as refusal:
        put_on_next_page(request, refusal=refusal)
    else:
        messages.success(request, _("%(who)s no longer has access to this office.") % {"who": member.user})
    return redirect("members")
