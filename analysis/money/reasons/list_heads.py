"""Items of a list that open with a sum and are what the head of the list says: "Announced today: - $5 million for".

Behind a head that announces, such an item is a gift though no word of it gives. Behind one that counts up what was
done, asks, or tells what a law holds ("has delivered 9 billion in grants, including:"), it is none. Behind one that
asks, no sum of an item is a gift yet, wherever it stands ("- Raising the aid to clinics to 5 million").
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.money.text.list_items import MARK, without_marks
from analysis.money.text.paragraphs import parted_by
from analysis.records import Claim

_TOLD = frozenset(["", "part"])
_UNREAD = frozenset(["other", "no_donor", "price", "budget", "conditional"])
_OLD = frozenset(["total_to_date", "restatement", "budget", "proposed", "request", "need"])
_LEAD = rf"[ \t]*{MARK}[ \t]"
_OPENS = re.compile(
    rf"(?:^|\n){_LEAD}[ \t*_\[]*(?:(?:an?|over|nearly|almost|more|than|additional|up|to|another|about)\s)*[*_\[]*$",
    re.I,
)
_ITEM = re.compile(rf"{_LEAD}|[ \t]|<!--")  # an item, or what goes on with one
_FAR = 2500  # characters from a head to an item
_LONGEST = 400  # characters of such a head
_STOP = re.compile(r"(?<=[a-z)\]\d][.?!])[\"”’]?\s+(?=[\"“(]?[A-Z])")
_NEWS = re.compile(r"\b(?:announc\w+|today|tonight|new)\b", re.IGNORECASE)
# A request or a budget that asks: every item of its list is asked for, wherever its sum stands.
_ASKS = re.compile(r"\b(?:request(?:s|ed|ing)?|propos(?:es|ed|als?))\b")
_EARNS = re.compile(r"\b(?:results|earnings|profits?|sales|revenues?|loss(?:es)?|deals?|orders)\b", re.IGNORECASE)
# What counts up, asks or lays down.
_COUNTS_UP = re.compile(
    r"""\b(?:
        to\ date | so\ far | since | previous(?:ly)? | last\ year | past | already | wast(?:e|ed|eful)
      | request\w* | propos\w+
      | call(?:s|ed|ing)?\ on | would | need\w* | (?-i:Act|Law|Bill|Budget)
      | (?:has|have|had)\ (?:\w+ly\ |also\ )?
        (?:made|delivered|provided|invested|cancell?ed|given|spent|sent|secured|awarded|approved)
      | made\ (?:under|by|in|through)
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)


def with_list_heads(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Give the claims with items that open with a sum read as the heads of their lists tell.

    Args:
        claims: those of the text, in order.
        text: the text that they were found in.
    """
    found = list(claims)
    for at, claim in enumerate(claims):
        told = claim.exclude_reason in _TOLD
        if claim.amount is None or not (told or claim.exclude_reason in _UNREAD):
            continue
        opens = _OPENS.search(text, max(0, claim.start - 60), claim.start) is not None
        within_item = told and _ITEM.match(text, text.rfind("\n", 0, claim.start) + 1) is not None
        span = _head(text, claim.start) if opens or within_item else None
        if span is None:
            continue
        head = without_marks(text[span[0] : span[1]])
        if not opens:
            if _ASKS.search(head) and not _NEWS.search(head):
                found[at] = replace(claim, exclude_reason="proposed", status="proposed", polarity="hypothetical")
            continue
        within = [other for other in found[max(0, at - 40) : at] if span[0] <= other.start < span[1]]
        whole = within[-1] if within else None
        if _NEWS.search(head):
            if not told and not _EARNS.search(head) and (whole is None or whole.exclude_reason in _TOLD):
                found[at] = _as_announced(claim, whole)
        elif told and whole is not None and whole.exclude_reason in _OLD:
            found[at] = replace(claim, exclude_reason=whole.exclude_reason, polarity=whole.polarity)
        elif told and _COUNTS_UP.search(head):
            found[at] = replace(claim, exclude_reason="total_to_date", polarity="historical")
    return found


def _head(text: str, start: int) -> tuple[int, int] | None:
    """Give where the last sentence or line before a list stands that ends in a colon, if nothing else comes between."""
    end = text.rfind("\n", 0, start)
    while end > 0 and start - end < _FAR:
        low = text.rfind("\n", 0, end) + 1
        line = text[low:end]
        if line.strip() and not _ITEM.match(line):
            return (_opening(text, end), end) if without_marks(line).endswith(":") else None
        end = low - 1
    return None


def _opening(text: str, end: int) -> int:
    """Give where the sentence begins that ends a paragraph at an offset."""
    low = max(text.rfind(parted_by(text), 0, end) + 1, end - _LONGEST, 0)
    stops = list(_STOP.finditer(text, low, end))
    return stops[-1].end() if stops else low


def _as_announced(claim: Claim, whole: Claim | None) -> Claim:
    made = replace(claim, exclude_reason="" if whole is None else "part", polarity="actual")
    if whole is None:
        return replace(made, status="pledged")
    made = replace(made, status=whole.status)
    if made.donor is None:
        made = replace(made, donor=whole.donor, donor_text=whole.donor_text, donor_level=whole.donor_level)
    return made if made.recipient is not None else replace(made, recipient=whole.recipient)
