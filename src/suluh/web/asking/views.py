"""Is this true: asking, and sending what nobody knows yet to a desk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from suluh.foundation.allowances import sender_of
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _
from suluh.verification import api as verification
from suluh.web.asking.access import CHECKING, COST, SENDING, asking_page, check_stood_here, with_status
from suluh.web.asking.sent import (
    LONGEST,
    Given,
    ToSend,
    read_given,
    read_picture,
    read_to_send,
    read_words,
    written_picture,
)
from suluh.web.asking.showing import shown_answer
from suluh.web.public.access import PAGE_SECONDS, keep_for, public_page


class NotAgreed(Refusal):
    """Something was sent to the desk without the mark that says so is wanted."""

    code = "web.E171"


class DeskClosed(Refusal):
    """The desk that was chosen takes no questions."""

    code = "web.E173"
    status = 409


@dataclass(frozen=True, kw_only=True)
class DeskChoice:
    """An open desk to choose."""

    slug: str
    name: str
    hours: int
    days: int


@asking_page
def ask(request: HttpRequest) -> HttpResponse:
    """Show the one field; take a text, a link or a picture, and answer what is known of it. Nothing is kept."""
    if request.method != "POST":
        response = render(request, "web/check.html", {"nav": "check", "longest": LONGEST})
        keep_for(response, seconds=PAGE_SECONDS)
        return response
    given = read_given(request)
    if given.is_number:
        return HttpResponseRedirect(reverse("question", kwargs={"text": given.text}))
    try:
        CHECKING.take(sender_of(request), cost=COST[given.kind])
        return _answered(request, given=given)
    except Refusal as refusal:
        page = {"nav": "check", "longest": LONGEST, "typed": given.text, "refusal": refusal}
        return with_status(render(request, "web/check.html", page), refusal=refusal)


def _answered(request: HttpRequest, *, given: Given) -> HttpResponse:
    asked = read_words(given)
    answer = shown_answer(verification.check_text(asked.words))
    to_send = ToSend(
        text=f"{asked.origin}\n\n{asked.words}".strip()[:LONGEST],
        kind=asked.kind,
        number=verification.new_number(),
        sealed_picture=written_picture(asked.picture),
        desk="",
        has_agreed=False,
    )
    page = {"answer": answer, "asked": asked, "is_cut": given.is_cut, "typed": given.text}
    return render(request, "web/check_answer.html", page | _sending(to_send))


@asking_page
def send(request: HttpRequest) -> HttpResponse:
    """Send a question to a desk, with consent, and lead to the page of its number."""
    if request.method != "POST":
        return HttpResponseRedirect(reverse("check"))
    to_send = read_to_send(request)
    try:
        check_stood_here(request)
        if not to_send.has_agreed:
            raise NotAgreed(_("Mark the box first: without your consent nothing is sent."))
        SENDING.take(sender_of(request))
        number = _take(to_send)
    except Refusal as refusal:
        page = render(request, "web/check_send.html", _sending(to_send) | {"refusal": refusal})
        return with_status(page, refusal=refusal)
    return HttpResponseRedirect(reverse("question", kwargs={"text": number}) + "?terkirim=ya")


def _take(to_send: ToSend) -> str:
    """Give a question to its desk; return its number. What was sent already, even to another desk, is sent once."""
    desk = (
        verification.Desk.objects.filter(office__slug=to_send.desk, office__is_active=True, is_open=True)
        .select_related("office")
        .first()
    )
    if desk is None and to_send.desk:  # what was agreed to is this desk, and no other one
        raise DeskClosed(_("This desk takes no questions any more. Look who answers now, and agree again."))
    asked = verification.Asked(
        text=to_send.text,
        kind=to_send.kind,
        language=get_language() or "id",
        picture=read_picture(to_send.sealed_picture),
        number=to_send.number,
    )
    try:
        return verification.take_question(asked, office=desk.office if desk else None).number
    except IntegrityError:
        if verification.progress_of(to_send.number) is None:
            raise
        return to_send.number


def _sending(to_send: ToSend) -> dict[str, Any]:
    """Return what the form of consent needs: the desks to choose from, the default one first."""
    desks = verification.Desk.objects.filter(is_open=True, office__is_active=True).select_related("office")
    choices = [
        DeskChoice(slug=d.office.slug, name=d.office.name, hours=d.hours_to_answer, days=d.days_to_keep)
        for d in desks.order_by("-is_default", "office__name")
    ]
    return {"nav": "", "to_send": to_send, "desks": choices}


@public_page
def show_privacy(request: HttpRequest) -> HttpResponse:
    """Say in plain words what becomes of what citizens send."""
    return render(request, "web/check_privacy.html", {"nav": "check_privacy"})
