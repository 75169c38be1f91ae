"""Fit the weights of stage and form of `analysis/money/weighing/classifier.py` on annotated text.

    python tests/gold/fit_forms.py            measure, each source by a fit on the others
    python tests/gold/fit_forms.py --write    fit on all and write data/reference/form_weights.csv

The examples are those of `fit_claims.py` that count. What the rules say of stage and form is
a feature beside the words, so that the weights say how far it is to be trusted.
It needs scikit-learn (see `fitting.py`).
"""

import sys
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import score_passages  # noqa: E402
from fit_claims import MIXED, Example, examples  # noqa: E402
from fitting import Weights, command, frequent, logistic, of, others, total, write_table  # noqa: E402
from labelled import CASES, TUNED  # noqa: E402

from analysis.money.weighing.classifier import FORMS, LABELS  # noqa: E402

_SEEN = 2  # examples in which a feature must stand
_STRENGTH = 0.3  # inverse of the penalty on weights
_FIRM = 4.0  # times that a sentence of the cases weighs, and
_AGREED = 2.0  # a pledge of a gold: their writers kept to one convention on what has no form yet
_SMALL = 0.06  # a weight that is not worth a row
Weighed = dict[str, Weights]  # by label


def labelled(found: Sequence[Example], kind: str) -> list[Example]:
    """Give the gifts whose stage or form the gold states and the weights tell apart."""
    return [one for one in found if one.counts and one.gold[kind] in LABELS[kind]]


def weigh(learned: Sequence[Example], kind: str) -> Weighed:
    """Weigh the features by label."""
    kept = frequent((_names(one) for one in learned), _SEEN)
    rows = [{name: 1.0 for name in _names(one) if name in kept} for one in learned]
    labels = [one.gold[kind] or "" for one in learned]
    often = [_weight(one) for one in learned]
    return logistic(rows, labels, strength=_STRENGTH, often=often, steps=1000, tolerance=1e-4)


def _weight(one: Example) -> float:
    return _FIRM if one.source in CASES else _AGREED if one.source in TUNED else 1.0


def _names(one: Example) -> set[str]:
    return {*one.told.words, *one.told.reading, *one.told.forms}


def best(weights: Weighed, one: Example) -> str:
    """Give the label whose weights come to most."""
    return max(weights, key=lambda label: total(weights[label], _names(one)))


def rules_say(one: Example, kind: str) -> str:
    """Give the stage or form that the rules read."""
    return next((label for label in LABELS[kind] if f"rules:{label}" in one.told.forms), "")


def measure(found: Sequence[Example]) -> None:
    """Tell how often stage and form are right on each source by a fit on the others, and by the rules."""
    for kind in LABELS:
        of_kind = labelled(found, kind)
        for source in [*MIXED, *score_passages.annotated()]:
            weights = weigh(others(of_kind, source), kind)
            held = of(of_kind, source)
            if not held:
                continue
            ruled = sum(rules_say(one, kind) == one.gold[kind] for one in held) / len(held)
            right = sum(best(weights, one) == one.gold[kind] for one in held) / len(held)
            print(f"{kind} of {source}: {len(held)} gifts; rules {ruled:.3f}; weights {right:.3f}")  # noqa: T201


def write(found: Sequence[Example]) -> None:
    """Fit on all and write the table."""
    rows = [
        (f"{kind}:{label}", name, weight)
        for kind in LABELS
        for label, weights in sorted(weigh(labelled(found, kind), kind).items())
        for name, weight in sorted(weights.items())
        if abs(weight) >= _SMALL or name == "always"
    ]
    write_table(FORMS, rows)


if __name__ == "__main__":
    command(__doc__, examples, measure, write)
