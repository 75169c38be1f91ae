"""Sums that are given, but not now: told again, included in what was given before, or denounced.

These are read last, of sums that all else takes for gifts.
"""

from collections.abc import Sequence

from analysis.money.reasons.denounced import with_denounced
from analysis.money.reasons.included import with_included
from analysis.money.reasons.told_once import with_told_once
from analysis.records import Claim


def without_old(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Give the claims with sums that are no news left out.

    Args:
        claims: those of the text, in order.
        text: the text that they were found in.
    """
    return with_included(with_told_once(with_denounced(claims, text), text), text)
