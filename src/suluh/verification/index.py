"""The matcher of this process, kept in step with PostgreSQL.

Rows of fact-checks and messages bear the number of their last change (migration 0002). Whoever matches asks for the
newest number, at most twice a second, and applies what is newer to the index folder, which all processes share: what
one has applied, the others see. A large backlog, as after an import, is caught up with by a job; until then what is
there answers. The folder is named after the database, so that no other one ever meets it; where it is missing, of an
older model, or ahead of a database that was restored, it is made anew.

Whoever writes fact-checks does not match in the same transaction: the index would learn what may still be undone.
"""

from __future__ import annotations

import fcntl
import logging
import os
import secrets
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.models import Max

from suluh.foundation import tenancy
from suluh.verification.matching.matcher import Matcher
from suluh.verification.matching.values import Heard, Known
from suluh.verification.models import FactCheck, Message

# Seconds between two looks at PostgreSQL.
_LOOK_AGAIN = 0.5
# Changes that a match applies before it goes on; a job applies all. So few are read by meaning at once, too.
_AT_ONCE = 30
_BATCH = 2_000
# Fact-checks that the job reads by meaning at a time.
_READ = 500
# Seconds after the start until the networks are loaded: the first page goes first.
_WARM_AFTER = 3.0
# In the index folder: what tells it from a later one of the same name.
_BIRTH = "birth"
log = logging.getLogger("suluh.verification")


@dataclass
class _Kept:
    """The open index of this process. ``birth`` tells the folder from a later one of the same name."""

    folder: Path
    birth: str
    matcher: Matcher
    looked_at: float = 0.0


@dataclass(frozen=True, kw_only=True)
class _Change:
    """One row that changed: what is put into the index for it, or None where it is dropped."""

    number: int
    key: str
    entry: Known | Heard | None


_kept: list[_Kept] = []
_opening = threading.Lock()


def matcher() -> Matcher:
    """Return the matcher, with every change that is half a second old or older unless very many came at once."""
    kept = _opened()
    if time.monotonic() - kept.looked_at >= _LOOK_AGAIN:
        kept.looked_at = time.monotonic()
        _bring_in_step(kept, most=_AT_ONCE)
    return _opened().matcher


def catch_up() -> int:
    """Apply every change there is, by words and by meaning; return the number of the last one.

    Waits for another process that does so.
    """
    _bring_in_step(_opened(), most=None)
    engine = _opened().matcher
    while engine.complete(most=_READ):
        log.debug("fact-checks are read by meaning")
    return engine.mark()


def begin_anew() -> None:
    """Throw the index away; the next match and the next job make it from the database."""
    with _alone(waits=True):
        shutil.rmtree(_folder(), ignore_errors=True)


def _opened() -> _Kept:
    folder = _folder()
    with _opening:
        if not _kept or _kept[0].folder != folder or _birth(folder) != _kept[0].birth:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            opened = _open(folder)
            _kept[:] = [_Kept(folder=folder, birth=_birth(folder) or _born(folder), matcher=opened)]
        return _kept[0]


def _open(folder: Path) -> Matcher:
    """Open a folder; one that cannot be read, as after a power cut, is made anew."""
    try:
        return Matcher.open(folder)
    except ValueError:  # tantivy: a file that is not whole
        log.exception("the index cannot be read: it is made anew")
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(mode=0o700, parents=True)
        return Matcher.open(folder)


def _birth(folder: Path) -> str:
    """Return what was drawn when the folder was made; its inode's number is given to the next one at once."""
    try:
        return (folder / _BIRTH).read_text(encoding="ascii")
    except FileNotFoundError:
        return ""


def _born(folder: Path) -> str:
    """Draw what tells the folder from every other one; of two processes that come at once, the first one's stays."""
    fresh = folder / f"{_BIRTH}.{secrets.token_hex(8)}"
    fresh.write_text(secrets.token_hex(8), encoding="ascii")
    with suppress(FileExistsError):
        os.link(fresh, folder / _BIRTH)
    fresh.unlink()
    return _birth(folder)


def _folder() -> Path:
    return Path(settings.INDEX_FOLDER) / f"facts-{_database(str(connection.settings_dict['NAME']))}"


@cache
def _database(name: str) -> str:
    """Return what tells the database called ``name`` from every other one, also from one restored under its name."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select d.oid::text || '-' || 'verification_change'::regclass::oid::text from pg_database d"
            " where d.datname = current_database()"
        )
        return str(cursor.fetchone()[0])


@contextmanager
def _alone(*, waits: bool) -> Iterator[bool]:
    """Be the only one on this machine to change the index; False where another one is and ``waits`` is not said."""
    folder = Path(settings.INDEX_FOLDER)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # it holds what citizens sent, if scrubbed
    with (folder / "changing.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX if waits else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True  # closing the file lets go


def _bring_in_step(kept: _Kept, *, most: int | None) -> None:
    with tenancy.whole_house(reason="the index holds what every office and source knows"):
        mark = kept.matcher.mark()  # before the newest: what is applied meanwhile is never ahead of it
        newest = _newest()
        if newest == mark:
            return
        with _alone(waits=most is None) as is_alone:
            if not is_alone:
                return
            if newest < mark:
                log.warning("the index is ahead of the database, which was restored: it is made anew")
                shutil.rmtree(kept.folder, ignore_errors=True)
                kept = _opened()
            _apply(kept.matcher, most=most)


def _apply(matcher: Matcher, *, most: int | None) -> None:
    while changes := _changes(matcher.mark(), most=most or _BATCH):
        matcher.apply(
            put=[change.entry for change in changes if change.entry is not None],
            drop=[change.key for change in changes if change.entry is None],
            mark=changes[-1].number,
        )
        if most is not None:
            return


def _newest() -> int:
    numbers = [model.objects.aggregate(last=Max("change"))["last"] or 0 for model in (FactCheck, Message)]
    return max(numbers)


def _changes(mark: int, *, most: int) -> list[_Change]:
    """Return the first changes after ``mark``, in their order."""
    facts = FactCheck.objects.filter(change__gt=mark).order_by("change")[:most]
    messages = Message.objects.filter(change__gt=mark).order_by("change")[:most]
    changes = [_Change(number=fact.change, key=fact.key, entry=_known(fact)) for fact in facts]
    changes += [_Change(number=one.change, key=one.key, entry=_heard(one)) for one in messages]
    return sorted(changes, key=lambda change: change.number)[:most]


def _known(fact: FactCheck) -> Known | None:
    if fact.state != "published":
        return None
    return Known(
        key=fact.key,
        title=fact.title,
        review="\n".join(filter(None, (fact.reason, fact.review))),
        rating=fact.rating or fact.verdict,
        day=fact.checked_on,
        pictures=tuple(filter(None, fact.picture_words.split("\n\n"))),
    )


def _heard(message: Message) -> Heard | None:
    if not message.text:
        return None
    return Heard(key=message.key, text=message.text, known=f"fact:{message.fact_check_id}")


def warm_up() -> None:
    """Open the index and load the networks a little later, in a thread: the first who asks need not wait for them."""
    later = threading.Timer(_WARM_AFTER, _warm)
    later.daemon = True
    later.start()


def _warm() -> None:
    try:
        matcher().match("Apakah pesan berantai tentang bantuan tunai ini benar?")
    except Exception:  # whatever it is, who asks is told it in words; the server starts all the same
        log.exception("the matcher could not be warmed up")
    finally:
        connection.close()
