"""Runs an engine's program on a recording, with a time limit."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence

from suluh.foundation.language import lazy as _
from suluh.verification.sound.contract import LONGEST, RecordingNotHeard


def run(command: Sequence[str], *, given: bytes = b"") -> bytes:
    """Return what a program writes to its output. Raises ``RecordingNotHeard`` where it fails or takes too long."""
    try:
        done = subprocess.run(command, input=given, capture_output=True, check=True, timeout=LONGEST)
    except subprocess.TimeoutExpired as error:
        raise RecordingNotHeard(
            _("This recording took too long to listen to. Send the part that matters, or type what is said."),
            permanent=False,
        ) from error
    except (OSError, subprocess.CalledProcessError) as error:
        told = getattr(error, "stderr", b"") or b""
        raise RecordingNotHeard(
            _("This recording cannot be listened to: it may be damaged. Type what is said instead."),
            hint=f"{error!r} {told[-200:]!r}"[:400],
        ) from error
    return done.stdout
