"""Reading a story and a brand from files, for who designs layouts and motifs away from a server."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

from suluh.agencies.brand import Brand
from suluh.content.blocks import Paragraph, StoryText, parse_story
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _
from suluh.foundation.richtext import from_plain


class BadBrandFile(Refusal):
    """A brand file that lacks a name or a colour."""

    code = "creative.E213"


def story_from(path: Path) -> StoryText:
    """Return the story of a JSON file, or of a text whose first line is the headline and every other a paragraph."""
    text = path.read_text(encoding="utf-8")
    if path.suffix.lower() == ".json":
        return parse_story(json.loads(text))
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return StoryText(
        headline=lines[0] if lines else "",
        blocks=tuple(Paragraph(text=from_plain(line)) for line in lines[1:]),
    )


def brand_from(path: Path, *, office: str = "") -> Brand:
    """Return a brand of a TOML file: of its [[office]] called ``office``, of its first one, or of the file itself.

    The motif is named by ``motif``, else it is the province's ``slug``. Raises ``BadBrandFile``.
    """
    described = tomllib.loads(path.read_text(encoding="utf-8"))
    offices = described.get("office") or [described]
    found = next((raw for raw in offices if not office or raw.get("slug") == office), None)
    wanted = ("name", "short_name", "initials", "primary", "accent", "ink", "paper")
    missing = [name for name in wanted if found is None or not isinstance(found.get(name), str)]
    if found is None or missing:
        raise BadBrandFile(
            _("The brand file %(file)s does not say: %(missing)s.")
            % {"file": path.name, "missing": office if found is None else ", ".join(missing)}
        )
    return Brand(
        slug=str(found.get("slug", path.stem)),
        motif=str(found.get("motif") or described.get("motif") or described.get("slug", "")),
        **{name: found[name] for name in wanted},
    )
