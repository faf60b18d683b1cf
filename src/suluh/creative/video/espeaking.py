"""A program: reads the words on its standard input aloud with eSpeak NG and writes them as a WAV file.

It stands alone: it loads a library under the GPL-3, and talks with Suluh through pipes only. The calls are those of
speak_lib.h of espeak-ng 1.52, read 2026-11-27.
"""

from __future__ import annotations

import ctypes
import io
import sys
import wave

import espeakng_loader

_SYNCHRONOUS, _AT_CHARACTER, _UTF8 = 2, 1, 1
_RATE, _WORDS_A_MINUTE = 1, 150


def _spoken(text: bytes, *, language: str) -> tuple[bytes, int]:
    library = ctypes.CDLL(espeakng_loader.get_library_path())
    rate = library.espeak_Initialize(_SYNCHRONOUS, 0, espeakng_loader.get_data_path().encode(), 0)
    if rate <= 0:
        raise SystemExit("eSpeak NG did not start")
    if library.espeak_SetVoiceByName(language.encode()) != 0:
        raise SystemExit(f"eSpeak NG has no voice for {language}")
    heard = bytearray()

    def take(samples: object, count: int, _events: object) -> int:
        if count > 0:
            heard.extend(ctypes.string_at(samples, count * 2))  # type: ignore[arg-type]
        return 0

    heard_by = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)(take)
    library.espeak_SetSynthCallback(heard_by)
    library.espeak_SetParameter(_RATE, _WORDS_A_MINUTE, 0)
    library.espeak_Synth(text, ctypes.c_size_t(len(text) + 1), 0, _AT_CHARACTER, 0, _UTF8, None, None)
    library.espeak_Synchronize()
    return bytes(heard), rate


def main() -> None:
    """Read standard input aloud in the language of the first argument."""
    heard, rate = _spoken(sys.stdin.buffer.read(), language=sys.argv[1])
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(heard)
    sys.stdout.buffer.write(out.getvalue())


if __name__ == "__main__":
    main()
