"""Money for parties and candidates: donations, but nobody who is in need is given anything.

"Mr. Vane committed $5 million to a super PAC" is counted by nobody who follows aid. Words of such money in the
sentence tell, and in a text that is about it, those of the text.
"""

from collections.abc import Sequence
from dataclasses import replace

from analysis.money.text.words import word_lists
from analysis.records import Claim

_GIFTS = frozenset(["", "part", "no_donor", "restatement", "total_to_date"])
_PUBLIC = frozenset(["government", "multilateral"])
_ABOUT = 3  # such words in a text that is about this money


def without_politics(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Give the claims of a text, as `other` those that say what firms and people gave for an election."""
    if not any(_may_be(claim) for claim in claims):
        return list(claims)
    told = word_lists("politics", "words").count(text)
    return [replace(c, exclude_reason="other") if _may_be(c) and _is_political(c.sentence, told) else c for c in claims]


def _may_be(claim: Claim) -> bool:
    gives = claim.exclude_reason in _GIFTS and claim.amount is not None
    return gives and claim.donor_level not in _PUBLIC and claim.recipient is None


def _is_political(sentence: str, told: int) -> bool:
    """Whether a sentence, or a text that is about it, tells of such money, and the sentence of nobody in need."""
    if word_lists("politics", "helped").first_in(sentence) is not None:
        return False
    return told >= _ABOUT or word_lists("politics", "words", "race").first_in(sentence) is not None
