"""The people of a demonstration: invented names, one for each role, the same in every office."""

from __future__ import annotations

# The end of their mail addresses: nobody else has one that ends so.
DEMO_DOMAIN = ".contoh.id"

DEMO_PEOPLE: tuple[tuple[str, str], ...] = (
    ("author", "Ayu Lestari"),
    ("editor", "Budi Santoso"),
    ("approver", "Citra Maharani"),
    ("checker", "Dedi Kurniawan"),
    ("operator", "Eka Wulandari"),
)
