"""Gives the tests a PostgreSQL of their own before Django reads its settings.

Without ``SULUH_DATABASE_URL`` the embedded server runs in a folder of the temporary directory. The tests work as the
same unprivileged role as the program, so every test is also a test of the policies.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

_held = contextlib.ExitStack()
# Tests count sign-in attempts in their own process; tests/test_sign_in_limits.py tries the shared table.
_CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}


def _prepare() -> None:
    checkout = hashlib.sha256(str(Path(__file__).resolve()).encode()).hexdigest()[:8]
    folder = Path(tempfile.gettempdir()) / f"suluh-test-{os.getuid()}-{checkout}"
    os.environ.setdefault("SULUH_DATA", str(folder))
    os.environ["SULUH_SITE_URL"] = "http://testserver"
    if "PYTEST_XDIST_WORKER" in os.environ:
        return
    from suluh.foundation import database
    from suluh.settings.environment import read_environment

    environment = read_environment()
    (environment.data / "static").mkdir(parents=True, exist_ok=True)  # WhiteNoise warns where it is not there
    if environment.database_is_embedded:
        _held.enter_context(database.embedded_postgres(environment.data))
    database.make_ready(read_environment())


_prepare()


def pytest_unconfigure() -> None:
    """Let go of the embedded server."""
    _held.close()


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_modify_db_settings: None, django_db_blocker: Any
) -> Iterator[None]:
    """Make the test database as its owner, give the program's role its policies, and work as that role."""
    from django.conf import settings
    from django.db import connections
    from django.test import override_settings
    from django.test.utils import setup_databases, teardown_databases

    from suluh.foundation import tenancy

    # Hashing that is slow on purpose would be most of what the tests do.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    with django_db_blocker.unblock():
        made = setup_databases(
            verbosity=0, interactive=False, aliases={"owner": "", "default": ""}, serialized_aliases=set()
        )
        tenancy.secure(alias="owner", role=settings.DATABASES["default"]["USER"])
        connections["owner"].close()
    with override_settings(CACHES=_CACHES):
        yield
    with django_db_blocker.unblock():
        for connection in connections.all():
            connection.close()
        teardown_databases(made, verbosity=0)
