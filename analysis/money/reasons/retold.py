"""Sums that a text tells twice: the figure comes back with the words that it had before, or in an account of it.

A fact sheet tells a gift in its opening, under a heading and in a list, and a page of clippings tells it once for each
paper that wrote of it. Two awards of one size are told of different things; the same award again shares its words.
Who keeps an account of gifts comes back to a sum to say what is done with it: "we subtract the 5 million".
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache, lru_cache

from analysis.money.reasons.told_again import is_same_money
from analysis.money.reasons.told_once import is_known, is_transcript
from analysis.money.text.around import beside, of_sentence
from analysis.money.text.reader import Reader
from analysis.money.text.whole import is_rare
from analysis.money.text.words import vocabulary
from analysis.records import Amount, Claim

_TOLD = frozenset(["", "part"])
_SHARED = 2  # words of two sentences that make them tell of one gift
_CLOSE = Decimal("0.005")  # how far "2 million" may be from "1,999,481"
_COMMON = Decimal(10_000_000)  # up to it, grants of one round size are many ("$1 million")
_WORD = re.compile(r"[^\W\d_][\w’'-]{3,}")
_LINK = re.compile(r"\]\([^)\s]*\)?|https?:\S+|[*\[\]]")
# What opens an item, or is one more of its kind: a list may give the same sum to many.
_ITEM = re.compile(r"(?:(?:^|\n)[ \t]*(?:[-•*]|\d+\.)[ \t\xa0*_\[]*|[:–—]\W*)$")
_MORE = re.compile(r"\b(?:additional|second|further|also|each|matching)\W+(?:\w+\W+){0,2}$", re.IGNORECASE)
_OF_THIS = re.compile(r"\bOf\s(?:this|that|the)\s$")
_MOST = 12  # sums of one size before a sum that it may be, the last ones: more are of a list
_TITLE = 190  # characters of a headline
_NEAR = 60  # characters before a sum
# "Hence we subtract", "we do not include", "we assume that the remaining"
_BOOKED = re.compile(
    r"\b(?:[Ww]e\s(?:[\w’']+\s){0,2}?|[Hh]ere\swe\s)(?:subs?tract|deduct|discard|report|count|exclude|include|disregard"
    r"|assume|use|take|keep|consider|account|record)(?:ed)?\b[^.;]{0,110}$"
)
_ACCOUNT = 220  # characters before a sum that may say what the account does with it


def with_retold(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give the claims with those left out as told before that the text comes back to.

    Reports and talk are left alone but for accounts: there each sentence may be the one that a reader keeps.

    Args:
        claims: those of the text, in order.
        reader: the text that they were found in.
    """
    found: list[Claim] = []
    before: dict[str, list[Claim]] = {}
    paper: bool | None = None  # asked where a figure comes back, which few texts have
    for claim in claims:
        size = _size(claim.amount) if claim.exclude_reason in _TOLD else None
        if size is None:
            found.append(claim)
            continue
        like = before.setdefault(f"{size:.1e}", [])
        told = [other for other in like[-_MOST:] if _is_same(claim, size, other)]
        if told and paper is None:
            paper = reader.kind == "paper" and reader.house is not None and not is_transcript(reader.text)
        again = bool(told) and _is_again(claim, size, told, reader.text, paper=bool(paper))
        if not again:
            like.append(claim)
        found.append(replace(claim, exclude_reason="restatement") if again else claim)
    return found


def _size(amount: Amount | None) -> Decimal | None:
    return None if amount is None else amount.high or amount.low


def _is_same(claim: Claim, size: Decimal, other: Claim) -> bool:
    """Whether a sum is as large as another, in the same money."""
    told = _size(other.amount)
    return told is not None and abs(told - size) <= _CLOSE * max(told, size) and is_same_money(other, claim)


def _is_again(claim: Claim, size: Decimal, told: Sequence[Claim], text: str, *, paper: bool) -> bool:
    """Whether a sum is one of those that were told before."""
    if _BOOKED.search(of_sentence(beside(claim, text, _ACCOUNT)[0])):
        return True
    if not paper:
        return False
    near = text[max(0, claim.start - _NEAR) : claim.start]
    if _OF_THIS.search(near):
        return True
    if any(_size(other.amount) != size for other in told) and is_known(near):  # "nearly 2 million ... The 1,999,481"
        return True
    if _ITEM.search(near) or _MORE.search(near):
        return False
    title = text.find("\n", 0, _TITLE + 1)
    told = [other for other in told if other.start > title]  # what a headline tells is told under it
    common = size <= _COMMON and not is_rare((size,))
    words = _words(claim.sentence)
    return any(
        other.sentence != claim.sentence
        and not (common and _size(other.amount) == size)
        and len(words & _words(other.sentence)) >= _SHARED
        for other in told
    )


@lru_cache(maxsize=1 << 12)
def _words(sentence: str) -> frozenset[str]:
    """Give the words of a sentence that tell what it is about."""
    words = (word.group().lower().strip("’'-") for word in _WORD.finditer(_LINK.sub(" ", sentence)))
    return frozenset(words) - _common()


@cache
def _common() -> frozenset[str]:
    return frozenset(vocabulary()["retold"]["common"])
