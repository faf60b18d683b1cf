"""One rule a file. Found by looking (``coach.rule.all_rules``): adding a rule is adding a file."""

from __future__ import annotations

from typing import Final

# A rule that reads every language declares ``LANGUAGES = ANY``.
ANY: Final[tuple[str, ...]] = ()
