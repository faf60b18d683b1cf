"""Mails of agencies, in the language of who reads them."""

from __future__ import annotations

import logging
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _

log = logging.getLogger("suluh.mail")


class MailNotSent(Refusal):
    """The mail server did not take a mail."""

    code = "agencies.E130"
    status = 503


def send_invitation(email: str, *, token: str, office: str, invited_by: str, language: str) -> None:
    """Send the link of an invitation. ``language`` is the reader's. Raises ``MailNotSent``; trying again may help."""
    link = settings.SITE_URL + reverse("accept_invitation", kwargs={"token": token})
    words = {"link": link, "office": office, "invited_by": invited_by}
    with translation.override(language):
        subject = " ".join(render_to_string("agencies/mail/invitation_subject.txt", words).split())
        body = render_to_string("agencies/mail/invitation.txt", words)
    try:
        send_mail(subject, body, None, [email])
    except (SMTPException, OSError) as error:
        log.warning("invitation to %s not sent: %s", email, error)
        raise MailNotSent(
            _("The invitation is kept, but the mail to %(email)s could not be sent. Press “Send again” in a while.")
            % {"email": email},
            hint=str(error),
            permanent=False,
        ) from error
