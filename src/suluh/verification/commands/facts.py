"""``suluh facts``"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from suluh.verification.importing import Report
    from suluh.verification.models import Source


@click.command()
@click.argument("verb", type=click.Choice(["list", "add", "import"]))
@click.argument("slugs", metavar="[SOURCE]...", nargs=-1)
@click.option("--kind", default="", help="With add: claimreview, csv, datacommons, feed, google or wordpress.")
@click.option("--address", default="", help="With add: where it is read from.")
@click.option("--name", default="", help="With add: its name, as readers see it.")
@click.option("--licence", default="", help="With add: what its licence allows, in one sentence.")
@click.option("--language", default="id", help="With add: the language of its fact-checks, where it does not say.")
@click.option("--seconds", default=2, help="With add: the least number of seconds between two requests.")
@click.option(
    "--file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="With import: read this file instead of the source's address.",
)
def command(*, verb: str, slugs: tuple[str, ...], file: Path | None, **described: str | int) -> None:
    """List the sources of fact-checks, add one, or import what they have published.

    A reading that was broken off goes on where it stood. Without a source, import reads all that are active.
    """
    from suluh.foundation import preparing

    with preparing.ready():
        preparing.migrate()
        if verb == "add":
            _add(slugs, described=described)
        elif verb == "import":
            _import(slugs, file=file)
        else:
            _list()


def _add(slugs: tuple[str, ...], *, described: dict[str, str | int]) -> None:
    from suluh.foundation.language import lazy as _
    from suluh.verification.actions.add_source import NewSource, add_source

    if len(slugs) != 1:
        raise click.UsageError(str(_("Name one source, as in: suluh facts add turnbackhoax --kind wordpress …")))
    seconds = int(described.pop("seconds"))
    texts = {name: str(value) for name, value in described.items()}
    source = add_source(NewSource(slug=slugs[0], seconds_between=seconds, **texts))
    click.echo(_("%(name)s is a source now. Read it: suluh facts import %(slug)s") % _named(source))


def _import(slugs: tuple[str, ...], *, file: Path | None) -> None:
    from suluh.foundation.language import lazy as _
    from suluh.verification.actions.add_source import source_called
    from suluh.verification.importing import import_file, import_source
    from suluh.verification.models import Source

    if file is not None and len(slugs) != 1:
        raise click.UsageError(str(_("Name the one source that the file belongs to.")))
    sources = [source_called(slug) for slug in slugs] or list(Source.objects.readable())
    refused = None
    for source in sources:
        report = import_file(source, data=file.read_bytes()) if file else import_source(source)
        click.echo("\n".join(_told(source, report=report)))
        refused = refused or report.trouble
    if refused:
        raise refused


def _list() -> None:
    from suluh.foundation.language import lazy as _
    from suluh.verification.corpus.contract import importer
    from suluh.verification.models import Source

    for source, count in Source.objects.with_counts():
        read = f"{source.read_at:%d-%m-%Y %H:%M}" if source.read_at else str(_("never read"))
        label = importer(source.kind).label if source.address else source.kind
        click.echo(f"{source.slug:<24} {count:>7}  {read:<16}  {label}  {source.name}")
        if source.trouble:
            click.secho(f"{'':<24} {source.trouble}", fg="yellow")


def _told(source: Source, *, report: Report) -> list[str]:
    from suluh.foundation.language import lazy as _

    if report.is_unchanged:
        return [str(_("%(name)s: nothing new.") % _named(source))]
    counts = {"new": report.kept.new, "changed": report.kept.changed, "bad": report.bad_count}
    said = _("%(name)s: %(new)d new, %(changed)d changed, %(bad)d kept out.")
    lines = [str(said % (_named(source) | counts))]
    lines += [f"  {bad.number}: {bad.why}" for bad in report.bad[:10]]
    if not report.is_finished and report.trouble is None:
        lines.append(str(_("There is more: the next reading goes on where this one ended.")))
    return lines


def _named(source: Source) -> dict[str, object]:
    return {"name": source.name, "slug": source.slug}
