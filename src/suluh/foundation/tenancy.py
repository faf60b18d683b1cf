"""Who acts, and what the database lets them see: the second wall behind every query.

Each table of Suluh says in its model whose its rows are (``tenancy = OfficeRows()`` and so on). ``secure`` turns that
into PostgreSQL row-level security and grants for the role the program works as, which owns nothing. A request, a task
or a command enters a scope; the scope is told to the connection and every policy reads it. Outside any scope only
public rows are seen and nothing can be written.

Source of the rules: PostgreSQL 18, "Row Security Policies" and "CREATE POLICY", read on 2026-11-23.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

import psycopg
from django.apps import apps
from django.db import connections, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.dispatch import receiver

log = logging.getLogger("suluh.tenancy")

WHOLE_HOUSE = "*"


@dataclass(frozen=True)
class Scope:
    """For which office and as which user the program acts. ``office`` is an id, "" for nobody or "*" for all."""

    office: str = ""
    user: str = ""


NOBODY = Scope()
_scope: ContextVar[Scope] = ContextVar("scope", default=NOBODY)


def current_scope() -> Scope:
    """Return the scope the program acts in."""
    return _scope.get()


@contextmanager
def acting(*, office: int | None = None, user: int | None = None) -> Iterator[None]:
    """Act for one office (or none) as one user (or none) until the block ends."""
    scope = Scope(office="" if office is None else str(office), user="" if user is None else str(user))
    with _entered(scope):
        yield


@contextmanager
def whole_house(*, reason: str) -> Iterator[None]:
    """See every office's rows until the block ends. ``reason`` is for the reader; a test lists who calls this."""
    if not reason:
        raise ValueError("say why the whole house is needed")
    with _entered(Scope(office=WHOLE_HOUSE, user=_scope.get().user)):
        yield


@contextmanager
def _entered(scope: Scope) -> Iterator[None]:
    token = _scope.set(scope)
    try:
        _tell(connections["default"])
        yield
    finally:
        _scope.reset(token)
        _tell(connections["default"])


def _tell(connection: BaseDatabaseWrapper) -> None:
    """Tell an open connection the scope; one that is not open yet is told when it opens.

    A transaction that has failed cannot be told: its scope goes back with its rollback. A connection that breaks is
    closed, so that none is used on in another scope than the program's; the next query opens a new one.
    """
    if not connection.in_atomic_block:
        connection.close_if_health_check_failed()
    if connection.connection is None or connection.needs_rollback:
        return
    if connection.connection.info.transaction_status.name == "INERROR":
        return
    scope = _scope.get()
    try:
        with connection.connection.cursor() as cursor:
            cursor.execute(
                "select set_config('suluh.office', %s, false), set_config('suluh.user', %s, false)",
                (scope.office, scope.user),
            )
    except psycopg.Error:
        log.warning("the connection to PostgreSQL broke while it was told the scope; it is opened anew")
        connection.close()


@receiver(connection_created)
def _tell_new_connection(connection: BaseDatabaseWrapper, **_: Any) -> None:
    if connection.alias == "default":
        _tell(connection)


@dataclass(frozen=True)
class Tenancy:
    """Whose a table's rows are. ``see`` and ``write`` are SQL conditions; ``verbs`` what the role may do at all."""

    see: str
    write: str
    verbs: str = "SELECT, INSERT, UPDATE, DELETE"


def office_rows(column: str = "office_id", *, public: str = "") -> Tenancy:
    """Rows of one office; rows for which the SQL condition ``public`` holds may be read by all."""
    own = f"suluh_acts_for({column})"
    return Tenancy(see=f"{own} or ({public})" if public else own, write=own)


def own_rows(column: str = "user_id", *, or_office: str = "") -> Tenancy:
    """Rows of one user, and where ``or_office`` names a column, of that office too; only the office writes."""
    mine = f"{column}::text = current_setting('suluh.user', true)"
    office = f"suluh_acts_for({or_office})" if or_office else "suluh_acts_for(null)"
    return Tenancy(see=f"{mine} or {office}", write=office)


def shared_rows() -> Tenancy:
    """Rows everybody may read; only the whole house writes."""
    return Tenancy(see="true", write="suluh_acts_for(null)")


def journal_rows(column: str = "office_id") -> Tenancy:
    """Rows that are written once and never changed or deleted."""
    own = f"suluh_acts_for({column})"
    return Tenancy(see=own, write=f"{own} or {column} is null", verbs="SELECT, INSERT")


def tenancies() -> dict[str, Tenancy]:
    """Return each of Suluh's tables with its tenancy. Raises ``LookupError`` for a model that does not say."""
    found = {}
    for model in _own_models():
        tenancy = getattr(model, "tenancy", None)
        if tenancy is None:
            raise LookupError(f"{model.__name__} does not say whose its rows are: give it a tenancy")
        found[model._meta.db_table] = tenancy
    return found


def _own_models() -> Iterator[type[models.Model]]:
    for model in apps.get_models(include_auto_created=True):
        if model.__module__.startswith("suluh."):
            yield model


_FUNCTION = """
create or replace function suluh_acts_for(office bigint) returns boolean
language sql stable parallel safe as $$
  select coalesce(current_setting('suluh.office', true), '') in ('*', office::text)
$$
"""


_WHAT_STANDS = """
select 'table', relname::text, oid from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
union all select 'database', datname::text, oid from pg_database where datname = current_database()
union all select 'role', rolname::text, oid from pg_roles where rolname = %s
order by 1, 2
"""


def secure(*, alias: str = "owner", role: str) -> bool:
    """Give ``role`` its grants and every table its policies. Return False where they stand already.

    Runs as the owner, after migrations, in one transaction.
    """
    plan = list(_statements(role))
    connection = connections[alias]
    with connection.cursor() as cursor:
        # Grants belong to a table and a role: to those, not to others of their names that came later or by a restore.
        cursor.execute(_WHAT_STANDS, [role])
        mark = hashlib.sha256("\n".join([*plan, *map(repr, cursor.fetchall())]).encode()).hexdigest()
        cursor.execute("select obj_description('public'::regnamespace, 'pg_namespace')")
        if cursor.fetchone()[0] == f"suluh {mark}":
            return False
        cursor.execute("begin")
        for statement in plan:
            cursor.execute(statement)
        cursor.execute(f"comment on schema public is 'suluh {mark}'")
        cursor.execute("commit")
    return True


def _statements(role: str) -> Iterator[str]:
    yield _FUNCTION
    yield f'grant usage on schema public to "{role}"'
    yield f'grant select, insert, update, delete on all tables in schema public to "{role}"'
    yield f'grant usage, select on all sequences in schema public to "{role}"'
    yield f'grant execute on all functions in schema public to "{role}"'
    yield f'revoke insert, update, delete on django_migrations from "{role}"'
    for table, tenancy in sorted(tenancies().items()):
        yield f'revoke all on "{table}" from "{role}"'
        yield f'grant {tenancy.verbs} on "{table}" to "{role}"'
        yield f'alter table "{table}" enable row level security'
        for verb in ("select", "insert", "update", "delete"):
            yield f'drop policy if exists suluh_{verb} on "{table}"'
        yield f'create policy suluh_select on "{table}" for select using ({tenancy.see})'
        yield f'create policy suluh_insert on "{table}" for insert with check ({tenancy.write})'
        yield f'create policy suluh_update on "{table}" for update using ({tenancy.write}) with check ({tenancy.write})'
        yield f'create policy suluh_delete on "{table}" for delete using ({tenancy.write})'
