"""Whether this installation is well: one remark for each thing looked at. Looks only, changes nothing.

``before_database`` looks at the machine; ``with_database`` needs Django set up and PostgreSQL running.
"""

from __future__ import annotations

import importlib.resources
import shutil
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.core.mail import get_connection
from django.db import DatabaseError, connections

from suluh.foundation import tenancy
from suluh.foundation.database import LEAST_FREE, LEAST_VERSION
from suluh.foundation.language import Lazy
from suluh.foundation.language import lazy as _
from suluh.settings.environment import Environment

LEAST_PYTHON = (3, 11)
TYPEFACE = ("fontpkg_plus_jakarta_sans", "files/PlusJakartaSans[wght].ttf")


@dataclass(frozen=True, kw_only=True)
class Remark:
    """What was found of one thing. ``mend`` says what to do and is empty where nothing needs doing."""

    about: Lazy
    said: Lazy | str
    mend: Lazy | str = ""

    @property
    def is_well(self) -> bool:
        return not self.mend


def before_database(environment: Environment) -> Iterator[Remark]:
    """Yield what can be said without a database."""
    yield _python()
    yield _room(environment.data)
    yield _private(environment.data / "secrets", about=_("secrets"))
    yield _private(environment.data / "keys", about=_("keys of the seals"))
    yield _typeface()
    yield _mail(environment)


def with_database(environment: Environment) -> Iterator[Remark]:
    """Yield what the database tells; one remark where it cannot be asked."""
    try:
        yield _version()
        yield _role()
        yield _migrations()
        yield _policies()
        yield _worker(silent_after=environment.take_over_after)
    except DatabaseError as error:
        yield Remark(
            about=_("database"),
            said=str(error).strip().splitlines()[0],
            mend=_("Check that PostgreSQL runs and run “suluh migrate”."),
        )


def _python() -> Remark:
    version = ".".join(str(part) for part in sys.version_info[:3])
    is_old = sys.version_info < LEAST_PYTHON
    return Remark(about=_("Python"), said=version, mend=_("Install Python 3.11 or newer.") if is_old else "")


def _room(data: Path) -> Remark:
    folder = next(path for path in (data, *data.parents) if path.exists())
    free = shutil.disk_usage(folder).free
    said = _("%(free)d MB free in %(folder)s") % {"free": free // 1024**2, "folder": data}
    mend = _("Free room on the disk, or set SULUH_DATA to another folder.") if free < LEAST_FREE else ""
    return Remark(about=_("disk"), said=said, mend=mend)


def _private(folder: Path, *, about: Lazy) -> Remark:
    if not folder.exists():
        return Remark(about=about, said=_("not made yet; the first use makes them"))
    opened = [path for path in (folder, *sorted(folder.rglob("*"))) if _is_open(path)]
    if not opened:
        return Remark(about=about, said=_("readable by their owner only"))
    return Remark(
        about=about,
        said=_("%(path)s can be read by other users of this machine") % {"path": opened[0]},
        mend=_("Run: chmod -R go= %(folder)s") % {"folder": folder},
    )


def _is_open(path: Path) -> bool:
    if path.is_dir() or path.suffix == ".crt":  # a certificate is for everybody
        return False
    return bool(path.stat().st_mode & (stat.S_IROTH | stat.S_IRGRP))


def _typeface() -> Remark:
    package, file = TYPEFACE
    try:
        is_there = importlib.resources.files(package).joinpath(file).is_file()
    except ModuleNotFoundError:
        is_there = False
    if is_there:
        return Remark(about=_("typeface"), said="Plus Jakarta Sans")
    return Remark(
        about=_("typeface"), said=_("missing"), mend=_("Install the packages again: delete .venv, run ./run.")
    )


def _mail(environment: Environment) -> Remark:
    if not environment.email_url:
        said = _("written to %(folder)s, sent to nobody; SULUH_EMAIL_URL names a mail server")
        return Remark(about=_("mail"), said=said % {"folder": environment.data / "mail"})
    try:
        connection = get_connection(timeout=5)
        connection.open()
        connection.close()
    except OSError as error:  # smtplib's errors are OSErrors too
        mend = _("Check SULUH_EMAIL_URL: address, port, user and password of the mail server.")
        return Remark(about=_("mail"), said=str(error), mend=mend)
    return Remark(about=_("mail"), said=_("the server answers"))


def _ask(question: str, *values: int) -> list[tuple[object, ...]]:
    with connections["default"].cursor() as cursor:
        cursor.execute(question, values)
        return list(cursor.fetchall())


def _version() -> Remark:
    number = int(str(_ask("select current_setting('server_version_num')")[0][0])) // 10000
    mend = _("Use PostgreSQL %(least)d or newer.") % {"least": LEAST_VERSION} if number < LEAST_VERSION else ""
    return Remark(about=_("PostgreSQL"), said=str(number), mend=mend)


def _role() -> Remark:
    question = (
        "select current_user, rolsuper or rolbypassrls, exists (select from pg_tables where schemaname = 'public'"
        " and tableowner = current_user) from pg_roles where rolname = current_user"
    )
    name, passes, owns = _ask(question)[0]
    if passes or owns:
        return Remark(
            about=_("database role"),
            said=_("%(role)s may pass row-level security: offices could see each other") % {"role": name},
            mend=_("Name a role that owns nothing in SULUH_DATABASE_APP_URL: docs/how-to/own-postgresql.md"),
        )
    return Remark(about=_("database role"), said=_("%(role)s owns nothing") % {"role": name})


def _migrations() -> Remark:
    from django.db.migrations.executor import MigrationExecutor  # slow to import

    executor = MigrationExecutor(connections["default"])
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting:
        said = _("%(count)d changes are waiting") % {"count": len(waiting)}
        return Remark(about=_("tables"), said=said, mend=_("Run “suluh migrate”."))
    return Remark(about=_("tables"), said=_("up to date"))


def _policies() -> Remark:
    wanted = sorted(tenancy.tenancies())
    secured = _ask(
        "select c.relname from pg_class c join pg_policies p on p.schemaname = 'public' and p.tablename = c.relname"
        " where c.relnamespace = 'public'::regnamespace and c.relrowsecurity group by c.relname having count(*) >= 4"
    )
    open_tables = set(wanted) - {str(row[0]) for row in secured}
    if open_tables:
        said = _("without policies: %(tables)s") % {"tables": ", ".join(sorted(open_tables))}
        return Remark(about=_("row-level security"), said=said, mend=_("Run “suluh migrate”."))
    return Remark(about=_("row-level security"), said=_("on %(count)d tables") % {"count": len(wanted)})


def _worker(*, silent_after: int) -> Remark:
    alive = _ask(
        "select count(*) from procrastinate_workers where last_heartbeat > now() - make_interval(secs => %s)",
        silent_after,
    )[0][0]
    if not alive:
        return Remark(
            about=_("workers"),
            said=_("none is alive: no pack is drawn, nothing scheduled goes out"),
            mend=_("Start ./run, or “suluh work”."),
        )
    return Remark(about=_("workers"), said=_("%(count)d alive") % {"count": alive})
