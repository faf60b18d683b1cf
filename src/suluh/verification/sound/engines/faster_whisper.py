"""faster-whisper: the Python package and a folder with its model (model.bin), in a process of its own.

``WhisperModel`` as in faster-whisper's README.md, read 2026-11-23. Run as a program it takes MODEL and LANGUAGE, a
recording on standard input, and writes what is said.
"""

from __future__ import annotations

import importlib
import io
import sys
from importlib.util import find_spec
from pathlib import Path

from suluh.verification.sound.contract import Listener
from suluh.verification.sound.running import run


def is_ready(model: Path) -> bool:
    """Say whether the package and a model's folder are there."""
    return (model / "model.bin").is_file() and find_spec("faster_whisper") is not None


def listen(recording: bytes, model: Path, language: str) -> str:
    """Return what is said."""
    said = run([sys.executable, "-P", "-m", __name__, str(model), language], given=recording)
    return said.decode("utf-8", "replace")


def main() -> None:
    """Listen to standard input."""
    model, language = sys.argv[1:]
    whisper = importlib.import_module("faster_whisper").WhisperModel(
        model, device="cpu", compute_type="int8", local_files_only=True
    )
    pieces, _about = whisper.transcribe(io.BytesIO(sys.stdin.buffer.read()), language=language, vad_filter=True)
    sys.stdout.buffer.write(" ".join(piece.text for piece in pieces).encode())


LISTENER = Listener(name="faster-whisper", is_ready=is_ready, listen=listen)

if __name__ == "__main__":
    main()
