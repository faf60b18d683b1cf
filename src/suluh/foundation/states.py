"""Lifecycles as tables: what may follow what, declared in one place, checked when it is imported."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, ClassVar

from suluh.foundation.errors import Refusal
from suluh.foundation.language import Lazy
from suluh.foundation.language import lazy as _


@dataclass(frozen=True, kw_only=True)
class State:
    """One state. ``then`` names what may follow it; ``late_after`` is how long a thing may stay in it."""

    label: Lazy
    then: Sequence[str] = ()
    is_last: bool = False
    late_after: timedelta | None = None
    name: str = field(default="", compare=False)


class BadTable(Exception):  # noqa: N818 - raised at import, for programmers
    """A table of states that cannot be: a name that is not there, a state nobody reaches, a dead end."""


class MoveRefused(Refusal):
    """A move that the table of states does not have."""

    code = "foundation.E110"
    status = 409


class States:
    """A lifecycle. Subclasses declare ``State`` attributes; the first is where a life begins."""

    table: ClassVar[dict[str, State]] = {}

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        cls.table = {}
        for name, value in list(vars(cls).items()):
            if isinstance(value, State):
                object.__setattr__(value, "name", name)
                cls.table[name] = value
        cls._check()

    @classmethod
    def _check(cls) -> None:
        reached = {next(iter(cls.table))}
        for name, state in cls.table.items():
            unknown = set(state.then) - set(cls.table)
            if unknown:
                raise BadTable(f"{cls.__name__}.{name} leads to unknown {sorted(unknown)}")
            if not state.then and not state.is_last:
                raise BadTable(f"{cls.__name__}.{name} leads nowhere and is not said to be last")
            reached |= set(state.then)
        if set(cls.table) - reached:
            raise BadTable(f"{cls.__name__}: nobody reaches {sorted(set(cls.table) - reached)}")

    @classmethod
    def first(cls) -> str:
        """Return the name of the state a life begins in."""
        return next(iter(cls.table))

    @classmethod
    def choices(cls) -> list[tuple[str, Any]]:
        """Return (name, label) pairs for a model's column and for lists on the screen."""
        return [(name, state.label) for name, state in cls.table.items()]

    @classmethod
    def check_move(cls, before: str, *, to: str) -> None:
        """Do nothing where the table has the move. Raises ``MoveRefused`` otherwise."""
        if to not in cls.table[before].then:
            raise MoveRefused(
                _("This cannot be done now: the state is “%(before)s”. Reload the page to see what can be done.")
                % {"before": cls.table[before].label},
                hint=f"{cls.__name__}: {before} -> {to}",
            )

    @classmethod
    def diagram(cls) -> Iterator[str]:
        """Yield the lines of a Mermaid state diagram."""
        yield "stateDiagram-v2"
        yield f"    [*] --> {cls.first()}"
        for name, state in cls.table.items():
            for after in state.then:
                yield f"    {name} --> {after}"
            if state.is_last:
                yield f"    {name} --> [*]"
