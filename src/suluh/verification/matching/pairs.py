"""What the re-ranker sees of each pair of an asked text and a fact-check, looked at by itself.

Every measure is a share, a weight or a small count, so that it means the same among three thousand fact-checks as
among a hundred thousand.
"""

from __future__ import annotations

import math
from typing import Protocol

from suluh.verification.matching.card import Asked, Card
from suluh.verification.matching.index import Index

# Stems of the words checkers put around a claim; a circulating text seldom says them.
ABOUT = frozenset(
    [
        "foto",
        "video",
        "tautan",
        "link",
        "akun",
        "gambar",
        "poster",
        "narasi",
        "klaim",
        "hoaks",
        "beredar",
        "edar",
        "unggah",
        "tangkap",
        "layar",
        "artikel",
        "judul",
        "pesan",
        "rantai",
        "berantai",
        "nama",
        "atas",
        "mengatasnamakan",
        "atasnama",
        "whatsapp",
        "facebook",
        "instagram",
        "tiktok",
        "twitter",
        "youtube",
        "telegram",
        "potret",
        "informasi",
        "berita",
        "surat",
        "selebaran",
        "undi",
        "palsu",
        "benar",
        "salah",
        "sesat",
        "tunjuk",
        "lihat",
        "rekam",
        "suara",
        "konten",
        "penjelasan",
        "jelas",
        "klarifikasi",
        "terkait",
        "kait",
        "sebut",
        "kata",
        "momen",
        "cuplik",
        "potong",
    ]
)
KINDS = ("number", "date", "place", "institution")
FIRST_STEMS = 25
ABOUT_SHARE = 0.25  # how much such a stem counts in the claim


class StemWeights(Protocol):
    """How telling each stem is: 1 for one that a single text has, near 0 for one that all have."""

    def of(self, stem: str) -> float:
        """Return a stem's weight."""

    def all_of(self, asked: Asked) -> float:
        """Return the weight of all stems of a text."""


class Weights:
    """How telling each stem is: 1 for one that a single title has, near 0 for one that all have."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._total = max(index.size(), 100)
        self._scale = math.log(self._total + 1)
        self._known: dict[str, float] = {}

    def of(self, stem: str) -> float:
        """Return a stem's weight."""
        found = self._known.get(stem)
        if found is None:
            count = max(self._index.frequency("title", term=stem), 1)
            found = self._known[stem] = math.log((self._total + 1) / count) / self._scale
        return found

    def all_of(self, asked: Asked) -> float:
        """Return the weight of all stems of a text."""
        if asked.weight is None:
            asked.weight = sum(self.of(stem) for stem in asked.stems)
        return asked.weight


Row = dict[str, float]


def further_row(asked: Asked, card: Card, *, weights: StemWeights) -> Row:
    """Return the measures of one pair that are taken only for the shortlist."""
    return order_row(asked, card, weights=weights) | review_row(asked, card, weights=weights) | slot_row(asked, card)


def title_row(asked: Asked, card: Card, *, weights: StemWeights) -> Row:
    """Compare stems, exact and misspelt."""
    total = shared = near = claim_total = claim_near = 0.0
    hits: list[float] = []
    misses: list[float] = []
    for stem in card.stems:
        weight = weights.of(stem)
        claim = weight * (ABOUT_SHARE if stem in ABOUT else 1.0)
        part = 1.0 if stem in asked.stems else asked.nearest(stem)[0]
        total += weight
        claim_total += claim
        shared += weight if part == 1.0 else 0.0
        near += weight * part
        claim_near += claim * part
        if part:
            hits.append(weight * part)
        else:
            misses.append(claim)
    asked_weight = weights.all_of(asked)
    return {
        "coverage": shared / total if total else 0.0,
        "near_coverage": near / total if total else 0.0,
        "claim_coverage": claim_near / claim_total if claim_total else 0.0,
        "title_stems": float(len(card.stems)),
        "title_weight": total,
        "claim_weight": claim_total,
        "hits": float(len(hits)),
        "misses": float(len(misses)),
        "hit_sum": near,
        **largest("hit", hits, count=3),
        **largest("miss", misses, count=2),
        "asked_share": near / asked_weight if asked_weight else 0.0,
        "cosine": near / math.sqrt(total * asked_weight) if total and asked_weight else 0.0,
        **piece_row(asked, card),
    }


def largest(name: str, weights: list[float], *, count: int) -> Row:
    """Return the ``count`` largest weights as ``name_1`` and so on, 0 where there are fewer."""
    first = sorted(weights, reverse=True)[:count]
    return {f"{name}_{place + 1}": first[place] if place < len(first) else 0.0 for place in range(count)}


def piece_row(asked: Asked, card: Card) -> Row:
    """Compare pieces of words."""
    pieces = len(asked.pieces & card.pieces)
    return {
        "piece_share": pieces / len(card.pieces) if card.pieces else 0.0,
        "piece_asked": pieces / len(asked.pieces) if asked.pieces else 0.0,
    }


def order_row(asked: Asked, card: Card, *, weights: StemWeights) -> Row:
    """Compare where the shared stems stand: near each other, in the same order, early."""
    stems = [stem for stem in card.sequence if stem in asked.stems]
    total = sum(weights.of(stem) for stem in card.stems) or 1.0
    places = sorted((at, stem) for stem in set(stems) for at in asked.positions[stem])
    width = 2 * len(card.stems) + 4
    best = current = 0.0
    inside: dict[str, int] = {}
    start = 0
    for at, stem in places:
        inside[stem] = inside.get(stem, 0) + 1
        current += weights.of(stem) if inside[stem] == 1 else 0.0
        while places[start][0] < at - width:
            left = places[start][1]
            inside[left] -= 1
            current -= weights.of(left) if inside[left] == 0 else 0.0
            start += 1
        best = max(best, current)
    pairs = list(zip(card.sequence, card.sequence[1:], strict=False))
    together = sum(follows(asked, first=first, second=second) for first, second in pairs)
    early = sum(weights.of(stem) for stem in set(stems) if asked.positions[stem][0] < FIRST_STEMS)
    return {
        "window": best / total,
        "pairs": float(together),
        "pair_share": together / len(pairs) if pairs else 0.0,
        "early": early / total,
    }


def follows(asked: Asked, *, first: str, second: str) -> bool:
    """Say whether two stems stand within three places in the text, in this order."""
    if first not in asked.stems or second not in asked.stems:
        return False
    return any(0 < after - before <= 3 for before in asked.positions[first] for after in asked.positions[second])


def review_row(asked: Asked, card: Card, *, weights: StemWeights) -> Row:
    """Compare with the words of the review."""
    if not card.review:
        return {"review_sum": math.nan, "review_share": math.nan, "review_only": math.nan, "both_share": math.nan}
    shared = asked.stems & card.review
    gained = sum(weights.of(stem) for stem in shared.difference(card.stems))
    total = sum(weights.of(stem) for stem in shared)
    return {
        "review_sum": total,
        "review_share": total / (1 + sum(weights.of(stem) for stem in card.review)),
        "review_only": gained,
        "both_share": total / (1 + sum(weights.of(stem) for stem in asked.stems)),
    }


def slot_row(asked: Asked, card: Card) -> Row:
    """Compare numbers, days, places and institutions: what is shared, what differs, what only the title names."""
    row: Row = {}
    for kind in KINDS:
        mine, theirs = asked.slots.of(kind), card.slots.of(kind)  # type: ignore[arg-type]
        missing = theirs - mine
        row[f"{kind}_shared"] = float(len(mine & theirs))
        row[f"{kind}_missing"] = float(len(missing))
        row[f"{kind}_conflict"] = float(len(missing)) if mine - theirs else 0.0
        row[f"{kind}_extra"] = float(min(len(mine - theirs), 5))
    row |= day_row(asked, card)
    return row


def day_row(asked: Asked, card: Card) -> Row:
    """Compare the days the text names with the day of the check."""
    day, years = card.known.day, asked.slots.years
    gap = min((abs(day.year - year) for year in years), default=-1) if day else -1
    months = asked.slots.months
    month_gap = min(((day.month - month) % 12 for month in months), default=-1) if day else -1
    return {
        "year_gap": float(min(gap, 5)) if gap >= 0 else math.nan,
        "month_gap": float(month_gap) if month_gap >= 0 and (not years or gap <= 1) else math.nan,
    }
