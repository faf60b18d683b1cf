"""Where the tests' texts stand."""

from __future__ import annotations

from pathlib import Path

DATA = Path(__file__).parent / "data"
PROJECT = Path(__file__).resolve().parents[5]
SAMPLE = PROJECT / "samples" / "siaran-pers-palembang-2024-05-30.txt"
