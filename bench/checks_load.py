"""How soon /cek and the API answer while many ask: an open loop of checks against a server of its own.

    .venv/bin/python -m bench.checks_load [--rate 20] [--seconds 60] [--pad 0] [--workers 1] [--json]

Starts a Suluh with the seeded province on a free port of 127.0.0.1, as ./run does, adds ``--pad`` generated
fact-checks, and sends a check every 1/rate seconds whether or not earlier ones were answered: half to the page as a
form, half to the API as JSON; a third are known claims in other words, a third are chain messages around one, a third
nobody has checked. Times count from the moment a check was due, so that a server that stalls cannot hide it. An error
is every answer that is not 200, or none. Senders are spread over 500 made-up addresses, as citizens are.

Goal: p95 <= 1 s and no error at 20 checks a second for 60 seconds on two cores with nothing else to do. The load of the
machine before and after stands beside the figures.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from suluh.settings.environment import ROOT

_STRANGE = (
    "Jembatan {place} ditutup total mulai {day} karena retak, kata petugas lewat pesan suara",
    "Wali kota {place} membagikan {number} ekor kambing kepada warga pada hari {day}",
    "Sekolah di {place} libur {number} hari mulai {day} karena perbaikan pipa air",
)
_PLACES = [
    "Palembang",
    "Prabumulih",
    "Lubuklinggau",
    "Pagaralam",
    "Lahat",
    "Muaraenim",
    "Banyuasin",
    "Kayuagung",
    "Martapura",
    "Sekayu",
]
_DAYS = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
_SUBJECTS = [
    "bantuan tunai",
    "vaksin baru",
    "uang kertas",
    "air kelapa",
    "tautan undian",
    "gempa besar",
    "nomor darurat",
    "telur palsu",
]
_VERBS = [
    "dibagikan",
    "dilarang",
    "menyebabkan sakit",
    "menghapus utang",
    "menyembuhkan demam",
    "menyadap ponsel",
    "dipungut biaya",
]
_CHAIN = "Assalamualaikum, info penting dari grup sebelah!! {title}. Sebarkan ke semua keluarga sebelum terlambat 🙏🙏"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One check of the loop: seconds from when it was due to its whole answer, and the status (0: none came)."""

    way: str
    seconds: float
    status: int


def prepare(pad: int) -> list[str]:
    """Add ``pad`` generated fact-checks to the database of SULUH_DATA, index all, and return up to 300 titles."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "suluh.settings.server"
    import django

    django.setup()
    from suluh.foundation import tenancy
    from suluh.foundation.clock import now
    from suluh.verification import index
    from suluh.verification.models import FactCheck, Source

    draw = random.Random(7)  # noqa: S311 - repeatable, no secret
    with tenancy.whole_house(reason="a bench fills its own database"):
        values = {"name": "Bench", "kind": "csv", "licence": "made up", "is_active": False}
        source, _is_new = Source.objects.get_or_create(slug="bench", defaults=values)
        rows = (
            FactCheck(
                source=source,
                external_id=f"bench-{number}",
                state="published",
                title=_title(draw, number=number),
                verdict="salah",
                reason="Tidak ada bukti untuk klaim ini.",
                published_at=now(),
            )
            for number in range(pad)
        )
        FactCheck.objects.bulk_create(rows, batch_size=2_000)
        titles = list(FactCheck.objects.public().order_by("?").values_list("title", flat=True)[:300])
    index.catch_up()
    return titles


def _title(draw: random.Random, *, number: int) -> str:
    words = f"{draw.choice(_SUBJECTS)} {draw.choice(_VERBS)} di {draw.choice(_PLACES)}"
    return f"{words} mulai {draw.choice(_DAYS)} tanggal {number % 28 + 1}, berlaku bagi {number} orang".capitalize()


@contextmanager
def _served(folder: Path, *, workers: int) -> Iterator[tuple[int, dict[str, str]]]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    environment = os.environ | {"SULUH_DATA": str(folder), "SULUH_PORT": str(port), "SULUH_PROXIES": "1"}
    environment["SULUH_WORKERS"] = str(workers)
    running = subprocess.Popen(
        [sys.executable, "-m", "suluh", "run"], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL
    )
    try:
        began = time.perf_counter()
        while time.perf_counter() - began < 180:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/cek/", timeout=5).close()
                break
            except OSError:
                time.sleep(0.2)
        yield port, environment
    finally:
        running.send_signal(signal.SIGINT)
        running.wait(timeout=60)


def texts_of(titles: list[str], *, count: int) -> list[str]:
    """Return what is asked, the same in every run."""
    draw = random.Random(11)  # noqa: S311 - repeatable, no secret
    texts = []
    for number in range(count):
        title = draw.choice(titles) if titles else "kabar"
        strange = draw.choice(_STRANGE).format(
            place=draw.choice(_PLACES), day=draw.choice(_DAYS), number=draw.randrange(2, 90)
        )
        words = title.split()
        shorter = " ".join(word for place, word in enumerate(words) if place % 5 != 4)
        texts.append((shorter, _CHAIN.format(title=title), strange)[number % 3])
    return texts


class _Sender:
    """Sends checks, each thread over its own open connection."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._own = threading.local()

    def ask(self, text: str, *, number: int, due: float) -> Asked:
        """Wait until the check is due, send it, and time its answer."""
        time.sleep(max(0.0, due - time.perf_counter()))
        way = "page" if number % 2 else "api"
        sender = f"10.0.{number % 2}.{number % 250 + 1}"
        headers = {"X-Forwarded-For": sender, "Accept-Language": "id"}
        if way == "page":
            path, body = "/cek/", urlencode({"teks": text})
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        else:
            path, body = "/api/v1/checks", json.dumps({"text": text})
            headers["Content-Type"] = "application/json"
        try:
            status = self._send(path, body=body.encode(), headers=headers)
        except (OSError, http.client.HTTPException):
            self._own.connection = None
            status = 0
        return Asked(way=way, seconds=time.perf_counter() - due, status=status)

    def _send(self, path: str, *, body: bytes, headers: dict[str, str]) -> int:
        connection = getattr(self._own, "connection", None)
        if connection is None:
            connection = self._own.connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=30)
        connection.request("POST", path, body, headers)
        answer = connection.getresponse()
        answer.read()
        return int(answer.status)


def run_loop(port: int, *, texts: list[str], rate: float) -> list[Asked]:
    """Send every text at its time; return the answers."""
    sender = _Sender(port)
    for way in (0, 1):  # the first of each loads what is loaded at first use
        sender.ask("pemanasan", number=way, due=time.perf_counter())
    began = time.perf_counter() + 0.5
    with ThreadPoolExecutor(max_workers=100) as pool:
        waiting = [
            pool.submit(sender.ask, text, number=number, due=began + number / rate) for number, text in enumerate(texts)
        ]
        return [one.result() for one in waiting]


def figures(asked: list[Asked]) -> dict[str, float]:
    """Return count, errors and the times in milliseconds."""
    times = sorted(one.seconds * 1000 for one in asked)
    cuts = statistics.quantiles(times, n=100)
    return {
        "checks": len(asked),
        "errors": sum(one.status != 200 for one in asked),
        "p50_ms": round(cuts[49], 1),
        "p95_ms": round(cuts[94], 1),
        "p99_ms": round(cuts[98], 1),
        "worst_ms": round(times[-1], 1),
    }


def main() -> None:
    """Print the figures; exit code 1 where the goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rate", type=float, default=20.0)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--pad", type=int, default=0)
    parser.add_argument("--workers", type=int, default=1, help="server processes, as SULUH_WORKERS")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--prepare", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.prepare is not None:
        print(json.dumps(prepare(options.prepare)))
        return
    with (
        tempfile.TemporaryDirectory() as name,
        _served(Path(name) / "data", workers=options.workers) as (port, environment),
    ):
        command = [sys.executable, "-m", "bench.checks_load", "--prepare", str(options.pad)]
        done = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
        titles = json.loads(done.stdout.strip().splitlines()[-1])
        texts = texts_of(titles, count=int(options.rate * options.seconds))
        before = os.getloadavg()[0]
        asked = run_loop(port, texts=texts, rate=options.rate)
    found = {
        "all": figures(asked),
        "page": figures([one for one in asked if one.way == "page"]),
        "api": figures([one for one in asked if one.way == "api"]),
    }
    whole = {"rate": options.rate, "pad": options.pad, "load_before": before, "load_after": os.getloadavg()[0]} | found
    if options.json:
        print(json.dumps(whole, indent=2))
    else:
        print(f"{options.rate:g} checks/s for {options.seconds:g} s, {options.pad} generated fact-checks added")
        print(
            f"load of the machine (1 min): {before:.1f} before, {os.getloadavg()[0]:.1f} after; {os.cpu_count()} cores"
        )
        for name, values in found.items():
            print(f"{name:5} " + "  ".join(f"{key} {value:g}" for key, value in values.items()))
    sys.exit(0 if found["all"]["errors"] == 0 and found["all"]["p95_ms"] <= 1000 else 1)


if __name__ == "__main__":
    main()
