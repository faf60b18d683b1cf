"""How a page of agencies answers what an action refuses."""

from __future__ import annotations

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest

from suluh.foundation.errors import Refusal


def put_on_form(form: BaseForm, *, refusal: Refusal) -> None:
    """Show the sentence above the form, with what was written kept."""
    form.add_error(None, str(refusal))


def put_on_next_page(request: HttpRequest, *, refusal: Refusal) -> None:
    """Show the sentence on the page the answer leads to."""
    messages.error(request, str(refusal))
