"""The instrument that the text tells of a gift, where its own sentence names none.

A part has the form of its whole, and a sum has the form that is told of it elsewhere;
a whole whose parts differ in form has none.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from analysis.records import Claim

_FORM_WORD = re.compile(
    r"\b(?:grants?|gifts?|donat\w+|loans?|lend\w*|lent|credits?|repa\w+|guarante\w+|insur\w+|equity|stakes?|in[ -]kind"
    r"|cash|worth|give\w*|gave|provid\w+|contribut\w+|pa(?:y|id|ys)|aid|relief)\b",
    re.IGNORECASE,
)
_BESIDE = 45  # characters on either side of a sum in which a word of its form may stand
_NEAR = 700  # characters from a whole to its parts
_NAMED = frozenset(["loan", "guarantee", "equity", "debt_relief"])


def with_forms(claims: Sequence[Claim]) -> list[Claim]:
    """Give the claims with the instrument that other claims of the text tell of the same sum."""
    claims = [_of_stocks(claim) for claim in claims]
    if sum(not claim.exclude_reason or claim.exclude_reason == "part" for claim in claims) < 2:
        return claims
    told = [_of_whole(claim, claims[:place]) for place, claim in enumerate(claims)]
    told = [_of_parts(claim, told[place + 1 : place + 5]) for place, claim in enumerate(told)]
    named = {key: claim.instrument for claim in told if (key := _sum_of(claim)) and claim.instrument in _NAMED}
    return [_as_named(claim, named) for claim in told] if named else told


# "to direct the drawdown of up to 5m in defense articles", "a 5m drawdown package": arms out of a state's own stocks;
# of a loan or a credit line money is drawn.
_DRAWN_LEFT = re.compile(r"\bdraw-?downs?\b[^.;$€£]{0,50}$", re.IGNORECASE)
_DRAWN_RIGHT = re.compile(
    r"^\s(?:in\s)?(?:(?:a|new|additional|presidential|security|military)\s)*draw-?downs?\b", re.IGNORECASE
)
_OF_CREDIT = re.compile(r"\b(?:loans?|credits?|facility|tranches?|lending|lines?\sof|reserves?)\b", re.IGNORECASE)


def _of_stocks(claim: Claim) -> Claim:
    """Give what a state draws down from its stocks the form of goods."""
    if claim.instrument not in ("unknown", "grant") or claim.donor_level != "government":
        return claim
    before, _, after = claim.sentence.partition(claim.text)
    drawn = _DRAWN_LEFT.search(before) or _DRAWN_RIGHT.match(after)
    if not drawn or _OF_CREDIT.search(f"{before[-90:]} {after[:60]}"):
        return claim
    return replace(claim, instrument="in_kind", modality="goods")


def _of_whole(claim: Claim, before: Sequence[Claim]) -> Claim:
    """Give a part the form of the sum it is of."""
    if claim.exclude_reason != "part" or claim.instrument not in ("unknown", "grant") or _says_form(claim):
        return claim
    whole = next((c for c in reversed(before[-4:]) if not c.exclude_reason and c.amount is not None), None)
    near = whole is not None and claim.start - whole.end < _NEAR and whole.instrument != "in_kind"
    return replace(claim, instrument=whole.instrument) if whole is not None and near else claim


def _says_form(claim: Claim) -> bool:
    at = claim.sentence.find(claim.text)
    end = at + len(claim.text)
    return bool(
        _FORM_WORD.search(claim.sentence[max(0, at - _BESIDE) : at] + " # " + claim.sentence[end : end + _BESIDE])
    )


def _of_parts(claim: Claim, after: Sequence[Claim]) -> Claim:
    """Give a whole whose parts are of different forms none."""
    if claim.exclude_reason or claim.instrument in ("in_kind", "unknown") or claim.amount is None:
        return claim
    low, currency = claim.amount.low, claim.amount.currency
    near = [c for c in after if c.amount is not None and c.amount.currency == currency and c.start - claim.end < _NEAR]
    for first, second in pairwise(near):
        sums = (first.amount, second.amount)
        parts = [amount.low for amount in sums if amount is not None and amount.low is not None]
        if len(parts) == 2 and low and sum(parts) == low and first.instrument != second.instrument:
            return replace(claim, instrument="unknown")
    return claim


def _sum_of(claim: Claim) -> tuple[object, ...] | None:
    amount = claim.amount
    if claim.exclude_reason not in ("", "part") or claim.donor is None or amount is None or not amount.low:
        return None
    return (claim.donor, amount.currency, amount.low)


def _as_named(claim: Claim, named: dict[tuple[object, ...], str]) -> Claim:
    """Give a sum without a form the one that is named elsewhere."""
    key = _sum_of(claim) if claim.instrument == "unknown" else None
    return replace(claim, instrument=named[key]) if key in named else claim
