"""Which formats there are, which suit a story, and which an office wants of it. Plain values: no database."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from suluh.creative import texts
from suluh.creative.drawing.layouts import layouts
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _

# More than any pack holds: a list that is longer was not made by a person.
MOST_FORMATS = 60


class UnknownFormat(Refusal):
    """A format is wanted that this server does not have."""

    code = "creative.E240"


class NoFormat(Refusal):
    """A pack without any format is wanted."""

    code = "creative.E241"


def every_format(*, own: Collection[str] = ()) -> tuple[str, ...]:
    """Return the names of all layouts and text formats, layouts first; ``own`` names those beside the built-in ones."""
    return (*sorted({*layouts(), *own}), *sorted(texts.formats()))


def checked(formats: Sequence[str], *, suiting: Collection[str], own: Collection[str] = ()) -> list[str]:
    """Return the wish to keep: names once each, in the order of drawing; nothing where it is just what suits.

    Raises ``UnknownFormat`` and ``NoFormat``.
    """
    known = every_format(own=own)
    unknown = [name for name in formats[:MOST_FORMATS] if name not in known]
    if unknown or len(formats) > MOST_FORMATS:
        raise UnknownFormat(
            _("There is no format called “%(name)s”.") % {"name": unknown[0][:40] if unknown else formats[-1][:40]}
        )
    if not formats:
        raise NoFormat(_("Choose at least one format."))
    chosen = [name for name in known if name in set(formats)]
    return [] if set(chosen) == set(suiting) else chosen
