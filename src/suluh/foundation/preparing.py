"""Everything between a fresh folder and a program that can serve: database, tables, policies, words, static files."""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import socket
import time
from collections.abc import Iterator
from pathlib import Path

from suluh.foundation import database
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _
from suluh.settings.environment import ROOT, Environment, read_environment

# Seconds that a port may take to be given back.
PATIENCE = 3.0
HOUSE = Path(__file__).resolve().parent.parent


class PortInUse(Refusal):
    """Something else listens on the port."""

    code = "foundation.E130"


class FolderInUse(Refusal):
    """Another Suluh works in the data folder."""

    code = "foundation.E131"


@contextlib.contextmanager
def with_database() -> Iterator[Environment]:
    """Start the embedded database where it is the one, make its role ready, and stop it at the end."""
    environment = read_environment()
    close_to_others(environment.data)
    with contextlib.ExitStack() as held:
        if environment.database_is_embedded:
            held.enter_context(database.embedded_postgres(environment.data))
            environment = read_environment()  # the running server tells its socket
        database.make_ready(environment)
        yield environment


def close_to_others(data: Path) -> None:
    """Make the folders of secrets, keys, mails and pictures ours alone: mails hold links that let people in."""
    for name in ("secrets", "keys", "mail", "files"):
        folder = data / name
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)


@contextlib.contextmanager
def ready() -> Iterator[Environment]:
    """As ``with_database``, with the words compiled and Django set up."""
    with with_database() as environment:
        set_up_django()
        yield environment


def set_up_django() -> None:
    """Compile the words, set Django up, and speak the language of the command line."""
    from suluh.foundation import words

    words.compile_all()
    import django
    from django.utils import translation

    django.setup()
    translation.activate(read_environment().language)


def picture_of(environment: Environment) -> str:
    """Return a digest of all that a start depends on: the code, the packages, the database's address, the site's.

    Where it is the one of the last start, tables, words and static files stand as they should, and starting need not
    look again. Files are told apart by name, size and time of change.
    """
    seen = hashlib.sha256()
    said = (environment.database_owner.url, environment.database_app.url, environment.site_url, environment.provinces)
    seen.update(repr(said).encode())
    provinces = [file for folder in environment.provinces for file in folder.rglob("*")]
    for file in sorted([*HOUSE.rglob("*"), *(ROOT / "locks").glob("*.txt"), *provinces]):
        if file.suffix == ".pyc" or file.is_dir():
            continue
        stat = file.stat()
        told = "" if file.suffix == ".mo" else f"{stat.st_size} {stat.st_mtime_ns}"  # compiled here; that it is, counts
        seen.update(f"{file} {told}\n".encode())
    return seen.hexdigest()


def migrate() -> None:
    """Bring the tables and the policies up to date, as the owner."""
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connections
    from django.db.migrations.executor import MigrationExecutor

    from suluh.foundation import tenancy

    owner = connections["owner"]
    executor = MigrationExecutor(owner)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", database="owner", verbosity=0, interactive=False)
    call_command("createcachetable", database="owner", verbosity=0)
    tenancy.secure(alias="owner", role=settings.DATABASES["default"]["USER"])
    owner.close()


def collect_static(data: Path) -> None:
    """Copy and compress the static files, where any has changed since the last time."""
    from django.contrib.staticfiles.finders import get_finders
    from django.core.management import call_command

    seen = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            stat = os.stat(storage.path(name))  # noqa: PTH116 - storages give strings
            seen.update(f"{name} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    stamp = data / "static.stamp"
    if stamp.exists() and stamp.read_text() == seen.hexdigest():
        return
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    stamp.write_text(seen.hexdigest())


@contextlib.contextmanager
def only_one(data: Path) -> Iterator[None]:
    """Hold the data folder for this program. Raises ``FolderInUse`` where another holds it."""
    data.mkdir(parents=True, exist_ok=True)
    with (data / "suluh.lock").open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            raise FolderInUse(
                _("Suluh already runs in %(folder)s (process %(pid)s). Stop it, or set SULUH_DATA to another folder.")
                % {"folder": data, "pid": lock.read().strip() or "?"}
            ) from None
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield


def check_port(environment: Environment) -> None:
    """Raise ``PortInUse`` where the port is taken, and is not given back at once: by a Suluh that is just ending."""
    ends_at = time.monotonic() + PATIENCE
    while (error := _refused_port(environment)) is not None:
        if time.monotonic() > ends_at:
            raise PortInUse(
                _("Port %(port)d is in use. Stop what uses it, or choose another: SULUH_PORT=8080 ./run")
                % {"port": environment.port},
                hint=str(error),
            )
        time.sleep(0.2)


def _refused_port(environment: Environment) -> OSError | None:
    family = socket.AF_INET6 if ":" in environment.host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((environment.host, environment.port))
        except OSError as error:
            return error
    return None
