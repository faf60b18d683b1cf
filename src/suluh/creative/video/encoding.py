"""From frames to an MP4 that every network takes: H.264 and AAC, by the ffmpeg of the imageio-ffmpeg wheel."""

from __future__ import annotations

import contextlib
import subprocess
import tempfile
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

import imageio_ffmpeg

from suluh.creative.video.film import FRAMES_A_SECOND, Film
from suluh.creative.video.layers import HEIGHT, WIDTH
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _

# Hears which share of the film is done, and says whether to go on.
Tell = Callable[[float], bool]
# Seconds between two times that it is told.
_TELLS_EVERY = 0.5
# Seconds that ffmpeg may take to end its file after the last frame.
_ENDS_WITHIN = 120
_QUIET = ("-hide_banner", "-nostdin", "-loglevel", "error")
_BT709 = ("-color_range", "tv", "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709")
# Flat drawings gain little from a slower search; two threads that look a third of a second ahead keep the memory small.
_SPEED = (
    *("-preset", "superfast", "-crf", "21", "-threads", "2", "-maxrate", "2500k", "-bufsize", "7500k"),
    *("-x264-params", "rc-lookahead=10:sync-lookahead=0:bframes=2:ref=1"),
)
_SILENCE = ("-f", "lavfi", "-i", "anullsrc=sample_rate=48000:channel_layout=stereo")


class VideoFailed(Refusal):
    """ffmpeg is missing, or stopped before the film was done."""

    code = "creative.E281"
    status = 500


@cache
def ffmpeg() -> str:
    """Return the path of ffmpeg. Raises ``VideoFailed``."""
    try:
        return str(imageio_ffmpeg.get_ffmpeg_exe())
    except RuntimeError as error:
        raise _failed(str(error)) from error


def encode(film: Film, *, sound: bytes | None, tell: Tell) -> bytes | None:
    """Return the film as MP4 with its sound (a WAV file; silence where None); None where ``tell`` says to stop."""
    with tempfile.TemporaryDirectory(prefix="suluh-video-") as folder:
        out = Path(folder, "film.mp4")
        log = Path(folder, "log")
        with log.open("wb") as said:
            command = _command(out, seconds=film.count / FRAMES_A_SECOND, sound=_kept(sound, folder=folder))
            process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=said, stderr=said)
            try:
                is_whole = _fed(process, film=film, tell=tell)
            finally:
                _ended(process)
        if not is_whole:
            return None
        if process.returncode != 0 or not out.is_file():
            raise _failed(log.read_text(encoding="utf-8", errors="replace"))
        return out.read_bytes()


def _kept(sound: bytes | None, *, folder: str) -> Path | None:
    if sound is None:
        return None
    path = Path(folder, "sound.wav")
    path.write_bytes(sound)
    return path


def _command(out: Path, *, seconds: float, sound: Path | None) -> list[str]:
    heard = _SILENCE if sound is None else ("-i", str(sound))
    return [
        ffmpeg(),
        *_QUIET,
        *("-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", f"{WIDTH}x{HEIGHT}", "-r", str(FRAMES_A_SECOND)),
        *_BT709,
        *("-i", "pipe:0"),
        *heard,
        *("-map", "0:v", "-map", "1:a", "-t", f"{seconds:.3f}"),
        *("-c:v", "libx264", *_SPEED, "-profile:v", "high", "-pix_fmt", "yuv420p"),
        *("-g", str(2 * FRAMES_A_SECOND), *_BT709),
        *("-c:a", "aac", "-b:a", "128k", "-ar", "48000", "-ac", "2"),
        *("-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact"),
        *("-movflags", "+faststart", "-y", str(out)),
    ]


def _fed(process: subprocess.Popen[bytes], *, film: Film, tell: Tell) -> bool:
    """Give ffmpeg every frame; return False where ``tell`` said to stop. Where it died, its own words say why."""
    assert process.stdin is not None
    told = time.monotonic()
    for number, frame in enumerate(film.frames(), start=1):
        try:
            process.stdin.write(frame)
        except OSError:
            return True
        if time.monotonic() - told > _TELLS_EVERY:
            told = time.monotonic()
            if not tell(number / film.count):
                process.kill()
                return False
    return tell(1.0)


def _ended(process: subprocess.Popen[bytes]) -> None:
    """Let ffmpeg write the end of its file; end it where it does not come to that."""
    with contextlib.suppress(OSError):
        if process.stdin is not None:
            process.stdin.close()
    try:
        process.wait(timeout=_ENDS_WITHIN)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _failed(said: str) -> VideoFailed:
    return VideoFailed(
        _("The video could not be made. Please tell who runs this installation."), hint=said.strip()[-500:]
    )
