"""Tables of weights that were fitted on annotated text, and can be read: kind, feature, weight."""

import csv
from collections.abc import Collection, Iterable, Mapping
from math import fsum
from operator import itemgetter
from pathlib import Path

from analysis.errors import ReferenceFileError

Weights = dict[str, dict[str, float]]  # by kind, the weight of each feature

_COLUMNS = ("kind", "feature", "weight")


def read_weights(table: Path, kinds: Collection[str], needed: Collection[tuple[str, str]] = ()) -> Weights:
    """Read a table of weights.

    Args:
        table: a CSV file with the columns kind, feature and weight.
        kinds: the kinds it may hold.
        needed: kinds and features without which it is of no use.

    Returns:
        The weights by kind and feature; every kind is there, though it may be empty.

    Raises:
        ReferenceFileError: a row is no weight of a known kind, or a column or a needed weight is missing.
    """
    found: Weights = {kind: {} for kind in kinds}
    faults = []
    with table.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)  # tens of thousands: without a dictionary for each
        header = next(rows, [])
        if not set(_COLUMNS) <= set(header):
            raise ReferenceFileError(table, [f"needs the columns {', '.join(_COLUMNS)}"])
        columns = itemgetter(*(header.index(name) for name in _COLUMNS))
        for number, row in enumerate(filter(None, rows), start=2):
            try:
                kind, feature, weight = columns(row)
                found[kind][feature] = float(weight)
            except (IndexError, KeyError, ValueError):
                faults.append(f"line {number}: {', '.join(row)} is no weight of a {', '.join(found)}")
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
    return fsum(filter(None, map(weights.get, names)))  # most have none
