"""``suluh questions``"""

from __future__ import annotations

import click


@click.command()
@click.option("--erase", "is_erasing", is_flag=True, help="Erase now what its time is over for.")
@click.option("--new-key", "is_new_key", is_flag=True, help="Make a new key; from now on it encrypts what is sent.")
def command(*, is_erasing: bool, is_new_key: bool) -> None:
    """Show how much of what citizens sent is kept, and until when; erase it, or change the key it is encrypted with.

    The worker erases every hour by itself. Older keys stay in keys/citizens until nothing they encrypted is kept.
    """
    from suluh.foundation import preparing

    with preparing.ready():
        preparing.migrate()
        if is_new_key:
            _make_key()
        if is_erasing:
            _erase()
        _list()


def _make_key() -> None:
    from suluh.foundation.language import lazy as _
    from suluh.verification import citizens

    path = citizens.new_key()
    click.echo(_("%(path)s encrypts from now on. Put it into your backup.") % {"path": path})


def _erase() -> None:
    from suluh.foundation.language import lazy as _
    from suluh.verification.erasing import erase_what_is_over

    click.echo(_("Erased: %(count)d") % {"count": erase_what_is_over()})


def _list() -> None:
    from suluh.foundation.language import lazy as _
    from suluh.verification.erasing import what_is_kept

    lines = what_is_kept()
    for line in lines:
        said = _("%(office)s: %(kept)d kept, %(over)d of them over their time; erased %(days)d days after the answer")
        click.echo(said % {"office": line.office, "kept": line.kept, "over": line.over, "days": line.days})
    if not lines:
        click.echo(_("No office has a check desk."))
