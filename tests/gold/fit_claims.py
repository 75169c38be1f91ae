"""Fit the weights of `analysis/money/weighing/classifier.py` on annotated text.

    python tests/gold/fit_claims.py            measure, each source by a fit on the others
    python tests/gold/fit_claims.py --write    fit on all and write data/reference/claim_weights.csv

Sources are those of `labelled`. First the words are weighed, without a look at what the rules say;
then, on text for which no rule was made (the passages, fourth and fifth gold), how much the
words and what the rules made of an amount are worth beside each other, with words
weighed on the other sources. It needs scikit-learn (see `fitting.py`).
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import score_passages  # noqa: E402
from fitting import command, frequent, logistic, of, others, total, write_table  # noqa: E402
from labelled import CASES, TUNED, Labelled, labelled  # noqa: E402

from analysis.money.terms.stages import Setting  # noqa: E402
from analysis.money.text.parties import Party  # noqa: E402
from analysis.money.weighing import features, second  # noqa: E402
from analysis.money.weighing.classifier import TABLE  # noqa: E402
from analysis.schemas import EXCLUDE_REASONS  # noqa: E402

_VERDICTS = frozenset(["verdict:", "verdict:part"])  # of what the rules count
_SEEN = 2  # examples in which a feature must stand
_STRENGTH = 0.3  # inverse of the penalty on weights of words
_FIRM = 8.0  # times that a sentence of the cases weighs: it is short, and settles a rule
_TRUST = 0.2  # inverse of the penalty on weights of the reading
_PARTS = 10  # of the sources, each scored by words weighed on the rest: one fit a source takes nine times as long
_SUM = "words"
_ANY = frozenset(["", *EXCLUDE_REASONS])  # what the rules leave out is not asked its form
MIXED = ("fourth", "fifth", "sixth")  # folders for which no rule was made: there, too, the rules are weighed


@dataclass(frozen=True, slots=True)
class Told:
    """Features of an amount: its words, the reading of the rules alone, and what tells stage and form."""

    words: tuple[str, ...]
    reading: tuple[str, ...]
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """An amount: where it is from, its features, whether it counts, and stage and form that the gold gives it."""

    source: str
    told: Told
    counts: bool
    gold: Mapping[str, str | None]


class Rules:
    """Stands in for the second opinion: keeps the features and leaves the verdict to the rules."""

    def __init__(self) -> None:
        self.seen: dict[int, Told] = {}  # by the offset of the amount

    def opinion(self, _s: Setting, verdict: second.Verdict, *_: object) -> second.Verdict:
        """Leave the verdict as it is."""
        return verdict

    def forms(
        self,
        s: Setting,
        verdict: second.Verdict,
        instrument: str,
        donor: Party | None,
        recipient: str | None,
        words: second.Words,
    ) -> second.Told:
        """Keep the features of an amount; leave stage and form as they are."""
        found = (
            words(),
            features.reading(s, verdict, donor, recipient),
            features.forms(s, verdict[1], instrument),
        )
        self.seen[s.items[s.index].start] = Told(*(tuple(sorted(names)) for names in found))
        return verdict[1], instrument


def examples() -> list[Example]:
    """Read every source."""
    rules = Rules()
    with ruled(rules):
        told = [one for one in labelled(rules.seen) if says_whether(one)]
        found = [Example(one.source, one.known, one.counts, forms_of(one.gold or {})) for one in told]
    once = {(one.source, one.told.words): one for one in found}  # copies of an article say the same
    return list(once.values())


@contextmanager
def ruled(rules: Rules) -> Iterator[None]:
    """Read by the rules alone; `rules` keeps what they see."""
    with (
        mock.patch("analysis.money.pledges.second_opinion", rules.opinion),
        mock.patch("analysis.money.pledges.second_forms", rules.forms),
        mock.patch("analysis.money.pledges.FORMED", frozenset(["", *EXCLUDE_REASONS])),  # of others no form is asked
        mock.patch("analysis.money.weighing.second._NO", 1.0),  # nor the encoder, which is weighed by `fit_encoder.py`
    ):
        yield


def says_whether(one: Labelled[Any]) -> bool:
    """Whether it is stated that an amount counts; most sentences of "parties" only say who gives."""
    return one.source != "parties" or not one.counts or "exclude_reason" in (one.gold or {})


def forms_of(gift: Mapping[str, Any]) -> dict[str, str | None]:
    """Give stage and form of a gift of the gold, which has the latest stage alone where several articles report it."""
    once = len(gift.get("reports", [])) <= 1
    return {"status": gift.get("status") if once else None, "instrument": gift.get("instrument")}


@dataclass(frozen=True, slots=True)
class Words:
    """Weights of words."""

    weights: dict[str, float]

    def score(self, one: Example) -> float:
        """Give their sum."""
        return total(self.weights, one.told.words)


@dataclass(frozen=True, slots=True)
class Mixture:
    """What the sum of the words and each sign of the rules' reading are worth beside each other."""

    slope: float
    reading: dict[str, float]

    def chance(self, one: Example, score: float) -> float:
        """Give the probability that an amount counts."""
        return float(1 / (1 + np.exp(-(total(self.reading, one.told.reading) + self.slope * score))))


def weigh(learned: Sequence[Example]) -> Words:
    """Weigh the words."""
    kept = frequent((one.told.words for one in learned), _SEEN) - {"always"}  # which is the constant
    rows = [dict.fromkeys((name for name in one.told.words if name in kept), 1.0) for one in learned]
    often = [_FIRM if one.source in CASES else 1.0 for one in learned]
    counts = [one.counts for one in learned]
    return Words(logistic(rows, counts, strength=_STRENGTH, often=often, tolerance=1e-6)["True"])


def mix(learned: Sequence[tuple[Example, float]]) -> Mixture:
    """Weigh words against the rules' reading, on examples whose words were weighed without them."""
    rows = [{**dict.fromkeys(one.told.reading, 1.0), _SUM: score} for one, score in learned]
    counts = [one.counts for one, _ in learned]
    weights = logistic(rows, counts, strength=_TRUST, constant=False, tolerance=1e-8)["True"]
    return Mixture(weights.pop(_SUM), weights)


def held_out(found: Sequence[Example], source: str) -> list[tuple[Example, float]]:
    """Score the examples of a source with words weighed on the others."""
    words = weigh(others(found, source))
    return [(one, words.score(one)) for one in of(found, source)]


def measure(found: Sequence[Example]) -> None:
    """Tell how well each source is read by a fit on the others: by rules, words, and both."""
    apart = all_held_out(found)
    for source in [*(name for name in TUNED[2:] if name not in apart), *apart]:
        scored = apart.get(source) or held_out(found, source)
        rest = [pair for name, pairs in apart.items() if name != source for pair in pairs]
        print(_line(source, scored, mix(rest)))  # noqa: T201


def all_held_out(found: Sequence[Example]) -> dict[str, list[tuple[Example, float]]]:
    """Score each source for which no rule was made with words weighed without its part of the sources."""
    sources = {one.source for one in found}
    names = [name for name in [*MIXED, *score_passages.annotated()] if name in sources]
    scored: dict[str, list[tuple[Example, float]]] = {}
    for part in (names[k::_PARTS] for k in range(_PARTS)):
        words = weigh([one for one in found if one.source not in part])
        scored |= {name: [(one, words.score(one)) for one in of(found, name)] for name in part}
    return scored


def _line(source: str, scored: Sequence[tuple[Example, float]], mixture: Mixture) -> str:
    rules = f1([(one.counts, not _VERDICTS.isdisjoint(one.told.reading)) for one, _ in scored])
    both = f1([(one.counts, mixture.chance(one, score) >= 0.5) for one, score in scored])
    alone = f1([(one.counts, score >= 0) for one, score in scored])
    return f"{source}: {len(scored)} amounts; rules {rules}; words {alone}; both {both}"


def f1(pairs: Sequence[tuple[bool, bool]]) -> str:
    """Tell precision, recall and F1 of pairs of what is and what was found."""
    hit = sum(a and b for a, b in pairs)
    precision, recall = hit / max(1, sum(b for _, b in pairs)), hit / max(1, sum(a for a, _ in pairs))
    return f"P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / ((precision + recall) or 1):.3f}"


def write(found: Sequence[Example]) -> None:
    """Fit on all and write the table."""
    words, mixture = weigh(found), mix([pair for pairs in all_held_out(found).values() for pair in pairs])
    rows = [("slope", "", mixture.slope)]
    rows += [("reading", name, weight) for name, weight in sorted(mixture.reading.items())]
    rows += [("word", name, weight) for name, weight in sorted(words.weights.items()) if abs(weight) >= 0.005]
    write_table(TABLE, rows)


if __name__ == "__main__":
    command(__doc__, examples, measure, write)
