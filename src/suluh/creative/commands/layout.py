"""suluh layout: for who designs a layout of their own."""

from __future__ import annotations

from pathlib import Path

import click


@click.group(short_help="Check a layout of one's own, as the browser does.")
def command() -> None:
    """Work on a layout of one's own away from the browser."""


@command.command("check", short_help="Say what is to be mended in a layout before it can be used.")
@click.argument("layout", type=click.Path(exists=True, path_type=Path))
@click.option("--brand", "brand_file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--office", default="", help="Which [[office]] of the brand file; the first where left out.")
def check(layout: Path, brand_file: Path | None, office: str) -> None:
    """Check LAYOUT, a folder with layout.toml and layout.typ or such a folder as a ZIP file.

    It is drawn in every size with short, usual and very long texts, in the colours of --brand (a province.toml), apart
    from this program: it reads no files and reaches no network. Ends with 1 where something is to be mended.
    """
    from suluh.creative.designing.archive import FILES, Files, unpacked
    from suluh.creative.designing.checking import check as check_layout
    from suluh.creative.designing.checking import faults_of
    from suluh.creative.drawing.motif import PROVINCES
    from suluh.creative.packs.designing import brand_from
    from suluh.foundation.language import lazy as _

    if layout.is_dir():
        texts = [(layout / name).read_text("utf-8") if (layout / name).is_file() else "" for name in FILES]
        files = Files(form=texts[0], program=texts[1], sample=texts[2])
    else:
        files = unpacked(layout.read_bytes())[1]
    brand = brand_from(brand_file or PROVINCES / "nasional" / "province.toml", office=office)
    found = check_layout(files, slug="layout", brand=brand)
    for fault in found:
        place = f"{fault.file}:{fault.line}:{fault.column}" if fault.line else fault.file
        detail = f" ({fault.detail})" if fault.detail else ""
        kind = _("warning") if fault.is_warning else _("mistake")
        click.echo(f"{place}: {kind}: {fault.sentence}{detail}")
    if faults_of(found):
        raise SystemExit(1)
    click.echo(str(_("Nothing to mend: the layout may be put in use.")))
