"""How long ``./run`` takes until it answers: the first time in an empty data folder, and every later time.

    .venv/bin/python -m bench.start [--rounds 3]

The Python environment is taken as made. The peer is the bare floor of the same machine in the same run: an interpreter
that imports Django and stops.
"""

from __future__ import annotations

import argparse
import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from suluh.settings.environment import ROOT


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(port: int) -> bool:
    try:
        urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).close()
    except OSError:
        return False
    return True


def start_once(folder: Path) -> tuple[float, float]:
    """Return the seconds until the first answer, and the seconds Ctrl-C takes."""
    port = _free_port()
    environment = os.environ | {"SULUH_DATA": str(folder), "SULUH_PORT": str(port)}
    began = time.perf_counter()
    running = subprocess.Popen(["./run"], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    try:
        while not _answers(port) and time.perf_counter() - began < 120:
            time.sleep(0.02)
        answered = time.perf_counter() - began
        time.sleep(1)
    finally:
        stopping = time.perf_counter()
        running.send_signal(signal.SIGINT)
        running.wait(timeout=60)
    return answered, time.perf_counter() - stopping


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "data"
        Path(name).chmod(0o755)
        first, _stop = start_once(folder)
        later = [start_once(folder) for _round in range(rounds)]
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import django; from django.db import models"], check=True)
    floor = time.perf_counter() - began
    median = statistics.median(answered for answered, _stop in later)
    print(f"first start, seeding the province      {first:.2f} s")
    print(f"later starts, median of {rounds}              {median:.2f} s")
    print(f"Ctrl-C until all has stopped           {statistics.median(stop for _a, stop in later):.2f} s")
    print(f"peer: an interpreter importing Django  {floor:.2f} s (ratio {median / floor:.1f})")


if __name__ == "__main__":
    main()
