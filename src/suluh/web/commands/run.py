"""``suluh run``"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from suluh.settings.environment import Environment


@click.command()
@click.option(
    "--seed/--no-seed", "wants_seed", default=True, help="People and stories of a demonstration in an empty database."
)
def command(*, wants_seed: bool) -> None:
    """Set up, serve and work until Ctrl-C: what ./run does."""
    from suluh.foundation import preparing, serving
    from suluh.foundation.language import lazy as _
    from suluh.settings.environment import read_environment

    environment = read_environment()
    with preparing.only_one(environment.data):
        preparing.check_port(environment)
        with preparing.with_database() as environment:
            welcome = _prepared(environment, wants_seed=wants_seed)
            click.secho(f"\n  Suluh: {environment.site_url}\n", bold=True)
            click.echo(welcome)
            stops = _("Ctrl-C stops everything; ./run starts it again with all that was kept.")
            click.echo(f"  {stops}\n")
            code = serving.run_all(environment)
    sys.exit(code)


def _prepared(environment: Environment, *, wants_seed: bool) -> str:
    """Bring everything up to date, unless nothing has changed since the last start; return the welcome."""
    from suluh.foundation import preparing

    stamp, kept = environment.data / "prepared", environment.data / "secrets" / "welcome"
    if stamp.exists() and stamp.read_text() == _picture(environment, wants_seed=wants_seed):
        return kept.read_text() if kept.exists() else ""
    preparing.set_up_django()
    preparing.migrate()
    preparing.collect_static(environment.data)
    from suluh.web import seeding

    kept.touch(mode=0o600)
    kept.write_text(seeding.seed() if wants_seed else seeding.plant())
    stamp.write_text(_picture(environment, wants_seed=wants_seed))
    return kept.read_text() if kept.exists() else ""


def _picture(environment: Environment, *, wants_seed: bool) -> str:
    from suluh.foundation import database, preparing

    return f"{preparing.picture_of(environment)} {database.mark_of(environment)} {wants_seed}"
