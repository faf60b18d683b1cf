"""``suluh verify``"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from suluh.authenticity.inspection import Inspection
    from suluh.authenticity.trust import TrustList

# 0 where all are genuine and approved, 1 where one is not genuine, 2 where one could not be told and no other is worse,
# 3 where one is a draft and no other is worse.
_ALTERED_OR_UNKNOWN, _COULD_NOT_TELL, _DRAFT = 1, 2, 3


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
@click.option("--trust", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="A trust list (PEM).")
@click.pass_context
def command(context: click.Context, paths: tuple[Path, ...], as_json: bool, trust: Path | None) -> None:
    """Say of files or folders whether they are really from an office. Needs no network and no database."""
    from suluh.authenticity.folders import verify_path
    from suluh.foundation.clock import now

    believed = _trust_list(trust)
    found = [inspection for path in paths for inspection in verify_path(path, trust=believed, at=now())]
    if as_json:
        click.echo(json.dumps([asdict(inspection) for inspection in found], indent=2, default=str, ensure_ascii=False))
    else:
        for inspection in found:
            click.echo("\n".join(_told(inspection)))
        if len(found) > 1:
            click.secho(_summed(found), bold=True)
    context.exit(_exit_code(found))


def _trust_list(path: Path | None) -> TrustList:
    from suluh.authenticity.authority import Authority
    from suluh.authenticity.trust import parse_trust

    if path is not None:
        return parse_trust(path.read_text(errors="replace"))
    from django.conf import settings

    return Authority(settings.KEYS_FOLDER).trust_list()


def _told(inspection: Inspection) -> list[str]:
    """Return the lines for one file: its name, the answer, the details below."""
    from suluh.foundation.language import lazy as _

    details = (
        (_("Office"), inspection.office),
        (_("Title"), inspection.title),
        (_("Code"), inspection.code),
        (_("Page"), inspection.code_url),
        (_("Sealed at"), inspection.signed_at.isoformat(sep=" ") if inspection.signed_at else ""),
        (_("Certificate"), inspection.subject),
        (_("Evidence"), ", ".join(inspection.evidence)),
    )
    lines = [click.style(inspection.name, bold=True), f"  {inspection.sentence}"]
    lines += [f"  {problem}" for problem in inspection.problems]
    lines += [f"    {label}: {value}" for label, value in details if value]
    return lines


def _summed(found: list[Inspection]) -> str:
    """Return one line that counts the answers, the genuine first."""
    from suluh.foundation.language import lazy as _

    names = {
        "genuine": _("genuine"),
        "draft": _("draft not approved"),
        "altered": _("altered"),
        "not_ours": _("not ours"),
        "unsealed": _("without a seal"),
        "unreadable": _("could not be told"),
    }
    states = [_counted_as(inspection) for inspection in found]
    counts = ", ".join(f"{states.count(state)} {name}" for state, name in names.items() if state in states)
    return str(_("%(files)d files: %(counts)s.") % {"files": len(found), "counts": counts})


def _counted_as(inspection: Inspection) -> str:
    return "draft" if inspection.state == "genuine" and inspection.is_draft else inspection.state


def _exit_code(found: list[Inspection]) -> int:
    states = {_counted_as(inspection) for inspection in found}
    if states - {"genuine", "draft", "unreadable"}:
        return _ALTERED_OR_UNKNOWN
    if "unreadable" in states or not found:
        return _COULD_NOT_TELL
    return _DRAFT if "draft" in states else 0
