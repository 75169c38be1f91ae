"""Fit the weights of `analysis/money/weighing/left_out.py` on annotated text.

    python tests/gold/fit_reasons.py            measure, each tenth of the sources by a fit on the others
    python tests/gold/fit_reasons.py --write    fit on all and write data/reference/reason_weights.csv

Examples are the amounts that the gold and the reader leave out, but for those that are told again, ended or held up,
which the rules alone tell. It needs scikit-learn (see `fitting.py`).
"""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from fitting import Weights, command, frequent, one_by_one, total, write_table  # noqa: E402
from labelled import CASES, labelled  # noqa: E402

from analysis.money.roles.standing import Place  # noqa: E402
from analysis.money.weighing.left_out import ASKED, REASONS, TABLE, signs  # noqa: E402
from analysis.records import Claim  # noqa: E402

_SEEN = 3  # examples in which a sign must stand
_STRENGTH = 0.6  # inverse of the penalty on weights; one by size (L1), so that few signs have any
_FIRM = 8  # times that a sentence of the cases weighs: it is short, and settles a rule
_PARTS = 10


@dataclass(frozen=True, slots=True)
class Example:
    """An amount left out: where it is from, its signs, what the rules say, and the reason that the gold gives."""

    source: str
    signs: tuple[str, ...]
    ruled: str
    reason: str


def examples() -> list[Example]:
    """Read every source."""
    seen: dict[int, tuple[tuple[str, ...], str]] = {}  # by the offset of the amount

    def watch(claims: Sequence[Claim], places: Mapping[str, Place]) -> list[Claim]:
        for claim in claims:
            place = places.get(claim.claim_id)
            if place is not None and claim.exclude_reason in ASKED:
                seen[claim.start] = (tuple(sorted(signs(claim, place))), claim.exclude_reason)
        return list(claims)

    with mock.patch("analysis.money.whole_text.with_reasons", watch):
        told = [one for one in labelled(seen) if one.reason in REASONS]
    found = [Example(one.source, *one.known, one.reason) for one in told]
    return list({(one.source, one.signs): one for one in found}.values())  # copies of an article say the same


def weigh(learned: Sequence[Example]) -> dict[str, Weights]:
    """Weigh the signs by reason."""
    kept = frequent((one.signs for one in learned), _SEEN) - {"always"}  # which is the constant
    rows = [{name: 1.0 for name in one.signs if name in kept} for one in learned]
    often = [_FIRM if one.source in CASES else 1.0 for one in learned]
    return one_by_one(rows, [one.reason for one in learned], strength=_STRENGTH, often=often)


def best(weights: Mapping[str, Weights], one: Example) -> str:
    """Give the reason whose weights come to most."""
    return max(REASONS, key=lambda reason: total(weights[reason], one.signs))


def measure(found: Sequence[Example]) -> None:
    """Print how many reasons are right, by the rules and with the weights."""
    sources = sorted({one.source for one in found})
    ruled = weighed = of = 0
    for part in (frozenset(sources[k::_PARTS]) for k in range(_PARTS)):
        weights = weigh([one for one in found if one.source not in part])
        apart = [one for one in found if one.source in part and one.source not in CASES]
        of += len(apart)
        ruled += sum(one.ruled == one.reason for one in apart)
        weighed += sum(best(weights, one) == one.reason for one in apart)
    print(f"{of} amounts left out: reason right by the rules {ruled / of:.3f}, with the weights {weighed / of:.3f}")  # noqa: T201


def write(found: Sequence[Example]) -> None:
    """Fit on all and write the table."""
    weights = weigh(found)
    write_table(
        TABLE,
        [
            (reason, name, weight)
            for reason in REASONS
            for name, weight in sorted(weights[reason].items())
            if name == "always" or abs(weight) >= 0.005
        ],
    )


if __name__ == "__main__":
    command(__doc__, examples, measure, write)
