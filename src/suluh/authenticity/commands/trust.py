"""``suluh trust``"""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file, not to the screen.")
def command(out: Path | None) -> None:
    """Export this installation's trust list: whom "suluh verify --trust" believes on another machine."""
    from django.conf import settings

    from suluh.authenticity.authority import Authority
    from suluh.authenticity.trust import dump_trust

    text = dump_trust(Authority(settings.KEYS_FOLDER).trust_list())
    if out is None:
        click.echo(text, nl=False)
    else:
        out.write_text(text)
        click.echo(f"{out}")
