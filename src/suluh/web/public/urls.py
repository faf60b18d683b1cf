"""Addresses of the public site. English pages stand under /en/; feeds and files have no language."""

from __future__ import annotations

from django.urls import path

from suluh.web.public.home import show_home

public_urls = [
    path("", show_home, name="home"),
]
