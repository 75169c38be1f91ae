"""Portions of a gift that later sentences deal out: "The bulk, 37 million, will go to Niger. A further 9 million ...".

News tells a total first and then, sentence by sentence, where it goes. Each of these sums reads like a gift of
its own and would be counted beside the total. A portion is told by what leads to it ("of the sum", "includes", "the
remaining"), by what is said of it when nobody does the giving any more ("will go to", "is set aside for", "the clinic
gets"), or by standing beside a portion. A sentence that says "also" or "separately", or names another time, has news.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import takewhile
from typing import Final

from analysis.money.reasons.earlier import MONTHS
from analysis.money.text.sizes import currency_of, size_of
from analysis.records import Claim

_WHOLES: Final = frozenset(["", "part", "restatement", "no_donor"])
_GIFTS: Final = frozenset(["", "part"])
_NEAR: Final = 1_200  # characters from a total to a sum that is dealt out of it
_SLACK: Final = Decimal("1.02")  # portions are rounded
_GAP: Final = 170  # characters between portions of one sentence
_MONEY: Final = (
    "sum|total|money|cash|funds?|funding|financing|package|loans?|grants?|amount|aid|assistance|support|contribution|donation"
    "|gift|bequest|proceeds|envelope|pledge|commitment|allocation|investment|credits?|award|programme|program"
)
# "Of the 90 million euros," "of which", "within that sum": whose words leave no doubt.
_OF = re.compile(
    rf"""\b(?:[Oo]f|[Ff]rom|[Ww]ithin) \s+ (?: which
          | (?:the|this|that|these|those|its) \s+ (?:[\w'’-]+\s+){{0,3}}? (?:{_MONEY}) ) \b [,\s]*
        (?:(?:some|about|around|nearly|up\s+to|over|more\s+than|just)\s+)? $""",
    re.VERBOSE,
)
_DIRECT = re.compile(
    r"""(?:
            \b(?:includ(?:es?|ing|ed) | compris(?:es?|ing) | consists? | contains? | made\s+up)\b [^.;]{0,60}
          | \bremain(?:ing|der)\b [^.;]{0,30}
          | \b(?:[Tt]he|[Aa])\s+(?:rest|balance|bulk|majority)\b [^.;]{0,70}
          | \b(?:[Tt]he|[Aa])\s+(?:(?:single\s+)?(?:largest|biggest|larger)|first|second|third|other|most)
            (?:,|\s+single\b|\s+(?:share|part|portion|slice|chunk|half|project|operation|credit|loan|grant
            |component|amount|sum|item|award|of)\b) [^.;]{0,70}
          | \b[Hh]alf\s+of\s+(?:it|this|that|the)\b [^.;]{0,40} )$""",
    re.VERBOSE,
)
# "The funds will also help people in Mali (5m) and Chad (2m)": the money itself does what the sentence says.
_SUBJECT = re.compile(
    rf"^\W*(?:The|This|These|That|Its)\s+(?:(?:new|latest|extra|additional|fresh)\s+)?(?:{_MONEY})\s+"
    r"(?:will|would|is|are|goes|go|also|includes?|covers?|pays?|supports?|helps?)\b[^.;]*$"
)
# A line of a list, or one that a name opens: "- Mali: 5m", "Niger - A loan of 5m", "2. Lund bridge (5m)".
_LINE = re.compile(r"[ \t]*(?:(?:[-•*–]|\(?\d+[.)])[ \t\xa0]|[A-Z][^.:;\n]{1,60}(?::|\s[-–—]|\s\()\s?)")
_COLON = re.compile(r":[ \t*_]*\n")
_EXAMPLES = re.compile(r"\b(?:examples?|such\s+as|among)\b[^.\n]{0,60}:[ \t*_]*\n", re.IGNORECASE)
_LISTED: Final = 5_000  # characters from a total to a line of the list under it
_LEAD: Final = 600  # characters from a total to the line with a colon
_MOST: Final = Decimal("0.6")  # of a total that a list under it tells of
_DEALT = re.compile(
    r"""\s*(?:\([^)]{0,40}\)\s*)?(?:in\s+[\w-]+\s+)?
        (?: of\s+(?:it|that|this|which|the\s+(?:new\s+)?(?:total|sum|money|funding|loan|grants?|amount|package|funds?
            |contribution|fund['’]s))\b
          | (?:is|are|(?:will|would)\s+be|(?:has|have)\s+been)\s+
            (?:earmarked|set\s+aside|meant|intended|reserved|allocated|secured|spent|used|paid|channell?ed
            |made\s+available|directed|shared|invested|dedicated|divided)\b
          | (?:will|would|(?:is|are)\s+to)\s+(?:go|fund|pay|cover|help|support|endow|finance|be)\b
          | goes\b | go\s+to\b )""",
    re.VERBOSE,
)
_GETS = re.compile(
    r"\b(?:gets?|(?:will|would|is\s+to|are\s+to)\s+(?:get|receive|be\s+(?:awarded|given))|receives?|w(?:as|ere)\s+awarded)"
    r"\s+(?:some\s+|about\s+|up\s+to\s+|nearly\s+)?$"
)
_NEWS = re.compile(
    r"\b(?:[Aa]lso|[Ss]eparate(?:ly)?|[Aa]ddition(?:al|ally)?|[Bb]esides|on\s+top|[Mm]eanwhile|[Ee]arlier"
    r"|[Ll]ast\s+(?:week|month|year)|previous(?:ly)?|already|accompanied|same\s+(?:day|occasion|time)|as\s+well"
    rf"|in\s+(?:{MONTHS}|(?:19|20)\d\d))\b"
)
_MORE = re.compile(r"\b(?:[Aa]nother|[Ff]urther|extra|more)\s+(?:\w+\s+)?$")
_ITEM = re.compile(r"\n[ \t]*(?:[-•*–]|\d+[.)])[ \t\xa0]")
_ENDS = re.compile(r"[.!?]\s|\n")


@dataclass(slots=True)
class _Whole:
    """A gift, what was dealt out of it so far, and where by words that would suit a gift of its own, too."""

    claim: Claim
    dealt: Decimal = field(default_factory=Decimal)
    unsure: list[int] = field(default_factory=list)
    listed: list[int] = field(default_factory=list)  # lines of a list under it

    def suits(self, claim: Claim) -> bool:
        """Whether a sum may be dealt out of this: less, in its money, and of its giver."""
        same = currency_of(self.claim) == currency_of(claim) and claim.donor in (None, self.claim.donor)
        return same and size_of(self.claim) > size_of(claim) > 0

    @property
    def is_overdrawn(self) -> bool:
        """Whether more was dealt out than there is, so that not all of that can be portions."""
        return self.dealt > size_of(self.claim) * _SLACK

    @property
    def is_broken_down(self) -> bool:
        """Whether a list under it tells where most of it goes; one of other gifts hardly adds up to it."""
        return self.dealt >= size_of(self.claim) * _MOST


def portions(claims: Sequence[Claim], text: str) -> Iterator[int]:
    """Give the places of the gifts that are dealt out of one told before them.

    Where they come to more than it, those alone whose words leave no doubt.

    Args:
        claims: those of the text, in order.
        text: the text that they were found in.
    """
    wholes: list[_Whole] = []
    last: tuple[Claim, _Whole | None] | None = None  # the gift before, and what it is a portion of
    for at, claim in enumerate(claims):
        if claim.amount is None or claim.exclude_reason not in _WHOLES:
            continue
        told = _Told(claim, text)
        may = claim.exclude_reason in _GIFTS or told.goes_on(last)
        whole = told.whole(wholes, last) if may and wholes else None
        if whole is not None:
            whole.dealt += size_of(claim)
            if told.is_sure:
                yield at
            elif told.is_listed:
                whole.listed.append(at)
            else:
                whole.unsure.append(at)
        else:
            wholes.append(_Whole(claim))
        if claim.exclude_reason != "no_donor" or whole is not None:
            last = claim, whole
    for whole in wholes:
        if not whole.is_overdrawn:
            yield from whole.unsure
            yield from whole.listed if whole.is_broken_down else ()


class _Told:
    """A gift with what its sentence says before it."""

    def __init__(self, claim: Claim, text: str) -> None:
        opens = max(text.rfind(". ", 0, claim.start) + 2, text.rfind("\n", 0, claim.start) + 1)
        self._claim, self._text = claim, text
        self._before = text[opens : claim.start]
        self.is_listed = False
        self._more = _MORE.search(self._before) is not None
        self.is_sure = not self._more and _OF.search(self._before) is not None

    def goes_on(self, last: "tuple[Claim, _Whole | None] | None") -> bool:
        """Whether a sum without a giver is "a further 5m", behind a portion of a gift: it is dealt out, too."""
        return self._more and last is not None and last[1] is not None

    def whole(self, wholes: Sequence[_Whole], last: tuple[Claim, _Whole | None] | None) -> _Whole | None:
        """Give what the gift is dealt out of; None where it is one of its own."""
        claim, before = self._claim, self._before
        news = _NEWS.search(before) is not None
        if last is not None and last[1] is not None and last[1].suits(claim):
            beside = claim.start - last[0].end < _GAP and not _ENDS.search(self._text, last[0].end, claim.start)
            if beside or (not news and self._more):
                return last[1]
        near_by = takewhile(lambda one: claim.start - one.claim.end <= _LISTED, reversed(wholes))
        near = next((one for one in near_by if one.suits(claim)), None)
        if near is not None and self._is_listed_under(near.claim):
            self.is_listed = True
            return near
        if (
            near is None
            or claim.start - near.claim.end > _NEAR
            or _ITEM.search(self._text, near.claim.end, claim.start)
        ):
            return None  # the items of a list are one by one; what their head leads to is told by its own rule
        if self.is_sure:
            return near
        if (_DIRECT.search(before) and not self._more) or _SUBJECT.search(before):
            return near
        dealt = _DEALT.match(self._text, claim.end) or _GETS.search(before)
        return near if dealt and not news and not self._more else None

    def _is_listed_under(self, whole: Claim) -> bool:
        """Whether the gift opens a line of a list that a line with a colon leads to, behind the total."""
        line = self._text.rfind("\n", 0, self._claim.start) + 1
        if line <= whole.end or not _LINE.match(self._text, line):
            return False
        leads = _COLON.search(self._text, whole.end, min(whole.end + _LEAD, line)) is not None
        return leads and _EXAMPLES.search(self._text, whole.end, line) is None
