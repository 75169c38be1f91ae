"""Fit the weights of `analysis/money/weighing/ranker.py` on annotated text.

    python tests/gold/fit_parties.py            measure, each source by a fit on the others
    python tests/gold/fit_parties.py --write    fit on all and write data/reference/party_weights.csv

Sources are those of `labelled`. First the signs of a party are weighed, without those of the
rules' choice and of the encoder; then, on the passages alone, how much their sum, that choice and how likely
the encoder has a party named are worth beside each other, with signs weighed on the other sources: on text that rules
were made on, or that the encoder learnt from, they are nearly always right. Passages are read by the graphs that
`fit_encoder.py` names, each by one that has not seen its writer. It needs scipy (see `fitting.py`).
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np

try:
    from scipy import sparse
    from scipy.optimize import minimize
except ModuleNotFoundError:  # `fitting.command` says so
    sparse = minimize = None

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import fit_encoder  # noqa: E402
import score_passages  # noqa: E402
import score_pledges as scorer  # noqa: E402
from fitting import command, frequent, of, others, total, write_table  # noqa: E402
from labelled import CASES, TUNED, Labelled, labelled, of_passages  # noqa: E402

from analysis.money.weighing import second_givers, second_receivers  # noqa: E402
from analysis.money.weighing.ranker import NOBODY, ROLES, TABLE  # noqa: E402
from analysis.records import Claim  # noqa: E402

_SEEN = 3  # amounts in which a sign must stand
_STRENGTH = 0.5  # inverse of the penalty on weights of signs
_STRENGTH_BESIDE = 1.0  # the same of the rules' choice beside them
_FIRM = 10.0  # times that a sentence of the cases weighs: it is short, and settles a rule
_SUM = "sum"  # of the signs, as a sign
_MARGINS = (0.0, 0.3, 0.6, 1.0, 1.5)

Signs = Mapping[str, float]
Party = str | None
Known = tuple[Mapping[Party, set[str]], Party, str]  # options, whom the rules chose, the reason they give
Roles = dict[str, list["Example"]]
Seen = dict[int, dict[str, Known]]  # by the offset of the amount and the role


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


class _Rules:
    """Stands in for `options` of a role: keeps them and leaves the choice to the rules."""

    def __init__(self, role: str, options: Callable[..., Mapping[Party, set[str]]], seen: Seen) -> None:
        self._role, self._options, self._seen = role, options, seen

    def __call__(self, claim: Claim, *rest: Any) -> Mapping[Party, set[str]]:
        chosen = claim.donor if self._role == "giver" else claim.recipient
        found = self._options(claim, *rest)
        self._seen.setdefault(claim.start, {})[self._role] = (found, chosen, claim.exclude_reason)
        return {chosen: set()}


def roles() -> Roles:
    """Read every source for who gives and who receives."""
    seen: Seen = {}
    with (
        mock.patch.object(second_givers, "options", _Rules("giver", second_givers.options, seen)),
        mock.patch.object(second_receivers, "options", _Rules("receiver", second_receivers.options, seen)),
    ):
        found = [(one, dict(one.known)) for one in _read(seen)]
    return {
        role: [e for one, known in found if role in known for e in _example(role, one, known[role])] for role in ROLES
    }


def _read(seen: Seen) -> Iterator[Labelled[dict[str, Known]]]:
    """Read every source; passages with an encoder that has not seen their writer, or with none."""
    yield from labelled(seen, [])
    for writer in score_passages.annotated():
        with fit_encoder.without(writer, silent=True):
            yield from of_passages(seen, [writer])


def _example(role: str, one: Labelled[Any], known: Known | None) -> Iterator[Example]:
    """Give what the gold tells of a role, if anything: nobody gives what is no gift."""
    if known is None:
        return
    options, chosen, reason = known
    field = "donor" if role == "giver" else "recipient"
    right: Party
    if one.gold is not None and field in one.gold and (one.gold[field] or role == "receiver"):
        same = (key for key in options if scorer.field_right({field: key}, one.gold, field))
        at_home = field == "recipient" and one.gold.get("home")  # `home_receivers.py` finds what no option is
        right = next(same, None if at_home else f"unknown: {one.gold[field]}")
    elif not one.counts and reason == "no_donor":
        right = None
    else:
        return
    yield Example(one.source, {key: dict.fromkeys(found, 1.0) for key, found in options.items()}, chosen, right)


def fit(found: Sequence[Example], strength: float) -> dict[str, float]:
    """Weigh the signs so that who fills the role is likeliest, as a conditional logit with a ridge."""
    told = [one for one in found if one.told and len(one.options) > 1]
    seen = frequent((set().union(*one.options.values()) for one in told), _SEEN)
    names = {name: k for k, name in enumerate(sorted(seen))}
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


def _is_apart(name: str) -> bool:
    """Whether a sign is of the rules' choice or of the encoder, which both know every other text by heart."""
    return name.startswith(("rules", "pointed"))


def weigh(found: Iterable[Example]) -> dict[str, float]:
    """Weigh the signs, without those of the rules' choice."""
    bare = [
        Example(
            one.source,
            {key: told for key, signs in one.options.items() if (told := _without_apart(signs)) or key is None},
            one.chosen,
            one.right,
        )
        for one in found
    ]
    return fit(bare, _STRENGTH)


def _without_apart(signs: Signs) -> Signs:
    return {name: value for name, value in signs.items() if not _is_apart(name)}


def beside(found: Iterable[Example], weights: Mapping[str, float]) -> list[Example]:
    """Give the examples with the sum of their signs' weights, and what says that the rules chose it."""
    return [
        Example(one.source, {key: _summed(signs, weights) for key, signs in one.options.items()}, one.chosen, one.right)
        for one in found
    ]


def _summed(signs: Signs, weights: Mapping[str, float]) -> Signs:
    kept = {name: 1.0 for name in signs if _is_apart(name)}
    return {**kept, _SUM: total(weights, signs)}


def picked(one: Example, weights: Mapping[str, float], margin: float) -> Party:
    """Give who fills the role by the weights, in place of the rules' choice where it is so much likelier."""
    scores = {key: sum(weights.get(name, 0.0) * v for name, v in signs.items()) for key, signs in one.options.items()}
    best = max(scores, key=lambda key: scores[key])
    return best if scores[best] - scores[one.chosen] > margin else one.chosen


def measure(read: Roles) -> None:
    """Tell what becomes of the amounts of each source by a fit on the others."""
    writers = fit_encoder.apart()
    for role, found in read.items():
        _report(role, {source: held_out(found, source) for source in (*writers, *TUNED)}, writers)
        print(f"{role}: {len(found)} amounts")  # noqa: T201


def write(read: Roles) -> None:
    """Fit on all that was read, and write the table."""
    rows: list[tuple[str, str, float]] = []
    for role, found in read.items():
        writers = sorted({one.source for one in found}.intersection(fit_encoder.apart()))
        apart = [one for writer in writers for one in held_out(found, writer)]
        signs, choice = weigh(found), fit(apart, _STRENGTH_BESIDE)
        slope = choice.pop(_SUM)
        rows += [(role, name, slope * weight) for name, weight in signs.items()]
        rows += [(role, name, weight) for name, weight in choice.items()]
    write_table(
        TABLE, sorted((role, name, weight) for role, name, weight in rows if abs(weight) >= 0.005 or name == NOBODY)
    )


def held_out(found: Sequence[Example], source: str) -> list[Example]:
    """Give the examples of a source with signs weighed on the others."""
    return beside(of(found, source), weigh(others(found, source)))


def _report(role: str, apart: Mapping[str, Sequence[Example]], writers: Sequence[str]) -> None:
    total: Counter[tuple[float, str]] = Counter()
    for source, scored in apart.items():
        weights = fit([one for w in writers if w != source for one in apart[w]], _STRENGTH_BESIDE)
        counts = Counter(pair for margin in _MARGINS for one in scored for pair in _judged(one, weights, margin))
        total.update(counts if source in writers else {})
        print(f"{role}, {source}: {_line(counts)}")  # noqa: T201
    print(f"{role}, passages: {_line(total)}")  # noqa: T201


def _judged(one: Example, weights: Mapping[str, float], margin: float) -> Iterator[tuple[float, str]]:
    """Give what becomes of an amount: of those whom the rules gave somebody, and of those they left without."""
    found = picked(one, weights, margin)
    if one.chosen is None and one.right is None:
        yield margin, "none wanted"
        yield margin, "none kept" if found is None else "none lost"
    else:
        yield margin, "of"
        yield margin, "right" if found == one.right else "wrong" if found is not None else "nobody"
        if one.chosen == one.right:
            yield margin, "rules"


def _line(counts: Mapping[tuple[float, str], int]) -> str:
    first = _MARGINS[0]
    told = [
        f"{m}: {counts[m, 'right']} right, {counts[m, 'wrong']} wrong, {counts[m, 'none lost']} for nobody"
        for m in _MARGINS
    ]
    wanted = f"{counts[first, 'of']} amounts and {counts[first, 'none wanted']} for nobody"
    return f"{wanted}; rules {counts[first, 'rules']}; by margin {'; '.join(told)}"


if __name__ == "__main__":
    command(__doc__, roles, measure, write)
