"""What is being made of a pack: the drawing itself and each work that was added to it, as one list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from suluh.creative import api as creative
from suluh.web.desk.pack_formats import kind_of

_OPEN = ("waiting", "drawing")


@dataclass(frozen=True, kw_only=True)
class Work:
    """One piece of work on a pack. ``cancel`` is what its button sends, "" where it cannot be stopped."""

    title: str
    state: str
    finished: tuple[str, ...]
    at_work: str
    ahead: tuple[str, ...]
    cancel: str = ""

    @property
    def done(self) -> int:
        return len(self.finished)

    @property
    def planned(self) -> int:
        return len(self.finished) + bool(self.at_work) + len(self.ahead)


def works_on(pack: creative.Pack | None) -> list[Work]:
    """Return what is under way for a pack, the drawing of the pack first."""
    if pack is None:
        return []
    works = []
    if creative.is_under_way(pack):
        title = _("The pack is being drawn and sealed")
        works.append(_work(title, state=pack.state, of=(pack.formats, pack.finished), cancel="cancel:pack"))
    for job in pack.jobs.filter(state__in=_OPEN).order_by("asked_at", "pk"):
        of = (job.formats or [job.kind], job.finished)
        called = _step if job.kind == "video" else _format
        works.append(_work(_title(job), state=job.state, of=of, cancel=f"cancel:{job.pk}", called=called))
    return works


def _title(job: creative.PackJob) -> str:
    if job.kind == "video":
        return _("The video is being made")
    return _("Formats are being added to the pack")


def _format(name: str) -> str:
    return kind_of(name).title


def _step(name: str) -> str:
    """Return how a step of a video is called: a share of its pictures, or what comes before and after them."""
    named = {"voice": _("Voice"), "scenes": _("Scenes"), "seal": _("Seal")}
    return named.get(name) or f"{name} %"


def _work(
    title: str,
    *,
    state: str,
    of: tuple[list[str], list[str]],
    cancel: str,
    called: Callable[[str], str] = _format,
) -> Work:
    formats, finished = of
    open_ = [name for name in formats if name not in set(finished)]
    is_drawn = state == "drawing"
    return Work(
        title=title,
        state=state,
        finished=tuple(called(name) for name in finished),
        at_work=called(open_[0]) if open_ and is_drawn else "",
        ahead=tuple(called(name) for name in (open_[1:] if is_drawn else open_)),
        cancel=cancel,
    )
