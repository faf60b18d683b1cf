"""Lines of the log: one for each thing said, whatever strangers put into an address, and no key that opens a door."""

from __future__ import annotations

import logging
import re
from types import TracebackType

# What stands behind these in an address lets in whoever has it.
_KEYS = re.compile(r"(/undangan/|/bagikan/|/reset/key/|/confirm-email/)[^/\s?\"']+")
_SIGNS = {number: f"\\x{number:02x}" for number in (*range(0x20), 0x7F, *range(0x80, 0xA0), 0x2028, 0x2029)}
_Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Line(logging.Formatter):
    """Writes what was said in one line. A traceback follows, but not where PostgreSQL is only away."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's own name
        return _KEYS.sub(r"\1…", super().formatMessage(record)).translate(_SIGNS)

    def formatException(self, ei: _Raised) -> str:  # noqa: N802 - logging's own name
        if ei[1] is not None and is_away(ei[1]):
            return f"PostgreSQL: {str(ei[1]).strip()}".translate(_SIGNS)
        return super().formatException(ei)


def is_away(error: BaseException) -> bool:
    """Tell whether an error says that PostgreSQL cannot be reached, is starting, or is stopping."""
    from django.db import InterfaceError, OperationalError

    if not isinstance(error, InterfaceError | OperationalError):
        return False
    state = getattr(error.__cause__, "sqlstate", None)
    return state is None or str(state).startswith(("08", "57P"))
