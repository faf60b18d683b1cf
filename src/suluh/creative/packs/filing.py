"""From a press release in a file to a sealed pack in a folder, step by step."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from suluh.content.blocks import StoryText, dump_story
from suluh.content.readers import read
from suluh.content.structure import structure, to_story
from suluh.creative.coach.engine import coach
from suluh.creative.coach.finding import Finding
from suluh.creative.coach.mending import mend
from suluh.creative.packs.making import MadeFile, Order, Problem, make_pack, seal_of


@dataclass
class Report:
    """What happened: seconds for each step, the coach's findings, the files and the problems."""

    seconds: dict[str, float] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    mended: int = 0
    files: list[MadeFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Count the wall time of the block under ``name``."""
        began = time.perf_counter()
        yield
        self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - began


def prepare(file: Path, *, report: Report, wants_mending: bool) -> StoryText:
    """Return the story of a press release, coached; where ``wants_mending``, certain errors are mended."""
    with report.step("read"):
        text = read(file.read_bytes(), name=file.name)
    with report.step("structure"):
        story = to_story(structure(text))
    with report.step("coach"):
        report.findings = coach(story)
    if wants_mending:
        with report.step("mend"):
            story = _mended(story, report=report)
    return story


def _mended(story: StoryText, *, report: Report) -> StoryText:
    """Mend errors from the last to the first, so that the places of the others stay true."""
    errors = [f for f in report.findings if f.severity == "error" and f.suggestions]
    for finding in sorted(errors, key=lambda f: (f.block, f.field, f.start), reverse=True):
        story = mend(story, finding=finding, suggestion=finding.suggestions[0])
        report.mended += 1
    return story


def fill(folder: Path, *, order: Order, report: Report, tell: Callable[[str], None]) -> None:
    """Make the pack of an order and write it into ``folder``; ``tell`` hears each layout's name as it is done."""
    folder.mkdir(parents=True, exist_ok=True)
    with report.step("draw and seal"):
        for made in make_pack(order):
            report.files += made.files
            report.problems += [made.problem] if made.problem else []
            tell(made.layout)
        story = json.dumps(dump_story(order.story), ensure_ascii=False, indent=1).encode()
        report.files.append(MadeFile(layout="story", name="story.json", media_type="application/json", data=story))
        report.files.append(seal_of(report.files, order=order))
    with report.step("write"):
        for file in report.files:
            (folder / file.name).write_bytes(file.data)
