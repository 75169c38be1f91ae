"""How likely an amount is given, by the words around it: a second opinion beside the rules.

A logistic regression on `features`, fitted on annotated news by
`tests/gold/fit_claims.py`: the rules know why an amount counts or does not, but
a closed list of verbs and nouns misses what is said in other words. Where
the rules decide, they mostly stay: the regression moves a verdict only where it is sure,
and how sure depends on the reason of the rules (`reason:` weights: how far that
reason was right on text for which no rule was made). The weights are a table
that can be read, `data/reference/claim_weights.csv`; `explain` says which of them spoke.
"""

import csv
from collections.abc import Collection, Iterable
from functools import cache
from math import exp
from typing import Final

from analysis.config import REFERENCE
from analysis.errors import ReferenceFileError

TABLE: Final = REFERENCE / "claim_weights.csv"
_REST: Final = "rest"  # reasons too rare for a weight of their own


def probability(found: Iterable[str], reason: str) -> float:
    """Give how likely it is that an amount counts.

    Args:
        found: its features (`features.features`).
        reason: why the rules leave it out; empty where they count it.

    Returns:
        0 to 1; calibrated on text for which no rule was made.

    Source:
        Annotated articles, passages and sentences of tests/gold and tests/cases.

    >>> plain = ["always", "R0:to", "v:donat"]
    >>> probability(plain, "") > probability(plain, "other") > probability(plain, "denied")
    True
    """
    words, reasons, slope = _table()
    return _logistic(reasons.get(reason, reasons[_REST]) + slope * sum(words.get(name, 0.0) for name in found))


def explain(found: Collection[str], most: int = 8) -> list[tuple[str, float]]:
    """Give the features that weigh most, for and against, the heaviest first."""
    words = _table()[0]
    known = [(name, words[name]) for name in found if name in words]
    return sorted(known, key=lambda pair: (-abs(pair[1]), pair[0]))[:most]


def _logistic(score: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, score))))


@cache
def _table() -> tuple[dict[str, float], dict[str, float], float]:
    """Read the weights of words, those of the reasons, and what the words' sum is multiplied with beside a reason.

    Raises:
        ReferenceFileError: a row is no weight, or the slope or the weight of other reasons is missing.
    """
    words: dict[str, float] = {}
    reasons: dict[str, float] = {}
    slope = None
    faults = []
    with TABLE.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), start=2):
            try:
                weight = float(row["weight"])
            except (TypeError, ValueError):
                faults.append(f"line {number}: {row.get('weight')!r} is no weight")
                continue
            if row["kind"] == "word":
                words[row["feature"]] = weight
            elif row["kind"] == "reason":
                reasons[row["feature"]] = weight
            else:
                slope = weight
    if slope is None or _REST not in reasons:
        faults.append(f"needs a slope and a reason {_REST!r}")
    if faults or slope is None:
        raise ReferenceFileError(TABLE, faults)
    return words, reasons, slope
