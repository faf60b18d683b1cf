"""What a page of agencies is sent, and how it answers what an action refuses."""

from __future__ import annotations

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, QueryDict

from suluh.foundation.errors import Refusal


def put_on_form(form: BaseForm, *, refusal: Refusal) -> None:
    """Show the sentence above the form, with what was written kept."""
    form.add_error(None, str(refusal))


def put_on_next_page(request: HttpRequest, *, refusal: Refusal) -> None:
    """Show the sentence on the page the answer leads to."""
    messages.error(request, str(refusal))


def sent(request: HttpRequest) -> QueryDict | None:
    """Return what a form sent, or None where the page is only opened."""
    return request.POST if request.method == "POST" else None
