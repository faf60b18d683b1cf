"""``suluh work``"""

from __future__ import annotations

import click


@click.command()
@click.option("--concurrency", default=2, show_default=True, help="How many jobs at once.")
@click.option("--until-empty", is_flag=True, help="Stop when no job is left.")
def command(*, concurrency: int, until_empty: bool) -> None:
    """Do background work; run it as often, and on as many machines, as wanted."""
    import django

    django.setup()
    from suluh.foundation import jobs

    jobs.work(concurrency=concurrency, waits=not until_empty)
