"""``suluh plant``"""

from __future__ import annotations

import click


@click.command()
def command() -> None:
    """Make the offices of all province files that are not there yet; safe to run again.

    Also those of SULUH_PROVINCES. What operators changed of an office stays.
    """
    from suluh.foundation import preparing
    from suluh.foundation.language import lazy as _

    with preparing.ready():
        from django.conf import settings

        from suluh.agencies.actions.plant_offices import plant_offices
        from suluh.agencies.province_files import load_provinces

        preparing.migrate()
        planted = plant_offices(load_provinces(settings.PROVINCE_FOLDERS))
        for office in planted.new:
            click.echo(f"{office.slug:<24} {office.name}")
        said = _("%(new)d new offices, %(all)d in all.")
        click.echo(said % {"new": len(planted.new), "all": len(planted.offices)})
