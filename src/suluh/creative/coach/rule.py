"""The contract of a rule, and how rules are found: every file of ``rules/`` is one.

A rule's file declares ``NAME``, ``LANGUAGES`` (or ``ANY``), ``RANK`` and ``check``; its docstring is its page in the
reference. Rules with ``CLAIMS_WORDS = True`` compete for words: where two speak of the same words, the lower rank wins.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from suluh.creative.coach import rules as rules_folder
from suluh.creative.coach.finding import Finding
from suluh.creative.coach.reading import Reading

Check = Callable[[Reading], Iterable[Finding]]


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One rule as its file declares it. ``languages`` is empty for a rule of every language."""

    name: str
    languages: frozenset[str]
    rank: int
    claims_words: bool
    description: str
    check: Check

    def reads(self, language: str) -> bool:
        """Say whether the rule has anything to say on a text in ``language``."""
        return not self.languages or language in self.languages


class TwinRules(Exception):  # noqa: N818 - a fault of the installation, told at the start
    """Two files declare a rule of the same name."""


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule, by rank and then by name. Raises ``TwinRules`` when a name is used twice."""
    found: dict[str, Rule] = {}
    for module_info in pkgutil.iter_modules(rules_folder.__path__):
        module = importlib.import_module(f"{rules_folder.__name__}.{module_info.name}")
        rule = Rule(
            name=module.NAME,
            languages=frozenset(module.LANGUAGES),
            rank=module.RANK,
            claims_words=getattr(module, "CLAIMS_WORDS", False),
            description=inspect.getdoc(module) or "",
            check=module.check,
        )
        if rule.name in found:
            raise TwinRules(rule.name)
        found[rule.name] = rule
    return tuple(sorted(found.values(), key=lambda rule: (rule.rank, rule.name)))
