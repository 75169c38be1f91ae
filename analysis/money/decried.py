"""Grants that are listed as waste: "Just some examples: $2 million for ...", after words of fraud or what was ended.

Who lists grants to decry them, or to say that they were ended, gives nothing: no line of such a list says so, its head
or what is said between its lines does. A line is read so where it opens with a sum and what that was for, where another
line does, too, and where the paragraphs around speak of waste; so is what such a line includes, and its sum told again.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from analysis.records import Claim

_COUNTED = frozenset(["", "part", "no_donor"])
_BEFORE = _AFTER = 2500  # characters around a line in which its list is said to be one of waste
_LEAD = 60  # characters before a sum in which its line opens
_FEWEST = 2  # lines that make a list
_APART = 2500  # characters between two lines of one list
# The paragraph or the item opens with the sum; a speaker's name and a word that joins may stand before it.
_OPENING = re.compile(
    r"(?:\A|\n[ \t]*\n|\n[ \t]*[-•*–])[\s*_“\"(]*(?:[A-Z][A-Z .’']{3,30}:\s+)?"
    r"(?:(?:And|Another|Also|Plus|Then|Over|About|Nearly|More\sthan),?\s+)?[\s*_]*$"
)
_FOR = re.compile(r"^[\]\s*_]*(?:in\s+\w+\s+|was\s|went\s|goes\s|spent\s)?(?:for|to|on)\b")
_ENDED = r"(?:cancell?ed|terminated|ended|eliminated|axed|scrapped"
_DECRIES = re.compile(
    rf"""\b(?:
        wasteful | frivolous\sspending | (?:government|federal|taxpayer|appalling|egregious|outrageous|absurd)\swaste
      | (?:examples?|list)\sof\s(?:the\s|this\s)?(?:waste|fraud|scams?) | (?:all|pure|such|massive)\s(?:a\s)?fraud
      | (?:is|was|were|are)\s(?:all\s)?(?:fraud|fraudulent|scams?|a\sscam)
      | where\syour\s(?:tax\s)?(?:money|dollars)\s(?:was|were|went|is)
      | {_ENDED}|cut)\s(?:all\s(?:of\s)?)?(?:these|those|the\sfollowing)
      | {_ENDED})\s(?:\w+\s){{0,3}}?(?:grants|contracts|awards|program(?:me)?s)(?:,?\s(?:including|such\sas|like))?\s?:
    )""",
    re.VERBOSE | re.IGNORECASE,
)


def with_decried(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Give the claims of a text with those left out that it lists as waste, or as ended.

    Args:
        claims: those of the text, in order.
        text: the text that they were found in.
    """
    lines = [claim for claim in claims if claim.amount is not None and _opens_line(claim, text)]
    if len(lines) < _FEWEST:
        return list(claims)
    words = [found.start() for found in _DECRIES.finditer(text)]
    if not words:
        return list(claims)
    decried = {
        line.claim_id for line, near in zip(lines, _neighbours(lines), strict=True) if near and _among(line, words)
    }
    if not decried:
        return list(claims)
    first, last = (at(c.start for c in lines if c.claim_id in decried) for at in (min, max))
    figures = {_figure(line) for line in lines if line.claim_id in decried}
    sentences = {line.sentence for line in lines if line.claim_id in decried}
    return [
        _left_out(claim)
        if claim.claim_id in decried
        or (
            claim.exclude_reason in _COUNTED
            and first < claim.start < last + _APART
            and (_figure(claim) in figures or claim.sentence in sentences)
        )
        else claim
        for claim in claims
    ]


def _opens_line(claim: Claim, text: str) -> bool:
    """Whether a sum that counts opens a line, and says what it was for."""
    if claim.exclude_reason not in _COUNTED or _FOR.match(text[claim.end : claim.end + 40]) is None:
        return False
    before = text[max(0, claim.start - _LEAD) : claim.start]
    return _OPENING.search(before if claim.start <= _LEAD else f"…{before}") is not None


def _neighbours(lines: Sequence[Claim]) -> list[bool]:
    """Tell of each line whether another stands near."""
    gaps = [after.start - before.end < _APART for before, after in pairwise(lines)]
    return [before or after for before, after in zip([False, *gaps], [*gaps, False], strict=True)]


def _among(line: Claim, words: Sequence[int]) -> bool:
    return any(-_BEFORE < at - line.start < _AFTER for at in words)


def _figure(claim: Claim) -> tuple[object, ...] | None:
    return (claim.amount.low, claim.amount.high, claim.amount.currency) if claim.amount is not None else None


def _left_out(claim: Claim) -> Claim:
    return replace(claim, exclude_reason="other", status="cancelled", polarity="historical")
