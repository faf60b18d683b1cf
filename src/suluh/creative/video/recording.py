"""Sound as samples: mono, 16 bits."""

from __future__ import annotations

import io
import wave
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, kw_only=True)
class Recording:
    """Samples of 16 bits, ``rate`` of them a second."""

    samples: NDArray[Any]
    rate: int

    @property
    def seconds(self) -> float:
        return len(self.samples) / self.rate

    def as_wav(self) -> bytes:
        """Return it as a WAV file."""
        out = io.BytesIO()
        with wave.open(out, "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(self.rate)
            file.writeframes(self.samples.astype("<i2").tobytes())
        return out.getvalue()


def joined(placed: Iterable[tuple[float, Recording]], *, seconds: float) -> Recording:
    """Return one recording ``seconds`` long, each given one beginning at its second. All have one rate."""
    parts = list(placed)
    rate = parts[0][1].rate if parts else 22_050
    whole = np.zeros(round(seconds * rate), dtype=np.int32)
    for begins, part in parts:
        start = round(begins * rate)
        room = whole[start : start + len(part.samples)]
        room += part.samples[: len(room)]
    return Recording(samples=np.clip(whole, -32_768, 32_767).astype(np.int16), rate=rate)
