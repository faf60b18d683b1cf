"""What another process needs to know to work in the tests' own database."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from django.db import connections


def environment_of_tests(folder: Path) -> dict[str, str]:
    """Return the environment of a process that works in the test database, with ``folder`` as its data folder."""
    (folder / "static").mkdir(exist_ok=True)  # WhiteNoise warns where it is not there
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "suluh.settings.server",
        "SULUH_DATA": str(folder),
        "SULUH_DATABASE_URL": _url("owner"),
        "SULUH_DATABASE_APP_URL": _url("default"),
        "SULUH_SITE_URL": "http://localhost",
        "SULUH_LANGUAGE": "en",
    }


def run_python(*words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run Python with ``words`` in the test database, until it ends."""
    return subprocess.run(
        [sys.executable, *words],
        env=environment_of_tests(folder),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def _url(alias: str) -> str:
    parts = connections[alias].settings_dict
    port = f"&port={parts['PORT']}" if parts["PORT"] else ""
    return f"postgresql://{parts['USER']}:{parts['PASSWORD']}@/{parts['NAME']}?host={parts['HOST']}{port}"
