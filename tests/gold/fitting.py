"""What the fits of weights share: who is left out, a regression on named features, the table, the command.

scikit-learn and scipy are needed here and in `fit_parties.py` alone; they are in tests/gold/requirements.txt
and not in the lock, so that the rest of a fit can be imported and tested without them.
"""

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

try:
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression
except ModuleNotFoundError:  # `command` says so
    DictVectorizer = LogisticRegression = None

Weights = dict[str, float]  # by feature
Row = tuple[str, str, float]  # kind, feature, weight


class Sourced(Protocol):
    """An example that says where it is from."""

    @property
    def source(self) -> str:
        """Name of a folder, of a file of cases or of a writer."""


E = TypeVar("E", bound=Sourced)
T = TypeVar("T")


def others(found: Iterable[E], source: str) -> list[E]:
    """Give the examples that are not of a source, to fit on."""
    return [one for one in found if one.source != source]


def of(found: Iterable[E], source: str) -> list[E]:
    """Give the examples of a source, to measure on."""
    return [one for one in found if one.source == source]


def frequent(named: Iterable[Collection[str]], least: int) -> set[str]:
    """Give the features that stand in at least so many examples."""
    return {name for name, n in Counter(name for names in named for name in set(names)).items() if n >= least}


def total(weights: Mapping[str, float], names: Iterable[str]) -> float:
    """Give the sum of the weights of features; one that has none adds nothing."""
    return sum(weights.get(name, 0.0) for name in names)


def logistic(
    rows: Sequence[Mapping[str, float]],
    labels: Sequence[bool] | Sequence[str],
    *,
    strength: float,
    often: Sequence[float] | None = None,
    constant: bool = True,
    steps: int = 5000,
    tolerance: float,
) -> dict[str, Weights]:
    """Fit a logistic regression with a ridge.

    Args:
        rows: the features of each example, and how far each holds.
        labels: whether it is so, or which of several it is.
        strength: inverse of the penalty on weights.
        often: times that each example counts; once where not given.
        constant: whether there is a weight that every example has, under "always".
        steps: how many of the minimiser are allowed.
        tolerance: of its gradient.

    Returns:
        By label the weight of each feature; of yes and no those of "True" alone.
    """
    shape = DictVectorizer()
    model = LogisticRegression(C=strength, fit_intercept=constant, max_iter=steps, tol=tolerance)
    model.fit(shape.fit_transform(rows), labels, sample_weight=often)
    names = shape.get_feature_names_out()
    classes = model.classes_[1:] if len(model.classes_) == 2 else model.classes_
    found = {}
    for label, row, always in zip(classes, model.coef_, model.intercept_, strict=True):
        weights = dict(zip(names, map(float, row), strict=True))
        if constant:
            weights["always"] = weights.get("always", 0.0) + float(always)
        found[str(label)] = weights
    return found


def one_by_one(
    rows: Sequence[Mapping[str, float]], labels: Sequence[str], *, strength: float, often: Sequence[float]
) -> dict[str, Weights]:
    """Fit a logistic regression for each label against all others; its penalty (L1) leaves most weights at nought.

    Args:
        rows: the features of each example, and how far each holds.
        labels: which of several it is.
        strength: inverse of the penalty on weights.
        often: times that each example counts.

    Returns:
        By label the weight of each feature that has one, and that of every example under "always".
    """
    shape = DictVectorizer()
    matrix = shape.fit_transform(rows)
    matrix.indices, matrix.indptr = matrix.indices.astype("int32"), matrix.indptr.astype("int32")  # as liblinear asks
    names = shape.get_feature_names_out()
    found = {}
    for label in sorted(set(labels)):
        model = LogisticRegression(C=strength, penalty="l1", solver="liblinear", tol=1e-3, random_state=0)
        model.fit(matrix, [one == label for one in labels], sample_weight=often)
        weights = {name: float(weight) for name, weight in zip(names, model.coef_[0], strict=True) if weight}
        found[label] = {**weights, "always": float(model.intercept_[0])}
    return found


def write_table(table: Path, rows: Sequence[Row]) -> None:
    """Write weights as `analysis.money.weighing.weights` reads them."""
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["kind", "feature", "weight"])
        writer.writerows((kind, name, f"{weight:.3f}") for kind, name, weight in rows)
    print(f"wrote {len(rows)} weights to {table.name}")  # noqa: T201


def command(doc: str | None, read: Callable[[], T], measure: Callable[[T], None], write: Callable[[T], None]) -> None:
    """Read the examples and measure, or with --write fit on all and write."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    if LogisticRegression is None:
        sys.exit(
            "The fits need scikit-learn, which is not in the lock: run `make weights`, or install its requirements"
        )
    (write if options.write else measure)(read())
