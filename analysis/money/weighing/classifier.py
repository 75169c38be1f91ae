"""How likely an amount is given, by the words around it and what the rules made of it.

A logistic regression in two steps, fitted on annotated news by `tests/gold/fit_claims.py`.
The words are weighed first (`features.features`), without a look at the rules; then their
sum beside the reading of the rules (`features.reading`), on text for which no rule was made:
so the table says how far each verdict of theirs is to be trusted. The weights can be
read, `data/reference/claim_weights.csv`.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from heapq import nlargest
from math import exp, fsum
from typing import Final

from analysis.config import REFERENCE
from analysis.money.in_context.read import Seen, with_forms
from analysis.money.weighing.weights import Weights, read_weights, total

TABLE: Final = REFERENCE / "claim_weights.csv"
FORMS: Final = REFERENCE / "form_weights.csv"
# What the weights tell apart; what was only proposed, and a gift that is called back, the rules alone read.
LABELS: Final = {
    "status": ("pledged", "committed", "allocated", "approved", "disbursed", "delivered"),
    "instrument": ("grant", "loan", "guarantee", "equity", "debt_relief", "in_kind", "swap", "unknown"),
}
_OPEN: Final = 2.0  # log odds; a stage or form that leads by less is open


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


def likeliest(found: Iterable[str], context: Callable[[], Seen | None] = lambda: None) -> tuple[str, str]:
    """Give the stage and the form that fit the features of a gift best, each of its `LABELS`.

    Args:
        found: features of its clause, of what the rules made of it (`features.reading`), and of `features.forms`;
            those without a weight say nothing.
        context: gives what the encoder of amounts makes of it, which is asked where the features leave it open.

    Source:
        The same texts, gifts alone.

    >>> likeliest(["always", "n:loan", "rules:loan"])[1]
    'loan'
    """
    told = [row for row in map(_forms().get, found) if row is not None]
    scores = [fsum(of_label) for of_label in zip(*told, strict=True)]
    stages, forms = scores[: len(LABELS["status"])], scores[len(LABELS["status"]) :]
    stage_is_open = _lead(stages) < _OPEN
    if (stage_is_open or _lead(forms) < _OPEN) and (seen := context()) is not None:
        both, forms = with_forms(stages, forms, seen)
        stages = both if stage_is_open else stages  # "promised to forgive" is a promise, whatever the form
    return LABELS["status"][stages.index(max(stages))], LABELS["instrument"][forms.index(max(forms))]


def _lead(scores: Sequence[float]) -> float:
    """Give how far the best is ahead of the second."""
    best, second = nlargest(2, scores)
    return best - second


@cache
def _forms() -> dict[str, list[float]]:
    """Give the weights of each feature, for every stage and then for every form."""
    names = [f"{kind}:{label}" for kind in ("status", "instrument") for label in LABELS[kind]]
    table = read_weights(FORMS, names, needed=[(name, "always") for name in names])
    found: dict[str, list[float]] = {}
    for place, name in enumerate(names):
        for feature, weight in table[name].items():
            row = found.get(feature)
            if row is None:
                row = found[feature] = [0.0] * len(names)
            row[place] = weight
    return found
