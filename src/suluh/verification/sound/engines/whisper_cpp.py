"""whisper.cpp: the command ``whisper-cli`` and a model file ggml-*.bin; ``ffmpeg`` opens the recording.

Options as in whisper.cpp's examples/cli/README.md, read 2026-11-23.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from suluh.verification.sound.contract import Listener
from suluh.verification.sound.running import run

_RATE = "16000"  # Hz, what the model was made for


def is_ready(model: Path) -> bool:
    """Say whether both commands and a model file are there."""
    return model.suffix == ".bin" and model.is_file() and all(map(shutil.which, ("whisper-cli", "ffmpeg")))


def listen(recording: bytes, model: Path, language: str) -> str:
    """Return what is said."""
    quiet = ("-hide_banner", "-loglevel", "error")
    # ffmpeg may open pipes only: a recording cannot name other files or addresses to be read.
    into = ("-protocol_whitelist", "pipe", "-i", "pipe:0", "-vn", "-ac", "1", "-ar", _RATE, "-f", "wav", "pipe:1")
    sound = run(["ffmpeg", *quiet, *into], given=recording)
    with tempfile.NamedTemporaryFile(suffix=".wav") as file:
        file.write(sound)
        file.flush()
        asked = ("-m", str(model), "-l", language, "-f", file.name, "--no-timestamps", "--no-prints")
        return run(["whisper-cli", *asked]).decode("utf-8", "replace")


LISTENER = Listener(name="whisper.cpp", is_ready=is_ready, listen=listen)
