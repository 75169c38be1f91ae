"""The words of a paragraph on both sides of a sum, and of its sentence alone."""

import re

from analysis.money.text.paragraphs import parted_by
from analysis.records import Claim

STOP = re.compile(r"(?<=[a-z)\]\d][.?!:])[\"”’]?\s+(?=[\"“(]?[A-Z])")  # between two sentences, and behind a colon
# The same with its mark, and the end of a clause; the mark stands first, for a pattern that opens so is found sooner.
_STOP_WITH_MARK = re.compile(r"[.?!:](?<=[a-z)\]\d].)[\"”’]?\s+(?=[\"“(]?[A-Z])")
_END = re.compile(r"[.;?!](?<=[a-z)\d].)\s")


def beside(claim: Claim, text: str, left: int, right: int = 0) -> tuple[str, str]:
    """Give the characters of the paragraph or item before a sum and behind it, at most so many of each."""
    return around(claim.start, claim.end, text, left, right)


def around(start: int, end: int, text: str, left: int, right: int) -> tuple[str, str]:
    """Give what `beside` gives, by the offsets of the sum."""
    gap = parted_by(text)
    before = text[max(0, start - left) : start].rpartition(gap)[2]
    after = text[end : end + right].partition(gap)[0]
    return before.rpartition("\n- ")[2], after.partition("\n- ")[0]


def of_sentence(before: str) -> str:
    """Give what is of the last sentence.

    >>> of_sentence("It rained. Norway will give ")
    'Norway will give '
    """
    return _STOP_WITH_MARK.split(before)[-1]


def to_end(after: str) -> str:
    """Give what is of the sentence, or of its clause up to a semicolon.

    >>> to_end(" to Mali. It rained.")
    ' to Mali'
    """
    return _END.split(after, maxsplit=1)[0]
