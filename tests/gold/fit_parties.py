"""Fit the weights of `analysis/money/ranker.py` on annotated text.

    python tests/gold/fit_parties.py            measure, each source by a fit on the others
    python tests/gold/fit_parties.py --write    fit on all and write data/reference/party_weights.csv

Sources are those of `labelled`. First the signs of a party are weighed, without those of the
rules' choice; then, on the passages alone, how much their sum and that choice are worth
beside each other, with signs weighed on the other sources: on text that rules were made on
their choice is always right. scipy fits; it comes with scikit-learn, is needed here alone and is
not in the lock (1.17 was used).
"""

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np

try:
    from scipy import sparse
    from scipy.optimize import minimize
except ModuleNotFoundError:  # not in the lock: `main` says so
    sparse = minimize = None

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import score_passages  # noqa: E402
import score_pledges as scorer  # noqa: E402
from labelled import CASES, TUNED, Labelled, labelled  # noqa: E402

from analysis.money import second_receivers  # noqa: E402
from analysis.money.ranker import TABLE  # noqa: E402

_SEEN = 3  # amounts in which a sign must stand
_STRENGTH = 0.5  # inverse of the penalty on weights of signs
_STRENGTH_BESIDE = 1.0  # the same of the rules' choice beside them
_FIRM = 5.0  # times that a sentence of the cases weighs: it is short, and settles a rule
_SUM = "sum"  # of the signs, as a sign
_MARGINS = (0.0, 0.3, 0.6, 1.0, 1.5)

Signs = Mapping[str, float]
Party = str | None


@dataclass(frozen=True, slots=True)
class Example:
    """An amount: where it is from, who may fill the role and by what signs, whom the rules chose, and who does."""

    source: str
    options: Mapping[Party, Signs]
    chosen: Party
    right: Party

    @property
    def told(self) -> bool:
        """Whether the one who fills the role is among the options."""
        return self.right in self.options


class _Receivers:
    """Stands in for `options`: keeps them and leaves the choice to the rules."""

    def __init__(self) -> None:
        self.seen: dict[int, tuple[Mapping[Party, set[str]], Party]] = {}  # by the offset of the amount
        self._options = second_receivers.options

    def __call__(self, claim: Any, *rest: Any) -> Mapping[Party, set[str]]:
        found = self._options(claim, *rest)
        self.seen[claim.start] = (found, claim.recipient)
        return {claim.recipient: set()}


def receivers() -> list[Example]:
    """Read every source for who receives."""
    rules = _Receivers()
    with mock.patch.object(second_receivers, "options", rules):
        found = list(labelled(rules.seen))
    return [_example(one) for one in found if one.gold is not None and "recipient" in one.gold]


def _example(one: Labelled[tuple[Mapping[Party, set[str]], Party]]) -> Example:
    assert one.gold is not None
    options, chosen = one.known
    same = (key for key in options if scorer.field_right({"recipient": key}, one.gold, "recipient"))
    signs = {key: dict.fromkeys(found, 1.0) for key, found in options.items()}
    return Example(one.source, signs, chosen, next(same, "|".join(("unknown", str(one.gold["recipient"])))))


def fit(found: Sequence[Example], strength: float) -> dict[str, float]:
    """Weigh the signs so that who fills the role is likeliest, as a conditional logit with a ridge."""
    told = [one for one in found if one.told and len(one.options) > 1]
    count = Counter(name for one in told for name in set().union(*one.options.values()))
    names = {name: k for k, name in enumerate(sorted(name for name, n in count.items() if n >= _SEEN))}
    rows = [signs for one in told for signs in one.options.values()]
    cells = [(r, names[name], value) for r, signs in enumerate(rows) for name, value in signs.items() if name in names]
    r, c, values = zip(*cells, strict=True)
    table = sparse.csr_matrix((values, (r, c)), shape=(len(rows), len(names)))
    sizes = [len(one.options) for one in told]
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    group = np.repeat(np.arange(len(told)), sizes)
    often = np.array([_FIRM if one.source in CASES else 1.0 for one in told])
    right = starts + np.array([list(one.options).index(one.right) for one in told])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = table @ weights
        top = np.maximum.reduceat(scores, starts)
        odds = np.exp(scores - top[group])
        total = np.add.reduceat(odds, starts)
        likely = float((often * (scores[right] - top - np.log(total))).sum())
        slope = table.T @ (odds * (often / total)[group]) - table[right].T @ often
        return -likely + weights @ weights / (2 * strength), slope + weights / strength

    best = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 1000}).x
    return dict(zip(names, map(float, best), strict=True))


def _of_rules(name: str) -> bool:
    return name.startswith("rules")


def weigh(found: Iterable[Example]) -> dict[str, float]:
    """Weigh the signs, without those of the rules' choice."""
    bare = [
        Example(
            one.source,
            {key: {name: v for name, v in signs.items() if not _of_rules(name)} for key, signs in one.options.items()},
            one.chosen,
            one.right,
        )
        for one in found
    ]
    return fit(bare, _STRENGTH)


def beside(found: Iterable[Example], weights: Mapping[str, float]) -> list[Example]:
    """Give the examples with the sum of their signs' weights, and what says that the rules chose it."""
    return [
        Example(one.source, {key: _summed(signs, weights) for key, signs in one.options.items()}, one.chosen, one.right)
        for one in found
    ]


def _summed(signs: Signs, weights: Mapping[str, float]) -> Signs:
    kept = {name: 1.0 for name in signs if _of_rules(name)}
    return {**kept, _SUM: sum(weights.get(name, 0.0) for name in signs)}


def picked(one: Example, weights: Mapping[str, float], margin: float) -> Party:
    """Give who fills the role by the weights, in place of the rules' choice where it is so much likelier."""
    scores = {key: sum(weights.get(name, 0.0) * v for name, v in signs.items()) for key, signs in one.options.items()}
    best = max(scores, key=lambda key: scores[key])
    return best if scores[best] - scores[one.chosen] > margin else one.chosen


def main() -> None:
    """Fit and write, or measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    if minimize is None:
        sys.exit("fit_parties.py needs scipy, which is not in the lock: pip install scikit-learn")
    rows = []
    for role, found in (("receiver", receivers()),):
        writers = score_passages.writers()
        apart = {source: held_out(found, source) for source in (*writers, *TUNED)}
        _report(role, apart, writers)
        signs, choice = weigh(found), fit([one for writer in writers for one in apart[writer]], _STRENGTH_BESIDE)
        slope = choice.pop(_SUM)
        rows += [(role, name, slope * weight) for name, weight in signs.items()]
        rows += [(role, name, weight) for name, weight in choice.items()]
        print(f"{role}: {len(found)} amounts")  # noqa: T201
    if options.write:
        _write(rows)


def held_out(found: Sequence[Example], source: str) -> list[Example]:
    """Give the examples of a source with signs weighed on the others."""
    weights = weigh([one for one in found if one.source != source])
    return beside([one for one in found if one.source == source], weights)


def _report(role: str, apart: Mapping[str, Sequence[Example]], writers: Sequence[str]) -> None:
    total: Counter[float] = Counter()
    for source, scored in apart.items():
        weights = fit([one for w in writers if w != source for one in apart[w]], _STRENGTH_BESIDE)
        right = {m: sum(picked(one, weights, m) == one.right for one in scored) for m in _MARGINS}
        rules = sum(one.chosen == one.right for one in scored)
        total.update({**right, -1.0: rules} if source in writers else {})
        print(f"{role}, {source}: {len(scored)} amounts; rules {rules}; by margin {right}")  # noqa: T201
    print(f"{role}, passages: rules {total.pop(-1.0)}; by margin {dict(total)}")  # noqa: T201


def _write(rows: Sequence[tuple[str, str, float]]) -> None:
    kept = sorted((role, name, weight) for role, name, weight in rows if abs(weight) >= 0.005)
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["kind", "feature", "weight"])
        writer.writerows((role, name, f"{weight:.3f}") for role, name, weight in kept)
    print(f"wrote {len(kept)} weights to {TABLE.name}")  # noqa: T201


if __name__ == "__main__":
    main()
