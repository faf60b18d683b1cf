"""``suluh settings``"""

from __future__ import annotations

import dataclasses

import click

SECRET = {"secret_key", "email_url", "fact_check_key", "assistant_key"}


@click.command()
def command() -> None:
    """Show every setting as it was read; secrets stay hidden."""
    from suluh.settings.environment import DatabaseAddress, read_environment

    environment = read_environment()
    for field in dataclasses.fields(environment):
        value = getattr(environment, field.name)
        shown = value.url if isinstance(value, DatabaseAddress) else value
        click.echo(f"{field.name}: {'…' if field.name in SECRET and value else shown}")
