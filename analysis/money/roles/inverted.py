"""Givers in a tally, who stand behind the verb: "Next came Poland, with 5m", "Third was Spain: 5m".

Who gives much opens the sentence; of those who follow, each stands right
before its sum, behind a verb of coming or a rank, or in brackets behind what names it
as one of those who give.
"""

from analysis.money.text.items import Item
from analysis.money.text.verbs import BE, FIGURE_STARTS

_COMES = frozenset("came comes come follow follows followed trailed joined then".split())
_RANKS = frozenset("first second third fourth fifth next last top largest biggest close there then front ahead".split())
_SUMS = FIGURE_STARTS | frozenset([",", ":", "–", "—", "with", "on", "at", "giving", "offering", "pledging", "whose"])


def inverted_giver(items: list[Item], a: int) -> Item | None:
    """Give the party right before the sum at `a` that a verb of coming or a rank sets behind itself."""
    k = a - 1
    while k > 0 and items[k].low in _SUMS:
        k -= 1
    if k == a - 1 or items[k].kind != "party":
        return _included(items, a) or _owns(items, a)
    lead = k - 1 if k and items[k - 1].low == "the" else k
    before = [item.low for item in items[max(0, lead - 3) : lead]]
    if not before or not all(item.low in _SUMS for item in items[k + 1 : a]):
        return None
    came = before[-1] in _COMES or before[-2:] in (["followed", "by"], ["joined", "by"], ["trailed", "by"])
    ranked = before[-1] in BE and bool(_RANKS & set(before[:-1]))
    return items[k] if came or ranked else None


_GIVERS = frozenset("donors contributors givers backers funders supporters sponsors benefactors".split())
_NAMES = frozenset(["include", "includes", "included", "including", "are", "were"])  # those told of before
_FAR = 12  # words from those who give to the first that is named of them


def _included(items: list[Item], a: int) -> Item | None:
    """Read "Other donors include Malta (2m)", "many donors, among them Malta (2m)": one of those who give."""
    k = a - 2
    if k < 2 or items[a - 1].low != "(" or items[k].kind != "party":
        return None
    lead = k - 1 - (items[k - 1].low == "the")
    before = [item.low for item in items[max(0, lead - 1) : lead + 1]]
    if before[-1] not in _NAMES and before not in (["among", "them"], ["such", "as"]):
        return None
    told = items[max(0, lead - _FAR) : lead]
    return items[k] if any(item.low in _GIVERS for item in told) else None


def _owns(items: list[Item], a: int) -> Item | None:
    """Read "Malta, whose 250,000 euros will buy blankets": whose sum it is."""
    for k in range(a - 1, max(a - 4, 1), -1):
        if items[k].low == "whose" and items[k - 1].low == ",":
            return items[k - 2] if items[k - 2].kind == "party" else None
    return None
