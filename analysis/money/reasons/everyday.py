"""Everyday money that is taken for a gift: in news that is about no giving, and in the great sums of a state at home.

What words at a sum say of it others learn and weigh. Here is asked what they cannot see: whether the text around
speaks of giving at all, and whether a sum is so great that only a law or a programme has that size.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import Final

from analysis.money.text.around import beside, of_sentence, to_end
from analysis.money.text.list_items import without_marks
from analysis.money.text.reader import Reader
from analysis.money.text.words import dac_members, word_lists
from analysis.records import Claim

_GIFTS = frozenset(["", "part"])
_PUBLIC = frozenset(["government", "multilateral"])
_BEFORE, _AFTER = 400, 200
_LONG = 1500  # characters of a text that tells what it is about
_RARE = 1.6  # words of giving on a thousand characters, below which it is about something else
_GIFT_WEIGHS = 2  # so many words of giving is each gift that was read there
_HUGE: Final = Decimal(5_000_000_000)  # what no single award at home comes to, unless it is called one
_GREAT: Final = Decimal(1_000_000_000)  # nor, where it is "invested" or "committed"
_MAJOR = frozenset(["USD", "EUR", "GBP", "CAD", "AUD"])
_NAME = r"(?:(?:[A-Z][\w’'-]*|&|and)\s){0,6}?(?:Act|Law|Plan|Deal|Bill)\b"
# "including $32 billion in the Rescue Plan": the law's own money, where "in Rescue Plan grants" would be an award.
_IN_LAW = re.compile(
    rf"^\W*in\s(?:the|our)\s(?:{_NAME}|(?:[a-z]+\s)?(?:infrastructure\slaw|rescue\splan)\b)(?!\s(?:fund|grant))"
)
# "is investing 5m from the ARP", "has secured 5m in funding through the Rescue Plan"
_BY_LAW = re.compile(
    rf"^\W*(?:\w+\s){{0,3}}?(?:from|through|under|in|by)\s(?:the|our|his|President\s\w+’s)\s(?:{_NAME}|ARP\b|BIL\b|IRA\b)"
    r"(?!\s(?:fund|grant))"
)
_INVESTS = re.compile(
    r"\b(?:invest|commit)(?:s|ed|ing|ting|ted)?(?:\W+(?:an?|over|more|than|additional|about|nearly|up|to)\b)*\W*$"
)
# "in new private sector commitments": what firms put up for their own ends, whoever announces it
_BY_FIRMS = re.compile(
    r"^\W*(?:in|of|worth\sof)\s(?:[\w-]+\s){0,2}?private(?:[\s-]sector)?\s(?:commitments?|investments?|capital)\b"
)


def without_everyday(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give the claims of a text, those that are everyday money as `other`, and those of a state at home as `budget`."""
    gifts = sum(claim.exclude_reason in _GIFTS for claim in claims)
    if not gifts:
        return list(claims)
    return [_as_everyday(c, reader, gifts) if c.exclude_reason in _GIFTS and c.amount else c for c in claims]


@lru_cache(maxsize=4)  # asked of each gift that may be a stray
def _is_about_giving(text: str, gifts: int) -> bool:
    """Whether a text is short, or speaks of giving often enough for its length."""
    size = len(text)
    if size <= _LONG or gifts * _GIFT_WEIGHS >= _RARE * size / 1000:
        return True
    return word_lists("everyday", "giving").count(text) + gifts * _GIFT_WEIGHS >= _RARE * size / 1000


def _as_everyday(claim: Claim, reader: Reader, gifts: int) -> Claim:
    before, after = map(without_marks, beside(claim, reader.text, _BEFORE, _AFTER))
    before, after = of_sentence(f"{before} "), to_end(after)
    around = f"{before[-250:]} # {after}"
    if _BY_FIRMS.match(after) or (len(reader.text) > _LONG and _is_business(claim, before, after)):
        return replace(claim, exclude_reason="other")
    if _is_stray(claim, around, reader) and not _is_about_giving(reader.text, gifts):
        return replace(claim, exclude_reason="other")
    return replace(claim, exclude_reason="budget") if _is_programme(claim, reader, before, after) else claim


def _is_stray(claim: Claim, around: str, reader: Reader) -> bool:
    """Whether no word of giving stands in the sentence either; papers of a state are about what it gives."""
    private = claim.donor_level is not None and claim.donor_level not in _PUBLIC
    if not private and reader.kind == "paper":
        return False
    return word_lists("everyday", "giving", "given").first_in(around) is None


def _is_business(claim: Claim, before: str, after: str) -> bool:
    """Whether the sum is a prize in a game, or is what something is sold or taken over for."""
    near = f"{before[-140:]} # {after[:100]}"
    if word_lists("everyday", "given").first_in(near) is not None:
        return False
    if word_lists("everyday", "traded").first_in(after[:60]) is not None:
        return claim.donor_level != "multilateral"
    if claim.donor_level in _PUBLIC:
        return False
    return word_lists("everyday", "charity", "won").first_in(near) == "won"


def _is_programme(claim: Claim, reader: Reader, before: str, after: str) -> bool:
    """Whether a law or a programme of a state has that size, and nobody abroad gets it, nor is it awarded now."""
    home = dac_members()
    if not home.issuperset((claim.recipient or "").split()):
        return False
    if _IN_LAW.match(after):
        return True
    around = f"{before[-250:]} # {after}"
    if not _BY_LAW.match(after) and not (len(reader.text) > _LONG and _is_huge(claim, before)):
        return False
    outward = word_lists("home", "abroad").first_in(around) is not None
    return not outward and word_lists("everyday", "awards").first_in(around) is None


def _is_huge(claim: Claim, before: str) -> bool:
    """Whether a rich state gives more than it hands to anybody at once at home."""
    if claim.donor_level != "government" or claim.donor not in dac_members() or not claim.amount:
        return False
    size = claim.amount.low or Decimal(0)
    if claim.amount.currency not in _MAJOR or size < _GREAT:
        return False
    return size >= _HUGE or bool(_INVESTS.search(before))
