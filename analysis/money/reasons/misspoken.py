"""Figures that a transcript puts right: of "$110 million [$810 million]" the one in brackets was meant."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from analysis.records import Claim

_COUNTED = frozenset(["", "part", "no_donor"])
_PUT_RIGHT: Final = re.compile(r"(?:\s|\\|</?\w{1,6}>|~~)*\[\s*")  # between the figure and the one in brackets


def without_misspoken(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Give the claims with the figures left out that the next one, in brackets, puts right.

    A conversion into another currency is read with its figure, so that one in brackets that stands
    for itself is of the same currency.

    Args:
        claims: those of the text, in order.
        text: that they were found in.
    """
    if "[" not in text:
        return list(claims)
    found = list(claims)
    for at, (claim, after) in enumerate(pairwise(claims)):
        if claim.exclude_reason in _COUNTED and _is_put_right(claim, after, text):
            found[at] = replace(claim, exclude_reason="other")
    return found


def _is_put_right(claim: Claim, after: Claim, text: str) -> bool:
    """Whether a figure is followed by one of its currency in brackets."""
    if claim.amount is None or after.amount is None or claim.amount.currency != after.amount.currency:
        return False
    end = after.amount.end
    between = text[claim.amount.end : after.amount.start]
    return _PUT_RIGHT.fullmatch(between) is not None and text[end : end + 2].lstrip("\\").startswith("]")
