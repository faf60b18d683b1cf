"""In which language the desk speaks: what was chosen, else the person's own, else what the browser asks for.

Public pages say their language in their address; the desk and the account pages have one address for all languages.
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import check_for_language, get_language_from_request

WITHOUT_LANGUAGE = ("/meja/", "/akun/", "/undangan/", "/api/")


class ReaderLanguageMiddleware:
    """Speaks the reader's language on pages whose address names none. Stands after the scope is known."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(WITHOUT_LANGUAGE):
            return self.get_response(request)
        language = _language_of(request)
        with translation.override(language):
            response = self.get_response(request)
        response["Content-Language"] = language
        return response


def _language_of(request: HttpRequest) -> str:
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    own = getattr(request.user, "language", "") if request.user.is_authenticated else ""
    known = dict(settings.LANGUAGES)
    for code in (chosen, own):
        if code in known and check_for_language(code):
            return code
    return get_language_from_request(request)
