"""Reading a story and a brand from files, for who designs layouts and motifs away from a server."""

from __future__ import annotations

import json
import tomllib
from dataclasses import replace
from pathlib import Path

from suluh.agencies.brand import Brand
from suluh.content.blocks import Picture, StoryText, parse_story
from suluh.content.readers import read
from suluh.content.structure import structure, to_story
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _


class BadBrandFile(Refusal):
    """A brand file that lacks a name or a colour."""

    code = "creative.E213"


def story_from(path: Path) -> StoryText:
    """Return the story of a JSON file, or of a press release (text, .docx, .pdf) as the structurer takes it apart."""
    data = path.read_bytes()
    if path.suffix.lower() == ".json":
        return parse_story(json.loads(data))
    return to_story(structure(read(data, name=path.name)))


def with_picture(story: StoryText, *, name: str, alt: str = "", credit: str = "") -> StoryText:
    """Return the story with one picture before its other blocks, its focal point a little above the middle."""
    picture = Picture(media=name, alt=alt, credit=credit, focal_x=0.5, focal_y=0.4)
    return replace(story, blocks=(picture, *story.blocks))


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
