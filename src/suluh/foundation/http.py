"""The one way out: every request that Suluh makes to another machine leaves here (STYLE rule 16).

A name is looked up once, all its addresses are checked, and the connection goes to a checked address, so that a second,
different answer of the name service (DNS rebinding) has no effect; Host, SNI and the certificate stay the name's.
"""

from __future__ import annotations

import logging
import os
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPException
from types import MappingProxyType
from urllib.parse import urljoin

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.response import BaseHTTPResponse

from suluh import __version__
from suluh.foundation.addresses import USUAL_PORTS, AddressRefused, Target, is_public, parse_target
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _

MOST_REDIRECTS = 3
USER_AGENT = f"Suluh/{__version__}"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHUNK = 65_536
_NO_HEADERS: Mapping[str, str] = MappingProxyType({})
_log = logging.getLogger("suluh.http")

Resolve = Callable[[str, int], Sequence[str]]


class Unreachable(Refusal):
    """No answer, or none that can be read. Trying again may help."""

    code = "foundation.E141"


class TooSlow(Refusal):
    """The answer was not whole within the time given."""

    code = "foundation.E142"


class TooLarge(Refusal):
    """The answer is larger than asked for."""

    code = "foundation.E143"


class TooManyRedirects(Refusal):
    """The address led on more often than Suluh follows."""

    code = "foundation.E144"


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What came back. ``headers`` have lower-case names; ``body`` is decompressed; ``url`` is where it came from."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str


def look_up(host: str, port: int) -> list[str]:
    """Return the IP addresses of a host name, by the system's resolver."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class _Deadline:
    """Ends a connection when its time is over, however slowly the bytes drip."""

    def __init__(self, seconds: float) -> None:
        self._at = time.monotonic() + seconds
        self._timer: threading.Timer | None = None
        self.is_over = False

    def left(self) -> float:
        """Return the seconds left. Raises ``TooSlow`` when there are none."""
        left = self._at - time.monotonic()
        if left <= 0 or self.is_over:
            raise TooSlow(_("The site took too long to answer. Try again later."), permanent=False)
        return left

    def watch(self, connected: socket.socket) -> None:
        """Shut this socket at the deadline. A duplicate is kept, for TLS takes the first one over."""
        self.stop()
        twin = socket.socket(fileno=os.dup(connected.fileno()))
        self._timer = threading.Timer(self.left(), self._shut, args=(twin,))
        self._timer.daemon = True
        self._twin = twin
        self._timer.start()

    def _shut(self, twin: socket.socket) -> None:
        self.is_over = True
        try:
            twin.shutdown(socket.SHUT_RDWR)
        except OSError:
            _log.debug("the connection was closed before its deadline")

    def stop(self) -> None:
        """Let the connection be."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer.join()
            self._twin.close()
            self._timer = None


@dataclass(frozen=True, kw_only=True)
class Sent:
    """What a request carries. With a ``body`` it is a POST."""

    headers: Mapping[str, str] = field(default_factory=lambda: _NO_HEADERS)
    body: bytes | None = None


@dataclass(kw_only=True)
class _Asking:
    """A request under way, and what is known of it so far."""

    deadline: _Deadline
    target: Target | None = None
    answer: Answer | None = None


class _Pinned:
    """Makes urllib3's connections start from a socket that is already connected to a checked address."""

    pinned: socket.socket

    def _new_conn(self) -> socket.socket:  # the place where urllib3's own SOCKS support comes in too
        return self.pinned


class _PlainConnection(_Pinned, HTTPConnection):
    pass


class _SecureConnection(_Pinned, HTTPSConnection):
    pass


@dataclass(frozen=True)
class Http:
    """Asks other machines. ``allow_hosts`` ("localhost", "127.0.0.1:8001") may be private and on any port: for tests,
    and for what an operator names in the settings. ``resolve`` and ``tls`` can be others in tests.
    """

    allow_hosts: frozenset[str] = frozenset()
    resolve: Resolve = look_up
    tls: ssl.SSLContext = field(default_factory=ssl.create_default_context)

    def post(
        self,
        url: str,
        *,
        body: bytes,
        max_bytes: int = 5_000_000,
        timeout: float = 15,
        headers: Mapping[str, str] = _NO_HEADERS,
    ) -> Answer:
        """Send ``body`` to an address and return the answer, whatever its status; one that leads on is not followed.

        Limits and what is raised are those of ``get``. Neither ``body`` nor ``headers`` are ever logged.
        """
        with self._told("POST", url=url, timeout=timeout) as asking:
            target = asking.target = parse_target(url)
            sent = Sent(headers=headers, body=body)
            asking.answer = self._ask(target, deadline=asking.deadline, max_bytes=max_bytes, sent=sent)
            return asking.answer

    def get(
        self, url: str, *, max_bytes: int = 5_000_000, timeout: float = 15, headers: Mapping[str, str] = _NO_HEADERS
    ) -> Answer:
        """Fetch an address and return the answer, whatever its status.

        ``timeout`` is for all of it, in seconds: look-up, redirects, body. ``max_bytes`` counts decompressed bytes.
        ``headers`` go to the host of ``url`` only, not to another that it leads on to, and are never logged.
        Raises ``AddressRefused``, ``Unreachable``, ``TooSlow``, ``TooLarge`` or ``TooManyRedirects``.
        """
        with self._told("GET", url=url, timeout=timeout) as asking:
            target = asking.target = parse_target(url)
            asking.answer = self._follow(target, deadline=asking.deadline, max_bytes=max_bytes, headers=headers)
            return asking.answer

    @contextmanager
    def _told(self, verb: str, *, url: str, timeout: float) -> Iterator[_Asking]:
        """Write one line of the log about a request, however it ends."""
        began = time.monotonic()
        asking = _Asking(deadline=_Deadline(timeout))
        outcome = "refused"
        try:
            yield asking
            if asking.answer is not None:
                outcome = f"{asking.answer.status} {len(asking.answer.body)} bytes"
        except Refusal as refusal:
            outcome = f"{type(refusal).__name__} {refusal.code}"
            raise
        finally:
            asking.deadline.stop()
            place = asking.target.place if asking.target else ascii(url[:80])
            _log.info("%s %s %s %d ms", verb, place, outcome, (time.monotonic() - began) * 1000)

    def _follow(self, target: Target, *, deadline: _Deadline, max_bytes: int, headers: Mapping[str, str]) -> Answer:
        first = (target.scheme, target.host, target.port)
        for _hop in range(MOST_REDIRECTS + 1):
            given = headers if (target.scheme, target.host, target.port) == first else _NO_HEADERS
            answer = self._ask(target, deadline=deadline, max_bytes=max_bytes, sent=Sent(headers=given))
            onward = answer.headers.get("location")
            if answer.status not in _REDIRECTS or not onward:
                return answer
            target = parse_target(urljoin(target.url, onward).partition("#")[0])
        raise TooManyRedirects(_("The address leads on to others without end."), hint=target.place)

    def _ask(self, target: Target, *, deadline: _Deadline, max_bytes: int, sent: Sent) -> Answer:
        try:
            connection = self._open(target, deadline=deadline)
            try:
                return _exchange(connection, target=target, deadline=deadline, max_bytes=max_bytes, sent=sent)
            finally:
                connection.close()
                connection.pinned.close()
        except (OSError, HTTPException, HTTPError, ValueError) as error:
            deadline.left()
            sentence = _("The site %(host)s cannot be reached. Check the address, or try again later.")
            raise Unreachable(sentence % {"host": target.host}, hint=repr(error)[:200], permanent=False) from error
        finally:
            deadline.stop()

    def _connected(self, target: Target, *, deadline: _Deadline) -> socket.socket:
        failure: OSError | None = None
        for address in self._checked(target, deadline=deadline):
            try:
                return socket.create_connection((address, target.port), timeout=deadline.left())
            except OSError as error:
                failure = error
        raise failure or OSError("the name has no address")

    def _checked(self, target: Target, *, deadline: _Deadline) -> Sequence[str]:
        """Return the addresses of a host, all of them public, or of a host that is allowed by name."""
        is_allowed = bool({target.host, f"{target.host}:{target.port}"} & self.allow_hosts)
        if not is_allowed and target.port not in USUAL_PORTS.values():
            raise AddressRefused(_("Addresses with an unusual port are not opened."), hint=target.place)
        addresses = _in_time(lambda: self.resolve(target.host, target.port), seconds=deadline.left())
        deadline.left()
        if not is_allowed and not all(is_public(address) for address in addresses):
            raise AddressRefused(
                _("The address lies inside a private network. Only pages of the public web can be opened."),
                hint=f"{target.place} {' '.join(addresses)[:80]}",
            )
        return addresses

    def _open(self, target: Target, *, deadline: _Deadline) -> _PlainConnection | _SecureConnection:
        connected = self._connected(target, deadline=deadline)
        deadline.watch(connected)
        connection: _PlainConnection | _SecureConnection
        if target.scheme == "https":
            connection = _SecureConnection(target.host, target.port, timeout=deadline.left(), ssl_context=self.tls)
        else:
            connection = _PlainConnection(target.host, target.port, timeout=deadline.left())
        connection.pinned = connected
        return connection


def _exchange(
    connection: _PlainConnection | _SecureConnection,
    *,
    target: Target,
    deadline: _Deadline,
    max_bytes: int,
    sent: Sent,
) -> Answer:
    named = {"User-Agent": USER_AGENT, **sent.headers, "Accept-Encoding": "gzip, deflate", "Connection": "close"}
    verb = "GET" if sent.body is None else "POST"
    connection.request(verb, target.path, body=sent.body, headers=named, preload_content=False, decode_content=True)
    response = connection.getresponse()
    named = {name.lower(): value for name, value in response.headers.items()}
    is_onward = response.status in _REDIRECTS and "location" in named
    try:
        body = b"" if is_onward else _body(response, deadline=deadline, max_bytes=max_bytes)
    finally:
        response.close()
    return Answer(status=response.status, headers=named, body=body, url=target.url)


def _body(response: BaseHTTPResponse, *, deadline: _Deadline, max_bytes: int) -> bytes:
    pieces: list[bytes] = []
    size = 0
    while piece := response.read1(_CHUNK, decode_content=True):
        size += len(piece)
        if size > max_bytes:
            raise TooLarge(
                _("The page is larger than %(size)s MB. Save it as a file and upload that, or paste the text.")
                % {"size": round(max_bytes / 1_000_000, 1)}
            )
        pieces.append(piece)
        deadline.left()
    deadline.left()
    return b"".join(pieces)


def _in_time(look: Callable[[], Sequence[str]], *, seconds: float) -> Sequence[str]:
    """Return what ``look`` does, within a time; the system's resolver knows no time limit of its own."""
    found: list[Sequence[str]] = []
    failed: list[OSError] = []

    def run() -> None:
        try:
            found.append(look())
        except OSError as error:
            failed.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if failed:
        raise failed[0]
    return found[0] if found else ()
