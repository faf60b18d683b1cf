"""The bytes of a page as text or as JSON, or a refusal that says what was expected."""

from __future__ import annotations

import json
import re
from typing import Any

from suluh.foundation.language import lazy as _
from suluh.verification.corpus.values import Sheet, bad_page

_CHARSET = re.compile(r"charset=[\"']?([\w.:-]{1,40})", re.IGNORECASE)


def text(sheet: Sheet) -> str:
    """Return a page's text in the charset it names, UTF-8 otherwise; what cannot be read is marked."""
    named = _CHARSET.search(sheet.headers.get("content-type", ""))
    try:
        return sheet.body.decode(named[1] if named else "utf-8-sig", errors="replace")
    except (LookupError, UnicodeError):
        return sheet.body.decode("utf-8-sig", errors="replace")


def parsed(sheet: Sheet) -> Any:
    """Return the JSON value of a page. Raises ``BadPage``."""
    try:
        return json.loads(text(sheet))
    except (ValueError, RecursionError) as error:
        raise bad_page(_("The answer is not JSON. Check the address of the source."), hint=error) from error
