"""Taking a published story from view, and recalling it: with a reason, a note to the public, a confirmation."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from suluh.agencies import api as agencies
from suluh.agencies.api import needs
from suluh.content import api as content
from suluh.foundation.errors import Refusal
from suluh.web.desk.asked import words_in
from suluh.web.desk.decisions import decisions_for
from suluh.web.desk.stories import own_story


class NotConfirmed(Refusal):
    """A recall without its confirmation."""

    code = "web.E130"


@needs("content.retract")
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for the reason and take the story from view."""
    return _leave(request, pk=pk, name="withdraw", action=content.withdraw_story)


@needs("content.retract")
def recall(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for the reason and a confirmation, and recall the story for good."""
    return _leave(request, pk=pk, name="recall", action=content.recall_story)


def _leave(request: HttpRequest, *, pk: int, name: str, action: Callable[..., content.Exit]) -> HttpResponse:
    story = own_story(request, pk=pk)
    member = agencies.current_member(request)
    if name not in decisions_for(story, member=member).open:
        return redirect("story_review", pk=pk)
    refusal: Refusal | None = None
    if request.method == "POST":
        words = {field: words_in(request.POST, name=field) for field in ("reason", "public_note")}
        try:
            if name == "recall" and request.POST.get("confirmed") != "yes":
                raise NotConfirmed(_("Tick that you understand: a recalled story never comes back."))
            action(story, by=member, **words)
        except Refusal as error:
            refusal = error
        else:
            messages.success(request, _("Done. The public sees your note."))
            return redirect("story_review", pk=pk)
    context = {"story": story, "name": name, "refusal": refusal, "typed": request.POST}
    return render(request, "desk/leave.html", context, status=refusal.status if refusal else 200)
