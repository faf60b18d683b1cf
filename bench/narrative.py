"""Measure narrative help against plain baselines, and its time.

    python bench/narrative.py [--show]

Stories: the seven seed stories and the sample press release, which the rules were set on, and the twenty of
`narrative_stories.txt`. Those were written before the rules ran on them, but the rules were mended once after that run
(MEASURED.md gives both figures). The story's own headline is hidden from all and used to compare with: ROUGE-1 and -2
(F, small letters, no stemming) of the nearest of three headlines, and the cosine of multilingual-e5. Every way has the
same room: 12 words and 70 characters.

Baselines: "first" takes the first three sentences, "TextRank" (Mihalcea and Tarau 2004; overlap of words, 30 rounds)
the three best; both are cut after the last word that has room. For points: the first five sentences, TextRank's five,
whole. `--show` prints every headline, for reading.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import statistics
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from suluh.content.blocks import CallToAction, Paragraph, Quote, Step, StoryText, parse_story
from suluh.content.structure import propose, structure
from suluh.creative.narrative import Narrative, narrate
from suluh.creative.narrative.nearness import by_meaning, vector_of
from suluh.creative.narrative.sentences import sentences_of

ROOT = Path(__file__).resolve().parents[1]
STORIES = ROOT / "bench" / "narrative_stories.txt"
SEEDS = ROOT / "src" / "suluh" / "web" / "seed"
RELEASE = ROOT / "samples" / "siaran-pers-palembang-2024-05-30.txt"
MOST_WORDS, MOST_CHARACTERS, ROUNDS = 12, 70, 30
Way = Callable[[StoryText], list[str]]
WORD = re.compile(r"\w+")


def set_on() -> list[StoryText]:
    """Return the stories that the rules were set on."""
    seeds = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(SEEDS.glob("[0-9]*.json"))]
    release = propose(structure(RELEASE.read_text(encoding="utf-8"))).story
    return [*(parse_story(seed) for seed in seeds), release]


def written() -> list[StoryText]:
    """Return the stories that were written for this measure."""
    return [_story(part.splitlines()) for part in STORIES.read_text(encoding="utf-8").strip().split("\n\n")]


def _story(lines: Sequence[str]) -> StoryText:
    language, _bar, headline = lines[0].partition(" | ")
    blocks = tuple(_block(line, number=number) for number, line in enumerate(lines[1:]))
    return StoryText(headline=headline, language=language, blocks=blocks)


def _block(line: str, *, number: int) -> Paragraph | Quote | CallToAction | Step:
    name = f"b{number}"
    if line.startswith("> "):
        speaker, _bar, words = line[2:].partition(" | ")
        return Quote(id=name, text=words, speaker=speaker)
    if line.startswith("! "):
        return CallToAction(id=name, text=line[2:])
    return Step(id=name, title=line[2:]) if line.startswith("- ") else Paragraph(id=name, text=line)


def texts_of(story: StoryText) -> list[str]:
    """Return the story's sentences."""
    return [one.text for one in sentences_of(story)]


def cut(text: str) -> str:
    """Return as many whole words as have room."""
    words = text.split()[:MOST_WORDS]
    while len(" ".join(words)) > MOST_CHARACTERS:
        words.pop()
    return " ".join(words).rstrip(".,")


def text_rank(texts: Sequence[str], *, most: int) -> list[str]:
    """Return the ``most`` best sentences by TextRank, the best first."""
    bags = [set(WORD.findall(text.lower())) for text in texts]
    size = len(texts)
    weights = np.zeros((size, size))
    for a in range(size):
        for b in range(size):
            if a != b and len(bags[a]) > 1 and len(bags[b]) > 1:
                weights[a, b] = len(bags[a] & bags[b]) / (math.log(len(bags[a])) + math.log(len(bags[b])))
    weights /= np.maximum(weights.sum(axis=0, keepdims=True), 1e-9)
    scores = np.ones(size)
    for _round in range(ROUNDS):
        scores = 0.15 + 0.85 * weights @ scores
    return [texts[at] for at in np.argsort(-scores, kind="stable")[:most]]


def rouge(text: str, *, against: str, size: int) -> float:
    """Return ROUGE-N as F."""
    own, other = (_grams(one, size=size) for one in (text, against))
    common = sum((own & other).values())
    return 2 * common / max(1, sum(own.values()) + sum(other.values()))


def _grams(text: str, *, size: int) -> Counter[tuple[str, ...]]:
    words = WORD.findall(text.lower())
    return Counter(tuple(words[at : at + size]) for at in range(len(words) - size + 1))


HEADLINES: dict[str, Way] = {
    "ours": lambda story: [one.text for one in narrate(story).headlines],
    "ours, by words": lambda story: [one.text for one in narrate(story, embed=lambda texts: None).headlines],
    "first": lambda story: [cut(text) for text in texts_of(story)[:3]],
    "TextRank": lambda story: [cut(text) for text in text_rank(texts_of(story), most=3)],
}
POINTS: dict[str, Way] = {
    "ours": lambda story: [one.text for one in narrate(story).points],
    "first": lambda story: texts_of(story)[:5],
    "TextRank": lambda story: text_rank(texts_of(story), most=5),
}


def measure_headlines(stories: Sequence[StoryText]) -> None:
    """Print how near the nearest headline, and the first, is to the story's own."""
    for name, way in HEADLINES.items():
        found = [(story.headline, way(replace(story, headline=""))) for story in stories]
        first = statistics.mean(rouge(texts[0], against=own, size=1) for own, texts in found if texts)
        ones, twos = ([_best(own, texts=texts, size=size) for own, texts in found] for size in (1, 2))
        near = statistics.mean(_nearest(own, texts=texts) for own, texts in found if texts)
        count = statistics.mean(len(texts) for _own, texts in found)
        one, two = statistics.mean(ones), statistics.mean(twos)
        near_own = f"ROUGE-1 {one:.3f}  ROUGE-2 {two:.3f}  first alone {first:.3f}  e5 {near:.3f}"
        print(f"  {name:15} headlines {count:.2f}  {near_own}")


def _best(own: str, *, texts: Sequence[str], size: int) -> float:
    return max((rouge(text, against=own, size=size) for text in texts), default=0.0)


def _nearest(own: str, *, texts: Sequence[str]) -> float:
    vectors = by_meaning([own, *texts])
    return 0.0 if vectors is None else float((vectors[1:] @ vectors[0]).max())


def facts_of(text: str) -> set[str]:
    """Return the numbers, and the words written with a capital inside a sentence."""
    names = re.findall(r"(?<![.!?:] )(?<!^)\b[A-Z][a-z]+", text)
    return {*re.findall(r"\d[\d.,]*\d|\d", text), *names}


def measure_points(stories: Sequence[StoryText]) -> None:
    """Print which share of the story's numbers and names the points hold, and in how many words."""
    for name, way in POINTS.items():
        shares, words = [], []
        for story in stories:
            whole, told = facts_of(" ".join(texts_of(story))), facts_of(" ".join(way(story)))
            shares.append(len(whole & told) / max(1, len(whole)))
            words.append(len(" ".join(way(story)).split()))
        mean = statistics.mean(words)
        print(f"  {name:15} numbers and names {statistics.mean(shares):.3f} in {mean:.0f} words")


def measure_rest(stories: Sequence[StoryText]) -> None:
    """Print how often there is a lead and a question, and whether every text stands in its sentence."""
    found = [narrate(story) for story in stories]
    leads = [one.lead for one in found if one.lead]
    longest = max(len(lead.text.split()) for lead in leads)
    asked = [one.question for one in found if one.question]
    answered = sum(question.answer is not None for question in asked)
    points = statistics.mean(len(one.points) for one in found)
    print(f"  leads {len(leads)} of {len(found)}, longest {longest} words; points {points:.2f}")
    print(f"  questions {len(asked)}, answered in the story {answered}")


def measure_time(story: StoryText) -> None:
    """Print the time for the sample press release, the network loaded."""
    narrate(story)
    times, used = [], []
    for _round in range(9):
        vector_of.cache_clear()
        before, busy = time.perf_counter(), time.process_time()
        narrate(story)
        times.append((time.perf_counter() - before) * 1000)
        used.append((time.process_time() - busy) * 1000)
    wall, processor = statistics.median(times), statistics.median(used)
    before = time.perf_counter()
    narrate(story)
    again = (time.perf_counter() - before) * 1000
    print(f"\nSample, warm: {wall:.0f} ms, {processor:.0f} ms of one processor; unchanged once more {again:.0f} ms")


def show(story: StoryText, *, found: Narrative) -> None:
    """Print what was drawn, for reading."""
    print(f"\n{story.headline}")
    for one in found.headlines:
        print(f"  H {one.text}")
    for point in (found.lead, *found.points):
        print(f"  {'L' if point is found.lead else 'P'} {point.text if point else '-'}")
    if found.question:
        print(f"  Q {found.question.text} <- {found.question.answer.sentence if found.question.answer else '-'}")


def main() -> None:
    """Run every measure."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--show", action="store_true", help="print what is drawn from each story")
    is_shown = asked.parse_args().show
    parts = {"set on": set_on(), "written for this": written()}
    for name, stories in parts.items():
        print(f"\n{name}: {len(stories)} stories")
        measure_headlines(stories)
        measure_points(stories)
        measure_rest(stories)
    measure_time(parts["set on"][-1])
    for story in [*parts["set on"], *parts["written for this"]] if is_shown else ():
        show(story, found=narrate(replace(story, headline="")))


if __name__ == "__main__":
    main()
