"""Why an office's own layout is not taken, or not drawn: each with the place to mend where there is one."""

from __future__ import annotations

from dataclasses import dataclass

from suluh.foundation.errors import Refusal, Translatable


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One thing to mend. ``file`` is "layout.typ", "layout.toml" or "sample.json"; ``line`` counts from 1, 0 for none.

    ``detail`` is what the typesetter said, in its own words; ``is_warning`` where the layout may be used all the same.
    """

    file: str
    sentence: Translatable
    line: int = 0
    column: int = 0
    detail: str = ""
    is_warning: bool = False


class LayoutFaulty(Refusal):
    """A layout with mistakes in it; ``faults`` names them."""

    code = "creative.E251"

    def __init__(self, sentence: Translatable, *, faults: tuple[Fault, ...]) -> None:
        super().__init__(sentence, hint="; ".join(f"{f.file}:{f.line}: {f.detail or f.sentence}" for f in faults)[:500])
        self.faults = faults


class ProgramMistaken(Refusal):
    """The typesetter stopped at a mistake. ``message`` is what it said, ``line`` the layout's line, 0 for none."""

    code = "creative.E252"

    def __init__(self, sentence: Translatable, *, message: str, line: int, column: int) -> None:
        super().__init__(sentence, hint=message[:500])
        self.message = message
        self.line = line
        self.column = column


class DrawingTooLong(Refusal):
    """A layout that takes longer than a drawing may."""

    code = "creative.E253"


class DrawingTooLarge(Refusal):
    """A layout that takes more memory, makes more pages or larger files than a drawing may."""

    code = "creative.E254"


class PagesDiffer(Refusal):
    """A layout that draws more or fewer pages than were asked for."""

    code = "creative.E262"


class PressMissing(Refusal):
    """The kernel of this machine cannot close the drawing process off, so nothing that people wrote is drawn."""

    code = "creative.E255"
    status = 503


class PressBusy(Refusal):
    """All drawing processes are at work."""

    code = "creative.E256"
    status = 503


class LayoutNameTaken(Refusal):
    """A layout's name that another one of the office has, or that has no good form."""

    code = "creative.E258"


class LayoutChanged(Refusal):
    """Saving over words that somebody else saved meanwhile."""

    code = "creative.E259"
    status = 409


class CannotShare(Refusal):
    """Sharing a layout without the standing to, or one's own."""

    code = "creative.E260"
    status = 403


class TooManyLayouts(Refusal):
    """More layouts than an office may keep."""

    code = "creative.E261"
