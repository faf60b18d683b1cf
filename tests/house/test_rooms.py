"""Rooms and storeys: what stands where, and who may enter by which way."""

from __future__ import annotations

import ast
import subprocess
import sys

import pytest

from tests.house.sources import HOUSE, ROOMS, ROOT, all_python, house_python, imports, place, told, tree

LONGEST_README = 60
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "tools", "shared"}

# Engines are plain Python: they work in a notebook, without Django. What they take from another room cannot come
# through its api.py, which needs Django set up; it comes from these modules, plain values and engines themselves.
PLAIN_MODULES = {
    "suluh.agencies.brand": "an office's names and colours as a value: layouts, texts and seals are made with it",
    "suluh.agencies.typefaces": "the letters an office may choose, as values: layouts are drawn with them",
    "suluh.content.blocks": "the story as a value: the coach reads it, packs are drawn from it",
    "suluh.content.readers": "the engine that reads a file into text: suluh pack runs it without Django",
    "suluh.content.structure": "the engine that finds a story in a text: suluh pack runs it without Django",
    "suluh.authenticity.detached": "the engine that seals a folder: a pack is made without Django",
    "suluh.authenticity.sealing": "the engine that seals a file: a pack is made without Django",
    "suluh.authenticity.signers": "who signs, as a value: a pack is made without Django",
}


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_says_on_one_page_what_it_is_for(room: str) -> None:
    readme = HOUSE / room / "README.md"

    assert readme.exists(), f"write src/suluh/{room}/README.md: what the room is for, its words, what it never does"
    lines = len(readme.read_text().splitlines())
    assert lines <= LONGEST_README, (
        f"src/suluh/{room}/README.md has {lines} lines, {LONGEST_README} is a page: shorten it"
    )


def test_every_folder_of_the_house_is_a_storey() -> None:
    folders = {path.parent.name for path in HOUSE.glob("*/__init__.py")} - {"settings"}

    assert folders == set(ROOMS), "a new room takes its place in pyproject.toml [tool.importlinter] and in ROOMS here"


@pytest.mark.slow
def test_imports_go_down_only() -> None:
    # A program of its own: it sets up logging anew for its whole process.
    program = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=False)

    assert answer.returncode == 0, "a lower room imports a higher one; say it by an event:\n" + answer.stdout


def _entered(name: str, *, room: str) -> bool:
    """Tell whether a name is of another room and not behind its door."""
    parts = name.split(".")
    if parts[0] != "suluh" or len(parts) < 3 or parts[1] in {room, "foundation", "settings"}:
        return False
    return parts[2] != "api" and not any(f"{name}.".startswith(f"{plain}.") for plain in PLAIN_MODULES)


def test_a_room_is_entered_by_its_door() -> None:
    wrong = [
        f"{place(path, line=line)} imports {name}"
        for path in house_python()
        for line, name in imports(path)
        if _entered(name, room=path.relative_to(HOUSE).parts[0])
    ]

    assert not wrong, told(wrong, do="import from the room's api.py; add the name to its door where it is missing:")


def test_every_plain_module_that_stands_open_is_used() -> None:
    used = {
        plain
        for path in house_python()
        for _line, name in imports(path)
        for plain in PLAIN_MODULES
        if f"{name}.".startswith(f"{plain}.") and path.relative_to(HOUSE).parts[0] != plain.split(".")[1]
    }

    assert set(PLAIN_MODULES) == used, told(sorted(set(PLAIN_MODULES) - used), do="close what nobody enters:")


def test_there_is_no_drawer() -> None:
    wrong = [
        path.relative_to(ROOT)
        for path in [*HOUSE.rglob("*"), *(ROOT / "tests").rglob("*")]
        if path.stem.lower().strip("_") in DRAWERS
        and (path.is_dir() or path.suffix in {".py", ".js", ".css", ".html"})
        and path.suffix != ".html"
    ]

    assert not wrong, told(wrong, do="call it by its subject, or put it where it is used:")


MAY_READ_THE_ENVIRONMENT = {
    "settings/environment.py": "the one reader",
    "foundation/pytest_plugin.py": "sets the tests' own database before the settings are read",
    "__main__.py": "names Django's settings module and the language of the command line before settings are read",
    "web/wsgi.py": "names Django's settings module",
}


def test_only_the_settings_read_the_environment() -> None:
    wrong = [
        place(path, line=node.lineno)
        for path in house_python()
        if str(path.relative_to(HOUSE)) not in MAY_READ_THE_ENVIRONMENT
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and node.attr in {"environ", "getenv", "environb", "putenv"}
    ]

    assert not wrong, told(wrong, do="add a typed setting to settings/environment.py and read it there:")


WAYS_OUT = ("urllib.request", "urllib3", "http.client", "requests", "httpx", "aiohttp", "socket", "ftplib", "telnetlib")
MAY_CONNECT = {
    "foundation/embedded.py": "knocks at the embedded PostgreSQL's own socket, on this machine",
    "foundation/http.py": "the one way out",
    "foundation/preparing.py": "binds the server's port to see whether it is free; connects to nothing",
}


def test_requests_leave_by_one_way() -> None:
    wrong = [
        f"{place(path, line=line)} imports {name}"
        for path in house_python()
        if str(path.relative_to(HOUSE)) not in MAY_CONNECT
        for line, name in imports(path)
        if any(f"{name}.".startswith(f"{way}.") for way in WAYS_OUT) or name.endswith(".fetch_url")
    ]

    assert not wrong, told(wrong, do="send it through suluh.foundation.http:")


def test_no_error_is_swallowed_without_a_reason() -> None:
    wrong = []
    for path in all_python():
        lines = path.read_text().splitlines()
        for node in ast.walk(tree(path)):
            if not isinstance(node, ast.ExceptHandler):
                continue
            is_wide = isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"}
            if node.type is None or (is_wide and "#" not in lines[node.lineno - 1]):
                wrong.append(place(path, line=node.lineno))

    assert not wrong, told(wrong, do="name the errors that may come, or say beside the line why all are meant:")
