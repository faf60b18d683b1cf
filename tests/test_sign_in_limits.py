"""Sign-in attempts are counted once for all processes, in PostgreSQL, and for each sender."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from conftest import build_member, build_office
from django.core.cache import caches
from django.db import ProgrammingError, connection, connections, transaction
from django.test import Client, RequestFactory, override_settings
from pytest_django import Settings

from suluh.agencies.accounts import AccountAdapter
from suluh.foundation import preparing, tenancy
from suluh.foundation.clock import now
from suluh.foundation.tasks import forget_attempts
from tests.other_process import run_python

SHARED = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "suluh_cache"}}
# What each process does: sign in with wrong passwords, and say after each whether it was told to wait.
TRY = """
import django, sys
django.setup()
from django.test import Client
for _ in range(3):
    words = {"login": sys.argv[1], "password": "salah-sama-sekali"}
    page = Client().post("/akun/login/", words, headers={"host": "localhost", "accept-language": "en"})
    print("wait" if "Too many failed login attempts" in page.content.decode() else "wrong")
"""


@pytest.mark.slow
@pytest.mark.django_db(transaction=True, databases=["default", "owner"])
def test_five_wrong_passwords_close_the_door_in_every_process(tmp_path: Path) -> None:
    member = build_member(build_office())
    said = []
    for _process in range(2):
        done = run_python("-c", TRY, member.user.email, folder=tmp_path)
        assert done.returncode == 0, done.stderr
        said += done.stdout.split()

    assert said == ["wrong"] * 5 + ["wait"]


@pytest.mark.django_db
def test_the_program_s_role_may_count_and_owns_nothing_of_it() -> None:
    with override_settings(CACHES=SHARED):
        caches["default"].set("coba", [1.0], 60)
        assert caches["default"].get("coba") == [1.0]
    with pytest.raises(ProgrammingError, match="must be owner"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("drop table suluh_cache")


@pytest.mark.django_db
def test_attempts_that_are_over_are_forgotten() -> None:
    with connection.cursor() as cursor:
        cursor.execute("delete from suluh_cache")
        for key, minutes in (("lama", -1), ("baru", 1)):
            values = (key, now() + timedelta(minutes=minutes))
            cursor.execute("insert into suluh_cache (cache_key, value, expires) values (%s, '', %s)", values)
        forget_attempts(0)
        cursor.execute("select cache_key from suluh_cache")
        assert cursor.fetchall() == [("baru",)]


@pytest.mark.django_db(databases=["default", "owner"])
def test_a_table_that_comes_later_gets_its_grants(settings: Settings) -> None:
    role = settings.DATABASES["default"]["USER"]
    with connections["owner"].cursor() as owner:
        tenancy.secure(alias="owner", role=role)
        assert not tenancy.secure(alias="owner", role=role)
        owner.execute("create table datang_kemudian (id bigint)")
        assert tenancy.secure(alias="owner", role=role)
        owner.execute("select has_table_privilege(%s, 'datang_kemudian', 'select')", [role])
        assert owner.fetchone() == (True,)
        owner.execute("drop table datang_kemudian")


@pytest.mark.slow
@pytest.mark.django_db(transaction=True, databases=["default", "owner"])
def test_migrating_makes_the_table_where_it_is_missing() -> None:
    with connections["owner"].cursor() as owner:
        owner.execute("drop table suluh_cache")
    with override_settings(CACHES=SHARED):
        preparing.migrate()
        caches["default"].set("coba", 1, 60)
        assert caches["default"].get("coba") == 1
        caches["default"].clear()


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, "203.0.113.9", "127.0.0.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        (2, "198.51.100.1, 203.0.113.9, 10.0.0.2", "203.0.113.9"),
        (1, "", "127.0.0.1"),
    ],
)
def test_who_tries_is_read_as_far_as_our_own_servers_wrote_it(
    settings: Settings, proxies: int, forwarded: str, address: str
) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    headers = {"x-forwarded-for": forwarded} if forwarded else {}

    assert AccountAdapter().get_client_ip(RequestFactory().get("/", headers=headers)) == address


@pytest.mark.slow
@pytest.mark.django_db
def test_two_people_behind_one_server_do_not_share_a_count(settings: Settings) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
    words = {"login": "siapa@contoh.go.id", "password": "salah"}

    codes = [
        Client().post("/akun/login/", words, headers={"x-forwarded-for": sender}).status_code
        for sender in ("203.0.113.1", "203.0.113.1", "203.0.113.2")
    ]

    assert codes == [200, 429, 200]
