from __future__ import annotations

import stat
from pathlib import Path

import pytest

from suluh.verification import sound
from suluh.verification.sound import ListenerMissing, NothingSaid, RecordingNotHeard, hear, kind_of, running

OPUS = b"OggS\x00\x02" + bytes(22) + b"OpusHead" + bytes(30)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (OPUS, "opus"),
        (b"OggS\x00\x02" + bytes(22) + b"\x01vorbis", "ogg"),
        (b"\x00\x00\x00\x1cftypM4A \x00\x00", "m4a"),
        (b"\x00\x00\x00\x1cftypisom\x00\x00", "film"),
        (b"\x00\x00\x00\x1cftypheic\x00\x00", None),
        (b"ID3\x04\x00", "mp3"),
        (b"\xff\xfb\x90\x00", "mp3"),
        (b"RIFF\x24\x00\x00\x00WAVEfmt ", "wav"),
        (b"RIFF\x24\x00\x00\x00WEBPVP8 ", None),
        (b"#!AMR\n", "amr"),
        (b"\x1aE\xdf\xa3\x01", "webm"),
        (b"\xff\xd8\xff\xe0", None),
        (b"%PDF-1.7", None),
        (b"", None),
    ],
    ids=[
        *["opus", "vorbis", "m4a", "mp4", "heic", "id3", "mp3 frame", "wav", "webp", "amr", "webm", "jpeg", "pdf"],
        "empty",
    ],
)
def test_a_recording_is_known_by_its_bytes(data: bytes, kind: str | None) -> None:
    assert kind_of(data) == kind


def test_without_an_engine_a_person_is_told_what_to_do_and_the_operator_where_to_read(tmp_path: Path) -> None:
    with pytest.raises(ListenerMissing) as refused:
        hear(OPUS, model=None)
    assert "docs/how-to/read-pictures-and-voice.md" in refused.value.hint

    with pytest.raises(ListenerMissing):
        hear(OPUS, model=tmp_path)


def _program(folder: Path, name: str, *, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


@pytest.fixture
def whisper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A model and two programs that stand for ffmpeg and whisper.cpp: what is said is what was sent."""
    _program(tmp_path, "ffmpeg", script="cat")
    _program(tmp_path, "whisper-cli", script='while [ "$1" != -f ]; do shift; done; tr -d "\\000" < "$2"; echo " "')
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    model = tmp_path / "ggml-kecil.bin"
    model.write_bytes(b"ggml")
    return model


def test_an_engine_that_is_installed_is_found_and_asked(whisper: Path) -> None:
    found = sound.listener(whisper)

    assert found is not None
    assert found.name == "whisper.cpp"
    assert hear(b"air sumur\n tercemar", model=whisper) == "air sumur tercemar"


def test_silence_is_told_as_silence(whisper: Path) -> None:
    with pytest.raises(NothingSaid):
        hear(b"\n", model=whisper)


def test_a_damaged_recording_is_refused_with_what_the_program_said(whisper: Path) -> None:
    _program(whisper.parent, "ffmpeg", script="echo rusak >&2; exit 1")

    with pytest.raises(RecordingNotHeard) as refused:
        hear(OPUS, model=whisper)
    assert "rusak" in refused.value.hint


def test_a_recording_that_takes_too_long_is_given_up(whisper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "LONGEST", 0.05)
    _program(whisper.parent, "ffmpeg", script="exec tail -f /dev/null")

    with pytest.raises(RecordingNotHeard) as refused:
        hear(OPUS, model=whisper)
    assert not refused.value.permanent


def test_a_recording_of_hours_is_not_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sound, "LARGEST", 10)

    with pytest.raises(RecordingNotHeard):
        hear(OPUS, model=None)
