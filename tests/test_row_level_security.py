"""The second wall: what PostgreSQL itself refuses the role the program works as."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import build_office
from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.db.models import Model

from suluh.foundation import tenancy
from suluh.foundation.models import AuditEntry
from tests.world import World, build_world

HOUSE = Path(__file__).resolve().parent.parent / "src" / "suluh"
pytestmark = pytest.mark.django_db

# Who may see every office's rows, and why: each of these says so in its own words beside the call.
WHOLE_HOUSE = {
    "agencies/actions/accept_invitation.py": "who opens an invitation is no member yet",
    "agencies/actions/keep_api_key.py": "a key alone tells whose it is",
    "agencies/actions/plant_offices.py": "the installation makes offices",
    "content/tasks.py": "the clock looks for due stories",
    "verification/actions/plant_examples.py": "the examples of a demonstration belong to no office",
    "creative/actions/share_layout.py": "a leading office decides about another office's layout",
    "creative/actions/share_pack.py": "a shared link's secret alone tells whose pack it shows",
    "verification/actions/add_source.py": "sources of fact-checks belong to the server",
    "verification/importing.py": "what a source says belongs to no office",
    "verification/erasing.py": "what citizens sent is erased on time, and for who has its number",
    "verification/tasks.py": "the clock weighs the claims of all desks",
    "verification/index.py": "the index holds what every office and source knows",
    "verification/progress.py": "a citizen's number is the right to see that one question",
    "verification/reassuring.py": "a text is compared with what people of any office matched before",
    "web/seeding.py": "the installation plants the sample province",
}
OFFICE_TABLES = sorted(table for table, own in tenancy.tenancies().items() if "(office_id)" in own.write)
# The register is read by everybody; these tables have no DELETE or UPDATE for anybody.
READ_BY_ALL = {table for table, own in tenancy.tenancies().items() if own.see == "true"}


@pytest.fixture
def world() -> World:
    return build_world()


def rows_of(table: str, *, office: int) -> list[str]:
    """Return the rows of an office that the present scope sees, as JSON."""
    with connection.cursor() as cursor:
        cursor.execute(f"select to_jsonb(t)::text from {table} t where office_id = %s", [office])  # noqa: S608
        return [row[0] for row in cursor.fetchall()]


def changed(statement: str, *values: int | str) -> int:
    """Run a statement; return how many rows it changed, 0 where PostgreSQL refuses it."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, values)
            return int(cursor.rowcount)
    except ProgrammingError as error:
        if "permission denied" not in str(error) and "row-level security" not in str(error):
            raise
        return 0


def test_the_role_owns_nothing_and_passes_no_policy() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user"
        )
        assert cursor.fetchone() == (False, False, False, False)
        cursor.execute(
            "select count(*) from pg_tables where schemaname = 'public' and tableowner = any("
            "select rolname from pg_roles where pg_has_role(current_user, oid, 'member'))"
        )
        assert cursor.fetchone() == (0,)


def test_every_table_of_suluh_has_row_level_security_and_four_policies() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select relname, relrowsecurity, (select count(*) from pg_policies p where p.tablename = relname)"
            " from pg_class where relname = any(%s)",
            [list(tenancy.tenancies())],
        )
        found = {name: (is_on, count) for name, is_on, count in cursor.fetchall()}
    assert found == dict.fromkeys(tenancy.tenancies(), (True, 4))


def test_a_model_that_does_not_say_whose_its_rows_are_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(AuditEntry, "tenancy")
    with pytest.raises(LookupError, match="AuditEntry"):
        tenancy.tenancies()


@pytest.mark.parametrize("table", OFFICE_TABLES)
def test_another_office_reads_and_writes_nothing(table: str, world: World) -> None:
    office = world.office.pk
    with tenancy.acting(office=office):
        own = rows_of(table, office=office)
    assert own, f"{table} has no row of office A: add one to build_world in tests/world.py"
    for scope in (tenancy.acting(office=build_office().pk), tenancy.acting()):
        with scope:
            if table not in READ_BY_ALL:
                assert rows_of(table, office=office) == []
            assert changed(f"update {table} set office_id = office_id where office_id = %s", office) == 0  # noqa: S608
            assert changed(f"delete from {table} where office_id = %s", office) == 0  # noqa: S608
            copy = json.loads(own[0]) | {"id": 10**9}
            sql = f"insert into {table} select (jsonb_populate_record(null::{table}, %s::jsonb)).*"
            assert changed(sql, json.dumps(copy)) == 0
    with tenancy.acting(office=office):
        assert rows_of(table, office=office) == own


# Columns that name the rows of another table which must be the same office's, where a row of A is the one named.
TIED = [
    *[("content_revision", "story_id", "story"), ("content_approval", "revision_id", "revision")],
    ("content_exit", "story_id", "story"),
    *[("content_story", "published_revision_id", "revision"), ("content_story", "current_revision_id", "revision")],
    *[("authenticity_code", "story_id", "story"), ("authenticity_seal", "code_id", "code")],
    *[("creative_pack", "revision_id", "revision"), ("creative_pack", "code_id", "code")],
    *[("creative_rendition", "pack_id", "pack"), ("creative_dismissal", "story_id", "story")],
    ("creative_machinetext", "story_id", "story"),
    ("agencies_apikey", "member_id", "member"),
    *[("verification_factcheck", "story_id", "story"), ("verification_storymatch", "story_id", "story")],
    *[("verification_question", "claim_id", "claim"), ("verification_evidence", "claim_id", "claim")],
    ("verification_claim", "merged_into_id", "claim"),
    ("verification_factcheckcorrection", "fact_check_id", "fact_check"),
]


@pytest.mark.parametrize(("table", "column", "named"), TIED)
def test_a_row_of_one_office_names_none_of_another(table: str, column: str, named: str, world: World) -> None:
    """Even what acts for the other office in the right way: a row of its own, tied to a story of A."""
    with tenancy.acting(office=world.office.pk):
        own = json.loads(next(row for row in rows_of(table, office=world.office.pk)))
    other = build_office().pk
    copy = own | {"id": 10**9, "office_id": other, column: world.rows.get(named, world.member).pk}
    unique = {
        "key_hash": "f" * 64,
        "text": "0000-0000",
        "key": "lain",
        "name": "lain.png",
        "number": 99,
        "digest": "0" * 64,
    }
    copy |= {name: value for name, value in unique.items() if name in copy}
    if column == "merged_into_id":
        copy["state"] = "merged"
    sql = f"insert into {table} select (jsonb_populate_record(null::{table}, %s::jsonb)).*"

    def tie() -> None:
        with tenancy.acting(office=other), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql, [json.dumps(copy)])
            cursor.execute("set constraints all immediate")

    with pytest.raises(IntegrityError, match=r"_in_office|_in_story|_own"):
        tie()


def test_an_office_cannot_give_its_rows_to_another(world: World) -> None:
    with tenancy.acting(office=world.outsider.office_id):
        statement = "update agencies_member set office_id = %s where office_id = %s"
        assert changed(statement, world.office.pk, world.outsider.office_id) == 0


def test_an_office_edits_only_itself(world: World) -> None:
    with tenancy.acting(office=world.outsider.office_id):
        assert changed("update agencies_office set name = 'x' where id = %s", world.office.pk) == 0
        assert changed("update agencies_office set name = 'x' where id = %s", world.outsider.office_id) == 1


def test_a_person_sees_their_own_memberships_and_nobody_elses(world: World) -> None:
    from suluh.agencies.models import Member

    with tenancy.acting(user=world.member.user_id):
        assert list(Member.objects.values_list("pk", flat=True)) == [world.member.pk]


def test_the_journal_takes_no_change_and_loses_no_line(world: World) -> None:
    with tenancy.whole_house(reason="test"):
        entry: Model | None = AuditEntry.objects.first()
        assert entry is not None
        assert changed("update foundation_auditentry set action = 'x'") == 0
        assert changed("delete from foundation_auditentry") == 0
        assert changed("truncate foundation_auditentry") == 0


def test_only_these_see_the_whole_house() -> None:
    callers = {
        str(file.relative_to(HOUSE))
        for file in HOUSE.rglob("*.py")
        if "whole_house(" in file.read_text() and "tests" not in file.parts and file.name != "tenancy.py"
    }
    assert callers == set(WHOLE_HOUSE)
