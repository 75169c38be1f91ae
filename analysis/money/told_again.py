"""Sums that a text comes back to: "The 12 million euros will buy pumps" speaks of the gift told before.

A sum with an article or a possessive is one that the reader knows. Where the same figure is read as a gift
elsewhere in the text, it is that gift, whatever is now said of it: how it will be paid, what somebody thinks of it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.records import Claim

_TOLD = frozenset(["", "part"])
# Reasons that come of what is said of a known sum; that it was called off or denied is news of its own.
_OPEN = frozenset(["other", "no_donor", "conditional", "request", "price", "total_to_date", "restatement", "budget"])
# Those of a first mention that a later one corrects: a clause that names no giver, or seems to look back.
_UNSURE = frozenset(["no_donor", "restatement", "conditional"])
_KNOWN = re.compile(
    r"""
    (?: \b(?:the|this|that|his|her|its|their|our|my|whose)
      | (?!\b(?:it|he|she|that|there|here|what|who|let)[’'])\b[\w.-]+(?:[’']s|s[’']) )
    \s+ (?: (?!(?:remaining|other|rest|second|third|further|additional|extra|next|previous)\b) [\w’'-]+\s+ )?
    (?: (?:loan|credit|grant|gift|donation|aid|sum|pledge|commitment|contribution|package|guarantee)\s+ (?:of\s+)? )? $
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NEAR = 40  # characters before a sum that hold what makes it a known one
Figure = tuple[object, ...]


def with_told_again(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Count every mention of a sum that is a gift where it is told, and read the gift the same way at each."""
    found = list(claims)
    first: dict[Figure, int] = {}
    gifts: dict[Figure, int] = {}
    for at, claim in enumerate(claims):
        if claim.amount is None:
            continue
        figure = (claim.amount.low, claim.amount.high, claim.amount.currency)
        again = first.setdefault(figure, at) != at and _is_known(claim, text)
        if figure in gifts:
            found[at] = _again(claim, found[gifts[figure]]) if again else claim
        elif claim.exclude_reason in _TOLD:
            gifts[figure] = at
            before = found[first[figure]]
            found[first[figure]] = _as(before, claim) if again and before.exclude_reason in _UNSURE else before
    return found


def _is_known(claim: Claim, text: str) -> bool:
    """Whether an article or a possessive before the sum says that it was told ("the bank's 5 million")."""
    return _KNOWN.search(text[max(0, claim.start - _NEAR) : claim.start]) is not None


def _again(claim: Claim, gift: Claim) -> Claim:
    if claim.exclude_reason not in _TOLD:
        return _as(claim, gift) if claim.exclude_reason in _OPEN else claim
    others = claim.donor != gift.donor and claim.recipient != gift.recipient
    return claim if others and claim.donor and claim.recipient else _as(claim, gift)


def _as(claim: Claim, gift: Claim) -> Claim:
    """Give the claim of one mention what was read at another; roles that only it has it keeps."""
    if gift.donor is not None:
        claim = replace(claim, donor=gift.donor, donor_text=gift.donor_text, donor_level=gift.donor_level)
    if gift.recipient is not None:
        claim = replace(claim, recipient=gift.recipient, recipient_text=gift.recipient_text)
    return replace(
        claim,
        purpose=claim.purpose or gift.purpose,
        sector=gift.sector,
        instrument=gift.instrument,
        status=gift.status,
        polarity=gift.polarity,
        exclude_reason=gift.exclude_reason,
    )
