"""A program that speaks the protocol of chat completions, for tests: it answers what a test tells it to."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from suluh.creative.assistant import Endpoint


@dataclass
class StandIn:
    """What it answers next, and what it was asked."""

    port: int
    words: str = "Sumsel dan KPK bertukar konten"
    status: int = 200
    raw: bytes | None = None
    holds_back: threading.Event | None = None
    asked: list[dict[str, Any]] = field(default_factory=list)

    def endpoint(self, **values: Any) -> Endpoint:
        """Return it as an assistant that an operator set."""
        host = f"127.0.0.1:{self.port}"
        plain: dict[str, Any] = {
            "url": f"http://{host}/v1",
            "model": "contoh",
            "key": "kunci",
            "hosts": frozenset({host}),
            "seconds": 5,
        }
        return Endpoint(**(plain | values))

    def body(self) -> bytes:
        """Return the answer's bytes."""
        if self.raw is not None:
            return self.raw
        message = {"role": "assistant", "content": self.words}
        return json.dumps({"object": "chat.completion", "choices": [{"index": 0, "message": message}]}).encode()


@contextmanager
def standing_in() -> Iterator[StandIn]:
    """Run the program on a free port of this machine until the block ends."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.stand_in = stand_in = StandIn(port=server.server_address[1])  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield stand_in
    finally:
        if stand_in.holds_back:
            stand_in.holds_back.set()
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        stand_in: StandIn = self.server.stand_in  # type: ignore[attr-defined]
        sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        stand_in.asked.append({"path": self.path, "key": self.headers.get("Authorization"), **sent})
        if stand_in.holds_back:
            stand_in.holds_back.wait()
        body = stand_in.body()
        self.send_response(stand_in.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:
            self.close_connection = True  # who asked did not wait

    def log_message(self, *_: object) -> None:
        """Say nothing."""
