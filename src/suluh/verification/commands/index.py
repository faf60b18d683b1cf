"""``suluh index``"""

from __future__ import annotations

import click


@click.command()
@click.option("--anew", "is_anew", is_flag=True, help="Throw the index away and make it from the database.")
def command(*, is_anew: bool) -> None:
    """Bring the index of the matcher in step with the database, and say how long it took.

    Suluh does this by itself; what the index holds stands in the database too, and needs no backup.
    """
    import time

    from suluh.foundation import preparing
    from suluh.foundation.language import lazy as _

    with preparing.ready():
        preparing.migrate()
        from suluh.verification.index import begin_anew, catch_up
        from suluh.verification.models import FactCheck

        if is_anew:
            begin_anew()
        began = time.monotonic()
        last = catch_up()
        words = {
            "count": FactCheck.objects.public().count(),
            "last": last,
            "seconds": f"{time.monotonic() - began:.1f}",
        }
        click.echo(_("%(count)s fact-checks, up to change %(last)s, in %(seconds)s s.") % words)
