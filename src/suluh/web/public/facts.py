"""Fact-checks for everybody: the list with its search, and the page of one."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from suluh.content.api import Story
from suluh.verification import api as verification
from suluh.verification.api import FactCheck, FactCheckCorrection, FactCheckQuerySet, Verdict
from suluh.web.public.access import changed_at, public_page
from suluh.web.public.metadata import absolute, linked_data, organization
from suluh.web.public.stories import files_of

PER_PAGE = 12
LONGEST_SEARCH = 200


@dataclass(frozen=True, kw_only=True)
class FactCard:
    """A fact-check in a list, with its verdict in the reader's language."""

    fact: FactCheck
    verdict: Verdict

    @property
    def checked_by(self) -> str:
        """Who checked it."""
        return checked_by(self.fact)


@dataclass(frozen=True, kw_only=True)
class Choice:
    """A verdict to filter by; ``query`` leads to it."""

    label: str
    query: str
    is_chosen: bool


def listed_facts() -> FactCheckQuerySet:
    """Return the public fact-checks as lists show them: withdrawn ones left out."""
    return FactCheck.objects.public().newest_first()


def own_facts() -> FactCheckQuerySet:
    """Return what the offices here found out themselves, the newest first: what feeds and maps show."""
    facts = FactCheck.objects.public().filter(office__isnull=False, is_example=False, published_at__isnull=False)
    return facts.order_by("-published_at", "-pk")


def checked_by(fact: FactCheck) -> str:
    """Return the name of who checked a claim."""
    if fact.office is not None:
        return str(fact.office.name)
    return str(fact.source.name) if fact.source is not None else ""


@public_page
def show_facts(request: HttpRequest) -> HttpResponse:
    """List the fact-checks, the newest first; with words or a verdict, those."""
    words = " ".join(request.GET.get("q", "").replace("\0", " ").split())[:LONGEST_SEARCH]
    scale = verification.scale()
    verdict = request.GET.get("putusan", "")
    verdict = verdict if scale.has(verdict) else ""
    facts = listed_facts()
    facts = facts.filter(verdict=verdict) if verdict else facts
    facts = facts.matching(words) if words else facts
    page = Paginator(facts, PER_PAGE).get_page(request.GET.get("page"))
    asked = {name: value for name, value in (("q", words), ("putusan", verdict)) if value}
    shown = {
        "nav": "check",
        "words": words,
        "verdict": scale.verdict(verdict) if verdict else None,
        "choices": _choices(words, chosen=verdict),
        "page": page,
        "cards": [FactCard(fact=fact, verdict=scale.shown(fact.verdict)) for fact in page],
        "query": f"{urlencode(asked)}&" if asked else "",
    }
    return render(request, "web/facts.html", shown)


@public_page
def show_fact(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """Show one fact-check; a withdrawn one says so, and no verdict."""
    facts = FactCheck.objects.filter(state__in=("published", "withdrawn")).select_related("office", "source")
    fact = get_object_or_404(facts, pk=pk)
    if (fact.slug or "klaim") != slug:
        return HttpResponsePermanentRedirect(fact.get_absolute_url())
    corrections = corrections_of(fact)
    verdict = verification.scale().shown(fact.verdict)
    story = _debunk_of(fact)
    shown = {
        "nav": "check",
        "fact": fact,
        "verdict": verdict,
        "checked_by": checked_by(fact),
        "is_withdrawn": fact.state == "withdrawn",
        "is_indexed": verification.may_be_published(fact),
        "corrections": [(made, verification.scale().shown(made.before)) for made in corrections],
        "story": story,
        "files": files_of(story) if story else [],
        "sharing": _sharing(fact, verdict=verdict),
        "linked_data": _linked_data(fact, corrections=corrections),
    }
    response = render(request, "web/fact.html", shown)
    changed_at(response, moment=verification.modified_at(fact, corrections=corrections))
    return response


def corrections_of(fact: FactCheck) -> list[FactCheckCorrection]:
    """Return the corrections that were made in public, the newest first."""
    made = FactCheckCorrection.objects.filter(fact_check=fact, confirmed_at__isnull=False)
    return list(made.order_by("-confirmed_at", "-pk"))


def review_of(fact: FactCheck, *, corrections: list[FactCheckCorrection]) -> dict[str, object]:
    """Return an office's own fact-check as ClaimReview."""
    if fact.office is None:
        raise LookupError(f"fact-check {fact.pk} is no office's")
    page = absolute(fact.get_absolute_url())
    return verification.claim_review(fact, page=page, publisher=organization(fact.office), corrections=corrections)


def _linked_data(fact: FactCheck, *, corrections: list[FactCheckCorrection]) -> str:
    return linked_data(review_of(fact, corrections=corrections)) if verification.may_be_published(fact) else ""


def _debunk_of(fact: FactCheck) -> Story | None:
    """Return the story that tells of the fact-check, where it is published."""
    if fact.story_id is None:
        return None
    stories = Story.objects.public().filter(state="published").select_related("published_revision")
    return stories.filter(pk=fact.story_id).first()


def _sharing(fact: FactCheck, *, verdict: Verdict) -> dict[str, str]:
    """Return what to pass on: words with the verdict first, and a link that opens WhatsApp with them."""
    address = f"{settings.SITE_URL}{fact.get_absolute_url()}"
    parts = [f"{verdict.label.upper()}: {fact.title}", fact.reason, _("Read the check: %(url)s") % {"url": address}]
    if fact.is_example:
        parts.insert(0, _("(An example)"))
    text = "\n\n".join(part for part in parts if part)
    return {"text": text, "whatsapp": f"https://wa.me/?text={quote(text)}"}


def _choices(words: str, *, chosen: str) -> list[Choice]:
    asked = {"q": words} if words else {}
    all_of_them = Choice(label=_("All"), query=urlencode(asked), is_chosen=not chosen)
    return [all_of_them, *(_choice(verdict, asked=asked, chosen=chosen) for verdict in verification.scale().all())]


def _choice(verdict: Verdict, *, asked: dict[str, str], chosen: str) -> Choice:
    query = urlencode(asked | {"putusan": verdict.slug})
    return Choice(label=verdict.label, query=query, is_chosen=verdict.slug == chosen)
