"""Pages and files about the site itself."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse

from suluh.authenticity import api as authenticity
from suluh.foundation.clock import now
from suluh.web.public.access import keep_for, public_page
from suluh.web.public.metadata import absolute

_DAY = 24 * 60 * 60


@public_page
def show_how_to_check(request: HttpRequest) -> HttpResponse:
    """Say how anybody checks that something is really from an office."""
    return render(request, "web/how_to_check.html", {"nav": "how"})


@public_page
def send_robots(request: HttpRequest) -> HttpResponse:
    """Tell crawlers what to leave alone. The desk is closed to them anyway."""
    lines = ["User-agent: *", "Disallow: /meja/", "Disallow: /akun/", "Disallow: /cari/", "Disallow: /en/cari/"]
    lines += ["Disallow: /cek/nomor/", "Disallow: /en/cek/nomor/"]
    return _text([*lines, "", f"Sitemap: {absolute(reverse('sitemap'))}"])


@public_page
def send_security(request: HttpRequest) -> HttpResponse:
    """Tell who finds a hole where to report it. RFC 9116, read 2026-11-23: Contact and Expires are required."""
    ends = (now() + timedelta(days=180)).replace(hour=0, minute=0, second=0, microsecond=0)
    return _text(
        [
            f"Contact: {settings.SECURITY_CONTACT or absolute(reverse('how_to_check')) + '#keamanan'}",
            f"Expires: {ends.isoformat().replace('+00:00', 'Z')}",
            f"Preferred-Languages: {', '.join(code for code, _name in settings.LANGUAGES)}",
            f"Canonical: {absolute(reverse('security'))}",
        ]
    )


@public_page
def send_trust_list(request: HttpRequest) -> HttpResponse:
    """Give whom this installation trusts as PEM, for ``suluh verify --trust`` on other machines."""
    return _text([authenticity.dump_trust(authenticity.trust_list(settings.KEYS_FOLDER))])


@public_page
def send_manifest(request: HttpRequest) -> HttpResponse:
    """Tell a telephone how the site looks on its home screen. W3C Web Application Manifest, read 2026-11-23."""
    response = JsonResponse(
        {
            "name": "Suluh",
            "short_name": "Suluh",
            "lang": settings.LANGUAGE_CODE,
            "start_url": reverse("home"),
            "display": "minimal-ui",
            "background_color": "#fbf7f0",
            "theme_color": "#13203d",
            # A telephone's "share" menu hands a message, a link or a picture over (Web Share Target, read 2026-11-23).
            "share_target": {
                "action": reverse("check"),
                "method": "POST",
                "enctype": "multipart/form-data",
                "params": {
                    "title": "judul",
                    "text": "teks",
                    "url": "tautan",
                    "files": [{"name": "gambar", "accept": ["image/png", "image/jpeg", "image/webp"]}],
                },
            },
            "icons": [{"src": static("suluh/torch.svg"), "sizes": "any", "type": "image/svg+xml"}],
        },
        content_type="application/manifest+json",
    )
    keep_for(response, seconds=_DAY)
    return response


def _text(lines: list[str]) -> HttpResponse:
    response = HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
    keep_for(response, seconds=_DAY)
    return response
