"""``suluh doctor``"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from suluh.foundation.doctor import Remark
    from suluh.settings.environment import Environment


@click.command()
def command() -> None:
    """Look whether this installation is well and say what to do where it is not."""
    import django

    from suluh.settings.environment import read_environment

    environment = read_environment()
    with contextlib.ExitStack() as held:
        problem = _start_database(environment, held=held)
        django.setup()
        from django.utils import translation

        with translation.override(environment.language):
            remarks = list(_look(environment, problem=problem))
            for remark in remarks:
                click.echo(_line(remark))
    if not all(remark.is_well for remark in remarks):
        sys.exit(1)


def _start_database(environment: Environment, *, held: contextlib.ExitStack) -> Exception | None:
    """Start the embedded database for the length of the look, where it exists; return why it does not start."""
    from suluh.foundation import database
    from suluh.foundation.errors import Refusal

    if not environment.database_is_embedded or not (environment.data / "postgres").exists():
        return None
    try:
        held.enter_context(database.embedded_postgres(environment.data))
    except Refusal as refusal:
        return refusal
    return None


def _look(environment: Environment, *, problem: Exception | None) -> Iterator[Remark]:
    from suluh.foundation import doctor
    from suluh.foundation.language import lazy as _

    yield from doctor.before_database(environment)
    if problem is not None:
        yield doctor.Remark(about=_("database"), said=str(problem), mend=_("Mend what it names and try again."))
    elif environment.database_is_embedded and not (environment.data / "postgres").exists():
        yield doctor.Remark(about=_("database"), said=_("not made yet"), mend=_("Start ./run once."))
    else:
        yield from doctor.with_database(environment)


def _line(remark: Remark) -> str:
    sign = click.style("✓", fg="green") if remark.is_well else click.style("✗", fg="red")
    return f"{sign} {remark.about}: {remark.said}" + (f"\n    → {remark.mend}" if remark.mend else "")
