"""What a speech engine is, what it gives, and how voice notes are refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from suluh.foundation.errors import Refusal

LARGEST = 16_000_000  # bytes: an hour of a messenger's voice note
LONGEST = 120.0  # seconds an engine may take


class ListenerMissing(Refusal):
    """No engine that turns speech to text is installed, or it has no model."""

    code: ClassVar[str] = "verification.E170"
    status = 501


class RecordingNotHeard(Refusal):
    """A recording that is too large, damaged, or took too long."""

    code: ClassVar[str] = "verification.E171"


class NothingSaid(Refusal):
    """A recording in which no words were heard."""

    code: ClassVar[str] = "verification.E172"


@dataclass(frozen=True, kw_only=True)
class Listener:
    """One speech engine. ``model`` is the file or folder that the operator names in SULUH_SPEECH_MODEL.

    ``is_ready`` says whether the program and this model are there. ``listen`` returns what is said in a recording
    (ogg, opus, m4a, mp3, wav), in the language asked for ("id", "en"); it works in another process, raises
    ``RecordingNotHeard``, and takes at most ``LONGEST`` seconds.
    """

    name: str
    is_ready: Callable[[Path], bool]
    listen: Callable[[bytes, Path, str], str]
