"""The embedded PostgreSQL, and getting any PostgreSQL ready: database, role, tables, policies."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from subprocess import SubprocessError

import psycopg
from psycopg import sql

from suluh.foundation.embedded import Server
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _
from suluh.settings.environment import DatabaseAddress, Environment

log = logging.getLogger("suluh.database")

LEAST_VERSION = 15
# What the embedded server needs to start and to take a day's work, in bytes.
LEAST_FREE = 300 * 1024 * 1024
EXTENSIONS = ("pg_trgm", "unaccent", "btree_gin")


class DatabaseNotStarted(Refusal):
    """PostgreSQL does not start, does not answer, or is too old."""

    code = "foundation.E120"
    status = 503


class DiskIsFull(Refusal):
    """Too little room in the data folder."""

    code = "foundation.E121"
    status = 507


def check_room(data: Path) -> None:
    """Raise ``DiskIsFull`` where the data folder has too little room to work."""
    data.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(data).free
    if free < LEAST_FREE:
        raise DiskIsFull(
            _("The disk of %(folder)s has %(free)d MB left and Suluh needs %(least)d MB. Free room or set SULUH_DATA.")
            % {"folder": data, "free": free // 1024**2, "least": LEAST_FREE // 1024**2}
        )


@contextmanager
def embedded_postgres(data: Path) -> Iterator[None]:
    """Run PostgreSQL in ``data/postgres`` until the block ends; the last program to leave stops it.

    Raises ``DatabaseNotStarted`` with the log's last lines as its hint.
    """
    check_room(data)
    server = embedded_server(data)
    with ExitStack() as held:
        try:
            held.enter_context(server.used())
        except (OSError, SubprocessError) as error:
            raise DatabaseNotStarted(
                _("PostgreSQL does not start in %(folder)s. See its log there.") % {"folder": server.folder},
                hint=_last_lines(server.log) or str(error),
                permanent=False,
            ) from error
        yield


def embedded_server(data: Path) -> Server:
    """Return the embedded PostgreSQL of a data folder, running or not."""
    return Server(data / "postgres")


def _last_lines(path: Path, *, count: int = 5) -> str:
    if not path.exists():
        return ""
    return "\n".join(path.read_text(errors="replace").splitlines()[-count:])


def _connect(address: DatabaseAddress, *, name: str = "") -> psycopg.Connection[tuple[object, ...]]:
    return psycopg.connect(
        dbname=name or address.name,
        user=address.user,
        password=address.password or None,
        host=address.host or None,
        port=address.port or None,
        autocommit=True,
        connect_timeout=10,
        **dict(address.options),  # type: ignore[arg-type]
    )


def make_ready(environment: Environment) -> None:
    """Make the database, its extensions and the role the program works as, where they are missing.

    Raises ``DatabaseNotStarted`` where it cannot be reached, is too old, or the owner may not do this.
    """
    owner, app = environment.database_owner, environment.database_app
    try:
        _make_database(owner)
        with _connect(owner) as connection:
            _check_version(connection)
            for extension in EXTENSIONS:
                connection.execute(sql.SQL("create extension if not exists {}").format(sql.Identifier(extension)))
            _make_role(connection, app=app)
            _check_role(connection, app=app)
    except psycopg.errors.InsufficientPrivilege as error:
        raise DatabaseNotStarted(
            _("The role of SULUH_DATABASE_URL may not make what Suluh needs: see docs/how-to/own-postgresql.md."),
            hint=str(error),
        ) from error
    except psycopg.OperationalError as error:
        raise DatabaseNotStarted(
            _("PostgreSQL does not answer at %(url)s. Check that it runs and that the address is right.")
            % {"url": owner.url},
            hint=str(error),
            permanent=False,
        ) from error


def mark_of(environment: Environment) -> str:
    """Return what the last ``secure`` left in the database: another one, new or restored, has another mark or none."""
    with _connect(environment.database_owner) as connection:
        row = connection.execute("select obj_description('public'::regnamespace, 'pg_namespace')").fetchone()
    return str(row[0]) if row else ""


def _make_database(owner: DatabaseAddress) -> None:
    try:
        _connect(owner).close()
    except psycopg.OperationalError as error:
        if "does not exist" not in str(error):
            raise
        with _connect(owner, name="postgres") as connection:
            connection.execute(
                sql.SQL("create database {} template template0 encoding 'UTF8'").format(sql.Identifier(owner.name))
            )


def _check_version(connection: psycopg.Connection[tuple[object, ...]]) -> None:
    version = connection.info.server_version // 10000
    if version < LEAST_VERSION:
        raise DatabaseNotStarted(
            _("PostgreSQL %(least)d or newer is needed; this is %(version)d.")
            % {"least": LEAST_VERSION, "version": version}
        )


def _make_role(connection: psycopg.Connection[tuple[object, ...]], *, app: DatabaseAddress) -> None:
    """Make the role, or give it the password we know. A role that can sign in already is left as it is.

    Roles belong to the whole cluster: two programs that start at once must not write the same row of its catalogue.
    """
    found = connection.execute("select 1 from pg_roles where rolname = %s", (app.user,)).fetchone()
    if found and _signs_in(app):
        return
    role = sql.Identifier(app.user)
    verb = sql.SQL("alter role {} login password {}")  # only a superuser may say nosuperuser here; _check_role looks
    if not found:
        verb = sql.SQL("create role {} login nosuperuser nocreatedb nocreaterole nobypassrls password {}")
    connection.execute(verb.format(role, sql.Literal(app.password)))
    connection.execute(
        sql.SQL("grant connect, temporary on database {} to {}").format(sql.Identifier(connection.info.dbname), role)
    )


def _signs_in(app: DatabaseAddress) -> bool:
    try:
        _connect(app).close()
    except psycopg.OperationalError:
        return False
    return True


def _check_role(connection: psycopg.Connection[tuple[object, ...]], *, app: DatabaseAddress) -> None:
    row = connection.execute(
        "select rolsuper or rolbypassrls or pg_has_role(rolname, current_user, 'member')"
        " from pg_roles where rolname = %s",
        (app.user,),
    ).fetchone()
    if row is None or row[0]:
        raise DatabaseNotStarted(
            _("The role %(role)s may pass row-level security. Name another in SULUH_DATABASE_APP_URL.")
            % {"role": app.user}
        )
