"""eSpeak NG, from the espeakng-loader wheel: a plain voice that is always there."""

from __future__ import annotations

import sys

from suluh.creative.video.voices.contract import Voice


def _command(language: str, program: str) -> list[str]:
    # A program of its own: eSpeak NG is under the GPL, keeps its state for a whole process, and may stop it.
    return [sys.executable, "-m", "suluh.creative.video.espeaking", language]


VOICE = Voice(name="espeak", command=_command)
