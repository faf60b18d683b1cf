"""``suluh add-operator``"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from suluh.agencies.roles import Role

if TYPE_CHECKING:
    from suluh.agencies.actions.invite_operator import InvitedOperator


@click.command()
@click.argument("email")
@click.option("--office", "slug", required=True, help="The office, by its short name: sumsel.")
@click.option("--name", default="", help="The person's name, proposed to them when they join.")
@click.option(
    "--role",
    "roles",
    multiple=True,
    type=click.Choice([role.value for role in Role]),
    help="A further role; may be given again.",
)
def command(*, email: str, slug: str, name: str, roles: tuple[str, ...]) -> None:
    """Invite an operator of an office: its first one, or one who is needed. Prints the link and mails it.

    The link works once, for seven days. Asked again for the same address, the older link ends.
    """
    from suluh.foundation import preparing

    with preparing.ready():
        from django.conf import settings

        from suluh.agencies.actions.invite_operator import invite_operator
        from suluh.agencies.actions.plant_offices import office_called

        preparing.migrate()
        office = office_called(slug, folders=settings.PROVINCE_FOLDERS)
        invited = invite_operator(email, office=office, name=name, roles=roles)
        click.echo("\n".join(_told(invited)))


def _told(invited: InvitedOperator) -> list[str]:
    """Send the mail; return what to tell who asked, also where it could not be sent."""
    from django.conf import settings
    from django.utils.timezone import localtime

    from suluh.agencies.mail import MailNotSent, send_invitation
    from suluh.agencies.roles import ROLE_LABELS
    from suluh.foundation.language import lazy as _

    invitation = invited.invitation
    values: dict[str, object] = {
        "email": invitation.email,
        "office": invitation.office.name,
        "roles": ", ".join(str(ROLE_LABELS[Role(role)]) for role in invitation.roles),
        "until": localtime(invited.ends_at).strftime("%d-%m-%Y %H:%M"),
        "folder": settings.ENVIRONMENT.data / "mail",
    }
    mailed = _("The same link was mailed to %(email)s.")
    if not settings.ENVIRONMENT.email_url:
        mailed = _("No mail server is set, so hand the link over yourself. The mail was written to %(folder)s.")
    try:
        send_invitation(
            invitation.email,
            token=invited.token,
            office=invitation.office.name,
            invited_by=invitation.inviter(),
            language=invited.language,
        )
    except MailNotSent:
        mailed = _("The mail to %(email)s could not be sent, so hand the link over yourself.")
    said = _("%(email)s is invited to %(office)s as: %(roles)s. The link works once, until %(until)s:")
    return [str(said % values), "", f"    {invited.link}", "", str(mailed % values)]
