"""Every sentence of the coach is said in Bahasa Indonesia."""

from __future__ import annotations

import ast
from pathlib import Path

from babel.messages.pofile import read_po

COACH = Path(__file__).resolve().parents[1]
CATALOGUE = COACH.parent / "locale" / "id" / "LC_MESSAGES" / "django.po"


def sentences() -> set[str]:
    """The texts given to ``_`` in the coach's modules."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in COACH.rglob("*.py")]
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return {
        call.args[0].value
        for call in calls
        if isinstance(call.func, ast.Name)
        and call.func.id == "_"
        and isinstance(call.args[0], ast.Constant)
        and isinstance(call.args[0].value, str)
    }


def test_every_sentence_has_a_translation() -> None:
    with CATALOGUE.open("rb") as file:
        catalogue = read_po(file)
    said = {str(message.id): str(message.string) for message in catalogue if message.id}

    assert len(sentences()) > 20
    assert {s for s in sentences() if not said.get(s)} == set()
