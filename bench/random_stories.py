"""Bad stories against every layout and text format: nothing may crash, and nothing may run over unseen.

    .venv/bin/python -m bench.random_stories [--count 1000] [--first 0] [--layouts 6] [--media FOLDER] [--json]

Each story is made from its number (bench/bad_stories.py). It is read by the coach, written in every text format, and
drawn in some of the layouts that suit it, in one of their sizes, by turns so that every layout meets as many. Drawn
twice over: small, as the preview does; and as a PDF, in which the place of every line of text is looked at: none may
leave its page, and none may lie on another one. A refusal is a good answer where it names a block of the story.
``--media`` holds files that somebody might send as a picture (broken, misnamed, bombs): each is offered to the media's
own reader, and what it takes is drawn.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from bench.bad_stories import bad_story
from bench.text_places import troubles
from suluh.agencies.brand import Brand
from suluh.content.blocks import StoryText
from suluh.creative import texts
from suluh.creative.drawing import Layout, Mark, TextDoesNotFit, draw, layouts
from suluh.creative.packs.choose import choose
from suluh.creative.packs.plan import STORY
from suluh.foundation.errors import Refusal

MARK = Mark(code="K7QX-42MD", url="https://suluh.example.go.id/c/K7QX-42MD")
# Text that is turned or laid over on purpose.
_STAMPED = frozenset({"hoax_card"})


@dataclass
class Found:
    """What happened: how often each outcome, and a line for each fault."""

    outcomes: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def brands() -> tuple[Brand, ...]:
    """Return three brands of the sample provinces; one has a very long name."""
    from suluh.agencies.province_files import brand_of

    sumsel = brand_of("sumsel")
    long_name = "Dinas Komunikasi, Informatika, Statistik, dan Persandian Kabupaten Ogan Komering Ulu Selatan"
    return sumsel, brand_of("kpk"), replace(sumsel, name=long_name, short_name=long_name, motif="bali")


def read_media(folder: Path, *, found: Found) -> dict[str, bytes]:
    """Return what the media's reader made of the files of ``folder``, by name; count what it refused."""
    from suluh.content.pictures import redraw

    taken: dict[str, bytes] = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        try:
            taken[path.name] = redraw(path.read_bytes()).data
            found.outcomes["media taken"] += 1
        except Refusal:
            found.outcomes["media refused"] += 1
        except Exception as error:  # noqa: BLE001 - what is looked for
            found.faults.append(f"media {path.name}: {type(error).__name__}: {error}")
    return taken


def chosen(story: StoryText, *, number: int, most: int, pictures: Mapping[str, bytes]) -> Iterator[Layout]:
    """Yield layouts that suit the story, another part of them for each number, each in one of its sizes."""
    plan = choose(story, pictures=frozenset(pictures))
    suiting = [layout for layout in layouts().values() if layout.suits(plan)]
    for turn in range(min(most, len(suiting))):
        layout = suiting[(number * most + turn) % len(suiting)]
        sizes = list(layout.sizes)
        yield layout.at(sizes[number % len(sizes)])


def try_layout(story: StoryText, *, layout: Layout, brand: Brand, pictures: Mapping[str, bytes]) -> Iterator[str]:
    """Draw a story small, and as a PDF whose lines are looked at; yield what is wrong."""
    draw(story, brand=brand, layout=layout, mark=MARK, pictures=pictures, scale=0.2)
    paper = replace(layout, media_type="application/pdf", pdf_standards=())
    (pdf,) = draw(story, brand=brand, layout=paper, mark=MARK, pictures=pictures)
    for sentence in troubles(pdf.data):
        if layout.name not in _STAMPED or "leaves the page" in sentence:
            yield sentence


def _refused(refusal: Refusal, *, story: StoryText) -> str:
    """Return what is wrong with a refusal: one of a text must name a block that the story has."""
    if isinstance(refusal, TextDoesNotFit) and refusal.block not in {STORY, *(block.id for block in story.blocks)}:
        return f"refused a block that is not there: {refusal.block!r}"
    return "" if refusal.status < 500 else f"{refusal.code}: {refusal} {refusal.hint}"


def one_story(number: int, *, media: Mapping[str, bytes], most: int, found: Found) -> None:
    """Make the story of a number and do to it all that the product does."""
    from suluh.creative.coach import coach

    story, brand = bad_story(number, media=list(media)), brands()[number % 3]

    def attempt(what: str, do: Iterator[str]) -> None:
        try:
            wrong = list(do)
            found.outcomes["over or upon" if wrong else "made"] += 1
            found.faults.extend(f"story {number}, {what}: {sentence}" for sentence in wrong)
        except Refusal as refusal:
            found.outcomes["refused"] += 1
            if said := _refused(refusal, story=story):
                found.faults.append(f"story {number}, {what}: {said}")
        except Exception as error:  # noqa: BLE001 - what is looked for
            found.outcomes["crashed"] += 1
            found.faults.append(f"story {number}, {what}: {type(error).__name__}: {error}"[:300])

    attempt("coach", (f"{finding.rule} names no place" for finding in coach(story) if finding.start > finding.end))
    for name in texts.formats():
        attempt(name, _written(story, name=name, brand=brand))
    for layout in chosen(story, number=number, most=most, pictures=media):
        attempt(f"{layout.name} {layout.size}", try_layout(story, layout=layout, brand=brand, pictures=media))


def _written(story: StoryText, *, name: str, brand: Brand) -> Iterator[str]:
    for written in texts.write(story, format_name=name, brand=brand, mark=MARK):
        if MARK.code not in written.text:
            yield f"{written.name} does not have the code"


def main() -> None:
    """Print the outcomes and every fault."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--layouts", type=int, default=6)
    parser.add_argument("--media", type=Path)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    found, began = Found(), time.process_time()
    media = read_media(options.media, found=found) if options.media else {}
    for number in range(options.first, options.first + options.count):
        one_story(number, media=media, most=options.layouts, found=found)
    seconds = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    if options.json:
        print(json.dumps({"outcomes": found.outcomes, "faults": found.faults}, ensure_ascii=False, indent=1))
    else:
        print(*found.faults, sep="\n")
        print(f"{options.count} stories, {dict(found.outcomes)}, {seconds:.0f} s of CPU, peak {peak} MiB")
    raise SystemExit(bool(found.faults))


if __name__ == "__main__":
    os.nice(5)
    main()
