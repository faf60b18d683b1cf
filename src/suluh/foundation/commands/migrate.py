"""``suluh migrate``"""

from __future__ import annotations

import click


@click.command()
def command() -> None:
    """Make or update the database, its tables and its policies; safe to run again."""
    from suluh.foundation import preparing

    with preparing.ready() as environment:
        preparing.migrate()
        preparing.collect_static(environment.data)
        click.echo(environment.database_owner.url)
