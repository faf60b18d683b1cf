"""``suluh pack``"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from suluh.agencies.api import Office
    from suluh.content.blocks import StoryText
    from suluh.creative.coach import Finding
    from suluh.creative.packs.filing import Report
    from suluh.creative.packs.making import MadeFile, Order

_WIDEST = 40


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--office", "slug", required=True, help="The office that puts it out, by its short name: sumsel.")
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="The folder for the pack.")
@click.option("--with", "partners", multiple=True, help="A partner office shown beside; may be given again.")
@click.option("--mend", "wants_mending", is_flag=True, help="Mend the coach's certain errors by its first suggestion.")
@click.option("--json", "wants_json", is_flag=True, help="Print the report as JSON.")
def command(
    *, file: Path, slug: str, out: Path, partners: tuple[str, ...], wants_mending: bool, wants_json: bool
) -> None:
    """Turn a press release into a coached story and a sealed pack, in one go.

    The pack is a draft: its code and its seals say that nobody has approved it yet.
    """
    from rich.console import Console

    from suluh.creative.packs.filing import Report, fill, prepare
    from suluh.foundation import preparing

    screen = Console(stderr=True, quiet=wants_json)
    report = Report()
    with preparing.ready():
        preparing.migrate()
        with screen.status(file.name) as progress:
            story = prepare(file, report=report, wants_mending=wants_mending)
            with report.step("code and key"):
                office, order = order_for(story, slug=slug, partners=partners)
            fill(out, order=order, report=report, tell=progress.update)
            with report.step("register"):
                register(office, order=order, files=report.files)
    click.echo(_as_json(report, order=order, out=out) if wants_json else _as_text(report, order=order, out=out))


def order_for(story: StoryText, *, slug: str, partners: tuple[str, ...]) -> tuple[Office, Order]:
    """Return the office of that short name, and what a pack of a draft for it is made from, under a new code."""
    from django.conf import settings

    from suluh.agencies import api as agencies
    from suluh.authenticity import api as authenticity
    from suluh.creative.drawing.mark import Mark
    from suluh.creative.packs.making import Order
    from suluh.foundation.clock import now

    office = agencies.office_called(slug, folders=settings.PROVINCE_FOLDERS)
    brand = office.brand()
    code = authenticity.new_code(is_taken=lambda text: authenticity.Code.objects.filter(text=text).exists())
    url = f"{settings.SITE_URL}/c/{code}"
    order = Order(
        story=story,
        brand=brand,
        mark=Mark(code=code, url=url),
        signer=authenticity.office_signer(brand, folder=settings.KEYS_FOLDER, elsewhere=settings.SIGNER),
        claims=authenticity.Claims(
            title=story.headline,
            office=brand.name,
            code=code,
            code_url=url,
            at=now(),
            language=story.language,
            is_draft=True,
        ),
        partners=tuple(agencies.office_called(p, folders=settings.PROVINCE_FOLDERS).brand() for p in partners),
    )
    return office, order


def register(office: Office, *, order: Order, files: Sequence[MadeFile]) -> None:
    """Write the code and the files' hashes into the register in one transaction, after the files stand."""
    from django.db import transaction

    from suluh.authenticity import api as authenticity
    from suluh.foundation import tenancy

    sealed = [
        authenticity.SealedFile(layout=f.layout, name=f.name, media_type=f.media_type, data=f.data) for f in files
    ]
    with tenancy.acting(office=office.pk), transaction.atomic():
        code = authenticity.issue_code(office, revision=None, by=None, text=order.mark.code)
        authenticity.register_seals(code, files=sealed, by=None)


def _as_json(report: Report, *, order: Order, out: Path) -> str:
    return json.dumps(
        {
            "code": order.mark.code,
            "url": order.mark.url,
            "folder": str(out),
            "headline": order.story.headline,
            "findings": [
                {"rule": f.rule, "text": f.text, "severity": f.severity, "suggestions": list(f.suggestions)}
                for f in report.findings
            ],
            "mended": report.mended,
            "files": [{"name": f.name, "layout": f.layout, "bytes": len(f.data)} for f in report.files],
            "problems": [
                {"layout": p.layout, "block": p.block, "sentence": p.sentence, "code": p.code} for p in report.problems
            ],
            "seconds": {name: round(value, 3) for name, value in report.seconds.items()},
        },
        ensure_ascii=False,
        indent=1,
    )


def _told(finding: Finding) -> str:
    from suluh.creative.commands.coach import severity_name

    words = finding.text if len(finding.text) <= _WIDEST else f"{finding.text[:_WIDEST]}…"
    arrow = f" → {', '.join(finding.suggestions[:3])}" if finding.suggestions else ""
    return f"  {severity_name(finding.severity):15}“{words}”{arrow}  {finding.message}"


def _as_text(report: Report, *, order: Order, out: Path) -> str:
    from suluh.foundation.language import lazy as _

    lines = [f"{order.story.headline}", ""]
    lines += [_told(finding) for finding in report.findings]
    lines += [f"  ! {p.layout}: {p.sentence}" for p in report.problems]
    lines += [
        "",
        str(
            _("%(files)d files in %(folder)s, code %(code)s, %(seconds).1f s.")
            % {
                "files": len(report.files),
                "folder": out,
                "code": order.mark.code,
                "seconds": sum(report.seconds.values()),
            }
        ),
    ]
    return "\n".join(lines)
