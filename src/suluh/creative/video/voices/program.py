"""A program of the installation's choice: what SULUH_VOICE_PROGRAM says, its words split as a shell would."""

from __future__ import annotations

import shlex

from suluh.creative.video.voices.contract import Voice, VoiceMissing
from suluh.foundation.language import lazy as _


def _command(language: str, program: str) -> list[str]:
    words = [word.replace("{language}", language) for word in shlex.split(program)]
    if not words:
        raise VoiceMissing(
            _("No program that reads aloud is set up on this installation. Choose another voice."),
            hint="SULUH_VOICE_PROGRAM is empty: docs/how-to/add-a-voice.md",
        )
    return words


VOICE = Voice(name="program", command=_command)
