"""Sums that another is compared with: the old price is a price, last year's profit a profit.

"Petrol costs 2,500 kwacha, up from 1,700 last week", "a budget of 9 billion, against 14 billion a year ago", "bills
rose from 41,000 to 118,000": one thing is measured twice, so what the sum of now is left out for, the other is, too.
Words for what is past ("last year") stand at the other, which look like those of a gift told again.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from analysis.records import Claim

_ABOUT = r"(?:(?:about|around|some|roughly|nearly|almost|just|over|under|only|more|less|than|an?|the)\s)*$"
# What a sum measures that stands for itself; a sum of no such kind says it by having no giver.
_MEASURES = frozenset("price budget revenue salary loss damage need fine market_rate".split())
_VAGUE = frozenset(["other", "restatement"])
_OWN = frozenset("price revenue salary loss damage market_rate".split())  # whoever stands there gives nothing
# Reasons that the other sum keeps: what is asked, denied or called off is another thing than what is had.
_KEPT = frozenset(
    ["", "part", "denied", "cancelled", "blocked", "proposed", "request", "conversion", "conditional", "market_rate"]
)
_REACH = 70  # characters between two sums that are compared
# Words that open another clause, in which nothing is compared with the sum before.
_ELSE = re.compile(r"[;:.!?\n]|\b(?:and|but|that|which|who|while|of\sit|none)\b|,.*,")
_OVER = re.compile(
    r"(?:\s[^\s,]+){0,9},?\s\(?(?:(?:up|down|rising|falling|sharply|increased?|decreased?|reduced|raised|cut)\s"
    rf"(?:[\w.%-]+\s){{0,3}})?(?:from|against|compared\s(?:with|to)|versus)\s{_ABOUT}"
)
_MOVED = re.compile(rf"\s(?:[\w-]+\s){{0,3}}to\s{_ABOUT}")
_FROM = re.compile(rf"\bfrom\s{_ABOUT}")
_TURNS = re.compile(
    r"\b(?:r[io]s\w*|rais\w*|f[ae]ll\w*|gr[eo]w\w*|cut|cuts|cutting|reduc\w+|increas\w+|decreas\w+|climb\w*|jump\w*|dropp?\w*"
    r"|slid\w*|slash\w+|doubl\w+|tripl\w+|gone|went|go(?:es)?|up|down|lower\w*|shr[aiu]nk\w*|soar\w*|edg\w+|put)\b"
)
_DATE = re.compile(r"(?<=\d),(?=\s(?:19|20)\d\d\b)")  # "on June 30, 2020"
# "from the 12 million it had asked for" is no figure of then.
_SOUGHT = re.compile(r"[^.,;]{0,30}?\b(?:asked|requested|sought|proposed|promised|wanted|needed|planned)\b")
_HEADS = frozenset(["person", "head", "capita"])
_BEFORE = 90  # characters before a pair


def with_compared(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Give the claims with the sums that others are compared with left out for the reason of those.

    Args:
        claims: those of the text, in order, each with its reason.
        text: the text that they were found in.
    """
    found = list(claims)
    told = [k for k, claim in enumerate(found) if claim.amount is not None]
    for low, high in pairwise(told):
        first, second = found[low], found[high]
        if first.sentence != second.sentence or first.exclude_reason == second.exclude_reason:
            continue
        gap = _DATE.sub("", text[first.end : second.start])
        if not 0 < len(gap) <= _REACH or _ELSE.search(gap):
            continue
        if _OVER.fullmatch(gap) and not _SOUGHT.match(text, second.end):
            found[high] = _as(first, second)
        elif _MOVED.fullmatch(gap) and _turns(text[max(0, first.start - _BEFORE) : first.start]):
            if _is_by_head(first) or _is_by_head(second):
                continue  # a ration, which is no price
            if first.exclude_reason in _VAGUE:
                found[low] = _as(second, first)
            elif second.exclude_reason in _VAGUE:
                found[high] = _as(first, second)
    return found


def _turns(before: str) -> bool:
    """Whether the words before a sum say that something goes from it to another."""
    return _FROM.search(before) is not None and _TURNS.search(before) is not None


def _is_by_head(claim: Claim) -> bool:
    """Whether a sum is one for each of many."""
    return claim.amount is not None and claim.amount.per in _HEADS


def _as(told: Claim, other: Claim) -> Claim:
    """Give the other of two sums that measure one thing the reason of the one, if that is no gift."""
    if other.exclude_reason in _KEPT:
        return other
    gives = told.donor is not None  # "its 8m, up from 3m": a gift may be missed, and the other is an old one
    measured = told.exclude_reason in _MEASURES or (told.exclude_reason == "other" and not gives)
    if not measured or (gives and other.exclude_reason == "restatement" and told.exclude_reason not in _OWN):
        return other
    return replace(other, exclude_reason=told.exclude_reason, status=told.status, polarity=told.polarity)
