"""Make the matcher's model files from data that the operator names.

    python -m bench.train_matcher measure DATA_DIR TABLES [--pad N] [--readers DIR] [--folds FILE]
    python -m bench.train_matcher fit TABLES... [--out DIR] [--keep-ranker]

``measure`` writes what the re-ranker sees of every text's candidates; run it with several sizes of padding, so that
what is learned holds for small and large corpora. ``--readers`` names the neural reader's fold models
(``fold0.npz`` ...), each trained without that fold, so that nothing a network has learned is measured on itself.
``fit`` learns the re-ranker, and the threshold from texts of folds it was not trained on. As a corpus grows,
``measure`` and ``fit --keep-ranker`` fit the calibration and thresholds again and leave the re-ranker as it is.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench import listwise, verify_data
from suluh.verification.matching.candidates import Candidate, propose, shortlist
from suluh.verification.matching.card import Asked
from suluh.verification.matching.index import Index
from suluh.verification.matching.matcher import MODELS, SHORTLISTED, TELLING
from suluh.verification.matching.net import Net, shares
from suluh.verification.matching.neural.reader import Reader
from suluh.verification.matching.normalising import readable
from suluh.verification.matching.pairs import Weights
from suluh.verification.matching.reading import measures, no_measures
from suluh.verification.matching.table import Table, compared, table

Floats = NDArray[np.float32]
SEEDS = 3
HELD_OUT = 0.35  # weight of a list from which the right group was taken, so that the answer is "none"
HELD_OUT_FOLDS = (0, 1)  # the thresholds are chosen on these, by a net that has not seen them
COPIES = ("chain", "slang", "evade")  # after normalising these are their originals
ACCEPTED = 0.01  # share of unknown texts that may be answered as known
NEAR_ACCEPTED = 0.12  # ... that may be shown something that looks like them


@dataclass(frozen=True, kw_only=True)
class Measured:
    """One text's list: its measures, which candidates are right, and the group each is of."""

    qid: str
    kind: str
    fold: int
    known: bool  # whether some fact-check is right
    keys: list[str]
    groups: list[str]
    right: NDArray[np.bool_]
    table: Table


def measure(folder: Path, out: Path, *, pad: int, readers: Path | None, folds: Path | None) -> None:
    """Write the tables of one data folder."""
    data = verify_data.read(folder)
    groups = verify_data.groups_of(data)
    fold_of = json.loads(folds.read_text()) if folds else None
    fold = fold_of["queries"] | fold_of["nomatch"] if fold_of else verify_data.folds_of(data, groups=groups)
    place = Path(tempfile.mkdtemp())
    index = Index(place)
    padding = [known for source, known in data.pad if source != "detik"][:pad]
    index.apply(put=[*data.facts, *padding], drop=[], mark=1)
    weights, asked_again = Weights(index), [one for one in data.queries if one.kind not in COPIES]
    nearness = Nearness(readers)
    found = []
    for query in [*asked_again, *data.nomatch]:
        asked = Asked(query.text)
        candidates = shortlist(asked, propose(index, asked), weights=weights, most=SHORTLISTED)
        if not candidates:
            continue
        keys = [candidate.card.known.key for candidate in candidates]
        near = nearness.of(asked, candidates, fold=fold[query.qid])
        found.append(
            Measured(
                qid=query.qid,
                kind=query.kind,
                fold=fold[query.qid],
                known=bool(query.gold),
                keys=keys,
                groups=[groups.get(key, key) for key in keys],
                right=np.array([key in query.gold for key in keys]),
                table=table(asked, candidates, weights=weights, near=near),
            )
        )
    write(found, out)
    shutil.rmtree(place)


class Nearness:
    """The neural reader's measures, by the fold model that has not seen the text."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._readers: dict[int, Reader | None] = {}
        self._packed: dict[tuple[int, str], bytes] = {}

    def of(self, asked: Asked, candidates: list[Candidate], *, fold: int) -> dict[str, Floats]:
        """Return the measures for one text's candidates."""
        if self._folder is None:
            return dict(no_measures(len(candidates)))
        if fold not in self._readers:
            self._readers[fold] = Reader.open(model=self._folder / f"fold{fold}.npz")
        reader = self._readers[fold]
        if reader is None:
            return dict(no_measures(len(candidates)))
        for candidate in candidates:
            known = candidate.card.known
            if (fold, known.key) not in self._packed:
                self._packed[fold, known.key] = reader.pack([(known.title, known.review)])[0]
        packed = [self._packed[fold, candidate.card.known.key] for candidate in candidates]
        return dict(measures(reader, reading=reader.read(readable(asked.text)), packed=packed))


def write(found: list[Measured], out: Path) -> None:
    """Write tables as arrays of numbers and names."""
    np.savez_compressed(
        out,
        names=np.array(found[0].table.names),
        rows=np.concatenate([one.table.rows for one in found]),
        sizes=np.array([len(one.keys) for one in found]),
        keys=np.array([key for one in found for key in one.keys]),
        groups=np.array([group for one in found for group in one.groups]),
        right=np.concatenate([one.right for one in found]),
        qids=np.array([one.qid for one in found]),
        kinds=np.array([one.kind for one in found]),
        folds=np.array([one.fold for one in found]),
        known=np.array([one.known for one in found]),
    )


def read(path: Path) -> list[Measured]:
    """Read tables back."""
    with np.load(path, allow_pickle=False) as raw:
        file = {name: raw[name] for name in raw.files}
    names = tuple(str(name) for name in file["names"])
    found, start = [], 0
    for at, size in enumerate(file["sizes"]):
        part = slice(start, start + int(size))
        start += int(size)
        found.append(
            Measured(
                qid=str(file["qids"][at]),
                kind=str(file["kinds"][at]),
                fold=int(file["folds"][at]),
                known=bool(file["known"][at]),
                keys=[str(key) for key in file["keys"][part]],
                groups=[str(group) for group in file["groups"][part]],
                right=file["right"][part],
                table=Table(names=names, rows=file["rows"][part]),
            )
        )
    return found


def examples(found: list[Measured]) -> list[tuple[Floats, NDArray[np.bool_], float]]:
    """Return the lists to learn from: each as it is, and without the right group, where "none" is right."""
    result = []
    for one in found:
        result.append((one.table.rows, one.right, 1.0))
        right = {group for group, is_right in zip(one.groups, one.right, strict=True) if is_right}
        keep = np.array([group not in right for group in one.groups])
        if right and keep.any():
            rows = without(one.table, keep=keep)
            result.append((rows, np.zeros(len(rows), np.bool_), HELD_OUT))
    return result


def without(whole: Table, *, keep: NDArray[np.bool_]) -> Floats:
    """Leave candidates out and measure again what depends on the others."""
    columns = dict(zip(whole.names, whole.rows[keep].T, strict=True))
    for name in [name.removesuffix("_lead") for name in whole.names if name.endswith("_lead")]:
        columns |= compared(name, columns[name])
    for name in [name.removesuffix("_second") for name in whole.names if name.endswith("_second")]:
        ratio = columns[f"{name}_ratio"]
        if np.isfinite(ratio).any():
            best = np.nanmax(ratio)
            columns[f"{name}_ratio"] = ratio / best
            for fall in ("second", "tenth"):
                columns[f"{name}_{fall}"] = np.minimum(1, columns[f"{name}_{fall}"] / best)
    rows: Floats = np.stack([columns[name] for name in whole.names], axis=1).astype(np.float32)
    return rows


def fit(paths: list[Path], *, out: Path, keep_ranker: bool) -> None:
    """Learn the re-ranker and the thresholds from tables, and write them."""
    found = [one for path in paths for one in read(path)]
    out.mkdir(parents=True, exist_ok=True)
    if keep_ranker:
        net = Net.read(out / "ranker.npz")
        odds = [net.odds(one.table) for one in found]
    else:
        odds = held_out_odds(found)
        everything, found = found, [one for one in found if one.fold in HELD_OUT_FOLDS]
        numbers = listwise.train(examples(everything), seeds=SEEDS)
        np.savez_compressed(
            out / "ranker.npz",
            names=np.array(everything[0].table.names),
            **{  # type: ignore[arg-type]
                name: value.astype(np.float16) if name not in ("mean", "spread") else value
                for name, value in numbers.items()
            },
        )
    write_thresholds(found, odds=odds, out=out / "thresholds.json")


def held_out_odds(found: list[Measured]) -> list[Floats]:
    """Return the odds of the held-out folds' lists by a net that has seen none of those folds."""
    numbers = listwise.train(examples([one for one in found if one.fold not in HELD_OUT_FOLDS]), seeds=SEEDS)
    net = Net(names=found[0].table.names, **numbers)
    return [net.odds(one.table) for one in found if one.fold in HELD_OUT_FOLDS]


def write_thresholds(found: list[Measured], *, odds: list[Floats], out: Path) -> None:
    """Fit scale and shift of the odds and choose the thresholds, on lists that the nets had not seen."""
    highest = np.array([one.max() for one in odds])
    right = np.array([bool(one.right[own.argmax()]) for one, own in zip(found, odds, strict=True)])
    unknown = np.array([not one.known for one in found])
    scale, shift = platt(highest, right=right)
    chances = np.array([float(shares(one * scale + shift).max()) for one in odds])
    chances = np.where(conflicting(found, odds=odds), 0.0, chances)
    limits = np.sort(chances[unknown])[::-1]
    old = json.loads(out.read_text()) if out.exists() else {"memory": 0.5}
    known = float(limits[int(ACCEPTED * len(limits))])
    near = float(limits[int(NEAR_ACCEPTED * len(limits))])
    new = {"near": round(near, 4), "known": round(known + 1e-4, 4), "memory": old["memory"]}
    out.write_text(json.dumps(new | {"scale": round(scale, 4), "shift": round(shift, 4)}, indent=1) + "\n")
    print(
        new, "recall", np.mean((chances > known) & right & ~unknown) / np.mean(~unknown), "R@1", right[~unknown].mean()
    )


def conflicting(found: list[Measured], *, odds: list[Floats]) -> NDArray[np.bool_]:
    """Say for each list whether its best candidate names another place, institution or day: it is never "known"."""
    columns = [f"{kind}_conflict" for kind in TELLING]
    best = [[one.table.column(name)[own.argmax()] for name in columns] for one, own in zip(found, odds, strict=True)]
    result: NDArray[np.bool_] = np.array(best).max(axis=1) > 0
    return result


def platt(values: Floats, *, right: NDArray[np.bool_]) -> tuple[float, float]:
    """Return scale and shift that make odds agree with how often they are right (logistic regression)."""
    scale, shift = 1.0, 0.0
    for _ in range(2000):
        error = 1 / (1 + np.exp(-(values * scale + shift))) - right
        scale -= 0.05 * float((error * values).mean())
        shift -= 0.05 * float(error.mean())
    return scale, shift


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    verbs = parser.add_subparsers(dest="verb", required=True)
    measuring = verbs.add_parser("measure")
    measuring.add_argument("folder", type=Path)
    measuring.add_argument("out", type=Path)
    measuring.add_argument("--pad", type=int, default=0)
    measuring.add_argument("--readers", type=Path)
    measuring.add_argument("--folds", type=Path)
    fitting = verbs.add_parser("fit")
    fitting.add_argument("tables", type=Path, nargs="+")
    fitting.add_argument("--out", type=Path, default=MODELS)
    fitting.add_argument("--keep-ranker", action="store_true")
    given = parser.parse_args()
    if given.verb == "measure":
        measure(given.folder, given.out, pad=given.pad, readers=given.readers, folds=given.folds)
    else:
        fit(given.tables, out=given.out, keep_ranker=given.keep_ranker)


if __name__ == "__main__":
    main()
