"""Sums that a paper speaks of as given, though nobody has given them yet, or gives them there.

"The Budget strengthens the office by providing 35 million" asks for it. "The guarantees would free up 200 million" says
what would be. "An increase of 7 million for the ministry" is its budget, "for every 1 million in guarantees" a ratio.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.money.text.around import beside, of_sentence, to_end
from analysis.money.text.list_items import without_marks
from analysis.money.text.reader import Reader
from analysis.records import Claim

_TOLD = frozenset(["", "part"])
_LEFT, _RIGHT = 520, 120  # characters of the paragraph around a sum that are read

# "The Budget will increase funding", "The President's 2023 Budget also invests": the plan of a year is the doer
_BUDGET = re.compile(
    r"\b(?i:the|this|his|her|our)\s(?:[\w’']+\s){0,4}?Budget(?:\sRequest)?\s(?:(?:also|will|would|further|again)\s){0,2}"
    r"(?:increas|provid|includ|invest|propos|request|support|fund|mak|restor|deliver|expand|strengthen|build|sustain|double"
    r"|prioriti)\w*\b"
)
# What would be, told by nobody as a promise
_WOULD = re.compile(
    r"\bwould\s(?:(?:also|then|further|directly)\s)?(?:be\sprovided|free\sup|unlock|support|direct|fund|provide|invest|deliver"
    r"|include)\b[^.;]{0,260}$"
)
_SAID = re.compile(
    r"\b(?:announc\w+|said|says|pledg\w+|agree\w*|commit\w*|inten\w+|oblig\w+|told|confirm\w*|promis\w+"
    r"|compacts?|approved|signed|today|new)\b",
    re.IGNORECASE,
)
_INCREASE = re.compile(r"\ban?\s(?:\w+\s)?increase\sof\s$", re.IGNORECASE)
_FOR_OFFICE = re.compile(
    r"^\W*(?:in\s\w+\s)?for\s(?:the\s)?(?:[A-Z]\w+\sfor\s)?(?:Department|Ministry|Office|Agency|[A-Z]{3,6})\b"
)
_RATIO = re.compile(r"\bfor\s(?:every|each)\s$", re.IGNORECASE)


def without_ungiven(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give the claims of a text with what is asked for, would be, or is a ratio left out.

    Args:
        claims: those of the text, in order.
        reader: the text that they were found in.
    """
    return [_read(c, reader) if c.amount is not None and c.exclude_reason in _TOLD else c for c in claims]


def _read(claim: Claim, reader: Reader) -> Claim:
    before, after = beside(claim, reader.text, _LEFT, _RIGHT)
    before = f"{of_sentence(without_marks(before))} "
    if _RATIO.search(before):
        return replace(claim, exclude_reason="other")
    if _INCREASE.search(before) and _FOR_OFFICE.match(to_end(without_marks(after))):
        return replace(claim, exclude_reason="budget")
    if reader.kind != "paper":
        return claim
    if _BUDGET.search(before) or (_WOULD.search(before) and _SAID.search(before) is None):
        return replace(claim, exclude_reason="proposed", status="proposed", polarity="hypothetical")
    return claim
