"""Pages of a source, fetched politely: who we are, what we have already, when to wait, what robots.txt forbids.

Rules: HTTP conditional requests and Retry-After (RFC 9110), robots.txt (RFC 9309), read 2026-11-23. Robots.txt is
asked for every source but APIs made for programs; its Crawl-delay is kept to. What it forbids is not read: whoever
has the owner's leave asks them for a file.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from suluh.foundation.errors import Refusal
from suluh.foundation.http import USER_AGENT, Answer, Http
from suluh.foundation.language import lazy as _
from suluh.verification.corpus.contract import Importer
from suluh.verification.corpus.values import Request, Sheet

log = logging.getLogger("suluh.corpus")
NAME = "Suluh"
MOST_TRIES = 3
# Told to wait longer than this, the reading ends and goes on another day.
MOST_PATIENCE = 120.0
_FIRST_WAIT = 10.0
_BUSY = frozenset({429, 503})
_LARGEST_ROBOTS = 500_000
_SERVER_ERROR = 500


class SourceRefuses(Refusal):
    """The source answers with an error, or does not want to be read now."""

    code = "verification.E118"


class RobotsRefuse(Refusal):
    """The source's robots.txt does not let programs read this address."""

    code = "verification.E119"


@dataclass
class Fetcher:
    """Fetches pages of one source in one reading. ``between`` is the least number of seconds between two requests.

    ``site`` is our own address, told so that the source's people can ask us. ``wait`` sleeps; tests give their own.
    """

    http: Http
    site: str
    between: float = 2.0
    wait: Callable[[float], None] = time.sleep
    _robots: dict[str, RobotFileParser] = field(default_factory=dict)
    _asked: int = 0

    def page(
        self, request: Request, *, importer: Importer, seen: Mapping[str, Any]
    ) -> tuple[Sheet | None, dict[str, str]]:
        """Return a page, or None where it is what was ``seen`` last; and what to know it by the next time.

        Raises ``SourceRefuses``, ``RobotsRefuse`` and what ``foundation.http`` raises.
        """
        if importer.asks_robots:
            self._check_robots(request.url)
        headers = dict(request.headers)
        if seen.get("url") == request.url:
            marks = (("If-None-Match", "etag"), ("If-Modified-Since", "last_modified"))
            headers |= {name: str(seen[mark]) for name, mark in marks if seen.get(mark)}
        answer = self._answer(request.url, headers=headers, importer=importer)
        if answer is None:
            return None, dict(seen)
        known = {"url": request.url}
        for name, mark in (("etag", "etag"), ("last-modified", "last_modified")):
            value = answer.headers.get(name, "")
            if value and len(value) < 300 and value.isprintable():
                known[mark] = value
        return Sheet(body=answer.body, url=answer.url, headers=answer.headers), known

    def _answer(self, url: str, *, headers: dict[str, str], importer: Importer) -> Answer | None:
        for trial in range(MOST_TRIES):
            answer = self._get(url, headers=headers, most_bytes=importer.most_bytes, timeout=importer.timeout)
            if answer.status == 200:
                return answer
            if answer.status == 304 and not headers.keys().isdisjoint({"If-None-Match", "If-Modified-Since"}):
                return None
            if answer.status not in _BUSY:
                break
            seconds = _retry_after(answer.headers.get("retry-after", ""))
            seconds = _FIRST_WAIT * 2**trial if seconds is None else seconds
            if seconds > MOST_PATIENCE or trial == MOST_TRIES - 1:
                raise SourceRefuses(
                    _("The source asks to come back later (%(status)s).") % {"status": answer.status}, permanent=False
                )
            log.info("%s asks to wait %d s", urlsplit(url).hostname, seconds)
            self.wait(seconds)
        raise SourceRefuses(
            _("The source answered with the error %(status)s. Check its address.") % {"status": answer.status},
            permanent=answer.status < _SERVER_ERROR,
        )

    def _get(self, url: str, *, headers: Mapping[str, str], most_bytes: int, timeout: float) -> Answer:
        if self._asked:
            self.wait(self.between)
        self._asked += 1
        named = {"User-Agent": f"{USER_AGENT} (+{self.site})", **headers}
        return self.http.get(url, max_bytes=most_bytes, timeout=timeout, headers=named)

    def _check_robots(self, url: str) -> None:
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._robots:
            self._robots[origin] = self._read_robots(origin)
        rules = self._robots[origin]
        if not rules.can_fetch(NAME, url):
            raise RobotsRefuse(
                _("The robots.txt of %(site)s does not let programs read this address.") % {"site": origin}
            )
        delay = rules.crawl_delay(NAME)
        self.between = max(self.between, min(float(delay or 0), MOST_PATIENCE))

    def _read_robots(self, origin: str) -> RobotFileParser:
        rules = RobotFileParser()
        answer = self._get(f"{origin}/robots.txt", headers={}, most_bytes=_LARGEST_ROBOTS, timeout=15)
        if answer.status >= _SERVER_ERROR:  # RFC 9309, 2.3.1.4: then nothing may be read
            raise SourceRefuses(
                _("The source cannot tell its rules for programs now. Try again later."), permanent=False
            )
        lines = answer.body.decode("utf-8", errors="replace").splitlines() if answer.status == 200 else []
        rules.parse(lines)
        return rules


def _retry_after(said: str) -> float | None:
    """Return the seconds of a Retry-After header, given as seconds or as a date."""
    if said.strip().isdecimal():
        return float(said.strip()[:9])
    try:
        until = parsedate_to_datetime(said)
    except (ValueError, TypeError, IndexError):
        return None
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max(0.0, (until - datetime.now(tz=UTC)).total_seconds())
