"""The voices that can read a video's words aloud, found by looking: each file of this folder holds one ``VOICE``.

A voice is a program of its own: the words on its standard input, a WAV file on its standard output.
"""

from __future__ import annotations

import importlib
import io
import pkgutil
import subprocess
import wave
from collections.abc import Mapping
from functools import cache

import numpy as np

from suluh.creative.video.recording import Recording
from suluh.creative.video.spoken import as_spoken
from suluh.creative.video.voices.contract import Voice, VoiceFailed, VoiceMissing
from suluh.foundation.language import lazy as _

__all__ = ["Voice", "VoiceFailed", "VoiceMissing", "speak", "voice_called", "voices"]

# Seconds a voice may take for the words of one line.
_SPEAKS_WITHIN = 60


@cache
def voices() -> Mapping[str, Voice]:
    """Return every voice by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    found = (getattr(importlib.import_module(f"{__name__}.{name}"), "VOICE", None) for name in names)
    return {voice.name: voice for voice in found if isinstance(voice, Voice)}


def voice_called(name: str) -> Voice:
    """Return the voice of that name. Raises ``VoiceMissing``."""
    if name not in voices():
        raise VoiceMissing(
            _("There is no voice called “%(voice)s”. There are: %(voices)s.")
            % {"voice": name, "voices": ", ".join(voices())}
        )
    return voices()[name]


def speak(text: str, *, voice: Voice, language: str, program: str = "") -> Recording:
    """Return ``text`` read aloud. ``program`` is the installation's own program. Raises ``VoiceFailed``."""
    words = as_spoken(text, language=language)
    command = voice.command(language, program)
    try:
        done = subprocess.run(command, input=words.encode(), capture_output=True, timeout=_SPEAKS_WITHIN, check=True)
        return _heard(done.stdout)
    except subprocess.CalledProcessError as error:
        raise _failed(error.stderr.decode(errors="replace")) from error
    except (OSError, subprocess.TimeoutExpired, wave.Error, EOFError) as error:
        raise _failed(str(error)) from error


def _heard(data: bytes) -> Recording:
    """Return a WAV file's sound, of its first channel; one that a program wrote to a pipe may not know its length."""
    with wave.open(io.BytesIO(data)) as file:
        rate, channels, width = file.getframerate(), file.getnchannels(), file.getsampwidth()
        frames = file.readframes(len(data))
    if width != 2:
        raise wave.Error(f"{8 * width} bits a sample, not 16")
    samples = np.frombuffer(frames[: len(frames) // (2 * channels) * 2 * channels], dtype="<i2")[::channels]
    return Recording(samples=samples, rate=rate)


def _failed(hint: str) -> VoiceFailed:
    sentence = _("The voice could not read the words aloud. Make the video without a voice, or choose another one.")
    return VoiceFailed(sentence, hint=hint.strip()[-500:])
