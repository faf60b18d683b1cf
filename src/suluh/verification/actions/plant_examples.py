"""Plant the example fact-checks of a demonstration: invented, marked as examples, from a source of their own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from suluh.foundation import audit, tenancy
from suluh.verification import scales
from suluh.verification.actions.keep_found import EXAMPLES, keep_found
from suluh.verification.corpus.values import Found, found
from suluh.verification.models import Source

SEED = Path(__file__).resolve().parent.parent / "seed"
FOLDER = SEED / "examples"
# What a desk at work is planted from.
DESK_FILE = SEED / "desk.json"
EXAMPLES_SLUG = "contoh-suluh"


@audit.action("verification.plant_examples")
def plant_examples() -> Source:
    """Make the source "Contoh Suluh" with its fact-checks; what stands there already stays as it is."""
    with tenancy.whole_house(reason="examples belong to no office"):
        source, _is_new = Source.objects.get_or_create(
            slug=EXAMPLES_SLUG,
            defaults={
                "name": "Contoh Suluh",
                "kind": EXAMPLES,
                "licence": "Contoh karangan untuk mencoba Suluh; boleh dipakai bebas. Bukan cek fakta sungguhan.",
            },
        )
        kept = keep_found(source, rows=examples(), position={})
        detail = {"source": source.slug, "new": kept.new}
        audit.record("verification.plant_examples", subject=source, office=None, by=None, detail=detail)
    return source


def examples() -> list[Found]:
    """Return the examples of every file, in the order of the files' names."""
    return [_read(raw) for file in sorted(FOLDER.glob("*.json")) for raw in json.loads(file.read_text())]


def _read(raw: dict[str, Any]) -> Found:
    return found(
        external_id=raw["id"],
        title=raw["title"],
        rating=scales.scale().shown(raw["verdict"]).label_in("id"),
        reason=raw["reason"],
        review=raw["review"],
        appeared=raw["appeared"],
        first_seen_on=raw["seen"],
        checked_on=raw["checked"],
        language="id",
        messages=raw["messages"],
    )
