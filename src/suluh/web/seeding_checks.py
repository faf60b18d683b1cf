"""A check desk at work in a demonstration: questions of citizens and claims in every state, by the real actions."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db import transaction

from suluh.agencies import api as agencies
from suluh.content import api as content
from suluh.foundation import tenancy
from suluh.foundation.clock import now
from suluh.verification import api as verification
from suluh.verification.api import Claim, FactCheck

# The office whose desk takes what names no office.
OFFICE = "sumsel"
People = Mapping[str, agencies.Member]


@transaction.atomic
def plant_checks() -> None:
    """Plant the example fact-checks and the desk, where neither stands yet and the demonstration's people do."""
    office = agencies.Office.objects.filter(slug=OFFICE).first()
    if office is None or verification.Source.objects.filter(slug=verification.EXAMPLES_SLUG).exists():
        return
    with tenancy.acting(office=office.pk):
        people = _people(office)
        if len(people) < 5 or verification.Desk.objects.filter(office=office).exists():
            return
    verification.plant_examples()
    with tenancy.acting(office=office.pk):
        _plant_desk(office, people=people)


def _people(office: agencies.Office) -> dict[str, agencies.Member]:
    """Return the demonstration's people by what they were made for."""
    members = agencies.Member.objects.of_office(office).filter(user__email__endswith=agencies.DEMO_DOMAIN)
    return {member.user.email.partition("@")[0]: member for member in members}


def _plant_desk(office: agencies.Office, *, people: People) -> None:
    verification.open_desk(verification.DeskSettings(is_default=True), by=people["operator"])
    # A verdict needs two checkers: the editor is the second one here.
    editor = agencies.change_roles(people["editor"], roles=["editor", "checker"], by=people["operator"])
    people = {**people, "editor": editor}
    for raw in json.loads(verification.DESK_FILE.read_text()):
        _plant_claim(raw, office=office, people=people)


def _plant_claim(raw: dict[str, Any], *, office: agencies.Office, people: People) -> None:
    texts = [*raw["asks"], *[raw["asks"][0]] * (raw.get("times", 1) - 1)]
    questions = [verification.take_question(verification.Asked(text=text), office=office) for text in texts]
    claim = questions[0].claim
    if claim is None:
        raise LookupError("a question of the demonstration is on no card")
    verification.weigh_claim(claim, harm=raw["harm"], reach=raw["reach"], by=people["checker"])
    _date(claim, hours_ago=raw["hours_ago"])
    _lead(Claim.objects.get(pk=claim.pk), raw=raw, people=people)
    if raw["until"] in {"answered", "matched", "closed"}:
        _date_answer(claim, hours_ago=raw["hours_ago"])


def _lead(claim: Claim, *, raw: dict[str, Any], people: People) -> None:
    """Lead a claim as far as the file says."""
    first, second = people["checker"], people["editor"]
    if raw["until"] == "open":
        return
    if raw["until"] == "closed":
        verification.close_claim(claim, reason=raw["reason"], by=first)
        return
    claim = verification.take_claim(claim, by=first)
    for words in raw.get("evidence", ()):
        verification.add_evidence(claim, evidence=verification.NewEvidence(note=words), by=first)
    if raw["until"] == "matched":
        known = FactCheck.objects.public().get(source__slug=verification.EXAMPLES_SLUG, external_id=raw["known"])
        verification.match_claim(claim, fact_check=known, by=first)
    elif raw["until"] != "checking":
        verification.propose_verdict(claim, verdict=verification.NewVerdict(**raw["verdict"]), by=first)
        if raw["until"] == "answered":
            fact = verification.confirm_verdict(Claim.objects.get(pk=claim.pk), by=second)
            _finish(fact, raw=raw, people=people)


def _finish(fact: FactCheck, *, raw: dict[str, Any], people: People) -> None:
    """Correct a public fact-check, or tell it as a story, where the file says so."""
    if "correction" in raw:
        said = raw["correction"]
        correction = verification.NewCorrection(
            verdict=said["verdict"], reason=said["reason"], public_note=said["note"]
        )
        proposed = verification.propose_correction(fact, correction=correction, by=people["checker"])
        verification.confirm_correction(proposed, by=people["editor"])
    if raw.get("story"):
        story = verification.write_debunk(fact, by=people["checker"])
        content.submit_story(story, by=people["author"])


def _date(claim: Claim, *, hours_ago: float) -> None:
    """Let a claim and its questions have come in, one after the other, since some hours ago."""
    at = now() - timedelta(hours=hours_ago)
    desk = verification.Desk.objects.get(office_id=claim.office_id)
    due = at + timedelta(hours=desk.hours_to_answer)
    questions = list(verification.Question.objects.filter(claim=claim).order_by("pk"))
    between = timedelta(hours=min(hours_ago, desk.hours_to_answer)) / (len(questions) + 1)
    for number, question in enumerate(questions):
        question.asked_at = at + between * number
        question.save(update_fields=["asked_at"])
    last = questions[-1].asked_at
    Claim.objects.filter(pk=claim.pk).update(first_asked_at=at, last_asked_at=last, due_at=due)


def _date_answer(claim: Claim, *, hours_ago: float) -> None:
    """Let the answer have been given two hours after the first question."""
    at = now() - timedelta(hours=hours_ago) + timedelta(hours=2)
    Claim.objects.filter(pk=claim.pk).update(first_answer_at=at)
    Claim.objects.filter(pk=claim.pk, answered_at__isnull=False).update(answered_at=at)
    verification.Question.objects.filter(claim=claim, answered_at__isnull=False).update(answered_at=at)
