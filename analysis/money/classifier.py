"""How likely an amount is given, by the words around it: a second opinion beside the rules.

A logistic regression on `features`, fitted on annotated news by
`tests/gold/fit_claims.py`: the rules know why an amount counts or does not, but
a closed list of verbs and nouns misses what is said in other words. Where
the rules decide, they mostly stay: the regression moves a verdict only where it is sure,
and how sure depends on the reason of the rules (rows of kind `reason`: how far that
reason was right on text for which no rule was made). The weights are a table
that can be read, `data/reference/claim_weights.csv`.
"""

import csv
from collections.abc import Iterable
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
        0 to 1. The weights of words were fitted on the text that the weights of
        reasons were fitted on, too, so that it is a little too sure of itself.

    Source:
        Annotated articles, passages and sentences of tests/gold and tests/cases.

    >>> plain = ["always", "R0:to", "v:donat"]
    >>> probability(plain, "") > probability(plain, "other") > probability(plain, "denied")
    True
    """
    words, reasons, slope = _table()
    return _logistic(reasons.get(reason, reasons[_REST]) + slope * sum(words.get(name, 0.0) for name in found))


def _logistic(score: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, score))))


@cache
def _table() -> tuple[dict[str, float], dict[str, float], float]:
    """Read the weights of words, those of the reasons, and what the words' sum is multiplied with beside a reason.

    Raises:
        ReferenceFileError: a row is no weight, or the slope or the weight of other reasons is missing.
    """
    kinds: dict[str, dict[str, float]] = {"word": {}, "reason": {}, "slope": {}}
    faults = []
    with TABLE.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), start=2):
            kind, weight = row.get("kind"), row.get("weight")
            try:
                kinds[kind or ""][row.get("feature") or ""] = float(weight or "")
            except (KeyError, ValueError):
                faults.append(f"line {number}: {weight!r} of kind {kind!r} is no weight of a {', '.join(kinds)}")
    if _REST not in kinds["reason"] or "" not in kinds["slope"]:
        faults.append(f"needs a row of kind slope and a reason {_REST!r}")
    if faults:
        raise ReferenceFileError(TABLE, faults)
    return kinds["word"], kinds["reason"], kinds["slope"][""]
