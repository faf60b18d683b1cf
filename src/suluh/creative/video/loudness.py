"""How loud a sound is, and making it as loud as networks play films: EBU R128, -16 LUFS, true peaks below -1.5 dB."""

from __future__ import annotations

import re
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from suluh.creative.video.encoding import VideoFailed, ffmpeg
from suluh.foundation.language import lazy as _

TARGET, NEAR = -16.0, 0.3
_MOST_TRIES = 4
# Below this there is nothing to make louder.
_SILENT = -60.0
_SUMMARY = re.compile(r"Summary:.*?I:\s+(-?[\d.]+|-inf) LUFS.*?Peak:\s+(-?[\d.]+|-inf) dBFS", re.DOTALL)
# Peaks are held at four times the rate, where those between the samples are seen; AAC adds a little to them.
_HELD = "aresample=192000,alimiter=limit=0.76:attack=3:release=60:level=disabled,aresample=48000"


@dataclass(frozen=True, kw_only=True)
class Loudness:
    """``integrated`` in LUFS, ``peak`` in dBTP."""

    integrated: float
    peak: float


def measure(path: Path) -> Loudness:
    """Return how loud a file's sound is. Raises ``VideoFailed`` for a file without one."""
    heard = _run("-nostats", "-i", str(path), "-map", "0:a", "-af", "ebur128=peak=true", "-f", "null", "-")
    found = _SUMMARY.search(heard)
    if found is None:
        raise VideoFailed(_("The sound of the video could not be measured."), hint=heard[-500:])
    return Loudness(integrated=float(found.group(1)), peak=float(found.group(2)))


def levelled(wav: bytes) -> bytes:
    """Return a WAV file as loud as networks play films, 48,000 samples a second. A silent one stays silent."""
    with tempfile.TemporaryDirectory(prefix="suluh-sound-") as folder:
        given, made = Path(folder, "given.wav"), Path(folder, "made.wav")
        given.write_bytes(wav)
        loud = measure(given).integrated
        if loud <= _SILENT:
            return wav
        gain = TARGET - loud
        for _try in range(_MOST_TRIES):
            _run("-y", "-i", str(given), "-af", f"volume={gain:.2f}dB,{_HELD}", "-c:a", "pcm_s16le", str(made))
            missing = TARGET - measure(made).integrated
            if abs(missing) <= NEAR:
                break
            # What is held loses loudness: what is missing is given once more.
            gain += missing
        return made.read_bytes()


def _run(*arguments: str) -> str:
    done = subprocess.run([ffmpeg(), "-hide_banner", "-nostdin", *arguments], capture_output=True, check=False)
    said = done.stderr.decode(errors="replace")
    if done.returncode != 0:
        raise VideoFailed(_("The sound of the video could not be made."), hint=said[-500:])
    return said
