"""Measure the reading of pictures: errors a hundred letters, time, and memory, engine by engine in one run.

    python -m bench.ocr [--python PATH] [--seed N] [--keep FOLDER]

Thirty screenshots and posters are made (see ``bench/ocr_pictures.py``; Chromium is needed), then every engine that is
installed reads them, one engine after another, each in a process of its own with one thread. Engines that are not part
of Suluh are looked for in the interpreter PATH. "All" compares all words of the picture in reading order, the clock and
the buttons too; "claim" looks for what is claimed anywhere in what was read. Letter for letter, white space as one
space, quotation marks and dashes of every form as one.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from bench.ocr_engines import ENGINES
from bench.ocr_pictures import KINDS, SEED, Shot, shots

_ALIKE = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "•": "·", "‧": "·", "∙": "·"})


def plain(text: str) -> str:
    """Return the text as it is compared."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_ALIKE).split())


def errors(wanted: str, *, read: str, anywhere: bool) -> int:
    """Return the insertions, deletions and exchanges between two texts; ``anywhere``: in the best part of ``read``."""
    signs = np.array([ord(sign) for sign in read])
    steps = np.arange(len(read) + 1)
    before = np.zeros_like(steps) if anywhere else steps
    for at, sign in enumerate(wanted, 1):
        row = np.concatenate([[at], np.minimum(before[1:] + 1, before[:-1] + (signs != ord(sign)))])
        before = np.minimum.accumulate(row - steps) + steps
    return int(before.min() if anywhere else before[-1])


def rates(made: Sequence[Shot], *, texts: dict[str, str]) -> dict[str, tuple[float, float]]:
    """Return the rates of errors by kind of picture and for all: of all words, and of the claims."""
    counted: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for shot in made:
        read, words = plain(texts[shot.name]), plain(shot.words)
        claims = [plain(claim) for claim in shot.claims]
        found = (
            errors(words, read=read, anywhere=False), len(words),
            sum(errors(claim, read=read, anywhere=True) for claim in claims), sum(map(len, claims)),
        )  # fmt: skip
        for kind in (shot.kind, "all"):
            counted[kind] = [before + more for before, more in zip(counted[kind], found, strict=True)]
    return {kind: (row[0] / row[1], row[2] / row[3]) for kind, row in counted.items()}


def measured(name: str, *, python: str, folder: Path) -> dict[str, Any] | None:
    """Run one engine; None where it is not installed."""
    script = Path(__file__).with_name("ocr_engines.py")
    runner = sys.executable if name == "suluh" else python
    environment = os.environ | {"OMP_THREAD_LIMIT": "1", "OMP_NUM_THREADS": "1"}
    done = subprocess.run([runner, str(script), name, str(folder)], capture_output=True, text=True, env=environment)
    if done.returncode:
        print(f"{name} failed: {done.stderr.strip().splitlines()[-1]}", file=sys.stderr)
    answer: dict[str, Any] | None = json.loads(done.stdout) if done.stdout.strip() and not done.returncode else None
    return answer


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--python", default=sys.executable, help="the interpreter that has the other engines")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--keep", type=Path, help="keep the pictures, and what was read of them, here")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as made_in:
        folder = options.keep or Path(made_in)
        folder.mkdir(exist_ok=True, parents=True)
        made = list(shots(seed=options.seed))
        for shot in made:
            (folder / f"{shot.name}.jpg").write_bytes(shot.data)
        print(f"{len(made)} pictures, seed {options.seed}; errors in percent of letters: all words / the claim")
        print(f"{'engine':30}{''.join(f'{kind:>13}' for kind in (*KINDS, 'all'))}    ms   p95   cpu  load s   MB")
        for engine in ENGINES:
            found = measured(engine.__name__, python=options.python, folder=folder)
            if found is not None:
                tell(engine.__name__, made=made, found=found)
                (folder / f"{engine.__name__}.json").write_text(json.dumps(found["texts"], indent=1))


def tell(name: str, *, made: Sequence[Shot], found: dict[str, Any]) -> None:
    """Print one engine's line."""
    of = rates(made, texts=found["texts"])
    told = "".join(f"{100 * of[kind][0]:6.1f} /{100 * of[kind][1]:5.1f}" for kind in (*KINDS, "all"))
    p95 = statistics.quantiles(found["times"], n=20)[-1]
    middle = statistics.median(found["times"])
    cost = f"{middle:6.0f}{p95:6.0f}{found['cpu']:6.0f}{found['load']:8.1f}{found['memory']:5d}"
    print(f"{name + ' ' + found['version']:30}{told}{cost}", flush=True)


if __name__ == "__main__":
    main()
