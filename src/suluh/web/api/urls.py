"""Addresses of the API."""

from __future__ import annotations

from django.urls import path

from suluh.web.api.root import api, nothing_here, show_openapi

plain_urls = [
    path("api/v1/openapi.json", show_openapi, name="openapi"),
    path("api/v1/", api.urls),
    path("api/v1/<path:rest>", nothing_here, name="api_nothing_here"),
]
