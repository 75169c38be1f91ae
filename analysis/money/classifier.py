"""How likely an amount is given, by the words around it and what the rules made of it.

A logistic regression in two steps, fitted on annotated news by `tests/gold/fit_claims.py`.
The words are weighed first (`features.features`), without a look at the rules; then their
sum beside the reading of the rules (`features.reading`), on text for which no rule was made:
so the table says how far each verdict of theirs is to be trusted. The weights can be
read, `data/reference/claim_weights.csv`.
"""

from collections.abc import Collection, Iterable
from functools import cache
from math import exp, fsum
from typing import Final

from analysis.config import REFERENCE
from analysis.money.weights import Weights, read_weights, total

TABLE: Final = REFERENCE / "claim_weights.csv"
FORMS: Final = REFERENCE / "form_weights.csv"
# What the weights tell apart; what was only proposed, and a gift that is called back, the rules alone read.
LABELS: Final = {
    "status": ("pledged", "committed", "allocated", "approved", "disbursed", "delivered"),
    "instrument": ("grant", "loan", "guarantee", "equity", "debt_relief", "in_kind", "swap", "unknown"),
}


def probability(words: Iterable[str], reading: Iterable[str]) -> float:
    """Give how likely it is that an amount counts.

    Args:
        words: features of the clause (`features.features`).
        reading: those of what the rules decided (`features.reading`).

    Returns:
        0 to 1. The weights of words were fitted on the text that the weights of
        the reading were fitted on, too, so that it is a little too sure of itself.

    Source:
        Annotated articles, passages and sentences of tests/gold and tests/cases.

    >>> plain = ["always", "R0:to", "v:donat"]
    >>> by_verdict = [probability(plain, ["always", f"verdict:{v}"]) for v in ("", "other", "denied")]
    >>> by_verdict == sorted(by_verdict, reverse=True)
    True
    """
    return weighed(weight(words), reading)


def weight(words: Iterable[str]) -> float:
    """Give what the words of a clause weigh, which `weighed` sets beside readings of it."""
    return total(words, _table()["word"])


def weighed(score: float, reading: Iterable[str]) -> float:
    """Give what `probability` gives, of words that weigh `score`."""
    table = _table()
    return _logistic(total(reading, table["reading"]) + table["slope"][""] * score)


def _logistic(score: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, score))))


@cache
def _table() -> Weights:
    """Give the weights of words, those of the reading, and what the words' sum is multiplied with beside it."""
    return read_weights(TABLE, ("word", "reading", "slope"), needed=(("slope", ""), ("reading", "always")))


def likeliest(kind: str, found: Collection[str]) -> str:
    """Give the stage ("status") or the form ("instrument") that fits the features of a gift best.

    Args:
        kind: "status" or "instrument".
        found: features of its clause, of what the rules made of it (`features.reading`), and of `features.forms`;
            those without a weight say nothing.

    Returns:
        One of the `LABELS` of the kind.

    Source:
        The same texts, gifts alone.

    >>> likeliest("instrument", ["always", "n:loan", "rules:loan"])
    'loan'
    """
    told = [row for row in map(_forms()[kind].get, found) if row is not None]
    scores = [fsum(of_label) for of_label in zip(*told, strict=True)]
    return LABELS[kind][scores.index(max(scores))]


@cache
def _forms() -> dict[str, dict[str, tuple[float, ...]]]:
    """Give the weights of each feature, by kind, in the order of its labels."""
    names = {kind: [f"{kind}:{label}" for label in labels] for kind, labels in LABELS.items()}
    every = [name for listed in names.values() for name in listed]
    table = read_weights(FORMS, every, needed=[(name, "always") for name in every])
    features = {kind: {feature for name in listed for feature in table[name]} for kind, listed in names.items()}
    return {
        kind: {feature: tuple(table[name].get(feature, 0.0) for name in names[kind]) for feature in known}
        for kind, known in features.items()
    }
