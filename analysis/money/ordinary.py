"""Sums that words of giving stand at, and that are ordinary money all the same.

What a household gets of its state's rules ("$1,400 checks", "a $6,000 tax credit for every child", "$25,000 in
down payment assistance"); what a gift is to draw in from others ("will mobilize $20 million"); what a law sets
aside, recalled ("the Act provides $50 billion for roads"); what a firm builds, buys or sells ("an $11 billion
chip plant"); what is paid for information on a wanted man.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from analysis.money.screen import sparse
from analysis.money.words import dac_members
from analysis.records import Claim

_GIFTS = frozenset(["", "part", "no_donor"])
_BEFORE, _AFTER = 160, 120  # characters of the paragraph around a sum that are read
_PURSE: Final = Decimal(50_000)  # what a household may get at once
_HOUSEHOLD = re.compile(
    r"""\b(?:
        tax(?:es)?\s(?:credit|cut|deduction|rebate|refund|break|bill) | (?:stimulus|relief|rebate|refund)\scheck | checks?\b
      | refundable | deduct | rebate | down[\s-]{1,3}payment | home\s?(?:buyer|owner) | pell\b | student\s(?:debt|loan) | borrower
      | coupon | groceries | premium | prescription | drugs?\b | medicare | insulin | hearing\said | furnace | heat\spump
      | HVAC | pockets? | (?:per|each|every|a|one|your|the)\s(?:child|kid|person|family|household|taxpayer|worker|couple|senior)
      | kids | families | a\smonth | per\smonth | fill-?up | rent\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_CHARITY = re.compile(
    r"\b(?:donat|scholarship|charit|granted|awarded|wired|parish|gave\s(?:a|the|him|her|them)\b|lent\b|raised)",
    re.IGNORECASE,
)


def without_ordinary(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Give the claims of a text, those as `other` that words at the sum tell to be money of everyday business."""
    purses = {
        _size(claim) for claim in claims if claim.amount is not None and _is_small(claim) and _is_purse(claim, text)
    }
    return [
        replace(c, exclude_reason="other") if c.exclude_reason in _GIFTS and _is_ordinary(c, text, purses) else c
        for c in claims
    ]


def _is_ordinary(claim: Claim, text: str, purses: set[Decimal]) -> bool:
    if claim.amount is None:
        return False
    if _is_small(claim):
        return _size(claim) in purses
    before, after = _around(claim, text)
    if _DRAWS_IN.search(before):
        return not _FROM.match(after)
    if _HOLDS.search(before):  # what "it" holds, a law before it does
        return bool(_LAW_HOLDS.search(before)) or (bool(_IT_HOLDS.search(before)) and _tells_of_law(claim, text))
    if claim.donor_level in ("government", "multilateral", "foundation") and not _PRIZED.search(before):
        return False
    return bool(_BUILT.match(after)) or bool(_BUILDS.search(before)) or bool(_REWARD.search(f"{before} {after}"))


def _tells_of_law(claim: Claim, text: str) -> bool:
    """Whether a law is told of in the words before a sentence about "it"."""
    return bool(_LAW.search(text[max(0, claim.start - _FAR) : claim.start].rpartition("\n\n")[2]))


def _around(claim: Claim, text: str) -> tuple[str, str]:
    before = text[max(0, claim.start - _BEFORE) : claim.start].rpartition("\n\n")[2]
    after = text[claim.end : claim.end + _AFTER].partition("\n\n")[0]
    return " ".join(_LINK.sub(" ", before).split()) + " ", " ".join(_LINK.sub(" ", after).split())


_LINK = re.compile(r"\]\([^)\s]*\)?|^[^\s(]*/[^\s(]*\)|[*\[\]]")  # the address of a link, and marks of bold type


def _size(claim: Claim) -> Decimal:
    amount = claim.amount
    return (amount.high or amount.low or Decimal(0)) if amount is not None else Decimal(0)


def _is_small(claim: Claim) -> bool:
    """Whether a state, or nobody, pays a sum of the size of a household's, and to nobody abroad."""
    receivers = (claim.recipient or "").split()
    return (
        0 < _size(claim) <= _PURSE
        and claim.donor_level in ("government", "company", None)
        and (not receivers or dac_members().issuperset(receivers))
    )


def _is_purse(claim: Claim, text: str) -> bool:
    """Whether the words around speak of a household's money, and of no charity."""
    before, after = _around(claim, text)
    around = f"{before[-120:]} # {after}"
    return bool(_HOUSEHOLD.search(around)) and not _CHARITY.search(around)


# "will help mobilize $20 million", "to unlock 1bn of financing": others give it, if they do.
_DRAWS_IN = sparse(
    r"\b(?:unlock|leverage|catalyze|catalyse|mobili[sz]e|attract|crowd\sin|spur)\s"
    r"(?:(?:in|up|to|about|over|an?|some|additional|another|further|more|than|at|least|as|much|roughly|nearly)\s){0,5}\W*$",
    re.IGNORECASE,
)
_FILL = r"(?:\W*(?:an?|the|some|another|additional|historic|new|more|up|to|than|over|nearly|about|roughly|total|of|estimated|as|well|further|initial)\b){0,5}\W*$"
_HOLDING = r"(?:includes?|included|provides?|provided|invests?|invested|dedicates?|allocates?|contains?|authorizes?|secured|directs?)"
_LAWS = r"(?:Act|Law|Plan|Bill|bill|package|legislation|Deal|law|omnibus|supplemental)"
_FAR = 400  # characters of the paragraph before a sum in which a law may be told of
_LAW = re.compile(rf"\b{_LAWS}\b")
_HOLDS = re.compile(rf"\b{_HOLDING}{_FILL}", re.IGNORECASE)
# "The Act provides $50 billion", "The bill, which includes"
_LAW_HOLDS = re.compile(
    rf"\b{_LAWS}(?:\s\([^)]*\))?(?:,?\s(?:which|that))?\s(?:(?:also|will|would|already|alone)\s)?{_HOLDING}{_FILL}"
)
_IT_HOLDS = re.compile(rf"(?:^|[.!?:]\W{{1,4}})(?:It|This|That)\s(?:also\s|will\s|would\s)?{_HOLDING}{_FILL}")
# "a new, $11 billion chip plant", "a $90 million yacht"
_BUILT = re.compile(
    r"^\W*(?:(?!of\b|in\b|for\b|to\b|and\b|from\b|by\b)[\w-]+\s){0,3}?"
    r"(?:plants?|factor(?:y|ies)|fabs?|yacht|compan(?:y|ies)|expansion|mega-?port|bridge|agreements?\s(?:with|for)|deals?"
    r"|pipeline|manufactur\w+|in\sorders)\b",
    re.IGNORECASE,
)
_BUILDS = re.compile(r"\b(?:build|building|built|construct|purchas\w+|bought|acquir\w+)\b(?!\son\b)[^.;]{0,60}$", re.IGNORECASE)
_PRIZED = re.compile(r"\b(?:seiz|rewards?\b)", re.IGNORECASE)
_REWARD = re.compile(r"\brewards?\b[^.]*\bfor information\b", re.IGNORECASE)
_FROM = re.compile(r"^\W*(?:\w+\s){0,3}?from\b", re.IGNORECASE)
