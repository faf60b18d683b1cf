"""Addresses of asking. Fact-checks themselves stand under cek/fakta/."""

from __future__ import annotations

from django.urls import path

from suluh.web.asking import numbers, views

public_urls = [
    path("cek/", views.ask, name="check"),
    path("cek/kirim/", views.send, name="send_question"),
    path("cek/nomor/", numbers.ask_number, name="ask_question"),
    path("cek/nomor/<str:text>/", numbers.show_question, name="question"),
    path("cek/privasi/", views.show_privacy, name="check_privacy"),
]
