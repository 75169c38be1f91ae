"""Say why an amount that is no gift is left out, by the words around it.

The rules look for a gift: what holds no word of theirs for another reason is "other" to them, and "price" may be
said of a budget. What a reader asks of a sum left out is what it is. A logistic regression for each reason, on the
words of the clause (`features.features`) beside what the rules say, fitted by `tests/gold/fit_reasons.py`. It is
asked last, of what no gift is made of: it moves no amount in or out, nor what tells a claim of a gift again, ends it
or holds it up. The weights can be read, `data/reference/reason_weights.csv`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from math import fsum
from typing import Final

from analysis.config import REFERENCE
from analysis.money.notation.tables import FROM_HEAD
from analysis.money.roles.standing import Place
from analysis.money.weighing.features import features
from analysis.money.weighing.weights import read_weights
from analysis.records import Claim

TABLE: Final = REFERENCE / "reason_weights.csv"
# Reasons of the rules that are asked about, and those that are told apart.
ASKED: Final = frozenset(
    "other price budget revenue salary need request damage loss fine market_rate conditional".split()
)
REASONS: Final = (
    "budget",
    "conditional",
    "damage",
    "fine",
    "loss",
    "market_rate",
    "need",
    "other",
    "price",
    "proposed",
    "request",
    "revenue",
    "salary",
    "total_to_date",
)
_LEAD: Final = 0.6  # log odds by which a reason has to be ahead of that of the rules
# And where somebody would give the sum: "other" may be a gift told again, which is evidence of it (`merging.restated`).
_GIVERS_LEAD: Final = 2.5
_OF_GIFTS: Final = frozenset(["conditional", "proposed", "total_to_date"])  # of what is given, or may be
_STAGES: Final = {"need": "requested", "request": "requested", "proposed": "proposed"}  # stated by the reason itself


def with_reasons(claims: Sequence[Claim], places: Mapping[str, Place]) -> list[Claim]:
    """Give the claims, those that are left out for the reason that their words speak for."""
    return [_with_reason(claim, places.get(claim.claim_id)) for claim in claims]


def _with_reason(claim: Claim, place: Place | None) -> Claim:
    if place is None or claim.exclude_reason not in ASKED:
        return claim
    of_table = claim.amount is not None and claim.amount.reason.startswith(FROM_HEAD)
    if of_table and claim.exclude_reason != "other":
        return claim  # as its head or label says
    if claim.donor is not None and claim.exclude_reason == "conditional":
        return claim
    reason = likeliest(signs(claim, place), claim.exclude_reason, lead=_LEAD if claim.donor is None else _GIVERS_LEAD)
    if reason == claim.exclude_reason or (reason in _OF_GIFTS and (claim.donor or claim.exclude_reason == "budget")):
        return claim  # and what a budget asks for is one
    stage, polarity = _STAGES.get(reason), "hypothetical"
    if stage is None and reason == "conditional":
        stage = claim.status
    elif stage is None:
        stage = "pledged" if claim.status in _STAGES.values() else claim.status
        polarity = "actual" if claim.polarity == "hypothetical" else claim.polarity
    return replace(claim, exclude_reason=reason, status=stage, polarity=polarity)


def signs(claim: Claim, place: Place) -> list[str]:
    """Give what the reason is told by: the words of the clause, what the rules say, "a month", whether one gives."""
    found = [*features(place), f"rule:{claim.exclude_reason}"]
    if claim.amount is not None and claim.amount.per:
        found += ["per", f"per:{claim.amount.per}"]
    return [*found, "giver"] if claim.donor is not None else found


def likeliest(found: Sequence[str], ruled: str = "other", *, lead: float = 0.0) -> str:
    """Give the reason of `REASONS` that such signs speak for, or that of the rules where it is no further behind.

    `lead` is in log odds.

    Source:
        Annotated articles, passages and sentences of tests/gold and tests/cases, amounts that are no gift alone.

    >>> likeliest(["always", "L0:earn", "v:earn", "per:month", "per", "rule:other"])
    'salary'
    """
    told = [row for row in map(_table().get, found) if row is not None]
    scores = [fsum(of_reason) for of_reason in zip(*told, strict=True)]
    best = max(scores)
    return REASONS[scores.index(best)] if best > scores[REASONS.index(ruled)] + lead else ruled


@cache
def _table() -> dict[str, list[float]]:
    """Give the weights of each sign, for every reason."""
    table = read_weights(TABLE, REASONS, needed=[(name, "always") for name in REASONS])
    found: dict[str, list[float]] = {}
    for place, name in enumerate(REASONS):
        for sign, weight in table[name].items():
            found.setdefault(sign, [0.0] * len(REASONS))[place] = weight
    return found
