"""``suluh check``"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from suluh.verification.asked import AskedWords
    from suluh.verification.checking import CheckAnswer, Found

# 0 where it is known or an office's own, 3 where it looks like something, 4 where nothing is known of it, 5 where
# there is nothing to compare with. 2 is a refusal, as everywhere.
_EXIT_CODES = {"known": 0, "from_office": 0, "looks_like": 3, "unknown": 4}
_NO_CORPUS = 5
_LONGEST_PATH = 1000


@click.command()
@click.argument("what")
@click.option("--json", "wants_json", is_flag=True, help="Answer as JSON.")
@click.pass_context
def command(context: click.Context, *, what: str, wants_json: bool) -> None:
    """Say whether a text, a link or a file (picture, .docx, .pdf, .txt) was checked already. WHAT "-" reads the input.

    Exit code 0: known, or an office's own; 3: looks like something that was checked; 4: nobody has checked it; 5: this
    server knows no fact-checks yet; 2: it could not be read.
    """
    from suluh.foundation import preparing, tenancy

    with preparing.ready():
        preparing.migrate()
        with tenancy.acting():
            context.exit(_check(what, wants_json=wants_json))


def _check(what: str, *, wants_json: bool) -> int:
    from suluh.foundation.language import lazy as _
    from suluh.verification.checking import check_text
    from suluh.verification.models import FactCheck

    has_corpus = FactCheck.objects.public().exists()
    asked = _read(what)
    answer = check_text(asked.words, counted=False)
    if wants_json:
        click.echo(json.dumps(_plain(answer, asked=asked, has_corpus=has_corpus), ensure_ascii=False, indent=2))
    else:
        _tell(answer, asked=asked)
        if not has_corpus:
            click.secho(str(_("This server knows no fact-checks yet. Bring some: suluh facts --help")), fg="yellow")
    return _EXIT_CODES[answer.outcome] if has_corpus or answer.outcome != "unknown" else _NO_CORPUS


def _read(what: str) -> AskedWords:
    """Return the words of a text, a link, a picture or a document."""
    from suluh.verification.asked import read_asked

    if what == "-":
        return read_asked(sys.stdin.read())
    try:
        path = Path(what) if len(what) < _LONGEST_PATH and Path(what).is_file() else None
    except (OSError, ValueError):
        path = None
    return read_asked(what) if path is None else read_asked(picture=path.read_bytes())


def _tell(answer: CheckAnswer, *, asked: AskedWords) -> None:
    from suluh.foundation.language import lazy as _

    if answer.origin is not None:
        story = answer.origin.story
        said = _("An office here published these words: %(office)s, “%(headline)s” (%(state)s). Compare word for word.")
        values = {"office": story.office.name, "headline": story.headline, "state": story.get_state_display()}
        click.secho(str(said % values), bold=True)
    elif answer.outcome == "unknown":
        said = _("Nobody has checked this yet. That makes it neither true nor false: do not pass it on yet.")
        click.secho(str(said), bold=True)
    elif answer.outcome == "looks_like":
        click.secho(str(_("It looks like something that was checked, but the machine is not sure:")), bold=True)
    for found in answer.found:
        click.echo("\n".join(_lines(found)))
    for note in asked.notes:
        click.secho(str(note), fg="yellow")


def _lines(found: Found) -> list[str]:
    from suluh.foundation.language import lazy as _
    from suluh.verification import scales

    fact_check = found.fact_check
    origin = fact_check.office.name if fact_check.office else fact_check.source.name if fact_check.source else ""
    verdict = scales.scale().shown(fact_check.verdict).label
    lines = [click.style(f"{verdict}: {fact_check.title}", bold=True)]
    lines += [f"  {fact_check.reason}"] if fact_check.reason else []
    day = f", {fact_check.checked_on:%d-%m-%Y}" if fact_check.checked_on else ""
    lines.append(f"  {origin}{day}. {found.nearness}")
    lines += [f"  {fact_check.link}"] if fact_check.link else []
    for one in found.differences:
        said = _("  Differs: yours says “%(asked)s”, the one that was checked says “%(known)s”")
        lines.append(str(said % {"asked": one.asked or "-", "known": one.known or "-"}))
    return lines


def _plain(answer: CheckAnswer, *, asked: AskedWords, has_corpus: bool) -> dict[str, Any]:
    origin = answer.origin
    return {
        "outcome": answer.outcome,
        "kind": asked.kind,
        "words": asked.words,
        "notes": [str(note) for note in asked.notes],
        "has_corpus": has_corpus,
        "origin": {"story": origin.story.pk, "office": origin.story.office.slug, "code": origin.code}
        if origin
        else None,
        "found": [
            {
                "id": found.fact_check.pk,
                "title": found.fact_check.title,
                "verdict": found.fact_check.verdict,
                "reason": found.fact_check.reason,
                "link": found.fact_check.link,
                "probability": round(float(found.probability), 3),
                "differences": [vars(one) for one in found.differences],
            }
            for found in answer.found
        ],
    }
