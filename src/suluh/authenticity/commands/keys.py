"""``suluh keys``"""

from __future__ import annotations

import click


@click.command()
@click.option("--rotate", "slug", default="", help="Give this office a new key; older seals stay genuine.")
@click.option("--revoke", "serial", default="", help="Take the certificate of this serial back.")
@click.option("--yes", "is_sure", is_flag=True, help="Do not ask.")
def command(*, slug: str, serial: str, is_sure: bool) -> None:
    """List the keys of the seals: serial number, from when, until when, state.

    With --rotate an office gets a new key; with --revoke a stolen one is taken back.
    """
    from suluh.foundation import preparing

    if slug and serial:
        raise click.UsageError("--rotate, --revoke")
    if not slug and not serial:
        _list()
        return
    with preparing.ready():
        preparing.migrate()
        if slug:
            _rotate(slug, is_sure=is_sure)
        else:
            _revoke(serial, is_sure=is_sure)


def _list() -> None:
    from django.conf import settings

    from suluh.authenticity.authority import Authority
    from suluh.authenticity.keys import AUTHORITY_NAME
    from suluh.authenticity.listing import STATE_LABELS, list_keys
    from suluh.foundation.clock import now
    from suluh.foundation.language import lazy as _

    authority = Authority(settings.KEYS_FOLDER)
    authority.set_up(name=AUTHORITY_NAME, at=now())
    if settings.SIGNER:
        click.echo(_("New seals are signed elsewhere, by %(signer)s (SULUH_SIGNER).") % {"signer": settings.SIGNER})
    lines = list_keys(authority, at=now())
    for line in lines:
        days = f"{line.begins_at:%d-%m-%Y} – {line.ends_at:%d-%m-%Y}"
        click.echo(f"{line.slug:<20} {line.serial:<42} {days}  {STATE_LABELS[line.state]}")
    if not lines:
        click.echo(_("No office has a key yet: its first pack makes it."))


def _rotate(slug: str, *, is_sure: bool) -> None:
    from django.conf import settings

    from suluh.agencies import api as agencies
    from suluh.authenticity.actions.renew_keys import rotate_key
    from suluh.foundation.language import lazy as _

    office = agencies.office_called(slug, folders=settings.PROVINCE_FOLDERS)
    question = _("Give %(office)s a new key and erase the old one? What it sealed stays genuine.")
    _ask(str(question % {"office": office.name}), is_sure=is_sure)
    serial = rotate_key(office, folder=settings.KEYS_FOLDER)
    click.echo(_("%(office)s seals with %(serial)s now.") % {"office": office.name, "serial": serial})


def _revoke(serial: str, *, is_sure: bool) -> None:
    from django.conf import settings

    from suluh.authenticity.actions.renew_keys import revoke_certificate
    from suluh.authenticity.authority import Authority
    from suluh.authenticity.listing import find_certificate
    from suluh.foundation.language import lazy as _

    slug, _certificate = find_certificate(Authority(settings.KEYS_FOLDER), serial=serial)
    question = _("Take %(serial)s of %(office)s back? No file that was ever sealed with it is genuine then, for good.")
    _ask(str(question % {"serial": serial, "office": slug}), is_sure=is_sure)
    revoked = revoke_certificate(serial, folder=settings.KEYS_FOLDER)
    click.echo(_("%(serial)s is taken back. Hand the new trust list out: suluh trust") % {"serial": serial})
    if revoked.new_serial:
        said = _("%(office)s seals with %(serial)s now.")
        click.echo(said % {"office": revoked.office.name, "serial": revoked.new_serial})


def _ask(question: str, *, is_sure: bool) -> None:
    if not is_sure:
        click.confirm(question, abort=True)
