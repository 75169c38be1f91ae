"""Everyday money that is taken for a gift: in news that is about no giving, and in the great sums of a state at home.

What words at a sum say of it others learn and weigh. Here is asked what they cannot see: whether the text around
speaks of giving at all, and whether a sum is so great that only a law or a programme has that size.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from analysis.money.text.around import beside, of_sentence, to_end
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
_MAJOR = frozenset(["USD", "EUR", "GBP", "CAD", "AUD"])
_NAME = r"(?:(?:[A-Z][\w’'-]*|&|and)\s){0,6}?(?:Act|Law|Plan|Deal|Bill)\b"
# "including $32 billion in the Rescue Plan": the law's own money, where "in Rescue Plan grants" would be an award.
_IN_LAW = re.compile(
    rf"^\W*in\s(?:the|our)\s(?:{_NAME}|(?:[a-z]+\s)?(?:infrastructure\slaw|rescue\splan)\b)(?!\s(?:fund|grant))"
)
_LINK = re.compile(r"\]\([^)\s]*\)?|^[^\s(]*/[^\s(]*\)|<[^>]*>|[*\[\]]")


def without_everyday(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give the claims of a text, those that are everyday money as `other`, and those of a state at home as `budget`."""
    gifts = sum(claim.exclude_reason in _GIFTS for claim in claims)
    if not gifts:
        return list(claims)
    about = _is_about_giving(reader, gifts)
    return [_as_everyday(c, reader, about=about) if c.exclude_reason in _GIFTS and c.amount else c for c in claims]


def _is_about_giving(reader: Reader, gifts: int) -> bool:
    """Whether a text is short, or speaks of giving often enough for its length."""
    size = len(reader.text)
    if size <= _LONG or gifts * _GIFT_WEIGHS >= _RARE * size / 1000:
        return True
    return word_lists("everyday", "giving").count(reader.text) + gifts * _GIFT_WEIGHS >= _RARE * size / 1000


def _as_everyday(claim: Claim, reader: Reader, *, about: bool) -> Claim:
    before, after = (" ".join(_LINK.sub(" ", part).split()) for part in beside(claim, reader.text, _BEFORE, _AFTER))
    before, after = f"{of_sentence(before + ' ')}", to_end(after)
    around = f"{before[-250:]} # {after}"
    if _is_business(claim, before, after):
        return replace(claim, exclude_reason="other")
    if not about and _is_stray(claim, around, reader):
        return replace(claim, exclude_reason="other")
    return replace(claim, exclude_reason="budget") if _is_programme(claim, around, after) else claim


def _is_stray(claim: Claim, around: str, reader: Reader) -> bool:
    """Whether no word of giving stands in the sentence either; papers of a state are about what it gives."""
    private = claim.donor_level is not None and claim.donor_level not in _PUBLIC
    if not private and reader.kind == "paper":
        return False
    return word_lists("everyday", "giving", "given").first_in(around) is None


def _is_business(claim: Claim, before: str, after: str) -> bool:
    """Whether the sum is a prize in a game, or is what something is sold or taken over for."""
    if word_lists("everyday", "traded").first_in(after[:60]) is not None:
        return claim.donor_level != "multilateral"
    if claim.donor_level in _PUBLIC:
        return False
    near = f"{before[-140:]} # {after[:100]}"
    return word_lists("everyday", "charity", "won").first_in(near) == "won"


def _is_programme(claim: Claim, around: str, after: str) -> bool:
    """Whether a state has a law or a programme of its own of that size, and nobody abroad or named gets it."""
    home = dac_members()
    if not home.issuperset((claim.recipient or "").split()):
        return False
    if _IN_LAW.match(after):
        return True
    if claim.donor_level != "government" or claim.donor not in home or not claim.amount:
        return False
    size = claim.amount.low or Decimal(0)
    if size < _HUGE or claim.amount.currency not in _MAJOR or word_lists("home", "abroad").first_in(around) is not None:
        return False
    return word_lists("everyday", "awards").first_in(around) is None
