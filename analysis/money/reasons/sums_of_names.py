"""Lists that pair names with sums that nobody gives: rich lists, pay leagues, purses, fees, bail, wills, lots.

"1. Ann Lund, land: £640m" under "The top seven", "Bo Vask (Relay) £13m" under "Highest paid in 2023": such a line
says whose sum it is, and holds no verb. It is a gift only where the words that lead the list tell of giving.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Final

from analysis.money.text.list_items import MARK, without_marks
from analysis.money.text.reader import Reader
from analysis.records import Claim

_TOLD = frozenset(["", "part", "no_donor"])
_ASKED = _TOLD | {"other"}  # what is no gift may be told why
_KNOWN = frozenset(["government", "multilateral", "foundation"])  # whose name alone says that they give
_LONGEST = 150  # characters of a line
_BEFORE = 95  # and of what stands before its sum
_HEADING = 110  # and of a heading
_BACK = 40  # lines above a list that are looked at
_TELLING = 300  # characters of the words before a list, and of those that open the text
# What stands between a name and its sum: a mark, or the end of an aside, and how far the figure is sure.
_SETS_OFF = re.compile(
    r"(?:[:,|–—(][”\"]?|\s-|\)|\.{2,}|…)\s*(?:(?:about|around|some|an?|est(?:imated)?\.?|over|nearly|more|than|up|to)\s+){0,3}$"
)
_MARK = re.compile(rf"^[ \t]*{MARK}[ \t]")
_OPENS = re.compile(rf"[ \t]*(?:{MARK}[ \t]*)?[*_“\"'‘]*[A-Z\d]")
_FULL_STOP = re.compile(r"[a-z\d)][.?!][”\"’]?\s+[A-Z“\"]")
_ENDS = (".", "!", "?", "”", '"', "’", ";", ",")
# What only givers do, or only gifts are called;
_GIVES = re.compile(
    r"""\b(?:
        donat\w+ | donors? | gave | giv(?:es?|en|ing) | givers? | gifts? | pledg\w+ | contribut\w+ | grants? | grantees?
      | award(?:s|ed)? | funding | aid | relief | beque\w+ | legac(?:y|ies) | benefact\w+ | beneficiar\w+ | recipients?
      | sponsor\w* | scholarships? | bursar\w+ | allocat\w+ | allotted | earmark\w* | appropriat\w+ | commitments?
      | charit\w+ | philanthrop\w+ | appeals? | good\scauses | humanitarian | crowdfund\w* | chip\w+\sin | subscri\w+
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
# what others do and are, too;
_MAY_GIVE = re.compile(
    r"""\b(?:
        fund(?:s|ed|ers?|rais\w+)? | help(?:s|ed)? | support\w* | assist\w* | causes | collect\w+ | raised | handed
      | presented | sent | loans? | lends? | lent | lenders? | credits? | backers? | receiv\w+ | offer\w* | promis\w+
      | approv\w+ | shar(?:es?|ed|ing) | thank\w* | money | projects? | invest\w* | financ\w+ | split\w* | distribut\w+
      | divid\w+ | disburs\w+ | releas\w+ | hand\w*\sout
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
# and whose sums are told of otherwise, with the reason that it is.
_OWN: Final = {
    "salary": r"(?:(?:best|highest|lowest|top|over|under)[- ]?)?paid|pay|payroll|salar\w+|wages?|earn\w*|bonus\w*"
    r"|remunerat\w+|severance|pensions?|take[- ]home|took\shome",
    "price": r"prices?|priced|fees?|transfers?|signings?|deals|lots?|auction\w*|sold|hammer|costs?",
    "budget": r"spending|spent|spenders?|budgets?",
    "revenue": r"sales|revenues?|takings|box\soffice|gross\w*|profits?|turnover",
    "fine": r"fines?|fined|penalt\w+|verdicts?|damages|settlements?",
    "loss": r"loss(?:es)?|lost",
    "other": r"rich\w*|poorest|wealth\w*|fortunes?|worth|billionaires?|millionaires?|assets?|bail|bonds?|ransoms?"
    r"|bribe\w*|kickbacks?|purses?|winnings|prizes?|jackpots?|wills?|estates?|debts?|owe[sd]?|owing|expenses|valu\w+|rents?|stakes",
}
_OTHERWISE = re.compile("|".join(rf"(?P<{name}>\b(?:{words})\b)" for name, words in _OWN.items()), re.IGNORECASE)


def without_sums_of_names(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give the claims of a text without those of a list that pairs names with sums which nobody gives.

    Args:
        claims: those of the text, in order.
        reader: the text that they were found in.
    """
    return [_read(c, reader) if c.exclude_reason in _ASKED and c.amount is not None else c for c in claims]


def _read(claim: Claim, reader: Reader) -> Claim:
    text = reader.text
    low, high = _line(text, claim.start)
    if not _is_entry(low, high, reader):
        return claim
    words = text[low:high]
    if len(words) > _LONGEST or _FULL_STOP.search(_MARK.sub("", words)):
        return claim
    if _is_known(claim, words) or _GIVES.search(words) or _MAY_GIVE.search(text[low : claim.start]):
        return claim
    if not any(_is_entry(*line, reader) for line in (_next(text, low), _before(text, low)) if line is not None):
        return claim
    heads, told = _lead(low, reader)
    reason = None if _is_known(claim, f"{heads} # {told}") else _led(heads, told, reader)
    return claim if reason is None else replace(claim, exclude_reason=reason)


def _is_known(claim: Claim, words: str) -> bool:
    """Whether the giver is a state or a charity that the words name, or a body of nations."""
    if claim.donor_level == "multilateral":
        return True
    return claim.donor_level in _KNOWN and claim.donor_text is not None and claim.donor_text in words


def _led(heads: str, told: str, reader: Reader) -> str | None:
    """Give why the sums of a list are no gifts, as its headings and the words before tell; None where they may be."""
    if heads:
        if _GIVES.search(heads):
            return None
        own = _OTHERWISE.search(heads)
        if own is not None:
            return own.lastgroup
        if _MAY_GIVE.search(heads):
            return None
    opening = without_marks(reader.text[:_TELLING])
    around = f"{opening} # {told}"
    if _GIVES.search(around):
        return None
    own = _OTHERWISE.search(opening) or _OTHERWISE.search(told)
    if own is not None:
        return own.lastgroup
    return None if _MAY_GIVE.search(around) else "other"


def _lead(low: int, reader: Reader) -> tuple[str, str]:
    """Give the headings above a list, and the end of what is told before them."""
    heads = list[str]()
    for start, end in _above(low, reader.text):
        words = without_marks(reader.text[start:end])
        if end - start <= _LONGEST and _is_entry(start, end, reader):
            continue
        if len(words) > _HEADING or words.endswith(_ENDS):
            return " # ".join(heads), words[-_TELLING:]
        if not reader.overlaps(start, end):  # else a line of the list, of another form
            heads.append(words)
    return " # ".join(heads), ""


def _above(low: int, text: str) -> Iterator[tuple[int, int]]:
    """Give the lines above an offset, the nearest first."""
    for _ in range(_BACK):
        line = _before(text, low)
        if line is None:
            return
        yield line
        low = line[0]


def _is_entry(low: int, high: int, reader: Reader) -> bool:
    """Whether a line is a name, or a few, and a sum that a mark sets off from it, with no sentence."""
    text = reader.text
    if not _OPENS.match(text, low):
        return False
    at = bisect_left(reader.amounts, low, key=attrgetter("start"))
    amount = reader.amounts[at] if at < len(reader.amounts) else None
    if amount is None or amount.start >= high or not 2 < amount.start - low <= _BEFORE:
        return False
    before = _MARK.sub("", text[low : amount.start])
    return _SETS_OFF.search(before) is not None and _FULL_STOP.search(before) is None


def _line(text: str, at: int) -> tuple[int, int]:
    high = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, len(text) if high < 0 else high


def _next(text: str, low: int) -> tuple[int, int] | None:
    """Give the line behind that of an offset which is not empty."""
    at = _line(text, low)[1]
    while at < len(text) and text[at].isspace():
        at += 1
    return _line(text, at) if at < len(text) else None


def _before(text: str, low: int) -> tuple[int, int] | None:
    """Give the line before the one that begins at `low` which is not empty."""
    at = len(text[:low].rstrip())
    return _line(text, at - 1) if at else None
