"""A site on loopback that answers as it is told, and notes what it was asked."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from suluh.foundation.http import Http
from suluh.verification.corpus.fetching import Fetcher


@dataclass(frozen=True, kw_only=True)
class Said:
    """One answer of the site."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Site:
    """A site: what it says at each path (a list is said one after the other, its last for ever), and what it heard."""

    port: int
    says: dict[str, list[Said]] = field(default_factory=dict)
    heard: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    waited: list[float] = field(default_factory=list)

    def at(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def say(self, path: str, *answers: Said) -> None:
        self.says[path] = list(answers)

    def paths(self) -> list[str]:
        return [path for path, _headers in self.heard if path != "/robots.txt"]

    def fetcher(self, *, between: float = 0) -> Fetcher:
        http = Http(allow_hosts=frozenset({f"127.0.0.1:{self.port}"}))
        return Fetcher(http=http, site="https://suluh.example", between=between, wait=self.waited.append)


def _handler(site: Callable[[], Site]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            told = site()
            told.heard.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            answers = told.says.get(self.path) or told.says.get(self.path.partition("?")[0]) or [Said(status=404)]
            said = answers.pop(0) if len(answers) > 1 else answers[0]
            etag = said.headers.get("ETag")
            is_known = bool(etag) and self.headers.get("If-None-Match") == etag
            self.send_response(304 if is_known else said.status)
            for name, value in said.headers.items():
                self.send_header(name, value)
            body = b"" if is_known else said.body
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_args: object) -> None:
            """Say nothing."""

    return Handler


@pytest.fixture
def site() -> Iterator[Site]:
    made: list[Site] = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(lambda: made[0]))
    made.append(Site(port=server.server_port))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield made[0]
    server.shutdown()
    server.server_close()
    thread.join()
