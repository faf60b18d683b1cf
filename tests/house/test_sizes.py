"""Short enough to hold in the head."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.house.sources import HOUSE, all_python, place, templates, told, tree

LONGEST_FUNCTION, LONGEST_MODULE, LONGEST_TEMPLATE, LONGEST_BEHAVIOUR, LONGEST_ADAPTER = 40, 400, 150, 100, 150
DEEPEST = 3
BLOCKS = (ast.If, ast.For, ast.While, ast.With, ast.Try, ast.AsyncFor, ast.AsyncWith, ast.Match)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def depth(node: ast.AST, *, above: int = 0) -> int:
    """Return how many blocks stand in each other; elif is not a block of its own, an inner function begins anew."""
    deepest = above
    for child in ast.iter_child_nodes(node):
        if isinstance(child, (*FUNCTIONS, ast.ClassDef, ast.Lambda)):
            continue
        is_elif = isinstance(node, ast.If) and isinstance(child, ast.If) and node.orelse == [child]
        deepest = max(deepest, depth(child, above=above + (isinstance(child, BLOCKS) and not is_elif)))
    return deepest


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in ast.walk(tree(path)) if isinstance(node, FUNCTIONS)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("def f():\n  pass", 0),
        ("def f():\n  if a:\n    pass\n  elif b:\n    pass\n  elif c:\n    pass", 1),
        ("def f():\n  for a in b:\n    with c:\n      if d:\n        while e:\n          pass", 4),
        ("def f():\n  if a:\n    def g():\n      if b:\n        pass", 1),
    ],
)
def test_depth_counts_blocks_as_a_reader_does(source: str, expected: int) -> None:
    assert depth(ast.parse(source).body[0]) == expected


def test_functions_are_short() -> None:
    wrong = [
        f"{place(path, line=node.lineno)} {node.name}: {length} lines"
        for path in all_python()
        for node in functions(path)
        if (length := (node.end_lineno or node.lineno) - node.lineno + 1) > LONGEST_FUNCTION
    ]

    assert not wrong, told(wrong, do=f"more than {LONGEST_FUNCTION} lines: look for the second subject in it:")


def test_functions_are_flat() -> None:
    wrong = [
        f"{place(path, line=node.lineno)} {node.name}: {deep} blocks deep"
        for path in all_python()
        for node in functions(path)
        if (deep := depth(node)) > DEEPEST
    ]

    assert not wrong, told(wrong, do=f"more than {DEEPEST} blocks deep: return early, or name the inner part:")


def test_modules_are_short() -> None:
    wrong = [
        f"{place(path, line=1)}: {length} lines"
        for path in all_python()
        if (length := len(path.read_text().splitlines())) > LONGEST_MODULE
    ]

    assert not wrong, told(wrong, do=f"more than {LONGEST_MODULE} lines: look for the second subject in it:")


def test_templates_behaviours_and_adapters_are_short() -> None:
    limits = [(path, LONGEST_TEMPLATE) for path in templates().values()]
    limits += [(path, LONGEST_BEHAVIOUR) for path in HOUSE.rglob("components/*/*.js")]
    limits += [(path, LONGEST_ADAPTER) for path in HOUSE.glob("creative/texts/networks/*.py")]
    wrong = [
        f"{place(path, line=1)}: {length} lines, {most} are enough"
        for path, most in limits
        if (length := len(path.read_text().splitlines())) > most
    ]

    assert not wrong, told(wrong, do="look for the second subject in it:")
