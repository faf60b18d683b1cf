"""``suluh narrate``"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from suluh.creative.narrative import Narrative, Told


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "wants_json", is_flag=True, help="Print what was found as JSON.")
def command(*, file: Path, wants_json: bool) -> None:
    """Draw headlines, a lead, key points and a question from a press release."""
    from suluh.content.readers import read
    from suluh.content.structure import propose, structure
    from suluh.creative.narrative import narrate

    is_text = file.suffix.lower() == ".txt"
    text = file.read_text(encoding="utf-8-sig") if is_text else read(file.read_bytes(), name=file.name)
    found = narrate(propose(structure(text)).story)
    if wants_json:
        click.echo(json.dumps(_as_object(found), ensure_ascii=False, indent=2))
        return
    _say(found)


def _say(found: Narrative) -> None:
    from suluh.foundation.language import lazy as _

    parts: tuple[tuple[str, tuple[Told, ...]], ...] = (
        (str(_("Headlines")), found.headlines),
        (str(_("Lead")), (found.lead,) if found.lead else ()),
        (str(_("Key points")), found.points),
    )
    for title, texts in parts:
        click.secho(title, bold=True)
        for one in texts:
            click.echo(f"  {one.text}")
            click.secho(f"    ← {one.sentence}", dim=True)
    if found.question:
        click.secho(str(_("A question your readers have")), bold=True)
        click.echo(f"  {found.question.text}")
        answer = found.question.answer
        said = answer.sentence if answer else str(_("The story does not answer it yet."))
        click.secho(f"    ← {said}", dim=True)


def _as_object(found: Narrative) -> dict[str, object]:
    raw = asdict(found)
    told = [*raw["headlines"], *raw["points"], *(one for one in (raw["lead"],) if one)]
    if raw["question"] and raw["question"]["answer"]:
        told.append(raw["question"]["answer"])
    for one in told:
        one["why"] = [str(reason) for reason in one["why"]]
    return raw
