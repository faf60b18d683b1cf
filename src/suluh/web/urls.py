"""Every address of Suluh. Each part of the house that has pages keeps a ``urls.py``; they are found by looking.

``desk_urls`` stand under /meja/ in the screen language of the reader; ``public_urls`` stand at the root, in English
under /en/; ``plain_urls`` stand at the root and have no language (feeds, files, the API).
"""

from __future__ import annotations

from importlib import import_module

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

from suluh.web.parts import url_modules

Patterns = list[URLPattern | URLResolver]


def _found(name: str) -> Patterns:
    patterns: Patterns = []
    for module in url_modules():
        patterns += getattr(import_module(module), name, [])
    return patterns


urlpatterns: Patterns = [
    path("meja/", include(_found("desk_urls"))),
    path("akun/", include("allauth.urls")),
    *_found("plain_urls"),
    *i18n_patterns(*_found("public_urls"), prefix_default_language=False),
]

handler500 = "suluh.web.failures.answer_failure"
