"""Fit the weights of stage and form of `analysis/money/classifier.py` on annotated text.

    python tests/gold/fit_forms.py            measure, each source by a fit on the others
    python tests/gold/fit_forms.py --write    fit on all and write data/reference/form_weights.csv

The examples are those of `fit_claims.py` that count. What the rules say of stage and form is
a feature beside the words, so that the weights say how far it is to be trusted.
"""

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

try:
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression
except ModuleNotFoundError:  # not in the lock: `main` says so
    DictVectorizer = LogisticRegression = None

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import score_passages  # noqa: E402
from fit_claims import MIXED, Example, examples  # noqa: E402
from labelled import CASES, TUNED  # noqa: E402

from analysis.money.classifier import FORMS, LABELS  # noqa: E402

_SEEN = 2  # examples in which a feature must stand
_STRENGTH = 0.3  # inverse of the penalty on weights
_FIRM = 4.0  # times that a sentence of the cases weighs, and
_AGREED = 2.0  # a pledge of a gold: their writers kept to one convention on what has no form yet
_SMALL = 0.06  # a weight that is not worth a row
Weights = dict[str, dict[str, float]]  # by label, of each feature


def labelled(found: Sequence[Example], kind: str) -> list[Example]:
    """Give the gifts whose stage or form the gold states and the weights tell apart."""
    return [one for one in found if one.counts and one.gold[kind] in LABELS[kind]]


def weigh(learned: Sequence[Example], kind: str) -> Weights:
    """Weigh the features by label."""
    often = Counter(name for one in learned for name in _names(one))
    shape = DictVectorizer()
    rows = shape.fit_transform([{name: 1.0 for name in _names(one) if often[name] >= _SEEN} for one in learned])
    model = LogisticRegression(C=_STRENGTH, max_iter=1000, tol=1e-4)
    model.fit(rows, [one.gold[kind] for one in learned], sample_weight=[_weight(one) for one in learned])
    names = shape.get_feature_names_out()
    weights: Weights = {}
    for label, first, constant in zip(model.classes_, model.coef_, model.intercept_, strict=True):
        weights[label] = dict(zip(names, map(float, first), strict=True))
        weights[label]["always"] = weights[label].get("always", 0.0) + float(constant)
    return weights


def _weight(one: Example) -> float:
    return _FIRM if one.source in CASES else _AGREED if one.source in TUNED else 1.0


def _names(one: Example) -> set[str]:
    return {*one.told.words, *one.told.reading, *one.told.forms}


def best(weights: Weights, one: Example) -> str:
    """Give the label whose weights come to most."""
    return max(weights, key=lambda label: sum(weights[label].get(name, 0.0) for name in _names(one)))


def rules_say(one: Example, kind: str) -> str:
    """Give the stage or form that the rules read."""
    return next((label for label in LABELS[kind] if f"rules:{label}" in one.told.forms), "")


def main() -> None:
    """Fit and write, or measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    if LogisticRegression is None:
        sys.exit("fit_forms.py needs scikit-learn, which is not in the lock: pip install scikit-learn")
    found = examples()
    if options.write:
        write(found)
        return
    for kind in LABELS:
        of_kind = labelled(found, kind)
        for source in [*MIXED, *score_passages.writers()]:
            weights = weigh([one for one in of_kind if one.source != source], kind)
            held = [one for one in of_kind if one.source == source]
            ruled = sum(rules_say(one, kind) == one.gold[kind] for one in held) / len(held)
            right = sum(best(weights, one) == one.gold[kind] for one in held) / len(held)
            print(f"{kind} of {source}: {len(held)} gifts; rules {ruled:.3f}; weights {right:.3f}")  # noqa: T201


def write(found: Sequence[Example]) -> None:
    """Fit on all and write the table."""
    weights = {kind: weigh(labelled(found, kind), kind) for kind in LABELS}
    with FORMS.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["kind", "feature", "weight"])
        for kind, labels in weights.items():
            for label, row in sorted(labels.items()):
                kept = sorted((name, w) for name, w in row.items() if abs(w) >= _SMALL or name == "always")
                writer.writerows((f"{kind}:{label}", name, f"{weight:.3f}") for name, weight in kept)
    print(f"wrote {FORMS.name}")  # noqa: T201


if __name__ == "__main__":
    main()
