"""How fast a story becomes a video: its layers, its frames, the encoding; against the film's own length.

    .venv/bin/python -m bench.video [--rounds 2] [--json]

Makes the carousel's sample story in Sumatera Selatan's brand, silent, unsealed, without a database. "times real time"
is the film's seconds by the seconds it took, on all cores that this process may use; the processor's seconds count this
process and ffmpeg. The machine's load is said, as whatever else runs slows it down. The peer, in the same run: ffmpeg
encoding sixty frames of the film over and over, which no way of drawing can beat.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from suluh.authenticity.sealing import Claims
from suluh.authenticity.signers import Signer
from suluh.creative.drawing import Mark
from suluh.creative.drawing.layouts import layout_called
from suluh.creative.packs.designing import brand_from
from suluh.creative.packs.making import Order
from suluh.creative.video.encoding import encode
from suluh.creative.video.film import FRAMES_A_SECOND, Film
from suluh.creative.video.making import shoot
from suluh.settings.environment import ROOT

BRAND = Path(ROOT, "src/suluh/agencies/provinces/sumatera-selatan/province.toml")


@dataclass(frozen=True, kw_only=True)
class Kept:
    """A film whose frames are one after another the same few, kept: nothing is drawn."""

    some: list[bytes]
    count: int

    def frames(self) -> list[bytes]:
        return [self.some[number % len(self.some)] for number in range(self.count)]


def order() -> Order:
    """Return what the video is made of; it is not sealed, so that no key is needed."""
    story = layout_called("carousel").sample
    mark = Mark(code="CONT-0H00", url="https://example.go.id/c/CONT-0H00")
    claims = Claims(title=story.headline, office="", code=mark.code, code_url=mark.url, at=datetime.now(tz=UTC))
    return Order(story=story, brand=brand_from(BRAND), mark=mark, signer=cast(Signer, None), claims=claims)


def processor() -> float:
    """Return the processor's seconds of this process and its ended children."""
    return sum(
        used.ru_utime + used.ru_stime
        for used in (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    )


def measure() -> dict[str, float]:
    """Make the video once and return the figures."""
    load = os.getloadavg()[0]
    began, used = time.perf_counter(), processor()
    shot = shoot(order())
    drawn = time.perf_counter()
    film = Film(timeline=shot.timeline, cues=shot.cues, layers=shot.layers)
    data = encode(film, sound=shot.sound, tell=lambda _share: True)
    ended, used = time.perf_counter(), processor() - used
    assert data is not None
    seconds = film.count / FRAMES_A_SECOND
    return {
        "film seconds": seconds,
        "layers seconds": drawn - began,
        "frames and encoding seconds": ended - drawn,
        "times real time": seconds / (ended - began),
        "processor seconds a film second": used / seconds,
        "peer: encoding alone, times real time": seconds / encoding_alone(film),
        "MB": len(data) / 1e6,
        "load at begin": load,
        "cores": len(os.sched_getaffinity(0)),
    }


def encoding_alone(film: Film) -> float:
    """Return the seconds that encoding takes where every frame is there already: 60 of them, one after another."""
    kept = Kept(some=[film.at(number).data() for number in range(60, 120)], count=film.count)
    began = time.perf_counter()
    encode(cast(Film, kept), sound=None, tell=lambda _share: True)
    return time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure how fast a story becomes a video.")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    rounds = [measure() for _round in range(given.rounds)]
    best = max(rounds, key=lambda one: one["times real time"])
    print(json.dumps(best) if given.json else "\n".join(f"{name:40} {value:8.2f}" for name, value in best.items()))


if __name__ == "__main__":
    main()
