"""How soon the editor shows what was typed: from the last key to the new preview picture, and to "saved".

    .venv/bin/python -m bench.preview [--rounds 15] [--json]

Starts a Suluh of its own with the seeded province in a temporary folder on a free port, opens the sample story in
Chromium and types into the words that each layout draws. The clock runs in the page: from the last key pressed to the
frame after the new picture is decoded. The peer, in the same run: the server's request for the same preview alone, by
HTTP on an open connection, after one to warm it. Needs Chromium and the development packages.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page, expect, sync_playwright

from suluh.settings.environment import ROOT

CHROMIUM = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
AUTHOR = "author@sumsel.contoh.id"
HEADLINE, QUOTE, PARAGRAPH = "#headline", ".block [name$=':text']:is(.block-fields-quote *)", ".rich-view"
# What is measured: the layout, its page, and where the words stand that it draws.
CASES = {
    "carousel, page 1": ("carousel", HEADLINE),
    "story cover": ("story_cover", HEADLINE),
    "quote card": ("quote_card", QUOTE),
    "link card": ("link_card", HEADLINE),
    "poster": ("poster", HEADLINE),
    "press release": ("press_release", PARAGRAPH),
}
# Notes when the last key went down, when a new picture was on the screen, and when the text was saved.
CLOCK = """() => {
  const clock = (window.suluhClock = {});
  const pressed = () => Object.assign(clock, { key: performance.now(), shown: 0, saved: 0 });
  document.addEventListener("keydown", pressed, true);
  const status = document.querySelector(".editor-status");
  new MutationObserver(() => {
    if (status.dataset.state === "saved" && !clock.saved) clock.saved = performance.now();
  }).observe(status, { attributes: true });
  let last = document.querySelector(".preview-shot img")?.src;
  new MutationObserver(async () => {
    const picture = document.querySelector(".preview-shot img");
    if (!picture || picture.src === last) return;
    last = picture.src;
    await picture.decode();
    requestAnimationFrame(() => (clock.shown ||= performance.now()));
  }).observe(document.querySelector("suluh-preview"), { childList: true, subtree: true, attributes: true });
}"""
READ = "() => ({ shown: suluhClock.shown - suluhClock.key, saved: suluhClock.saved - suluhClock.key })"


@dataclass(frozen=True, kw_only=True)
class Running:
    """A Suluh that answers: its address and the people's password."""

    url: str
    password: str


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(url: str) -> bool:
    try:
        urllib.request.urlopen(url, timeout=5).close()  # noqa: S310 - our own server
    except OSError:
        return False
    return True


@contextmanager
def suluh(folder: Path) -> Iterator[Running]:
    """Start a seeded Suluh in ``folder`` and stop it at the end."""
    port = _free_port()
    url, data = f"http://localhost:{port}", folder / "data"
    environment = os.environ | {"SULUH_DATA": str(data), "SULUH_PORT": str(port), "SULUH_SITE_URL": url}
    running = subprocess.Popen(
        [sys.executable, "-m", "suluh", "run"], cwd=ROOT, env=environment, stdout=subprocess.PIPE
    )
    try:
        ends_at = time.monotonic() + 120
        while not _answers(url):
            if running.poll() is not None or time.monotonic() > ends_at:
                raise SystemExit("Suluh did not start.")
            time.sleep(0.05)
        yield Running(url=url, password=(data / "secrets" / "demo_password").read_text().strip())
    finally:
        running.send_signal(signal.SIGINT)
        running.communicate(timeout=60)


def open_editor(page: Page, *, running: Running) -> str:
    """Sign the author in, open the sample story in the editor, and return its address."""
    page.goto(f"{running.url}/akun/login/")
    page.fill("input[name=login]", AUTHOR)
    page.fill("input[name=password]", running.password)
    page.press("input[name=password]", "Enter")
    page.wait_for_url("**/meja/")
    page.get_by_role("link", name="Tandatangani").first.click()
    expect(page.locator(".preview-shot img")).to_be_visible()
    return page.url


def _choose(page: Page, *, layout: str) -> None:
    with page.expect_response(lambda answer: f"tata={layout}&" in answer.url):
        page.select_option("#preview-layout", layout)
    expect(page.locator(".preview-panel[aria-busy]")).to_have_count(0)
    expect(page.locator(".preview-shot img")).to_be_visible()


def _type(page: Page, *, field: str, words: str) -> None:
    if field != PARAGRAPH:
        page.locator(field).first.click()
    elif not page.locator("trix-editor").count():
        page.locator(field).first.click()
        expect(page.locator("trix-editor")).to_be_focused()
    page.keyboard.press("Control+End")
    page.keyboard.type(words, delay=20)


def rounds_of(page: Page, *, layout: str, field: str, rounds: int) -> list[dict[str, float]]:
    """Type ``rounds`` times and return for each the ms until "shown" and "saved"."""
    _choose(page, layout=layout)
    found = []
    for number in range(rounds + 1):
        page.evaluate(CLOCK) if not page.evaluate("() => 'suluhClock' in window") else None
        _type(page, field=field, words="ab" if number % 2 else "cd")
        ends_at = time.monotonic() + 20
        while min((times := page.evaluate(READ)).values()) < 0:
            if time.monotonic() > ends_at:
                raise SystemExit(f"Nothing new was shown or saved after 20 s: {layout}.")
            time.sleep(0.02)
        found.append(times)
        for _key in "ab":
            page.keyboard.press("Backspace")
        expect(page.locator(".editor-status")).to_have_attribute("data-state", "saved")
        expect(page.locator(".preview-panel[aria-busy]")).to_have_count(0)
        time.sleep(0.3)
    return found[1:]


def alone(context: BrowserContext, *, url: str, layout: str, rounds: int) -> list[float]:
    """Return the ms of each request for the preview alone, on one open connection, after one to warm it."""
    cookies = "; ".join(f"{c['name']}={c['value']}" for c in context.cookies())
    parts = urlsplit(url)
    line = http.client.HTTPConnection(parts.netloc)
    found = []
    for _number in range(rounds + 1):
        began = time.perf_counter()
        headers = {"Cookie": cookies, "X-Suluh": "script"}
        line.request("GET", f"{parts.path}pratinjau/?tata={layout}&hal=1", headers=headers)
        answer = line.getresponse()
        if answer.status != 200 or b"data:image" not in answer.read():
            raise SystemExit(f"The preview of {layout} answered {answer.status} without a picture.")
        found.append((time.perf_counter() - began) * 1000)
    line.close()
    return found[1:]


def measure(*, rounds: int) -> dict[str, dict[str, float]]:
    """Return for each case the median and the worst ms of "shown" and "saved", and of the peer."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as play:
        Path(name).chmod(0o755)  # the database works as another user where this one is root
        with suluh(Path(name)) as running:
            browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM)
            page = browser.new_page(viewport={"width": 1280, "height": 800}, locale="id-ID")
            url = open_editor(page, running=running)
            found = {case: measure_case(page, url=url, case=case, rounds=rounds) for case in CASES}
            browser.close()
    return found


def measure_case(page: Page, *, url: str, case: str, rounds: int) -> dict[str, float]:
    """Return the median and the worst ms of one layout."""
    layout, field = CASES[case]
    typed = rounds_of(page, layout=layout, field=field, rounds=rounds)
    timed = {what: [times[what] for times in typed] for what in ("shown", "saved")}
    timed["peer"] = alone(page.context, url=url, layout=layout, rounds=rounds)
    medians = {f"{what} median": statistics.median(times) for what, times in timed.items()}
    return medians | {f"{what} worst": max(times) for what, times in timed.items()}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    found = measure(rounds=options.rounds)
    if options.json:
        print(json.dumps(found, indent=1))
        return
    title = f"ms, median / worst of {options.rounds}"
    print(f"{title:<26}{'last key to picture':>21}{'to saved':>14}{'request alone':>16}")
    for case, ms in found.items():
        columns = [f"{ms[f'{what} median']:.0f} / {ms[f'{what} worst']:.0f}" for what in ("shown", "saved", "peer")]
        print(f"{case:<26}{columns[0]:>21}{columns[1]:>14}{columns[2]:>16}")


if __name__ == "__main__":
    main()
