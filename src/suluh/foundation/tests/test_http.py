"""The one way out: what it refuses to open, where it stops, and that it works. All servers are on loopback."""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.conf import settings
from django.utils import translation

from suluh.foundation.addresses import AddressRefused, is_public, parse_target
from suluh.foundation.http import Http, TooLarge, TooManyRedirects, TooSlow, Unreachable
from suluh.foundation.language import spoken


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """Say refusals in English, whether Django is set up or not."""
    token = spoken.set("en")
    if settings.configured:
        with translation.override("en"):
            yield
    else:
        yield
    spoken.reset(token)


PRIVATE = ("127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1")  # noqa: S104


def _spellings(address: str) -> list[str]:
    parts = [int(part) for part in address.split(".")]
    number = int.from_bytes(bytes(parts))
    return [
        address,
        str(number),
        hex(number),
        ".".join(f"0{part:o}" for part in parts),
        f"[::ffff:{address}]",
        f"[::ffff:{number >> 16:x}:{number & 0xFFFF:x}]",
        f"[64:ff9b::{number >> 16:x}:{number & 0xFFFF:x}]",
        f"[2002:{number >> 16:x}:{number & 0xFFFF:x}::1]",
    ]


REFUSED = [
    *(f"http://{spelling}/" for address in PRIVATE for spelling in _spellings(address)),
    *(f"http://[{a}]/" for a in ("::1", "::", "fe80::1", "fe80::1%25eth0", "fc00::1", "fd00:ec2::254", "ff02::1")),
    "http://[2001:db8::1]/",
    "http://168.63.129.16/",
    "http://255.255.255.255/",
    "http://224.0.0.1/",
    "http://kpk.example@127.0.0.1/",
    "http://127.0.0.1\\@kpk.example/",
    "http://127.0.0.1%2f@kpk.example/",
    "http://①②⑦.⓪.⓪.①/",
    "http://127。0。0。1/",
    "http://127.1/",
    "http://1.2.3.4.5/",
    "http://a..b/",
    "http:///jalan",
    "http://kpk.example:0/",
    "http://kpk.example:99999/",
    "http://kpk.example/\r\nX: y",
    "http://kpk.example/" + "a" * 3000,
    *(f"http://media.example:{port}/" for port in (22, 25, 5432, 6379)),
    *("file:///etc/passwd", "gopher://kpk.example:25/_x", "ftp://kpk.example/x", "data:text/plain,x"),
    *("javascript:alert(1)", "", "kpk.example", "//kpk.example/"),
]


@pytest.fixture
def no_connection(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Forbid connections; what was tried is noted."""
    tried: list[object] = []

    def refuse(address: object, **_rest: object) -> socket.socket:
        tried.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "create_connection", refuse)
    return tried


@pytest.mark.parametrize("url", REFUSED)
def test_an_address_that_is_not_public_is_refused_before_any_connection(url: str, no_connection: list[object]) -> None:
    numbers = Http(resolve=lambda host, _port: [host] if host[0] in ":0123456789f" else ["8.8.8.8"])
    with pytest.raises(AddressRefused):
        numbers.get(url)
    assert no_connection == []


@pytest.mark.parametrize(
    "answers", [["127.0.0.1"], ["10.1.2.3"], ["::1"], ["8.8.8.8", "192.168.0.1"], ["fe80::1%eth0"]]
)
def test_a_name_with_a_private_address_is_refused(answers: list[str], no_connection: list[object]) -> None:
    with pytest.raises(AddressRefused, match="private network"):
        Http(resolve=lambda _host, _port: answers).get("https://intra.example/")
    assert no_connection == []


def test_a_name_is_looked_up_once_and_the_checked_address_connected_to(no_connection: list[object]) -> None:
    answers = iter([["8.8.8.8"], ["127.0.0.1"]])
    with pytest.raises(Unreachable):
        Http(resolve=lambda _host, _port: next(answers)).get("http://rebind.example/")
    assert no_connection == [("8.8.8.8", 80)]


@pytest.mark.parametrize("address", ["8.8.8.8", "103.10.62.1", "2606:4700::1111"])
def test_public_addresses_are_public(address: str) -> None:
    assert is_public(address)


def test_an_address_is_put_in_plain_form() -> None:
    target = parse_target("HTTPS://Sumsel.Example:443/berita/élok?q=a b".replace(" ", "+"))
    assert target.url == "https://sumsel.example/berita/%C3%A9lok?q=a+b"
    assert parse_target("http://bücher.example./").host == "xn--bcher-kva.example"


Act = Callable[[BaseHTTPRequestHandler], None]


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    acts: dict[str, Act]
    asked: list[tuple[str, str]]
    over: threading.Event

    def handle_error(self, *_args: object) -> None:
        """A client that leaves early is part of these tests."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        self.server.asked.append((self.headers["Host"], self.path))
        self.server.acts[self.path](self)

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[_Server]:
    made = _Server(("127.0.0.1", 0), _Handler)
    made.acts, made.asked, made.over = {}, [], threading.Event()
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield made
    made.over.set()
    made.shutdown()
    made.server_close()
    thread.join()


def _local(server: _Server) -> Http:
    return Http(allow_hosts=frozenset({f"site.example:{server.server_port}"}), resolve=_loopback)


def _loopback(host: str, _port: int) -> Sequence[str]:
    return ["127.0.0.1"] if host == "site.example" else [host]


def _at(server: _Server, path: str) -> str:
    return f"http://site.example:{server.server_port}{path}"


def _says(body: bytes, *, status: int = 200, **headers: str) -> Act:
    def act(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        request.wfile.write(body)

    return act


def _drips(server: _Server, piece: bytes) -> Act:
    """Send a piece every hundredth of a second, until the test is over."""

    def act(request: BaseHTTPRequestHandler) -> None:
        while not server.over.wait(0.01):
            request.wfile.write(piece)

    return act


def test_a_page_comes_with_status_headers_body_and_address(server: _Server) -> None:
    server.acts["/a?b=c"] = _says(gzip.compress(b"halo"), Content_Encoding="gzip", Content_Type="text/plain")
    answer = _local(server).get(_at(server, "/a?b=c#bagian"))
    assert (answer.status, answer.body, answer.headers["content-type"]) == (200, b"halo", "text/plain")
    assert answer.url == _at(server, "/a?b=c")
    assert server.asked == [(f"site.example:{server.server_port}", "/a?b=c")]


def test_an_error_page_is_an_answer_too(server: _Server) -> None:
    server.acts["/"] = _says(b"tidak ada", status=404)
    assert _local(server).get(_at(server, "/")).status == 404


def test_three_redirects_are_followed_and_a_fourth_is_not(server: _Server) -> None:
    for hop in range(4):
        server.acts[f"/{hop}"] = _says(b"", status=302, Location=f"/{hop + 1}")
    server.acts["/4"] = _says(b"tiba")
    assert _local(server).get(_at(server, "/1")).body == b"tiba"
    with pytest.raises(TooManyRedirects):
        _local(server).get(_at(server, "/0"))


@pytest.mark.parametrize(
    "onward",
    ["http://127.0.0.1/", "http://[::1]/", "file:///etc/passwd", "http://169.254.169.254/latest/", "//10.0.0.1/x"],
)
def test_a_redirect_to_a_private_address_is_not_followed(server: _Server, onward: str) -> None:
    server.acts["/"] = _says(b"", status=302, Location=onward)
    with pytest.raises(AddressRefused):
        _local(server).get(_at(server, "/"))
    assert len(server.asked) == 1


def test_an_endless_body_stops_at_the_cap(server: _Server) -> None:
    server.acts["/"] = _drips(server, b"HTTP/1.1 200 OK\r\n\r\n" + b"a" * 60_000)
    with pytest.raises(TooLarge, match=r"0\.1 MB"):
        _local(server).get(_at(server, "/"), max_bytes=100_000)


def test_a_compressed_bomb_stops_at_the_cap(server: _Server) -> None:
    server.acts["/"] = _says(gzip.compress(bytes(5_000_000)), Content_Encoding="gzip")
    with pytest.raises(TooLarge):
        _local(server).get(_at(server, "/"), max_bytes=100_000)


@pytest.mark.slow
@pytest.mark.parametrize("start", [b"HTTP/1.1 200 OK\r\n\r\na", b"X", b"HTTP/1.1 200 OK\r\nX-A: "])
def test_an_answer_that_drips_is_over_in_time_in_head_and_body(server: _Server, start: bytes) -> None:
    def act(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(start)
        _drips(server, b"a")(request)

    server.acts["/"] = act
    with pytest.raises(TooSlow):
        _local(server).get(_at(server, "/"), timeout=0.2)


@pytest.mark.slow
def test_a_resolver_that_hangs_is_over_in_time() -> None:
    hang = threading.Event()

    def resolve(_host: str, _port: int) -> Sequence[str]:
        hang.wait(5)
        return []

    with pytest.raises(TooSlow):
        Http(resolve=resolve).get("http://site.example/", timeout=0.1)
    hang.set()


@pytest.mark.parametrize(
    "answer", [b"", b"hello\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nnot gzip"]
)
def test_an_answer_that_cannot_be_read_says_so_and_that_trying_again_may_help(server: _Server, answer: bytes) -> None:
    def act(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(answer)

    server.acts["/"] = act
    with pytest.raises(Unreachable, match=r"site\.example") as caught:
        _local(server).get(_at(server, "/"))
    assert not caught.value.permanent


def test_every_request_leaves_one_line_without_its_query(server: _Server, caplog: pytest.LogCaptureFixture) -> None:
    server.acts["/a?token=rahasia"] = _says(b"halo")
    with caplog.at_level("INFO", logger="suluh.http"):
        _local(server).get(_at(server, "/a?token=rahasia"))
    (record,) = caplog.records
    assert "200 4 bytes" in record.getMessage()
    assert "rahasia" not in record.getMessage()


def _certificate(folder: Path, *, name: str) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / "cert.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return path


@pytest.mark.parametrize(("name", "is_trusted"), [("site.example", True), ("other.example", False)])
def test_the_certificate_must_be_the_names_though_the_address_is_pinned(
    server: _Server, tmp_path: Path, name: str, is_trusted: bool
) -> None:
    pem = _certificate(tmp_path, name=name)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    asked: list[str | None] = []
    context.sni_callback = lambda _socket, sni, _context: asked.append(sni)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.acts["/"] = _says(b"aman")
    http = Http(
        allow_hosts=frozenset({"site.example"}), resolve=_loopback, tls=ssl.create_default_context(cafile=str(pem))
    )
    url = f"https://site.example:{server.server_port}/"
    if is_trusted:
        assert http.get(url).body == b"aman"
    else:
        with pytest.raises(Unreachable):
            http.get(url)
    assert asked == ["site.example"]


def _told(heard: list[dict[str, str]], *, onward: str = "") -> Act:
    """Write down the request's headers, and answer or lead on."""

    def act(request: BaseHTTPRequestHandler) -> None:
        heard.append({name.lower(): value for name, value in request.headers.items()})
        _says(b"ya", status=302 if onward else 200, **({"Location": onward} if onward else {}))(request)

    return act


def test_headers_go_to_the_host_asked_and_to_no_other(server: _Server) -> None:
    heard: list[dict[str, str]] = []
    other = f"http://127.0.0.1:{server.server_port}/lain"
    server.acts.update({"/": _told(heard, onward="/sini"), "/sini": _told(heard, onward=other), "/lain": _told(heard)})
    hosts = frozenset({f"{host}:{server.server_port}" for host in ("site.example", "127.0.0.1")})

    Http(allow_hosts=hosts, resolve=_loopback).get(_at(server, "/"), headers={"X-Key": "rahasia", "User-Agent": "Saya"})

    assert [head.get("x-key") for head in heard] == ["rahasia", "rahasia", None]
    assert [head["user-agent"].split("/")[0] for head in heard] == ["Saya", "Saya", "Suluh"]
