"""Every kind of public page in real Chromium: axe-core, the page's policy, and no scrolling sideways.

The pages are answered before Chromium starts and given to it from memory, with the headers Suluh sent: Playwright's
loop and Django's database cannot share a thread, and no port is needed.
"""

from __future__ import annotations

import mimetypes
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import build_text
from django.contrib.staticfiles import finders
from django.test import Client
from lxml import html  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Route, sync_playwright

from suluh.agencies.api import Member
from suluh.authenticity.api import new_code
from suluh.content import api as content
from suluh.content.api import Story
from suluh.content.blocks import CallToAction, Contact, MythFact, Number, Paragraph, Quote, Step, Video
from suluh.web.public.tests.conftest import Publish, code_of, pack_of

CHROMIUM = shutil.which("chromium")
# A name that Chromium trusts without TLS; nothing listens there.
SITE = "http://localhost"
SIZES = {"phone": (360, 740), "laptop": (1280, 800)}
# What Chromium asks of its own accord stays off.
QUIET = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync")
EVERY_KIND = (
    Paragraph(text='Baca <strong>semua</strong> di <a href="https://contoh.go.id">laman</a>.'),
    Quote(text="Kami bertukar konten.", speaker="Rika", title="Kepala Dinas"),
    Number(value="17", label="kabupaten dan kota", source="BPS"),
    Number(value="Rp350.000.000", label="anggaran"),
    Step(title="Periksa", text="Lihat sumbernya."),
    Step(title="Bagikan"),
    MythFact(myth="Semua benar.", fact="Belum tentu.", source="KPK"),
    CallToAction(text="Laporkan.", url="https://lapor.contoh.go.id/x"),
    Video(url="https://video.contoh.org/1", title="Rekaman", transcript="Selamat pagi."),
    Contact(name="Humas", phone="0711-123 456", email="humas@contoh.go.id", address="Jalan Merdeka", hours="08.00"),
)
pytestmark = [
    pytest.mark.slow,
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
]


@pytest.fixture
def addresses(publish: Publish, author: Member, approver: Member) -> list[str]:
    """One of every kind of page, in Indonesian and two in English."""
    stories = [publish(build_text(headline=f"Kabar komitmen {n}", blocks=EVERY_KIND)) for n in range(4)]
    codes = []
    for story in stories:
        story.refresh_from_db()
        codes.append(code_of(story))
        pack_of(story, code=codes[-1])
    content.propose_correction(stories[1], text=build_text(headline="Kabar yang diralat"), by=author)
    kind = content.Exit.Kind.CORRECTION_MINOR
    content.correct_story(stories[1], kind=kind, reason="x", public_note="Namanya keliru.", by=approver)
    content.withdraw_story(stories[2], reason="x", public_note="Sudah berakhir.", by=approver)
    content.recall_story(stories[3], reason="x", public_note="Tautannya tidak aman.", by=approver)
    pages = ["/", "/en/", "/instansi/", f"/instansi/{stories[0].office.slug}/", "/cari/?q=komitmen", "/cari/?q=xyzzy"]
    pages += ["/asli/", "/asli/?kode=x", f"/c/{new_code()}", "/cara-periksa/", "/tidak-ada/"]
    pages += ["/cek/", "/en/cek/", "/cek/privasi/", "/cek/nomor/", "/cek/nomor/?nomor=x"]
    pages += [Story.objects.get(pk=story.pk).get_absolute_url() for story in stories]
    return [*pages, f"/en{stories[0].get_absolute_url()}", *(f"/c/{code.text}" for code in codes)]


@pytest.fixture
def answers(addresses: list[str], client: Client) -> dict[str, tuple[int, dict[str, str], bytes]]:
    """What Suluh answers to every page and to everything the pages load."""
    found = {}
    for address in addresses:
        answer = client.get(address)
        found[address] = (answer.status_code, dict(answer.headers), answer.content)
        for loaded in map(str, html.fromstring(answer.content).xpath("//link/@href | //img/@src")):
            if loaded.startswith("/static/"):
                found[loaded] = _static(loaded)
            elif loaded.startswith("/berkas/") or loaded.endswith(".webmanifest"):
                own = client.get(loaded)
                found[loaded] = (own.status_code, dict(own.headers), own.content)
    return found


def _static(address: str) -> tuple[int, dict[str, str], bytes]:
    path = finders.find(address.removeprefix("/static/"))
    assert isinstance(path, str)
    kind = mimetypes.guess_type(path)[0] or "font/woff2"
    return 200, {"Content-Type": kind}, Path(path).read_bytes()


@contextmanager
def _chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()


@pytest.mark.parametrize(("size", "scheme"), [("phone", "light"), ("laptop", "dark")])
def test_every_page_is_accessible_fits_and_keeps_its_policy(
    addresses: list[str], answers: dict[str, tuple[int, dict[str, str], bytes]], size: str, scheme: str
) -> None:
    problems: list[tuple[str, str]] = []

    def give(route: Route) -> None:
        address = route.request.url.removeprefix(SITE)
        if address not in answers:
            problems.append(("asked for", route.request.url))
            return route.abort()
        status, headers, body = answers[address]
        return route.fulfill(status=status, headers=headers, body=body)

    with _chromium() as browser:
        width, height = SIZES[size]
        page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
        page.route("**/*", give)
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        for address in addresses:
            page.goto(SITE + address)
            problems += [(address, f"axe: {found['id']}") for found in Axe().run(page).response["violations"]]
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                problems.append((address, "scrolls sideways"))
    # Chromium also tells of answers such as 404 and 410, which are right here.
    problems += [("console", text) for text in said if "Failed to load resource" not in text]
    assert problems == []
