"""Sums of a headline: what the report under it tells of the same sum holds for them.

"Couple give $25 million to veterinary hospital" names nobody; the lead does. Read by itself a headline lends its sum
to whatever its few words allow, so that a ledger has the gift twice.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from analysis.money.reasons.told_again import as_told, figure_of, is_same_money
from analysis.records import Claim

_TITLE: Final = 190  # characters of a headline, which no mark ends
_FAR: Final = 1_500  # characters of the report in which its sum comes back
_TOLD: Final = frozenset(["", "part"])
_UNREAD: Final = frozenset(["other", "no_donor", "price", "budget"])  # of a headline, whose words say little


def with_headline(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Give the claims with gifts of a headline read as the first report of the same sum under it.

    Args:
        claims: those of the text, in order.
        text: the text that they were found in.
    """
    end = text.find("\n", 0, _TITLE + 1)
    if end < 0 or text[:end].rstrip().endswith((".", ":", ";", ",", "!", "?")):
        return list(claims)
    found = list(claims)
    for at, top in enumerate(claims):
        if top.start >= end:
            break
        if top.amount is None or top.exclude_reason not in _TOLD | _UNREAD:
            continue
        under = next((one for one in claims[at + 1 :] if one.start > end and _is_again(one, top)), None)
        if under is None or under.start > end + _FAR:
            continue
        if under.exclude_reason in _TOLD or (under.exclude_reason == "restatement" and not top.exclude_reason):
            found[at] = replace(as_told(top, under, text), exclude_reason="")
    return found


def _is_again(claim: Claim, top: Claim) -> bool:
    """Whether a sum is that of the headline: the same figure, in the same money."""
    if claim.amount is None or top.amount is None or figure_of(claim.amount) != figure_of(top.amount):
        return False
    return is_same_money(top, claim)
