"""One screen, one decision: the story as it will be read, what is left to mend, and the step that comes next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from suluh.agencies import api as agencies
from suluh.agencies.api import needs_office
from suluh.content import api as content
from suluh.creative import api as creative
from suluh.foundation.errors import Refusal
from suluh.web.desk.asked import words_in
from suluh.web.desk.decisions import decisions_for
from suluh.web.desk.differences import differences
from suluh.web.desk.known_claims import known_claims
from suluh.web.desk.machine_places import machine_places
from suluh.web.desk.reading import reading_blocks
from suluh.web.desk.remarks import grouped, open_findings
from suluh.web.desk.stories import before_of, correction_of, own_story
from suluh.web.desk.views.panels import LayoutChoice, layout_choices

# One of each kind that a reader meets first: a page to leaf through, a voice, the card under a shared link.
_LOOKED_AT = ("carousel", "quote_card", "link_card")


class NoHour(Refusal):
    """A day and hour that cannot be read."""

    code = "web.E120"


@needs_office
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a story for a decision, or carry one out; a refusal keeps what was typed."""
    story = own_story(request, pk=pk)
    member = agencies.current_member(request)
    refusal: Refusal | None = None
    if request.method == "POST":
        try:
            said = _decided(request, story=story, by=member)
        except Refusal as error:
            refusal = error
        else:
            messages.success(request, said)
            return redirect("story_review", pk=pk)
    context = review_context(story, member=member)
    context |= {"refusal": refusal, "typed": request.POST}
    return render(request, "desk/review.html", context, status=refusal.status if refusal else 200)


def review_context(story: content.Story, *, member: agencies.Member) -> dict[str, Any]:
    """Return what the page shows of a story and of what ``member`` may decide."""
    text = story.text()
    shown = story.published_revision if correction_of(story) and story.published_revision else story.current_revision
    before = before_of(story)
    findings = open_findings(story, text=text)
    return {
        "story": story,
        "text": shown.text() if shown else text,
        "reading": reading_blocks(shown.text() if shown else text, story=story),
        "groups": grouped(findings, text=text),
        "finding_count": len(findings),
        "known": known_claims(story, text=text, decider=member),
        "machine": machine_places(story, text=text),
        "before": before,
        "changes": differences(before.text(), after=text) if before and before.pk != story.current_revision_id else (),
        "writers": agencies.User.objects.filter(pk__in=content.writers_of(story)),
        "rights": content.Rights.choices,
        "decisions": decisions_for(story, member=member),
        "correction": correction_of(story),
        "exits": story.exits.select_related("made_by", "inner_reason").order_by("-made_at"),
        "drawn": _to_look_at() if story.state == "in_review" else (),
        "pack": story.packs.filter(revision=story.current_revision).first(),
    }


def _to_look_at() -> list[LayoutChoice]:
    """Return the layouts an approver sees before there is a pack."""
    choices = {choice.name: choice for choice in layout_choices()}
    return [choices[name] for name in _LOOKED_AT if name in choices]


def _decided(request: HttpRequest, *, story: content.Story, by: agencies.Member) -> str:
    """Carry out the decision and return the sentence that says so."""
    do = request.POST.get("do", "")
    if do not in _DECISIONS:
        raise NoHour(_("Choose what is to happen with this story."))
    right, decide, said = _DECISIONS[do]
    agencies.check_right(by, right=right)
    decide(request, story, by)
    return str(said())


def _approve(request: HttpRequest, story: content.Story, by: agencies.Member) -> None:
    if request.POST.get("machine_seen"):
        creative.see_machine_texts(story, by=by)
    content.approve_story(story, by=by)


def _schedule(request: HttpRequest, story: content.Story, by: agencies.Member) -> None:
    content.schedule_story(story, at=_hour(request.POST.get("publish_at", "")), by=by)


def _embargo(request: HttpRequest, story: content.Story, by: agencies.Member) -> None:
    given = request.POST.get("embargo_at", "").strip()
    content.set_embargo(story, until=_hour(given) if given else None, by=by)


def _return(request: HttpRequest, story: content.Story, by: agencies.Member) -> None:
    content.return_story(story, by=by, reason=words_in(request.POST, name="reason"))


def _hour(value: str) -> datetime:
    """Return the moment that a day-and-hour field names, in the zone of the office's clock."""
    try:
        found = parse_datetime(value)
    except ValueError:
        found = None
    if found is None:
        raise NoHour(_("Choose a day and an hour."))
    return timezone.make_aware(found) if timezone.is_naive(found) else found


Decide = Callable[[HttpRequest, content.Story, agencies.Member], object]
_DECISIONS: dict[str, tuple[str, Decide, Callable[[], str]]] = {
    "submit": (
        "content.write",
        lambda request, story, by: content.submit_story(story, by=by),
        lambda: _("Sent for approval."),
    ),
    "approve": (
        "content.approve",
        _approve,
        lambda: _("Approved. The pack is being drawn."),
    ),
    "return": ("content.review", _return, lambda: _("Sent back to its author.")),
    "take-back": (
        "content.write",
        lambda request, story, by: content.return_story(story, by=by, reason=_("Taken back by its author")),
        lambda: _("The story is a draft again."),
    ),
    "publish": (
        "content.publish",
        lambda request, story, by: content.publish_story(story, by=by),
        lambda: _("Published."),
    ),
    "schedule": ("content.publish", _schedule, lambda: _("Scheduled.")),
    "unschedule": (
        "content.publish",
        lambda request, story, by: content.unschedule_story(story, by=by),
        lambda: _("Taken off the schedule."),
    ),
    "embargo": ("content.publish", _embargo, lambda: _("The embargo is changed.")),
    "rights": (
        "content.write",
        lambda request, story, by: content.set_rights(story, rights=request.POST.get("rights", ""), by=by),
        lambda: _("The rights are set."),
    ),
}
