"""What must be told is told: settings, events, errors, commands, actions."""

from __future__ import annotations

import ast
import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest

from suluh.foundation import reference, words
from suluh.foundation.errors import Refusal
from suluh.foundation.events import Event
from suluh.settings import environment
from tests.house.sources import HOUSE, ROOMS, ROOT, all_texts, place, told, tree

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", autouse=True)
def _everything_is_imported() -> None:
    tuple(reference.all_modules())


def test_the_reference_says_what_the_code_says() -> None:
    # A program of its own: events and states that other tests declare do not belong into the reference.
    answer = subprocess.run(
        [sys.executable, "-m", "suluh", "reference", "--check"], capture_output=True, text=True, cwd=ROOT, check=False
    )

    assert answer.returncode == 0, "run “suluh reference” and commit docs/reference:\n" + answer.stdout + answer.stderr


def test_every_setting_says_what_it_is() -> None:
    source = inspect.getsource(environment)
    read = set(re.findall(r'"(SULUH_[A-Z_0-9]+)"', source))
    said = reference.setting_comments(source)

    assert read == set(said), told(
        sorted(read ^ set(said)), do="say over its field in settings/environment.py what it is, or delete it:"
    )


def test_the_docs_name_only_settings_that_exist() -> None:
    known = set(reference.setting_comments(inspect.getsource(environment))) | {
        "SULUH_PYTHON"
    }  # read by bin/environment
    wrong = [
        f"{path.relative_to(ROOT)} names {name}"
        for path, text in all_texts()
        if path.suffix == ".md"
        for name in sorted(set(re.findall(r"\bSULUH_[A-Z0-9_]*[A-Z0-9]\b", text)) - known)
    ]

    assert not wrong, told(wrong, do="there is no such setting:")


def test_every_event_says_when_it_happens() -> None:
    ours = {name: event for name, event in Event.known.items() if name.split(".")[0] in ROOMS}
    wrong = [name for name, event in ours.items() if not event.meaning.endswith(".")]

    assert ours
    assert not wrong, told(wrong, do="give the event a meaning of one sentence:")


def _refusals(cls: type[Refusal] = Refusal) -> list[type[Refusal]]:
    below = [found for child in cls.__subclasses__() for found in _refusals(child)]
    mine = cls.__module__.startswith("suluh.") and ".tests." not in cls.__module__ and cls is not Refusal
    return [*([cls] if mine else []), *below]


def test_every_refusal_has_a_code_of_its_own() -> None:
    owners: dict[str, set[str]] = {}
    for cls in _refusals():
        owners.setdefault(cls.code, set()).add(f"{cls.__module__}.{cls.__name__}")
    twins = [f"{code}: {', '.join(sorted(names))}" for code, names in sorted(owners.items()) if len(names) > 1]
    strange = [
        f"{cls.__name__}: {cls.code}"
        for cls in _refusals()
        if not re.fullmatch(rf"{cls.__module__.split('.')[1]}\.E\d{{3}}", cls.code)
    ]

    assert not twins, told(twins, do="one code, one refusal; take the room's next free number:")
    assert not strange, told(strange, do='a code is "<room>.E<three digits>", of the room it is declared in:')


def test_every_refusal_says_what_it_means() -> None:
    wrong = [cls.__qualname__ for cls in _refusals() if not (vars(cls).get("__doc__") or "").strip()]

    assert not wrong, told(wrong, do="write a docstring; it stands in docs/reference/errors.md:")


def _decorators(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            for decorator in node.decorator_list:
                called = decorator.func if isinstance(decorator, ast.Call) else decorator
                found.add(ast.unparse(called).split(".")[-1])
    return found


def test_every_action_leaves_an_entry_in_the_journal() -> None:
    wrong = [
        place(path, line=1)
        for path in sorted(HOUSE.glob("*/actions/*.py"))
        if path.name != "__init__.py" and "action" not in _decorators(path)
    ]

    assert not wrong, told(wrong, do='decorate what it changes with @audit.action("<room>.<verb>"):')


def test_every_command_says_what_it_does_in_both_languages() -> None:
    catalogues = [words.read_catalogue(room, language="id") for room in words.rooms()]
    silent, untranslated = [], []
    for name, command in reference.commands().items():
        said = inspect.getdoc(command.callback) or ""
        silent += [] if said else [name]
        untranslated += [
            f"{name}: {sentence!r}"
            for sentence in filter(None, (said, command.short_help, *(getattr(p, "help", "") for p in command.params)))
            if not any((found := catalogue.get(sentence)) and found.string for catalogue in catalogues)
        ]

    assert not silent, told(silent, do="write the command's docstring, it is its help:")
    assert not untranslated, told(untranslated, do="translate the whole docstring in the room's django.po:")
