"""``suluh structure``"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from suluh.content.structure import Structure

_WIDTH = 100


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path))
@click.option("--json", "wants_json", is_flag=True, help="Print all that was found as JSON, in a shape that stays.")
@click.option("--language", default="", help="The language of the text: id or en. Guessed where it is not given.")
def command(*, file: Path, wants_json: bool, language: str) -> None:
    """Take a press release apart: headline, lead, quotes with speakers, people, places, dates, numbers, points."""
    from suluh.content.readers import LARGEST_FILE, read
    from suluh.content.structure import dump_structure, guess_language, structure

    data = sys.stdin.buffer.read(LARGEST_FILE + 1) if str(file) == "-" else file.read_bytes()
    text = read(data, name=file.name)
    found = structure(text, language=language or guess_language(text))
    if wants_json:
        click.echo(json.dumps(dump_structure(found), ensure_ascii=False, indent=2))
        return
    _show(found)


def _show(found: Structure) -> None:
    from suluh.foundation.language import lazy as _

    headline = _("Headline (proposed)") if found.headline_is_proposed else _("Headline")
    _tell(headline, [found.headline] if found.headline else [])
    _tell(_("Lead"), [found.lead] if found.lead else [])
    _tell(_("Place and day"), [", ".join(p for p in (found.place, str(found.dated_on or "")) if p)])
    _tell(_("Byline"), [found.byline])
    unknown = str(_("speaker not found"))
    _tell(_("Quotes"), (f"“{quote.text}”\n— {_who(quote.speaker, quote.title) or unknown}" for quote in found.quotes))
    _tell(_("People"), (_who(person.name, person.title) for person in found.people))
    _tell(_("Organisations"), (organisation.name for organisation in found.organisations))
    _tell(_("Places"), (place.name for place in found.places))
    _tell(_("Days"), (f"{day.on}  {day.text}" for day in found.dates))
    _tell(_("Numbers"), (f"{figure.value}  {figure.label}" for figure in found.numbers))
    _tell(_("Points (proposed)"), (f"{point.title}\n{point.text}" for point in found.points))
    call = found.call_to_action
    _tell(_("Call to action (proposed)"), [f"{call.text} {call.url}".strip()] if call else [])


def _who(name: str, title: str) -> str:
    return ", ".join(part for part in (name, title) if part)


def _tell(label: object, entries: Iterable[str]) -> None:
    filled = [entry for entry in entries if entry]
    if not filled:
        return
    click.secho(str(label), bold=True)
    for entry in filled:
        for number, line in enumerate(entry.split("\n")):
            indent = "  " if number == 0 else "      "
            click.echo(
                click.wrap_text(line, width=_WIDTH, initial_indent=indent, subsequent_indent=" " * (len(indent) + 2))
            )
    click.echo()
