"""Tables of weights that were fitted on annotated text, and can be read: kind, feature, weight."""

import csv
from collections.abc import Collection, Iterable, Mapping
from math import fsum
from pathlib import Path

from analysis.errors import ReferenceFileError

Weights = dict[str, dict[str, float]]  # by kind, the weight of each feature


def read_weights(table: Path, kinds: Collection[str], needed: Collection[tuple[str, str]] = ()) -> Weights:
    """Read a table of weights.

    Args:
        table: a CSV file with the columns kind, feature and weight.
        kinds: the kinds it may hold.
        needed: kinds and features without which it is of no use.

    Returns:
        The weights by kind and feature; every kind is there, though it may be empty.

    Raises:
        ReferenceFileError: a row is no weight of a known kind, or a needed one is missing.
    """
    found: Weights = {kind: {} for kind in kinds}
    faults = []
    with table.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), start=2):
            kind, weight = row.get("kind"), row.get("weight")
            try:
                found[kind or ""][row.get("feature") or ""] = float(weight or "")
            except (KeyError, ValueError):
                faults.append(f"line {number}: {weight!r} of kind {kind!r} is no weight of a {', '.join(found)}")
    lacking = [f"a row of kind {kind}, feature {name!r}" for kind, name in needed if name not in found[kind]]
    if lacking:
        faults.append(f"needs {' and '.join(lacking)}")
    if faults:
        raise ReferenceFileError(table, faults)
    return found


def total(names: Iterable[str], weights: Mapping[str, float]) -> float:
    """Give the sum of the weights of those of some features that have one, the same in whatever order they come.

    >>> total(["v:give", "L:then"], {"v:give": 0.5, "n:loan": 0.25})
    0.5
    """
    return fsum([weights[name] for name in names if name in weights])
