"""``suluh run``"""

from __future__ import annotations

import sys

import click


@click.command()
@click.option("--seed/--no-seed", "wants_seed", default=True, help="Plant the sample province in an empty database.")
def command(*, wants_seed: bool) -> None:
    """Set up, serve and work until Ctrl-C: what ./run does."""
    from suluh.foundation import preparing, serving
    from suluh.settings.environment import read_environment

    environment = read_environment()
    preparing.check_port(environment)
    with preparing.only_one(environment.data), preparing.ready() as environment:
        preparing.migrate()
        preparing.collect_static(environment.data)
        welcome = ""
        if wants_seed:
            from suluh.web import seeding

            welcome = seeding.seed()
        click.secho(f"\n  Suluh: {environment.site_url}\n", bold=True)
        click.echo(welcome)
        code = serving.run_all(environment)
    sys.exit(code)
