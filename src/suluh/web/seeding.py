"""A small living province in an empty database: offices, people for every role, stories in different states."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction

from suluh.agencies import api as agencies
from suluh.content import api as content
from suluh.content.structure import structure, to_story
from suluh.foundation import tenancy
from suluh.foundation.clock import now
from suluh.foundation.language import lazy as _
from suluh.settings.environment import ROOT, keep_secret
from suluh.web.seeding_checks import plant_checks

STORIES = Path(__file__).parent / "seed"
# What an operator of the machine types; the same in every language.
ADD_OPERATOR = "suluh add-operator EMAIL --office SLUG"
SAMPLE = ROOT / "samples" / "siaran-pers-palembang-2024-05-30.txt"


def seed() -> str:
    """Plant the province where no office stands yet, else offices that are new in the provinces' files.

    Returns the lines that tell how to sign in.
    """
    if agencies.Office.objects.exists():
        plant()
    else:
        _plant_all(_password())
    plant_checks()
    return _welcome()


def plant() -> str:
    """Plant the offices that are new in the provinces' files, without people; return how to sign in."""
    agencies.plant_offices(agencies.load_provinces(settings.PROVINCE_FOLDERS))
    return _welcome()


def _password() -> str:
    return keep_secret(settings.ENVIRONMENT.data / "secrets" / "demo_password", length=9)


@transaction.atomic
def _plant_all(password: str) -> None:
    provinces = agencies.load_provinces(settings.PROVINCE_FOLDERS)
    agencies.plant_offices(provinces, with_people=True, password=password)
    for file in sorted(STORIES.glob("*.json")):
        _plant(json.loads(file.read_text()))
    _plant_sample()


def _people(office: agencies.Office) -> dict[str, agencies.Member]:
    members = agencies.Member.objects.of_office(office)
    return {role: member for member in members for role in reversed(member.roles)}


def _plant(raw: dict[str, Any]) -> None:
    state, end = raw.pop("state"), raw.pop("exit", None)
    with tenancy.whole_house(reason="planting the sample province"):
        office = agencies.Office.objects.get(slug=raw.pop("office"))
    with tenancy.acting(office=office.pk):
        people = _people(office)
        text = content.parse_story(raw | {"dated_on": now().date().isoformat()})
        story = content.begin_story(text, by=people["author"])
        if state != "draft":
            _lead(story, to=state, people=people)
        if end:
            content.withdraw_story(story, reason=end["reason"], public_note=end["note"], by=people["approver"])


def _lead(story: content.Story, *, to: str, people: dict[str, agencies.Member]) -> None:
    content.submit_story(story, by=people["author"])
    if to == "in_review":
        return
    content.approve_story(story, by=people["approver"])
    if to == "scheduled":
        content.schedule_story(story, at=now() + timedelta(days=1), by=people["approver"])
    elif to in {"published", "withdrawn"}:
        content.publish_story(story, by=people["approver"])


def _plant_sample() -> None:
    """The press release Suluh began with, as it came: a draft with its typing errors for the coach."""
    with tenancy.whole_house(reason="planting the sample province"):
        office = agencies.Office.objects.get(slug="sumsel")
    with tenancy.acting(office=office.pk):
        content.begin_story(to_story(structure(SAMPLE.read_text())), by=_people(office)["author"])


def _welcome() -> str:
    """Return who of the demonstration can sign in; where there is nobody of it, how an office gets its first member."""
    url = f"{settings.SITE_URL}/akun/login/"
    with tenancy.whole_house(reason="telling the operator who can sign in"):
        office = agencies.Office.objects.filter(slug="sumsel").first()
        members = agencies.Member.objects.of_office(office) if office else agencies.Member.objects.none()
        people = list(members.filter(user__email__endswith=agencies.DEMO_DOMAIN, is_active=True))
    if not people:
        lines = [
            str(_("Sign in at %(url)s") % {"url": url}),
            str(_("Invite the first operator of an office: %(command)s") % {"command": ADD_OPERATOR}),
        ]
        return "  " + "\n  ".join(lines) + "\n"
    lines = [str(_("Sign in at %(url)s with one of these people:") % {"url": url})]
    lines += [f"    {member.user.email:<36} {', '.join(member.role_labels())}" for member in people]
    lines.append("  " + str(_("Password of all: %(password)s") % {"password": _password()}))
    return "  " + "\n".join(lines) + "\n"
