"""``suluh coach``"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from suluh.content.blocks import StoryText
    from suluh.creative.coach import Counted, Finding

_COLOURS = {"error": "red", "warning": "yellow", "advice": "cyan"}
_WIDEST = 60


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "wants_json", is_flag=True, help="Print the findings and what is counted as JSON.")
@click.option("--language", default="id", show_default=True, help="The language of the text.")
@click.option(
    "--word", "vocabulary", multiple=True, help="A word or name of the office, taken as right; may be repeated."
)
@click.option(
    "--vocabulary",
    "list_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file with the office's words, one a line.",
)
def command(
    *, file: Path, wants_json: bool, language: str, vocabulary: tuple[str, ...], list_file: Path | None
) -> None:
    """Say what to mend in a press release, where, and why."""
    from suluh.creative.coach import coach, count

    listed = list_file.read_text(encoding="utf-8-sig").splitlines() if list_file else []
    words = {*vocabulary, *(line.strip() for line in listed if line.strip())}
    story = _story_of(file, language=language)
    found, counted = coach(story, vocabulary=words), count(story, vocabulary=words)
    if wants_json:
        told = {
            "findings": [_as_object(finding) for finding in found],
            "counted": [_count_as_object(c) for c in counted],
        }
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    for finding in found:
        _say(finding)
    for one in counted:
        click.echo(f"{one.label}: {one.value}")
    counts = {severity: sum(f.severity == severity for f in found) for severity in _COLOURS}
    click.echo(", ".join(f"{severity_name(severity)} {count}" for severity, count in counts.items()))


def severity_name(severity: str) -> str:
    """Return what a list of findings calls a severity, in the reader's language."""
    from suluh.foundation.language import lazy as _

    return str({"error": _("mistake"), "warning": _("likely mistake"), "advice": _("advice")}[severity])


def _story_of(file: Path, *, language: str) -> StoryText:
    """Return the file's paragraphs as they stand, so that places can be found in the file."""
    from suluh.content.blocks import Paragraph, StoryText
    from suluh.foundation import richtext

    text = _text_of(file)
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    blocks = tuple(Paragraph(id=f"p{n}", text=richtext.from_plain(line)) for n, line in enumerate(lines, start=1))
    return StoryText(headline="", blocks=blocks, language=language)


def _text_of(file: Path) -> str:
    if file.suffix.lower() == ".txt":
        return file.read_text(encoding="utf-8-sig")
    from suluh.content.readers import read

    return read(file.read_bytes(), name=file.name)


def _as_object(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "block": finding.block,
        "field": finding.field,
        "start": finding.start,
        "end": finding.end,
        "text": finding.text,
        "severity": finding.severity,
        "message": str(finding.message),
        "suggestions": list(finding.suggestions),
        "key": finding.key,
    }


def _count_as_object(counted: Counted) -> dict[str, object]:
    return {
        "name": counted.name,
        "label": str(counted.label),
        "value": str(counted.value),
        "why": str(counted.why),
        "places": [asdict(place) for place in counted.places],
    }


def _say(finding: Finding) -> None:
    place = finding.block if finding.block == "story" else f"{finding.block}:{finding.start + 1}"
    words = finding.text if len(finding.text) <= _WIDEST else f"{finding.text[:_WIDEST]}…"
    click.secho(f"{place:>9}  ", nl=False)
    click.secho(f"{severity_name(finding.severity):15}", fg=_COLOURS[finding.severity], nl=False)
    arrow = f" → {' | '.join(finding.suggestions)}" if finding.suggestions else ""
    click.secho(f"{words}{arrow}", bold=True)
    click.echo(f"{'':26}{finding.message} [{finding.rule}]")
