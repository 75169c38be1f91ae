"""Sums that are included in one that is no gift: what the whole is, its parts are.

"We have sent 5 billion since 2022, including 2 million for schools" tells of no new 2 million.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.money.text.around import beside, of_sentence
from analysis.money.text.paragraphs import parted_by
from analysis.records import Claim

_TOLD = frozenset(["", "part"])
# What is said of a whole that holds for its parts; a whole whose giver is not found says nothing of them.
_WHOLE = frozenset(["total_to_date", "restatement", "budget", "proposed", "conditional", "fine", "blocked"])
_INCLUDES = re.compile(
    r"\binclud(?:ing|es?|ed)\b[^.;]{0,60}$|\b(?-i:Within|Of)\s(?:this|that|these|those)(?:\s(?:totals?|sums?|amounts?|funds))?,\s$",
    re.IGNORECASE,
)
# Before a whole that no gift is missed in, though somebody stands to give it: "the bill provides", "it has invested".
_LAID_DOWN = re.compile(
    r"\b(?:[Bb]ill|[Dd]eal|[Pp]ackage|[Ll]egislation|[Ll]aw|Act)\b[^.;$€£]{0,90}"
    r"\b(?:include|invest|provide|contain|dedicate|authorize)s?\b[^.;$€£]{0,40}$"
    r"|\b(?:has|have)\s(?:\w+ly\s)?(?:provided|invested|delivered|given|awarded|sent)\b[^.;$€£]{0,60}$"
    r"|\bcancel\w+\b[^.;$€£]{0,40}$"
)
_BEFORE = 200  # characters before a whole
_NEXT = re.compile(r"^[^.;()]{0,90}[,;]\s(?:and\s|plus\s)?(?:also\s|another\s|an?\sadditional\s)?[^.;,()]{0,20}$")
_NEWS = re.compile(r"\b(?:the\s(?:new\s|latest\s)?|an\sadditional\s)$", re.IGNORECASE)
# "..., bringing the total to 4 billion. The package includes 2 million" is of what was news before the total.
_OF_NEWS = re.compile(
    r"[^.]{0,20}\.\W*(?:The|This)\s(?:\w+\s)?(?:package|aid|contribution|tranche|grant|loan|assistance|support|donation)\b"
)
_REACH = 300  # characters between a whole and its first part


def with_included(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Give the claims with the parts of sums that are no gifts left out for their wholes' reasons.

    Args:
        claims: those of the text, in order.
        text: the text that they were found in.
    """
    found: list[Claim] = []
    last: Claim | None = None
    listed = False  # whether the last sum was itself included in one
    for claim in claims:
        if claim.amount is None:
            found.append(claim)
            continue
        listed = (
            last is not None
            and claim.exclude_reason in _TOLD
            and _is_no_gift(last, text)
            and _is_in(last, claim, text, listed)
        )
        last = replace(claim, exclude_reason=last.exclude_reason) if last is not None and listed else claim
        found.append(last)
    return found


def _is_in(whole: Claim, claim: Claim, text: str, listed: bool) -> bool:
    """Whether a sum is included in the one before, or is listed behind one that is."""
    between = text[whole.end : claim.start]
    if len(between) > _REACH or parted_by(text) in between:
        return False
    if _NEWS.search(between):  # "including the 5m announced on Tuesday" tells of one that was news
        return False
    if whole.exclude_reason == "total_to_date" and _OF_NEWS.search(between):
        return False
    goes_on = listed and claim.sentence == whole.sentence and _NEXT.match(between) is not None
    return goes_on or _INCLUDES.search(between) is not None


def _is_no_gift(whole: Claim, text: str) -> bool:
    """Whether what is said of a whole holds for its parts: a gift may be missed where somebody stands to give it."""
    if whole.exclude_reason in _WHOLE:
        return True
    if whole.exclude_reason != "other":
        return False
    return whole.donor is None or _LAID_DOWN.search(of_sentence(beside(whole, text, _BEFORE)[0])) is not None
