"""``suluh completion``"""

from __future__ import annotations

import click

SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
def command(*, shell: str) -> None:
    """Print the script that lets a shell complete Suluh's commands and options.

    bash: suluh completion bash > ~/.local/share/bash-completion/completions/suluh
    """
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    root = click.get_current_context().find_root().command
    if found is None:
        raise click.UsageError(shell)
    click.echo(found(root, {}, "suluh", "_SULUH_COMPLETE").source())
