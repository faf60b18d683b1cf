"""What the pages of asking keep to: no cookie, no session, the same for everybody, and so often for each network.

They take POST without Django's CSRF token, which would need a cookie: they act for nobody, so there is no right that
another site could borrow. What it could do is send questions through its visitors' browsers; that is refused by the
browser's own word about where a form stood (Origin, Sec-Fetch-Site), and bounded by the allowances.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import conditional_page, require_http_methods

from suluh.agencies.api import opens_to_all
from suluh.foundation.allowances import Allowance, TooOften
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _
from suluh.foundation.tenancy import acting

View = Callable[..., HttpResponse]
# A class of forty asks three times each at once, and then goes on at one in three seconds.
CHECKING = Allowance(name="check", most=120, each_hour=1200)
SENDING = Allowance(name="send", most=20, each_hour=60)
LOOKING = Allowance(name="number", most=60, each_hour=600)
# Reading a picture or a linked page costs as much as so many texts.
COST = {"text": 1, "link": 3, "picture": 4}


class FromElsewhere(Refusal):
    """A form that stood on another site."""

    code = "web.E170"
    status = 403


def asking_page(view: View) -> View:
    """Open ``view`` to all, acting for nobody, with GET and POST; what is answered to one person is kept nowhere."""

    @functools.wraps(view)
    def shown(request: HttpRequest, *args: Any, **options: Any) -> HttpResponse:
        with acting():
            response = view(request, *args, **options)
        if not response.has_header("Cache-Control"):
            patch_cache_control(response, private=True, no_store=True)
        response["Referrer-Policy"] = "same-origin"
        return response

    return csrf_exempt(opens_to_all(require_http_methods(["GET", "HEAD", "POST"])(conditional_page(shown))))


def check_stood_here(request: HttpRequest) -> None:
    """Raise ``FromElsewhere`` where the browser says that the form stood on another site."""
    origin = request.headers.get("Origin", "")
    is_other = bool(origin) and urlsplit(origin).netloc != request.get_host()
    if is_other or request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
        raise FromElsewhere(_("This form stood on another site. Open this page itself and send it from here."))


def with_status(response: HttpResponse, *, refusal: Refusal) -> HttpResponse:
    """Give a page that shows a refusal its status, and say when to come back where waiting helps."""
    response.status_code = refusal.status
    if isinstance(refusal, TooOften):
        response["Retry-After"] = str(refusal.seconds)
    return response
