"""The reference page of the API, written from its operations."""

from __future__ import annotations

from suluh.agencies.api import Rule
from suluh.foundation.reference import page, table
from suluh.web.api.root import operations

PAGE = "api"
_WHO = {"all": "everybody", "signed_in": "who signed in", "office": "any member"}


def reference_page() -> str:
    """Return the page as Markdown: every operation and who may call it."""
    rows = [(line.method, f"`{line.path}`", line.meaning, _who(line.rule)) for line in operations()]
    about = "The API. Its whole form is served as OpenAPI at `/api/v1/openapi.json`; a member makes a key at the desk."
    return page("API", about=about, lines=table(("method", "address", "what it does", "who may"), rows=rows))


def _who(rule: Rule | None) -> str:
    if rule is None:
        return "—"
    return f"`{rule.right}`" if rule.kind == "right" else _WHO[rule.kind]
