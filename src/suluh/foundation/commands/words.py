"""``suluh words``"""

from __future__ import annotations

import sys

import click


@click.command()
@click.option("--check", is_flag=True, help="Write nothing; fail where a word has no translation.")
def command(*, check: bool) -> None:
    """Collect the words of the screens into the catalogues, show what is not translated, and compile."""
    import django

    django.setup()
    from suluh.foundation import words

    lacking = 0
    for room in words.rooms():
        found = words.missing(room) if check else words.add_missing(room)
        lacking += len(found)
        for message in found:
            click.echo(f"{room.name}: {message}")
    words.compile_all()
    if check and lacking:
        sys.exit(1)
