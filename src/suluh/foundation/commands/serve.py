"""``suluh serve``"""

from __future__ import annotations

import click


@click.command()
def command() -> None:
    """Answer requests only; the database and the workers run elsewhere."""
    from suluh.foundation import serving
    from suluh.settings.environment import read_environment

    serving.serve(read_environment())
