"""Which web addresses Suluh may visit: http(s) on the usual ports, at hosts whose every address is public.

Ranges: the IANA IPv4 and IPv6 Special-Purpose Address Registries, through Python's ``ipaddress``, and those below
that carry or hide an IPv4 address (RFC 6052, RFC 8215, RFC 3056, RFC 4380). Read 2026-11-23.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _

USUAL_PORTS = {"http": 80, "https": 443}
_LONGEST_URL = 2000
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f-\xa0\\\u2028\u2029]")
_HOST_NAME = re.compile(
    r"(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?)(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*"
)
_NUMBER_LABEL = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)")
_NOT_PUBLIC = tuple(
    ipaddress.ip_network(network)
    for network in (
        "64:ff9b::/96",  # NAT64
        "64:ff9b:1::/48",  # NAT64, local use
        "2001::/32",  # Teredo
        "2002::/16",  # 6to4
        "192.88.99.0/24",  # 6to4 relays
        "168.63.129.16/32",  # a cloud's host agent, though public by the registries
    )
)
_UNICAST = ipaddress.ip_network("2000::/3")

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class AddressRefused(Refusal):
    """An address that Suluh does not visit."""

    code = "foundation.E140"


@dataclass(frozen=True, kw_only=True)
class Target:
    """A web address taken apart. ``host`` is in lower case and ASCII; ``path`` has the query, percent-encoded."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def url(self) -> str:
        """The address in its plain form."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == USUAL_PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}{self.path}"

    @property
    def place(self) -> str:
        """Scheme, host and path, without the query: what a log may hold."""
        return self.url.partition("?")[0][:200]


def parse_target(url: str) -> Target:
    """Take a web address apart. Raises ``AddressRefused`` where it is not a plain http or https address."""
    if len(url) > _LONGEST_URL or _FORBIDDEN.search(url):
        raise _unreadable(url)
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise _unreadable(url) from error
    if parts.scheme not in USUAL_PORTS:
        raise AddressRefused(_("Only addresses that start with http:// or https:// can be opened."), hint=url[:80])
    if "@" in parts.netloc or "%" in parts.netloc or not host or port == 0:
        raise _unreadable(url)
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]")
    return Target(
        scheme=parts.scheme,
        host=_plain_host(host, url=url),
        port=port or USUAL_PORTS[parts.scheme],
        path=f"{path}?{query}" if query else path,
    )


def _unreadable(url: str) -> AddressRefused:
    return AddressRefused(
        _("This is not a complete web address. Copy it again from the browser."), hint=ascii(url[:80])
    )


def _plain_host(host: str, *, url: str) -> str:
    if ":" in host:
        try:
            return str(ipaddress.IPv6Address(host))
        except ValueError as error:
            raise _unreadable(url) from error
    try:
        plain = host.encode("idna").decode("ascii").lower().rstrip(".")
    except UnicodeError as error:
        raise _unreadable(url) from error
    if _NUMBER_LABEL.fullmatch(plain.rsplit(".", 1)[-1]):
        try:  # only the four-part decimal form: not 2130706433, 0x7f000001, 0177.0.0.1, 127.1
            return str(ipaddress.IPv4Address(plain))
        except ValueError as error:
            raise _unreadable(url) from error
    if not _HOST_NAME.fullmatch(plain):
        raise _unreadable(url)
    return plain


def is_public(address: str) -> bool:
    """Say whether an IP address lies in the public internet, and holds no IPv4 address inside an IPv6 one."""
    try:
        found: Address = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address) and (found.scope_id or found not in _UNICAST):
        return False
    if not found.is_global or found.is_multicast or found.is_reserved or found.is_unspecified:
        return False
    return not any(found.version == network.version and found in network for network in _NOT_PUBLIC)
