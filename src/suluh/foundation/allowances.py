"""How often one sender may do what costs others something: a bucket of tokens for each, kept in PostgreSQL.

One statement takes from a bucket, so that all processes of all machines count together and none counts twice. A
sender is an IPv4 address or an IPv6 /56 (what one household or one school is given), kept only as a keyed digest, and
forgotten within a day.
"""

from __future__ import annotations

import hashlib
import hmac
import math
from dataclasses import dataclass
from datetime import datetime
from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.db import connection
from django.http import HttpRequest

from suluh.foundation.clock import now
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _

_HOUSEHOLD = 56
_TAKE = """
insert into foundation_allowance as kept (key, tokens, at) values (%(key)s, %(most)s - %(cost)s, %(at)s)
on conflict (key) do update set at = greatest(kept.at, excluded.at), tokens = least(%(most)s,
  kept.tokens + greatest(0, extract(epoch from excluded.at - kept.at)) * %(each_second)s) - %(cost)s
where least(%(most)s,
  kept.tokens + greatest(0, extract(epoch from excluded.at - kept.at)) * %(each_second)s) >= %(cost)s
returning tokens
"""
_LEFT = "select tokens + greatest(0, extract(epoch from %s - at)) * %s from foundation_allowance where key = %s"


class TooOften(Refusal):
    """A sender who asked more often than is fair to the others. ``seconds`` later it may be tried again."""

    code = "foundation.E151"
    status = 429

    def __init__(self, *, seconds: int) -> None:
        sentence = _("Too many came from your network at once. Wait %(seconds)d seconds, then try again.")
        super().__init__(sentence % {"seconds": seconds}, permanent=False)
        self.seconds = seconds


@dataclass(frozen=True, kw_only=True)
class Allowance:
    """``most`` at once, and ``each_hour`` as a lasting rate. ``name`` keeps the buckets of different doings apart."""

    name: str
    most: int
    each_hour: int

    def take(self, sender: str, *, cost: int = 1, at: datetime | None = None) -> None:
        """Take ``cost`` tokens out of the sender's bucket. Raises ``TooOften`` where it holds fewer."""
        self._take(_household(sender), cost=cost, at=at)

    def take_for(self, office: int, *, cost: int = 1, at: datetime | None = None) -> None:
        """Take ``cost`` tokens out of an office's bucket. Raises ``TooOften`` where it holds fewer."""
        self._take(f"office {office}", cost=cost, at=at)

    def _take(self, holder: str, *, cost: int, at: datetime | None) -> None:
        moment, each_second = at or now(), self.each_hour / 3600
        key = _key(f"{self.name}:{holder}")
        values: dict[str, str | int | float | datetime] = {
            **{"key": key, "most": self.most, "cost": cost},
            **{"at": moment, "each_second": each_second},
        }
        with connection.cursor() as cursor:
            cursor.execute(_TAKE, values)
            if cursor.fetchone() is not None:
                return
            cursor.execute(_LEFT, [moment, each_second, key])
            row = cursor.fetchone()
        left = float(row[0]) if row else 0.0
        raise TooOften(seconds=max(1, math.ceil((cost - left) / each_second)))


def sender_of(request: HttpRequest) -> str:
    """Return the network address a request comes from, as far as our own web servers (SULUH_PROXIES) wrote it."""
    own = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    named = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()]
    if own and len(named) >= own:
        return str(named[-own])
    return str(request.META.get("REMOTE_ADDR", ""))


def _household(sender: str) -> str:
    try:
        address = ip_address(sender.strip("[]"))
    except ValueError:
        return "unknown"
    if isinstance(address, IPv6Address):
        return str(address.ipv4_mapped or ip_network((address, _HOUSEHOLD), strict=False))
    return str(address)


def _key(text: str) -> str:
    return hmac.new(settings.SECRET_KEY.encode(), f"allowance:{text}".encode(), hashlib.sha256).hexdigest()
