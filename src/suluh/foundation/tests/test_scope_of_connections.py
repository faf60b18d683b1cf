"""The scope of a connection that is kept between requests: after errors, rollbacks, a PostgreSQL that went away."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest
from django.db import DatabaseError, close_old_connections, connection, connections, transaction

from suluh.agencies.models import Office
from suluh.foundation import tenancy


def _acts_for() -> str:
    with connection.cursor() as cursor:
        cursor.execute("select current_setting('suluh.office', true)")
        return str(cursor.fetchone()[0])


def _backend() -> int:
    with connection.cursor() as cursor:
        cursor.execute("select pg_backend_pid()")
        return int(cursor.fetchone()[0])


def _end_backend(pid: int) -> None:
    """End a connection from the other side, as a PostgreSQL that is restarted does."""
    address = connections["default"].get_connection_params()
    kept = {name: address[name] for name in ("dbname", "user", "password", "host", "port") if address.get(name)}
    with psycopg.connect(**kept, autocommit=True) as other:
        other.execute("select pg_terminate_backend(%s, 5000)", [pid])


def _in_a_thread_of_its_own(work: Callable[[], None]) -> None:
    """Run ``work`` as a thread of the server does: with a connection of its own, outside of any transaction."""

    def run() -> None:
        try:
            work()
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=1) as pool:
        pool.submit(run).result()


@pytest.mark.slow
def test_a_request_after_postgresql_was_restarted_works_at_once(office: Office) -> None:
    def requests() -> None:
        with tenancy.acting():
            pid = _backend()
        _end_backend(pid)
        close_old_connections()  # what Django does as a request begins
        with tenancy.acting(office=office.pk):
            assert _acts_for() == str(office.pk)
        assert _acts_for() == ""

    _in_a_thread_of_its_own(requests)


@pytest.mark.slow
@pytest.mark.parametrize("is_noticed", [False, True])
def test_a_connection_that_breaks_in_a_scope_takes_no_scope_along(office: Office, is_noticed: bool) -> None:
    def requests() -> None:
        with tenancy.acting(office=office.pk):
            _end_backend(_backend())
            if is_noticed:
                with pytest.raises(DatabaseError):
                    _acts_for()
        assert tenancy.current_scope() == tenancy.NOBODY
        assert _acts_for() == ""

    _in_a_thread_of_its_own(requests)


@pytest.mark.slow
def test_a_scope_that_cannot_be_told_is_left_again(office: Office) -> None:
    def requests() -> None:
        with transaction.atomic():
            _end_backend(_backend())
            with pytest.raises(DatabaseError), tenancy.whole_house(reason="test"):
                _acts_for()
            assert tenancy.current_scope() == tenancy.NOBODY
        assert _acts_for() == ""

    _in_a_thread_of_its_own(requests)


def _missing() -> None:
    raise KeyError("plain")


def _broken() -> None:
    with connection.cursor() as cursor:
        cursor.execute("select 1 / 0")


@pytest.mark.slow
@pytest.mark.parametrize("is_scope_inside", [False, True])
@pytest.mark.parametrize("fail", [_broken, _missing], ids=["the database", "the program"])
def test_a_rollback_takes_no_scope_along(office: Office, is_scope_inside: bool, fail: Callable[[], None]) -> None:
    def requests() -> None:
        before = tenancy.acting(office=office.pk)
        within = tenancy.whole_house(reason="test")
        first, second = (transaction.atomic(), within) if is_scope_inside else (within, transaction.atomic())
        with before:
            with pytest.raises((DatabaseError, KeyError)), first, second:
                fail()
            assert _acts_for() == str(office.pk)
            with transaction.atomic():
                with pytest.raises((DatabaseError, KeyError)), transaction.atomic(), tenancy.acting():
                    fail()
                assert _acts_for() == str(office.pk)
        assert _acts_for() == ""

    _in_a_thread_of_its_own(requests)
