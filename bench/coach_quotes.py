"""Measure quotes and speakers on news sentences: how many are found, and for how many the right speaker is named.

    python bench/coach_quotes.py DATA_DIR [--show N]

DATA_DIR holds UD Indonesian-CSUI and -PUD. The gold, by sentence id, is ``coach_quotes.tsv``. The treebanks hold single
sentences out of their order, so a quote with a pronoun (katanya) is read after a sentence of the same file in which a
named person speaks, drawn from a fixed seed: that person is the right one.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from suluh.content.structure import structure

SEED = 20261127
GOLD = Path(__file__).with_name("coach_quotes.tsv")
FILES = {
    "look": ("id_csui-ud-train.conllu",),
    "test": ("id_csui-ud-test.conllu", "id_pud-ud-test.conllu"),
}
_QUOTED = re.compile(r"[\"“]\s*([^\"“”]{8,})")


def texts_of(path: Path) -> dict[str, str]:
    """Return the surface text of each sentence by its id."""
    text = path.read_text(encoding="utf-8")
    return {m[1].strip(): m[2].strip() for m in re.finditer(r"# sent_id = (.*)\n(?:# .*\n)*?# text = (.*)", text)}


def gold() -> dict[str, str]:
    """Return the right speaker of each sentence."""
    rows = (line.split("\t") for line in GOLD.read_text(encoding="utf-8").splitlines() if not line.startswith("# "))
    return {row[0]: row[1] for row in rows}


def documents(texts: dict[str, str], *, right: dict[str, str]) -> Iterator[tuple[str, str, str, str]]:
    """Yield (kind, id, text, right speaker) for each quote of one file."""
    generator = random.Random(SEED)  # noqa: S311 - a measurement that can be repeated
    own = {key: right[key] for key in texts if key in right}
    persons = [key for key, speaker in own.items() if re.search(r"[A-Z]\w+ [A-Z]\w+$", speaker) and speaker[0] != "*"]
    for key, speaker in own.items():
        if speaker == "-nya":
            before = generator.choice(persons)
            yield "pronoun", key, f"{texts[before]}\n\n{texts[key]}", own[before]
        else:
            kind = {"-": "nobody", "*": "described"}.get(speaker[0], "named")
            yield kind, key, texts[key], speaker.strip("*-")


def measure(data: Path, *, part: str, show: int) -> None:
    """Print the shares of one part."""
    counts: Counter[tuple[str, str]] = Counter()
    wrong = []
    for name in FILES[part]:
        for kind, key, text, speaker in documents(texts_of(data / name), right=gold()):
            said = _said(text)
            counts[kind, "all"] += 1
            counts[kind, "found"] += said is not None
            is_right = said is not None and _is_right(said, speaker=speaker)
            counts[kind, "right"] += is_right
            if not is_right:
                wrong.append(f"{key} {kind}: {said} / {speaker}")
    kinds = ("named", "pronoun", "described", "nobody")
    for label, group in (*((kind, (kind,)) for kind in kinds), ("named and pronoun", kinds[:2]), ("all", kinds)):
        total, found, right = (sum(counts[kind, what] for kind in group) for what in ("all", "found", "right"))
        print(f"  {label:18} {total:4}: found {found / max(total, 1):.3f}, right speaker {right / max(total, 1):.3f}")
    print("  not right:", "; ".join(wrong[:show]))


def _said(text: str) -> str | None:
    """Return the speaker and title that the structurer gives the last quote of a text; None where it finds none."""
    last = list(_QUOTED.finditer(text.rpartition("\n\n")[2]))
    found = structure(text, language="id")
    wanted = last[0].group(1).split()[:3] if last else []
    for quote in found.quotes:
        if quote.text.split()[:2] == wanted[:2]:
            return f"{quote.speaker} {quote.title}".strip()
    return None


def _is_right(said: str, *, speaker: str) -> bool:
    """Say whether the name given is of the words that name the speaker; nobody is right where nobody is named."""
    given, right = set(re.findall(r"\w+", said)), set(re.findall(r"\w+", speaker))
    return (not given and not right) or (bool(given) and given <= right)


def main() -> None:
    """Read the arguments and print both parts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--show", type=int, default=0)
    given = parser.parse_args()
    for part in FILES:
        print(part)
        measure(given.data, part=part, show=given.show)


if __name__ == "__main__":
    main()
