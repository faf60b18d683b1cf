"""What a voice is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from suluh.foundation.errors import Refusal


@dataclass(frozen=True, kw_only=True)
class Voice:
    """A voice. ``command`` returns its program with arguments, for a language and the installation's own program."""

    name: str
    command: Callable[[str, str], list[str]]


class VoiceMissing(Refusal):
    """A voice is asked for that is not there, or whose program nobody named."""

    code = "creative.E282"


class VoiceFailed(Refusal):
    """A voice's program stopped, took too long, or gave back no WAV file."""

    code = "creative.E283"
    status = 500
