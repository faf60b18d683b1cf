"""``suluh reference``"""

from __future__ import annotations

import sys
from pathlib import Path

import click


@click.command()
@click.option("--check", is_flag=True, help="Write nothing; fail where a page differs from the code.")
@click.option("--folder", type=click.Path(file_okay=False, path_type=Path), help="Instead of docs/reference.")
def command(*, check: bool, folder: Path | None) -> None:
    """Write the reference (docs/reference) from the code."""
    import django

    django.setup()
    from django.utils import translation

    from suluh.foundation import reference

    target = folder or reference.FOLDER
    with translation.override("en"):
        found = reference.differing(target) if check else reference.write(target)
    for name in found:
        click.echo(f"{target / name}")
    if check and found:
        sys.exit(1)
