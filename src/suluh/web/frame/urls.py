"""Addresses of the frame: every component on one page, and the choice of a language."""

from __future__ import annotations

from django.urls import path

from suluh.web.frame.views import choose_language, show_components

desk_urls = [path("komponen/", show_components, name="components")]
plain_urls = [path("bahasa/", choose_language, name="choose_language")]
