"""Reading a video's words aloud: how they are said, by which program, and how loud."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import numpy as np
import pytest

from suluh.content.blocks import StoryText
from suluh.creative.video.loudness import TARGET, levelled, measure
from suluh.creative.video.making import _sound
from suluh.creative.video.recording import Recording, joined
from suluh.creative.video.scenes import plan_of, scenes_of
from suluh.creative.video.spoken import as_spoken
from suluh.creative.video.timing import timeline
from suluh.creative.video.voices import VoiceFailed, VoiceMissing, speak, voice_called, voices


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Rp350.000", "tiga ratus lima puluh ribu rupiah"),
        ("72 % warga", "tujuh puluh dua persen warga"),
        ("KPK RI", "ka pe ka er i"),
        ("Rp1,5 miliar.", "satu koma lima miliar rupiah."),
        ("30 Mei 2024", "tiga puluh Mei dua ribu dua puluh empat"),
        ("17 kabupaten/kota", "tujuh belas kabupaten kota"),
        ("pukul 09.30", "pukul sembilan lewat tiga puluh menit"),
        ("juara ke-1 dan ke-2", "juara pertama dan kedua"),
        ("hubungi 0711", "hubungi nol tujuh satu satu"),
        ("1.000.000 orang", "satu juta orang"),
        ("sejak 1945.", "sejak seribu sembilan ratus empat puluh lima."),
        ("buka kpk.go.id/lapor", "buka kpk titik go titik id garis miring lapor"),
        ("Urus SIM di Jl. Merdeka", "Urus sim di Jalan Merdeka"),
    ],
)
def test_numbers_and_abbreviations_are_said_in_full(written: str, said: str) -> None:
    assert as_spoken(written, language="id") == said


def test_a_language_without_rules_is_read_as_it_is_written() -> None:
    assert as_spoken("72 %  of people", language="en") == "72 % of people"


def test_voices_are_found_by_looking() -> None:
    assert set(voices()) == {"espeak", "program"}
    with pytest.raises(VoiceMissing):
        voice_called("nobody")


@pytest.mark.slow
def test_the_fallback_voice_reads_both_languages() -> None:
    for language, words in (("id", "Jujur itu keren."), ("en", "Read the real one.")):
        heard = speak(words, voice=voice_called("espeak"), language=language)
        assert 0.5 < heard.seconds < 5
        assert np.abs(heard.samples).max() > 1000


def stand_in(tmp_path: Path, *, ending: str) -> str:
    """Return a program that hums for as long as it was given letters, in place of a better voice."""
    program = tmp_path / "voice.py"
    program.write_text(
        "import sys, wave, math, struct, io\n"
        "words = sys.stdin.read()\n"
        "out = io.BytesIO()\n"
        "with wave.open(out, 'wb') as file:\n"
        "    file.setnchannels(1); file.setsampwidth(2); file.setframerate(8000)\n"
        "    tone = [int(9000 * math.sin(i / 4)) for i in range(800 * len(words))]\n"
        "    file.writeframes(struct.pack(f'<{len(tone)}h', *tone))\n"
        f"{ending}\n"
    )
    return f"{shlex.quote(sys.executable)} {shlex.quote(str(program))} {{language}}"


@pytest.mark.slow
def test_a_program_of_the_installation_reads_aloud(tmp_path: Path) -> None:
    program = stand_in(tmp_path, ending="assert sys.argv[1] == 'id'; sys.stdout.buffer.write(out.getvalue())")
    heard = speak("dua belas", voice=voice_called("program"), language="id", program=program)
    assert heard.seconds == pytest.approx(0.9)


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["sys.exit('no model')", "sys.stdout.write('no sound')", ""])
def test_a_program_that_gives_no_sound_has_failed(tmp_path: Path, ending: str) -> None:
    program = stand_in(tmp_path, ending=ending)
    with pytest.raises(VoiceFailed):
        speak("dua", voice=voice_called("program"), language="id", program=program)


def test_a_program_that_nobody_named_is_missing() -> None:
    with pytest.raises(VoiceMissing) as refusal:
        speak("dua", voice=voice_called("program"), language="id")
    assert "SULUH_VOICE_PROGRAM" in refusal.value.hint


def test_each_line_begins_when_its_words_are_there() -> None:
    one = Recording(samples=np.full(100, 500, dtype=np.int16), rate=100)
    whole = joined([(2.0, one)], seconds=4.0)
    assert whole.seconds == 4.0
    assert np.flatnonzero(whole.samples).tolist() == list(range(200, 300))


@pytest.mark.slow
def test_a_spoken_film_is_as_loud_as_networks_play_it(tmp_path: Path) -> None:
    scenes = scenes_of(plan_of(StoryText(headline="Jujur itu keren.")), closing="Baca yang asli.")
    lines = [line.text for scene in scenes for beat in scene.beats for line in beat.lines]
    spoken = {text: speak(text, voice=voice_called("espeak"), language="id") for text in lines}
    run = timeline(scenes, spoken={text: part.seconds for text, part in spoken.items()})
    path = tmp_path / "sound.wav"
    path.write_bytes(_sound(run, spoken=spoken))
    loud = measure(path)
    assert loud.integrated == pytest.approx(TARGET, abs=0.5)
    assert loud.peak <= -1.5


@pytest.mark.slow
def test_silence_stays_silent() -> None:
    silent = Recording(samples=np.zeros(8000, dtype=np.int16), rate=8000).as_wav()
    assert levelled(silent) == silent
