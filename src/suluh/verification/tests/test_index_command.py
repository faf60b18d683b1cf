"""The operator makes the index anew."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from click.testing import Result
from conftest import build_fact_check

from suluh.verification import index
from suluh.verification.commands.index import command


@pytest.mark.slow
def test_the_index_is_made_anew_and_counted(run_command: Callable[..., Result]) -> None:
    fact_check = build_fact_check()
    index.catch_up()

    done = run_command(command, "--anew")

    assert done.exit_code == 0, done.output
    assert done.output.startswith("1 ")
    assert index.matcher().mark() == fact_check.__class__.objects.get().change
