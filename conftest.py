"""Builders that every room's tests share: offices, people, stories."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from contextlib import nullcontext

import click
import pytest
from click.testing import CliRunner, Result
from django.test import Client
from pytest_django import Settings

from suluh.agencies.models import Member, Office, User
from suluh.content.blocks import Paragraph, Quote, Step, StoryText
from suluh.content.models import Story
from suluh.foundation import preparing, tenancy
from suluh.foundation.clock import now
from suluh.foundation.pytest_plugin import django_db_setup
from suluh.verification.models import FactCheck, Source

# A conftest's fixture stands over pytest-django's own of the same name.
__all__ = ["django_db_setup"]

_count = itertools.count(1)
PASSWORD = "rahasia-sekali-7"


def build_office(**values: object) -> Office:
    """Save an office; every value may be given."""
    n = next(_count)
    plain = {
        "slug": f"kantor-{n}",
        "name": f"Dinas Komunikasi dan Informatika Nomor {n}",
        "short_name": f"Diskominfo {n}",
        "initials": f"D{n % 100}",
        "kind": Office.Kind.KABUPATEN,
        "province": "sumatera-selatan",
        "primary": "#c8102e",
        "accent": "#f9b000",
        "ink": "#14123c",
        "paper": "#fff6e6",
        "motif": "sumatera-selatan",
    }
    with tenancy.whole_house(reason="test"):
        return Office.objects.create(**(plain | values))


def build_member(office: Office, *, roles: tuple[str, ...] = ("author",), email: str = "") -> Member:
    """Save a person and their membership in ``office``."""
    n = next(_count)
    with tenancy.whole_house(reason="test"):
        user = User.objects.create_user(email or f"orang{n}@contoh.go.id", PASSWORD, name=f"Orang {n}")
        return Member.objects.create(office=office, user=user, roles=list(roles))


def build_text(**values: object) -> StoryText:
    """Return a short whole story."""
    plain = {
        "headline": "Sumsel dan KPK sepakat bertukar konten antikorupsi",
        "lead": "Dinas Kominfo se-Sumatera Selatan dan KPK menandatangani komitmen bersama di Palembang.",
        "place": "Palembang",
        "topic": "Kolaborasi antikorupsi",
        "blocks": (
            Paragraph(text="Komitmen ditandatangani pada Kamis di Palembang."),
            Quote(text="Kami saling bertukar konten.", speaker="Rika Efianti", title="Kepala Diskominfo Sumsel"),
            Step(title="Periksa sumbernya", text="Pastikan berasal dari akun resmi."),
        ),
    }
    return StoryText(**(plain | values))  # type: ignore[arg-type]


def build_fact_check(**values: object) -> FactCheck:
    """Save a public fact-check as an importer does; every value may be given."""
    n = next(_count)
    with tenancy.whole_house(reason="test"):
        source, _is_new = Source.objects.get_or_create(
            slug="contoh", defaults={"name": "Contoh Cek Fakta", "kind": "csv", "licence": "CC BY 4.0"}
        )
        plain = {
            "source": source,
            "external_id": f"contoh-{n}",
            "state": "published",
            "title": "Air kelapa dicampur garam menyembuhkan demam berdarah",
            "slug": "air-kelapa-demam-berdarah",
            "verdict": "salah",
            "reason": "Tidak ada bukti; penderita demam berdarah harus dirawat dokter.",
            "published_at": now(),
        }
        return FactCheck.objects.create(**(plain | values))


@pytest.fixture(autouse=True)
def own_index(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Let each test match with what it saved itself."""
    settings.INDEX_FOLDER = tmp_path_factory.getbasetemp() / f"index-{next(_count)}"


@pytest.fixture
def office(db: None) -> Office:
    return build_office()


@pytest.fixture
def other_office(db: None) -> Office:
    return build_office()


@pytest.fixture
def author(office: Office) -> Member:
    return build_member(office, roles=("author",))


@pytest.fixture
def approver(office: Office) -> Member:
    return build_member(office, roles=("editor", "approver"))


@pytest.fixture
def operator(office: Office) -> Member:
    return build_member(office, roles=("operator",))


@pytest.fixture
def outsider(other_office: Office) -> Member:
    """A member of another office with every role."""
    return build_member(other_office, roles=("author", "editor", "approver", "checker", "operator"))


@pytest.fixture
def acting_office(office: Office) -> Iterator[Office]:
    """Act for ``office`` for the length of the test."""
    with tenancy.acting(office=office.pk):
        yield office


@pytest.fixture
def story(author: Member, acting_office: Office) -> Story:
    """A draft of ``author``."""
    from suluh.content import api as content

    return content.begin_story(build_text(), by=author)


@pytest.fixture
def published_story(story: Story, author: Member, approver: Member) -> Story:
    """A story that went the whole way."""
    from suluh.content import api as content

    content.submit_story(story, by=author)
    content.approve_story(story, by=approver)
    return content.publish_story(story, by=approver)


@pytest.fixture
def signed_in() -> Callable[[Member], Client]:
    """Return a browser in which a member is signed in."""

    def browser(member: Member) -> Client:
        client = Client()
        client.force_login(member.user, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return browser


@pytest.fixture
def run_command(db: None, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Return a way to run a command of the command line in the tests' own database, which stands already."""
    monkeypatch.setattr(preparing, "ready", nullcontext)
    monkeypatch.setattr(preparing, "migrate", lambda: None)

    def run(command: click.Command, *words: str, typed: str = "") -> Result:
        return CliRunner().invoke(command, list(words), input=typed)

    return run
