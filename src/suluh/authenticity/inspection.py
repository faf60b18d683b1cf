"""What is found out about a file: one state, one sentence, and the details below it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from suluh.foundation.errors import Translatable
from suluh.foundation.language import lazy as _

State = Literal["genuine", "altered", "not_ours", "unsealed", "unreadable"]

_SENTENCES: dict[State, Translatable] = {
    "altered": _("Altered: this file or its seal was changed after sealing. Do not rely on it."),
    "not_ours": _("Not ours: the seal on this file is from someone who is not on the trust list."),
    "unsealed": _("No seal: this file does not say where it comes from."),
    "unreadable": _("Cannot tell: this file could not be read."),
}


@dataclass(frozen=True, kw_only=True)
class Inspection:
    """``office``, ``code``, ``title`` and the rest are empty unless a signature of that office stands behind them.

    ``problems`` are sentences for people; ``evidence`` says the same to programmers, in C2PA's status codes where
    there is one. A genuine file may have been corrected or recalled since: only the page at ``code_url`` knows.
    Where ``is_draft``, the office made it and it is unaltered, but nobody had approved it when it was sealed.
    """

    state: State
    name: str
    media_type: str = ""
    office: str = ""
    code: str = ""
    code_url: str = ""
    title: str = ""
    revision: str = ""
    is_draft: bool = False
    signed_at: datetime | None = None
    subject: str = ""
    problems: tuple[Translatable, ...] = ()
    evidence: tuple[str, ...] = ()

    @property
    def sentence(self) -> Translatable:
        """The answer in one sentence."""
        if self.state != "genuine":
            return _SENTENCES[self.state]
        if self.is_draft:
            return _(
                "Draft: this file is from %(office)s and unaltered, but nobody has approved it yet. Do not spread it."
            ) % {"office": self.office}
        return _("Genuine: %(office)s sealed this file, and nothing in it was changed since.") % {"office": self.office}
