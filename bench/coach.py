"""Measure the coach: false spelling alarms on clean text, recall on planted errors, and time.

    python bench/coach.py DATA_DIR [--limit N]

DATA_DIR holds CoNLL-U files (UD Indonesian-GSD, -PUD, -CSUI); their "# text" lines are taken as clean text, errors of
their own included. Rules and costs were set on GSD's development part only; the other files are tests.
Errors are planted from a fixed seed: eight kinds in equal shares, one in a sentence.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from suluh.creative.coach import Finding, coach_text
from suluh.creative.coach.forms import forms_of

SPELLING_RULES = frozenset(
    {"spelling", "nonstandard", "chat_words", "split_words", "joined_words", "confusions", "repeated_words"}
)
SEED = 20261123
PLANTED = 1000
NEAR = {
    "a": "s",
    "e": "r",
    "i": "o",
    "n": "m",
    "m": "n",
    "u": "y",
    "t": "r",
    "k": "l",
    "g": "h",
    "d": "f",
    "r": "t",
    "s": "a",
}

Plant = Callable[[str, random.Random], tuple[str, str] | None]


def sentences_of(path: Path) -> list[str]:
    """Return the surface text of each sentence of a CoNLL-U file."""
    prefix = "# text = "
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.removeprefix(prefix).strip() for line in lines if line.startswith(prefix)]


def alarms_of(text: str) -> list[Finding]:
    """Return what the word-level rules say of ``text``."""
    return [finding for finding in coach_text(text) if finding.rule in SPELLING_RULES]


def measure_clean(path: Path, *, limit: int, show: int) -> None:
    """Print the alarms on one file, by rule and per 1,000 words, with samples."""
    sentences = sentences_of(path)[:limit]
    words = sum(len(re.findall(r"\w+(?:-\w+)*", sentence)) for sentence in sentences)
    by_rule: Counter[str] = Counter()
    samples: dict[str, list[str]] = defaultdict(list)
    times = []
    for sentence in sentences:
        before = time.perf_counter()
        alarms = alarms_of(sentence)
        times.append((time.perf_counter() - before) * 1000)
        for alarm in alarms:
            by_rule[alarm.rule] += 1
            samples[alarm.rule].append(f"{alarm.text}>{'|'.join(alarm.suggestions[:1])}")
    rate = 1000 * by_rule["spelling"] / words
    total = 1000 * sum(by_rule.values()) / words
    print(f"\n{path.name}: {len(sentences)} sentences, {words} words, {sum(times) / len(sentences):.1f} ms a sentence")
    print(f"  spelling {rate:.1f}, all word rules {total:.1f} alarms per 1,000 words; {dict(by_rule)}")
    for rule, found in sorted(samples.items()):
        print(f"  {rule}: {', '.join(found[:show])}")


def _letters(text: str, generator: random.Random) -> re.Match[str] | None:
    words = list(re.finditer(r"(?<![\w-])[a-z]{5,}(?![\w-])", text))
    return generator.choice(words) if words else None


def _swap_word(text: str, match: re.Match[str], word: str) -> tuple[str, str]:
    return text[: match.start()] + word + text[match.end() :], match.group()


def missing(text: str, generator: random.Random) -> tuple[str, str] | None:
    """Leave a letter out."""
    match = _letters(text, generator)
    if match is None:
        return None
    at = generator.randrange(1, len(match.group()))
    return _swap_word(text, match, match.group()[:at] + match.group()[at + 1 :])


def extra(text: str, generator: random.Random) -> tuple[str, str] | None:
    """Strike a letter or its neighbour once more."""
    match = _letters(text, generator)
    if match is None:
        return None
    at = generator.randrange(1, len(match.group()))
    letter = match.group()[at]
    return _swap_word(
        text,
        match,
        match.group()[: at + 1] + generator.choice((letter, NEAR.get(letter, letter))) + match.group()[at + 1 :],
    )


def near_key(text: str, generator: random.Random) -> tuple[str, str] | None:
    """Strike the key beside."""
    match = _letters(text, generator)
    places = [n for n, c in enumerate(match.group()) if c in NEAR and n] if match else []
    if match is None or not places:
        return None
    at = generator.choice(places)
    return _swap_word(text, match, match.group()[:at] + NEAR[match.group()[at]] + match.group()[at + 1 :])


def swapped(text: str, generator: random.Random) -> tuple[str, str] | None:
    """Strike two keys in the wrong order."""
    match = _letters(text, generator)
    if match is None:
        return None
    word = match.group()
    places = [n for n in range(1, len(word) - 1) if word[n] != word[n + 1]]
    if not places:
        return None
    at = generator.choice(places)
    return _swap_word(text, match, word[:at] + word[at + 1] + word[at] + word[at + 2 :])


def joined(text: str, generator: random.Random) -> tuple[str, str] | None:
    """Forget the space between two words."""
    places = list(re.finditer(r"(?<![\w-])([a-z]{3,}) ([a-z]{3,})(?![\w-])", text))
    if not places:
        return None
    match = generator.choice(places)
    return _swap_word(text, match, match.group(1) + match.group(2))


def split(text: str, generator: random.Random) -> tuple[str, str] | None:
    """Cut a passive verb after di."""
    places = list(re.finditer(r"(?<![\w-])di([a-z]{3,}(?:kan|i))(?![\w-])", text))
    if not places:
        return None
    match = generator.choice(places)
    return _swap_word(text, match, f"di {match.group(1)}")


def _from_list(text: str, generator: random.Random, *, pairs: dict[str, str]) -> tuple[str, str] | None:
    found = [m for m in re.finditer(r"(?<![\w-])[a-z]+(?: [a-z]+)?(?![\w-])", text) if m.group() in pairs]
    if not found:
        return None
    match = generator.choice(found)
    return _swap_word(text, match, pairs[match.group()])


def nonstandard(text: str, generator: random.Random) -> tuple[str, str] | None:
    """Write a word in a well-known wrong form."""
    pairs = {right: " ".join(wrong) for wrong, right in forms_of("id").nonstandard.items()}
    return _from_list(text, generator, pairs=pairs)


def chat(text: str, generator: random.Random) -> tuple[str, str] | None:
    """Write a word as in a chat."""
    return _from_list(text, generator, pairs={right: wrong for wrong, right in forms_of("id").chat.items()})


KINDS: tuple[Plant, ...] = (missing, extra, near_key, swapped, joined, split, nonstandard, chat)


def planted(sentences: list[str]) -> Iterator[tuple[str, str, str, str]]:
    """Yield (kind, sentence with one error, sentence without, right words)."""
    generator = random.Random(SEED)  # noqa: S311 - a measurement that can be repeated
    for kind in KINDS:
        pool = generator.sample(sentences, len(sentences))
        done = 0
        for sentence in pool:
            if done == PLANTED // len(KINDS):
                break
            result = kind(sentence, generator)
            if result and result[0] != sentence:
                done += 1
                yield kind.__name__, result[0], sentence, result[1]


def measure_planted(paths: list[Path], *, show: int) -> None:
    """Print, for each kind, the share found and the share whose first suggestion is right."""
    sentences = sorted({s for path in paths for s in sentences_of(path) if len(s.split()) > 6})
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    missed = []
    for kind, wrong, right, meant in planted(sentences):
        counts[kind]["planted"] += 1
        mended = [_mended(wrong, finding=f) for f in alarms_of(wrong) if _covers(f, wrong=wrong, right=right)]
        counts[kind]["found"] += bool(mended)
        counts[kind]["first"] += any(options[:1] == [right] for options in mended)
        counts[kind]["three"] += any(right in options[:3] for options in mended)
        if not any(options[:1] == [right] for options in mended):
            missed.append(
                f"{kind}:{meant}>{([o[0] for o in mended if o] and 'other') or 'none'}:{_difference(wrong, right)}"
            )
    total = sum(counts.values(), Counter[str]())
    for kind, count in [*counts.items(), ("all", total)]:
        shares = ", ".join(f"{what} {count[what] / count['planted']:.3f}" for what in ("found", "first", "three"))
        print(f"  {kind:12} {count['planted']:5}: {shares}")
    print("  not first:", "; ".join(missed[:show]))


def _covers(finding: Finding, *, wrong: str, right: str) -> bool:
    start = next((n for n, (a, b) in enumerate(zip(wrong, right, strict=False)) if a != b), 0)
    return finding.start - 1 <= start <= finding.end + 1


def _mended(wrong: str, *, finding: Finding) -> list[str]:
    return [wrong[: finding.start] + option + wrong[finding.end :] for option in finding.suggestions]


def _difference(wrong: str, right: str) -> str:
    return " ".join(sorted(set(wrong.split()) - set(right.split())))


def measure_sample(path: Path) -> None:
    """Print the time for the whole sample, cold and warm."""
    text = path.read_text(encoding="utf-8")
    times = []
    for _turn in range(6):
        before = time.perf_counter()
        coach_text(text)
        times.append((time.perf_counter() - before) * 1000)
    print(f"{path.name}: cold {times[0]:.0f} ms, warm {statistics.median(times[1:]):.0f} ms (median of 5)")


def main() -> None:
    """Read the arguments and print every measurement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--limit", type=int, default=100_000)
    parser.add_argument("--show", type=int, default=25)
    given = parser.parse_args()
    for sample in sorted(Path("samples").glob("*.txt")):
        measure_sample(sample)
    paths = sorted(given.data.glob("*.conllu"))
    for path in paths:
        measure_clean(path, limit=given.limit, show=given.show)
    for path in paths:
        print(f"\nplanted in {path.name}")
        measure_planted([path], show=given.show)


if __name__ == "__main__":
    main()
