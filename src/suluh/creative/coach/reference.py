"""The reference page of the rules, written from their docstrings."""

from __future__ import annotations

from suluh.creative.coach.rule import Rule, all_rules


def reference_page() -> str:
    """Return the page as Markdown: every rule, in the order they run."""
    head = [
        "# The coach's rules",
        "",
        "Written from the docstrings of `src/suluh/creative/coach/rules/` by",
        "`suluh.creative.coach.reference.reference_page()`; do not edit by hand.",
        "",
    ]
    return "\n".join([*head, *(line for rule in all_rules() for line in _section(rule))]).rstrip() + "\n"


def _section(rule: Rule) -> list[str]:
    languages = ", ".join(sorted(rule.languages)) if rule.languages else "every language"
    return [f"## {rule.name}", "", f"Languages: {languages}.", "", rule.description, ""]
