"""A real Chromium, a real server and a real worker, for the way of a story as people go it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import PASSWORD
from django.conf import settings
from django.core.signals import request_finished, request_started
from django.db import connections
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from suluh.agencies.models import Member

CHROMIUM = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
PHONE, LAPTOP = (360, 740), (1280, 800)

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright keeps an event loop in this thread


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser, once for all tests."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM)
        yield browser
        browser.close()


@pytest.fixture(params=[PHONE, LAPTOP], ids=["phone", "laptop"])
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    """A phone's and a laptop's window, in px."""
    width, height = request.param
    return width, height


@pytest.fixture
def site(transactional_db: None, live_server: LiveServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a running server. Its last requests end before the tables are emptied."""
    monkeypatch.setattr(settings, "SITE_URL", live_server.url)
    under_way = UnderWay()
    yield str(live_server.url)
    under_way.wait()


class UnderWay:
    """The requests that the server has begun and not ended: a page that was left may have sent one still.

    The server answers in threads of its own; what a test client asks in the test's thread is not counted.
    """

    LONGEST = 20.0  # seconds

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._count = 0
        request_started.connect(self._begun)
        request_finished.connect(self._ended)

    def _begun(self, **_: object) -> None:
        self._count_on(1)

    def _ended(self, **_: object) -> None:
        self._count_on(-1)

    def _count_on(self, step: int) -> None:
        if threading.current_thread() is threading.main_thread():
            return
        with self._changed:
            self._count += step
            self._changed.notify_all()

    def wait(self) -> None:
        """Return when none is left, or after ``LONGEST``."""
        with self._changed:
            self._changed.wait_for(lambda: self._count <= 0, timeout=self.LONGEST)


@pytest.fixture
def tolerated() -> list[str]:
    """What the browser may complain of in a test that means it: a line that is cut, a page that is gone."""
    return []


@pytest.fixture
def window(chromium: Browser, size: tuple[int, int], tolerated: list[str], site: str) -> Iterator[Callable[[], Page]]:
    """Open windows of their own: each is another person. A script error or a blocked request fails the test.

    They are closed before ``site`` waits for the last requests.
    """
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_one() -> Page:
        context = chromium.new_context(viewport={"width": size[0], "height": size[1]}, locale="id-ID")
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert [said for said in complaints if not any(words in said for words in tolerated)] == []


@pytest.fixture
def sign_in(site: str) -> Callable[[Page, Member], None]:
    """Sign a member in through the page, as a person does."""

    def signed_in(page: Page, member: Member) -> None:
        page.goto(f"{site}/akun/login/")
        page.fill("input[name=login]", member.user.email)
        page.fill("input[name=password]", PASSWORD)
        page.press("input[name=password]", "Enter")
        page.wait_for_url("**/meja/**")

    return signed_in


def let_in(context: BrowserContext, *, client: Client, site: str) -> None:
    """Give a browser the session of who signed in through ``client``."""
    name = settings.SESSION_COOKIE_NAME
    context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": site}])


@pytest.fixture
def open_as(
    site: str, window: Callable[[], Page], signed_in: Callable[[Member], Client]
) -> Callable[[Member, str], Page]:
    """Open a page as a member who has signed in before, in a window of their own."""

    def opened(member: Member, address: str) -> Page:
        page = window()
        let_in(page.context, client=signed_in(member), site=site)
        page.goto(f"{site}{address}")
        return page

    return opened


@pytest.fixture
def axe() -> Callable[[Page], None]:
    """Hold a page to axe-core's rules: no violation."""

    def checked(page: Page) -> None:
        found = Axe().run(page).response["violations"]
        told = [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in found]
        assert told == [], f"{page.url}\n" + "\n".join(told)

    return checked


@pytest.fixture
def work() -> Callable[[], None]:
    """Run a worker until no job is left, as another process on the test's database."""
    app, owner = connections["default"].settings_dict, connections["owner"].settings_dict

    def url(parts: dict[str, str]) -> str:
        port = f"&port={parts['PORT']}" if parts["PORT"] else ""
        return f"postgresql://{parts['USER']}:{parts['PASSWORD']}@/{parts['NAME']}?host={parts['HOST']}{port}"

    def worked() -> None:
        environment = os.environ | {
            "SULUH_DATABASE_URL": url(owner),
            "SULUH_DATABASE_APP_URL": url(app),
            "SULUH_SITE_URL": settings.SITE_URL,
        }
        done = subprocess.run(
            [sys.executable, "-m", "suluh", "work", "--until-empty"],
            env=environment, capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr

    return worked
