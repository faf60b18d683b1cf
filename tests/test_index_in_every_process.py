"""What one process publishes, every other one answers with, within two seconds."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import build_fact_check
from pytest_django import Settings

from suluh.foundation import tenancy
from suluh.verification import api as verification
from suluh.verification.models import FactCheck
from tests.other_process import environment_of_tests

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True, databases=["default", "owner"])]
HOAX = "Air kelapa dicampur garam menyembuhkan demam berdarah"
# What the other process does: ask over and over, and say each time the answer is another one.
ASK = """
import django, sys, time
django.setup()
from suluh.verification import api as verification
before = ""
while True:
    answer = verification.check_text(sys.argv[1], counted=False).outcome
    if answer != before:
        print(answer, flush=True)
    before = answer
    time.sleep(0.02)
"""


@pytest.fixture
def other(tmp_path: Path, settings: Settings) -> Iterator[subprocess.Popen[str]]:
    """Another process with the same data folder that asks whether the hoax is known."""
    settings.INDEX_FOLDER = tmp_path / "index"
    asking = subprocess.Popen(
        [sys.executable, "-c", ASK, HOAX],
        env=environment_of_tests(tmp_path),
        stdout=subprocess.PIPE,
        text=True,
    )
    yield asking
    asking.kill()
    asking.communicate()


def answer_of(other: subprocess.Popen[str], *, seconds: float) -> tuple[str, float]:
    """Return the other process's next answer and after how many seconds it came; "" where none did in time."""
    spoken = other.stdout
    assert spoken is not None
    said: list[str] = []
    began = time.monotonic()
    reading = threading.Thread(target=lambda: said.append(spoken.readline().strip()), daemon=True)
    reading.start()
    reading.join(seconds)
    return (said[0] if said else "", time.monotonic() - began)


def test_a_fact_check_is_known_and_forgotten_everywhere_within_two_seconds(other: subprocess.Popen[str]) -> None:
    # The first fact-check makes a process read the trained model: seconds, and once.
    warm = build_fact_check(title=HOAX)
    while answer_of(other, seconds=60)[0] != "known":
        pass
    verification.check_text(HOAX)
    with tenancy.whole_house(reason="test"):
        FactCheck.objects.filter(pk=warm.pk).update(state="withdrawn", withdrawn_because="Percobaan.")
    assert answer_of(other, seconds=60)[0] == "unknown"

    fact_check = build_fact_check(title=HOAX)
    answer, after = answer_of(other, seconds=20)
    assert (answer, after < 2) == ("known", True), f"{answer} after {after:.2f} s"
    assert verification.check_text(HOAX).outcome == "known"

    with tenancy.whole_house(reason="test"):
        FactCheck.objects.filter(pk=fact_check.pk).update(state="withdrawn", withdrawn_because="Keliru.")
    answer, after = answer_of(other, seconds=20)
    assert (answer, after < 2) == ("unknown", True), f"{answer} after {after:.2f} s"
