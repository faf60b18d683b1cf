"""Voice notes to words. Plain Python; no engine comes with Suluh: an operator installs one (docs/how-to).

An engine is a file of the folder ``engines`` holding one ``LISTENER``; it is found by looking.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from pathlib import Path

from suluh.foundation.language import lazy as _
from suluh.verification.sound import engines
from suluh.verification.sound.contract import (
    LARGEST,
    Listener,
    ListenerMissing,
    NothingSaid,
    RecordingNotHeard,
)
from suluh.verification.sound.kinds import kind_of

__all__ = ["Listener", "ListenerMissing", "NothingSaid", "RecordingNotHeard", "hear", "kind_of", "listener"]


def hear(recording: bytes, *, model: Path | None, language: str = "id") -> str:
    """Return what is said in a recording. Raises ``ListenerMissing``, ``RecordingNotHeard`` or ``NothingSaid``."""
    if len(recording) > LARGEST:
        raise RecordingNotHeard(_("This recording is larger than 16 MB. Send the part that matters."))
    ready = listener(model)
    if ready is None or model is None:
        raise ListenerMissing(
            _("Voice notes cannot be listened to on this server. Type what is said instead."),
            hint="no speech engine is ready: docs/how-to/read-pictures-and-voice.md",
        )
    said = " ".join(ready.listen(recording, model, language).split())
    if not said:
        raise NothingSaid(_("No words were heard in this recording. Type what is said instead."))
    return said


def listener(model: Path | None) -> Listener | None:
    """Return the first engine that is ready with this model; None where there is none."""
    return next((one for one in _listeners() if one.is_ready(model)), None) if model is not None else None


@cache
def _listeners() -> tuple[Listener, ...]:
    modules = sorted(module.name for module in pkgutil.iter_modules(engines.__path__))
    found = (getattr(importlib.import_module(f"{engines.__name__}.{name}"), "LISTENER", None) for name in modules)
    return tuple(one for one in found if isinstance(one, Listener))
