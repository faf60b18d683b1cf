"""The desk: what waits for me, and my office's stories."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from suluh.agencies import api as agencies
from suluh.agencies.api import needs_office
from suluh.content import api as content
from suluh.foundation.models import AuditEntry
from suluh.web.checks.waiting import waiting_claims
from suluh.web.desk.asked import words_in
from suluh.web.desk.known_claims import held_stories
from suluh.web.desk.stories import correction_of

PAGE_SIZE = 25
_MOST_WAITING = 20


@dataclass(frozen=True)
class Tab:
    """A state with how many stories are in it."""

    label: str
    url: str
    count: int
    is_current: bool


@dataclass(frozen=True)
class Waiting:
    """A story that waits for this member. ``reason`` says why; ``url`` is where it is dealt with."""

    story: content.Story
    kind: str
    url: str
    reason: str = ""


@needs_office
def desk(request: HttpRequest) -> HttpResponse:
    """Show the office's stories, by state and by words."""
    member = agencies.current_member(request)
    state = request.GET.get("keadaan", "")
    words = words_in(request.GET, name="q", most=200).strip()
    own = content.Story.objects.of(member.office)
    stories = own.with_words(words).latest_change_first().select_related("created_by")
    if state in content.StoryStates.table:
        stories = stories.filter(state=state)
    page = Paginator(stories, PAGE_SIZE).get_page(request.GET.get("page"))
    kept = {key: value for key, value in (("keadaan", state), ("q", words)) if value}
    return render(
        request,
        "desk/home.html",
        {
            "tabs": _tabs(own, current=state, words=words),
            "page": page,
            "words": words,
            "state": state,
            "query": f"{urlencode(kept)}&" if kept else "",
            "waiting": _waiting(member),
            "claims": waiting_claims(member),
            "may_write": member.may("content.write"),
        },
    )


def _tabs(own: content.StoryQuerySet, *, current: str, words: str) -> list[Tab]:
    counts = dict(own.with_words(words).order_by().values_list("state").annotate(Count("pk")))
    base = reverse("desk")
    more = {"q": words} if words else {}
    tabs = [Tab(_("All"), f"{base}?{urlencode(more)}" if more else base, sum(counts.values()), not current)]
    for name, state in content.StoryStates.table.items():
        if counts.get(name) or name in ("draft", "in_review", "published", current):
            url = f"{base}?{urlencode({'keadaan': name} | more)}"
            tabs.append(Tab(str(state.label), url, counts.get(name, 0), name == current))
    return tabs


def _waiting(member: agencies.Member) -> list[Waiting]:
    """Return what this member can act on now: reviews and corrections of others, own stories sent back.

    A checker finds stories here that hold a sentence which looks like a hoax.
    """
    own = content.Story.objects.of(member.office)
    found: list[Waiting] = []
    if member.may("content.approve"):
        in_review = own.filter(state="in_review").exclude(revisions__written_by=member.user)
        found += [
            Waiting(story, "approve", reverse("story_review", args=[story.pk])) for story in in_review[:_MOST_WAITING]
        ]
        corrected = own.with_proposed_correction().exclude(current_revision__written_by=member.user)
        found += [
            Waiting(story, "correction", reverse("story_correct_decide", args=[story.pk]))
            for story in corrected[:_MOST_WAITING]
        ]
    found += [
        Waiting(
            story, "held", reverse("story_correct_decide" if correction_of(story) else "story_review", args=[story.pk])
        )
        for story in held_stories(member, most=_MOST_WAITING)
    ]
    mine = list(own.filter(state="draft", revisions__written_by=member.user).distinct()[:_MOST_WAITING])
    reasons = returned_reasons(mine, office=member.office_id)
    found += [
        Waiting(story, "returned", reverse("story_edit", args=[story.pk]), reasons[story.pk])
        for story in mine
        if story.pk in reasons
    ]
    return found


def returned_reasons(stories: list[content.Story], *, office: int) -> dict[int, str]:
    """Return for each story that was sent back last, and not submitted since, the reason that was given."""
    entries = AuditEntry.objects.filter(
        office_id=office,
        subject_kind="content.story",
        subject_id__in=[str(story.pk) for story in stories],
        action__in=("content.return_story", "content.submit_story"),
    ).order_by("pk")
    last = {int(entry.subject_id): entry for entry in entries}
    return {pk: str(e.detail.get("reason", "")) for pk, e in last.items() if e.action == "content.return_story"}
