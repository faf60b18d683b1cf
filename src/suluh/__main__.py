"""The command line: ``suluh COMMAND``. Each room's ``commands/<name>.py`` is one command, found by looking."""

from __future__ import annotations

import importlib
import inspect
import os
import sys
from pathlib import Path

import click

from suluh import __version__
from suluh.foundation.errors import Refusal
from suluh.foundation.language import spoken, translate
from suluh.settings.environment import BadSetting

HOUSE = Path(__file__).resolve().parent


class CommandsFound(click.Group):
    """A group whose commands are files; one is imported only when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands' names, in order of the alphabet."""
        return sorted(_files())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name, its help in the reader's language."""
        module = _files().get(cmd_name)
        if module is None:
            return None
        command: click.Command = importlib.import_module(module).command
        command.help = translate(inspect.cleandoc(command.help or ""))
        command.short_help = translate(command.short_help) if command.short_help else None
        for option in command.params:
            if isinstance(option, click.Option) and option.help:
                option.help = translate(option.help)
        return command


def _files() -> dict[str, str]:
    found: dict[str, str] = {}
    for file in sorted(HOUSE.glob("*/commands/*.py")):
        name = file.stem.replace("_", "-")
        if name.startswith("-"):
            continue
        if name in found:
            raise RuntimeError(f"two commands are called {name}")
        found[name] = ".".join(("suluh", *file.relative_to(HOUSE).with_suffix("").parts))
    return found


@click.command(cls=CommandsFound, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version=__version__, prog_name="suluh")
def program() -> None:
    """Suluh: one story in; checked, approved by two people, drawn, sealed, published."""


def main() -> None:
    """Run the command line; a refusal is told in one sentence, with exit code 2."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "suluh.settings.server")
    if os.environ.get("SULUH_LANGUAGE") in {"id", "en"}:
        spoken.set(os.environ["SULUH_LANGUAGE"])
    program.help = translate(program.help or "")
    try:
        program(prog_name="suluh")
    except (Refusal, BadSetting) as refusal:
        click.secho(str(refusal), fg="red", err=True)
        if isinstance(refusal, Refusal):
            if refusal.hint:
                click.echo(refusal.hint, err=True)
            click.echo(f"({refusal.code})", err=True)
        sys.exit(2)


if __name__ == "__main__":
    main()
