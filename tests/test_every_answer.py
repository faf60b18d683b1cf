"""What holds for every answer: who may keep it, how much is read, what is said where something is away."""

from __future__ import annotations

from collections.abc import Callable

import psycopg
import pytest
from conftest import build_member
from django.db import OperationalError
from django.test import Client
from django.urls import reverse

from suluh.agencies.actions.invite_operator import invite_operator
from suluh.agencies.actions.keep_api_key import create_api_key
from suluh.agencies.models import Member, Office
from suluh.content.api import Story
from suluh.foundation import tenancy
from suluh.web.public import home

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["desk", "members", "profile", "mfa_index", "story_begin"])
def test_no_browser_keeps_a_page_of_the_desk(name: str, office: Office, signed_in: Callable[[Member], Client]) -> None:
    answer = signed_in(build_member(office)).get(reverse(name))
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    assert "private" in answer["Cache-Control"]


def test_no_cache_keeps_what_a_key_was_shown(story: Story, author: Member) -> None:
    with tenancy.acting(office=author.office_id):
        _key, text = create_api_key("test", by=author)
    answer = Client().get("/api/v1/desk/stories", headers={"authorization": f"Bearer {text}"})
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]


def test_no_browser_keeps_an_invitation(office: Office) -> None:
    invited = invite_operator("baru@contoh.go.id", office=office)
    answer = Client().get(reverse("accept_invitation", kwargs={"token": invited.token}))
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]


def test_public_pages_may_be_kept_whoever_looks(author: Member, signed_in: Callable[[Member], Client]) -> None:
    for client in (Client(), signed_in(author)):
        answer = client.get("/")
        assert answer["Cache-Control"].startswith("public")
        assert str(author.user) not in answer.content.decode()


@pytest.mark.parametrize("length", ["20971521", "99999999999999999999", "-1", "abc"])
def test_a_request_that_is_too_large_is_not_read(length: str) -> None:
    answer = Client().generic("POST", "/akun/login/", b"", CONTENT_LENGTH=length)
    assert answer.status_code == 413
    assert "foundation.E150" in answer.content.decode()


def _away() -> OperationalError:
    error = OperationalError("the connection is lost")
    error.__cause__ = psycopg.OperationalError("the connection is lost")
    return error


def _full() -> OperationalError:
    error = OperationalError("could not extend file")
    error.__cause__ = psycopg.errors.DiskFull("could not extend file")
    return error


@pytest.mark.parametrize(
    ("error", "status"), [(_away(), 503), (_full(), 503), (OSError(28, "full"), 503), (KeyError("x"), 500)]
)
def test_programs_are_told_when_trying_again_helps(
    error: Exception, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise error

    monkeypatch.setattr(home, "listed_stories", broken)
    answer = Client(raise_request_exception=False).get("/")
    assert answer.status_code == status
    assert answer.has_header("Retry-After") is (status == 503)
    assert "Maaf" in answer.content.decode()
