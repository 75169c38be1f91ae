"""How likely an amount is given, by the words around it: a second opinion beside the rules.

A logistic regression on `features`, fitted on annotated news by
`tests/gold/fit_claims.py`: the rules know why an amount counts or does not, but
a closed list of verbs and nouns misses what is said in other words. Where
the rules decide, they mostly stay: the regression moves a verdict only where it is sure,
and how sure depends on the reason of the rules (rows of kind `reason`: how far that
reason was right on text for which no rule was made). The weights are a table
that can be read, `data/reference/claim_weights.csv`.
"""

from collections.abc import Iterable
from functools import cache
from math import exp
from typing import Final

from analysis.config import REFERENCE
from analysis.money.weights import read_weights

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
    """Give the weights of words, those of the reasons, and what the words' sum is multiplied with beside a reason."""
    kinds = read_weights(TABLE, ("word", "reason", "slope"), needed=(("slope", ""), ("reason", _REST)))
    return kinds["word"], kinds["reason"], kinds["slope"][""]
