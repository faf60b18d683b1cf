"""The second wall: what the database itself lets a scope see and write."""

from __future__ import annotations

import threading

import pytest
from conftest import build_member
from django.db import DatabaseError, ProgrammingError, connection, transaction

from suluh.agencies.models import Member, Office
from suluh.content.models import Story
from suluh.foundation import audit, tenancy
from suluh.foundation.models import AuditEntry


def _acts_for() -> str:
    with connection.cursor() as cursor:
        cursor.execute("select current_setting('suluh.office', true)")
        return str(cursor.fetchone()[0])


def test_a_scope_ends_with_its_block_also_after_an_error(office: Office, other_office: Office) -> None:
    with tenancy.acting(office=office.pk):
        with pytest.raises(KeyError), tenancy.acting(office=other_office.pk):
            raise KeyError(_acts_for())
        assert _acts_for() == str(office.pk)
    assert _acts_for() == ""


def test_a_new_connection_is_told_the_scope(office: Office) -> None:
    seen: list[str] = []

    def elsewhere() -> None:
        with tenancy.acting(office=office.pk):
            connection.close()
            seen.append(_acts_for())
        connection.close()

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert seen == [str(office.pk)]


def test_outside_of_any_scope_nothing_can_be_written(office: Office, author: Member) -> None:
    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        Story.objects.create(office=office, headline="x", slug="x", created_by=author.user)


def test_a_row_cannot_be_moved_to_another_office(story: Story, other_office: Office) -> None:
    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        Story.objects.filter(pk=story.pk).update(office=other_office)


def test_a_person_sees_their_memberships_and_nobody_elses(office: Office, other_office: Office) -> None:
    mine, theirs = build_member(office), build_member(other_office)
    with tenancy.acting(user=mine.user_id):
        assert list(Member.objects.values_list("pk", flat=True)) == [mine.pk]
    with tenancy.acting(office=other_office.pk, user=mine.user_id):
        assert set(Member.objects.values_list("pk", flat=True)) == {mine.pk, theirs.pk}


def test_the_whole_house_needs_a_reason() -> None:
    with pytest.raises(ValueError, match="why"), tenancy.whole_house(reason=""):
        pass


def test_the_journal_takes_new_entries_only(story: Story) -> None:
    for statement in ("update foundation_auditentry set action = 'x'", "delete from foundation_auditentry"):
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            connection.cursor().execute(statement)
    assert AuditEntry.objects.exists()


def test_an_action_without_a_trace_is_undone(office: Office) -> None:
    @audit.action("foundation.silent")
    def silent() -> None:
        """Change something and say nothing."""
        with tenancy.acting(office=office.pk):
            Office.objects.filter(pk=office.pk).update(short_name="changed")

    try:
        with pytest.raises(audit.ActionLeftNoTrace):
            silent()
    finally:
        audit.known_actions.pop("foundation.silent")
    office.refresh_from_db()
    assert office.short_name != "changed"
