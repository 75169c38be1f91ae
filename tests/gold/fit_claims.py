"""Fit the weights of `analysis/money/classifier.py` on annotated text.

    python tests/gold/fit_claims.py            measure, each source by a fit on the others
    python tests/gold/fit_claims.py --write    fit on all and write data/reference/claim_weights.csv

Sources are those of `labelled`. First the words are weighed, without a look at what the rules say;
then, on the passages alone, how much the words and each reason of the rules are worth
beside each other, with words weighed on the other sources. scikit-learn fits; it is needed here
alone and is not in the lock (1.9 was used).
"""

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import numpy as np

try:
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression
except ModuleNotFoundError:  # not in the lock: `main` says so
    DictVectorizer = LogisticRegression = None

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import score_passages  # noqa: E402
from labelled import COUNTED, TUNED, labelled  # noqa: E402

from analysis.money import second  # noqa: E402
from analysis.money.classifier import TABLE  # noqa: E402

_RARE = 12  # of a reason: fewer are weighed together
_SEEN = 2  # examples in which a feature must stand
_STRENGTH = 0.3  # inverse of the penalty on weights of words
_FIRM = 3.0  # times that a sentence of the cases weighs: it is short, and settles a rule
_REST = "rest"


@dataclass(frozen=True, slots=True)
class Example:
    """An amount: where it is from, its features, the reason of the rules alone, and whether it counts."""

    source: str
    words: tuple[str, ...]
    reason: str
    counts: bool


Told = tuple[tuple[str, ...], str]  # features of an amount, and the reason of the rules


class _Rules:
    """Stands in for `second_opinion`: keeps the features and leaves the verdict to the rules."""

    def __init__(self) -> None:
        self.seen: dict[int, Told] = {}  # by the offset of the amount

    def __call__(self, s: second.Setting, verdict: second.Verdict, *_: object) -> second.Verdict:
        self.seen[s.items[s.index].start] = (tuple(sorted(second.features(s))), verdict[0])
        return verdict


def examples() -> list[Example]:
    """Read every source."""
    rules = _Rules()
    with mock.patch("analysis.money.pledges.second_opinion", rules):
        told = (one for one in labelled(rules.seen) if one.source != "parties")  # which says who gives, not whether
        found = [Example(one.source, *one.known, one.counts) for one in told]
    once = {(one.source, one.words): one for one in found}  # copies of an article say the same
    return list(once.values())


@dataclass(frozen=True, slots=True)
class Words:
    """Weights of words."""

    weights: dict[str, float]

    def score(self, one: Example) -> float:
        """Give their sum."""
        return sum(self.weights.get(name, 0.0) for name in one.words)


@dataclass(frozen=True, slots=True)
class Mixture:
    """What the sum of the words and each reason of the rules are worth beside each other."""

    slope: float
    reasons: dict[str, float]

    def chance(self, one: Example, score: float) -> float:
        """Give the probability that an amount counts."""
        return float(1 / (1 + np.exp(-(self.reasons.get(one.reason, self.reasons[_REST]) + self.slope * score))))


def weigh(learned: Sequence[Example]) -> Words:
    """Weigh the words."""
    often = Counter(name for one in learned for name in one.words)
    rows = [dict.fromkeys((n for n in one.words if often[n] >= _SEEN and n != "always"), 1.0) for one in learned]
    shape = DictVectorizer()
    model = LogisticRegression(C=_STRENGTH, max_iter=5000, tol=1e-6)
    weights_of = [_FIRM if one.source == "claims" else 1.0 for one in learned]
    model.fit(shape.fit_transform(rows), [one.counts for one in learned], sample_weight=weights_of)
    weights = dict(zip(shape.get_feature_names_out(), map(float, model.coef_[0]), strict=True))
    return Words({**weights, "always": float(model.intercept_[0])})


def mix(learned: Sequence[tuple[Example, float]]) -> Mixture:
    """Weigh words against reasons, on examples whose words were weighed without them."""
    often = Counter(one.reason for one, _ in learned)
    named = sorted(name for name, n in often.items() if n >= _RARE)
    rows = [
        [score, *(float(one.reason == name) for name in named), float(one.reason not in named)]
        for one, score in learned
    ]
    model = LogisticRegression(C=1.0, fit_intercept=False, max_iter=5000, tol=1e-8)
    model.fit(rows, [one.counts for one, _ in learned])
    slope, *rest = map(float, model.coef_[0])
    return Mixture(slope, dict(zip([*named, _REST], rest, strict=True)))


def held_out(found: Sequence[Example], source: str) -> list[tuple[Example, float]]:
    """Score the examples of a source with words weighed on the others."""
    words = weigh([one for one in found if one.source != source])
    return [(one, words.score(one)) for one in found if one.source == source]


def main() -> None:
    """Fit and write, or measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    if LogisticRegression is None:
        sys.exit("fit_claims.py needs scikit-learn, which is not in the lock: pip install scikit-learn")
    found = examples()
    writers = score_passages.writers()
    apart = {writer: held_out(found, writer) for writer in writers}
    for source in [*TUNED[2:], *writers]:
        scored = apart.get(source) or held_out(found, source)
        others = [pair for writer in writers if writer != source for pair in apart[writer]]
        print(_line(source, scored, mix(others or scored)))  # noqa: T201
    if options.write:
        _write(weigh(found), mix([pair for writer in writers for pair in apart[writer]]), len(found))


def _line(source: str, scored: Sequence[tuple[Example, float]], mixture: Mixture) -> str:
    rules = _f1([(one.counts, one.reason in COUNTED) for one, _ in scored])
    both = _f1([(one.counts, mixture.chance(one, score) >= 0.5) for one, score in scored])
    alone = _f1([(one.counts, score >= 0) for one, score in scored])
    return f"{source}: {len(scored)} amounts; rules {rules}; words {alone}; both {both}"


def _f1(pairs: Sequence[tuple[bool, bool]]) -> str:
    hit = sum(a and b for a, b in pairs)
    precision, recall = hit / max(1, sum(b for _, b in pairs)), hit / max(1, sum(a for a, _ in pairs))
    return f"P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / ((precision + recall) or 1):.3f}"


def _write(words: Words, mixture: Mixture, examples: int) -> None:
    rows = [("slope", "", mixture.slope)]
    rows += [("reason", name, weight) for name, weight in sorted(mixture.reasons.items())]
    rows += [("word", name, weight) for name, weight in sorted(words.weights.items()) if abs(weight) >= 0.005]
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["kind", "feature", "weight"])
        writer.writerows((kind, name, f"{weight:.3f}") for kind, name, weight in rows)
    print(f"wrote {len(rows)} weights, fitted on {examples} amounts, to {TABLE.name}")  # noqa: T201


if __name__ == "__main__":
    main()
