"""What the tests of the house read: files, syntax trees, and how a fault is told."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOUSE = ROOT / "src" / "suluh"
# Storeys from the top down; import-linter holds their order, pyproject.toml declares it.
ROOMS = ("web", "verification", "creative", "authenticity", "content", "agencies", "foundation")
_NOT_OURS = {".git", ".venv", "data", "node_modules", "build", "dist", "out", "vendor"}


def told(problems: Iterable[object], *, do: str) -> str:
    """Return the message of a failed rule: what to do, then each place."""
    return "\n".join([do, *(f"  {problem}" for problem in problems)])


def house_python(*, with_tests: bool = False) -> list[Path]:
    """Return the house's own Python files; migrations are Django's."""
    left_out = {"migrations"} if with_tests else {"migrations", "tests"}
    return [path for path in sorted(HOUSE.rglob("*.py")) if not left_out & set(path.relative_to(HOUSE).parts)]


def all_python() -> list[Path]:
    """Return every Python file: the house, its tests, the benches."""
    folders = [path for name in ("tests", "bench") for path in sorted((ROOT / name).rglob("*.py"))]
    return [*house_python(with_tests=True), *folders, ROOT / "conftest.py"]


def all_texts() -> Iterator[tuple[Path, str]]:
    """Yield every text file of the project with its text; what is binary, made or not ours is left out."""
    for path in sorted(ROOT.rglob("*")):
        parts = path.relative_to(ROOT).parts
        hidden = any(part.startswith(".") and part not in {".ci", ".gitignore"} for part in parts)
        if hidden or _NOT_OURS & set(parts) or "__pycache__" in parts or not path.is_file():
            continue
        try:
            yield path, path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


@cache
def tree(path: Path) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def place(path: Path, *, line: int) -> str:
    """Return where a fault is, as editors open it."""
    return f"{path.relative_to(ROOT)}:{line}"


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Yield (line, dotted name) for everything a file imports, also inside functions: "suluh.content.api"."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                yield node.lineno, f"{node.module}.{alias.name}"


def templates() -> dict[str, Path]:
    """Return every template by the name it is asked for under."""
    found = {}
    for path in sorted([*HOUSE.rglob("*.html"), *HOUSE.rglob("templates/**/*.txt")]):
        parts = path.relative_to(HOUSE).parts
        if "templates" in parts:
            found["/".join(parts[parts.index("templates") + 1 :])] = path
        elif parts[:2] == ("web", "components"):
            found["/".join(parts[1:])] = path
    return found
