"""Sums that stand beside a gift and are what it is: a part of it, another one, the next item of a list.

"The ministry announced 5 million for clinics, including 2 million for nurses", "4 million for Lund and another
3 million for Mora", "- 2 million for roads" between items that are gifts: what the one is, the other is.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from analysis.money.text.list_items import MARK, without_marks
from analysis.money.text.paragraphs import parted_by
from analysis.money.text.reader import Reader
from analysis.records import Claim

_TOLD = frozenset(["", "part"])
_UNREAD = frozenset(["other", "no_donor", "budget"])  # reasons that stand for want of a word of giving
_HELD = _UNREAD | {"conditional", "proposed", "restatement"}
_REACH = 320  # characters between two sums of a sentence
_SOME = (
    r"(?:(?:an?|up|to|over|more|than|nearly|almost|about|some|around|at|least|approximately|roughly|combined|record"
    r"|total|of)\s)*"
)
_INCLUDES = re.compile(rf"[,–—-]\s?(?:and\s|which\s)?includ(?:ing|es)\s{_SOME}$", re.IGNORECASE)
# "This funding includes", and the sum is in the sentence before.
_GOES_ON = re.compile(rf"[.!]\W{{0,4}}(?:This|That|These|It)\s(?:\w+\s)?includes?\s{_SOME}$")
_ANOTHER = re.compile(
    rf"(?:,|;|\band|\bwith|\bplus|–|—)\s(?:[^.;$]{{0,50}}?\s)?(?:another|(?:an\s)?additional|a\sfurther)\s{_SOME}$",
    re.IGNORECASE,
)
_MORE = re.compile(rf"{_SOME}(?:another|an\sadditional|a\sfurther|additional)\s", re.IGNORECASE)
_ASKED = re.compile(
    r"\b(?:request\w*|propos\w+|raise[ds]?|private|Congress\sto|salar\w+|wages|lend\w*|borrow\w*|considering|weighing|mulling)\b",
    re.IGNORECASE,
)
_GETS = re.compile(
    rf"\b(?:(?:will|(?:is|are)\s(?:set|slated|due)\sto|to)\s(?:receive|get|net)|(?:is|are)\s(?:receiving|getting))\s{_SOME}$",
    re.IGNORECASE,
)
_EARNED = re.compile(r"^\W*(?:in\s)?(?:\w+\s)?(?:revenues?|profits?|sales|wages|pay|taxes|royalties)\b", re.IGNORECASE)
_OPENS = re.compile(
    rf"(?:^|\n)[ \t]*{MARK}[ \t]+(?:[A-Z][^.:;$\n]{{0,60}}:[ \t]*)?(?:[*_\[ \t]|(?:an?|over|nearly|almost|more|than"
    r"|additional|up|to|another|about|approximately)\s)*$",
    re.IGNORECASE,
)
_LINE = re.compile(rf"[ \t]|[ \t]*{MARK}[ \t]|<!--")  # an item, or what goes on with one
_FAR = 1200  # characters from one item to the next


def with_neighbours(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give the claims of a text with the sums that a gift beside them makes gifts, too.

    Args:
        claims: those of the text, in order.
        reader: of the text.
    """
    if reader.kind != "paper":
        return list(claims)
    found = list(claims)
    for at in range(1, len(found)):
        first, second = found[at - 1], found[at]
        if second.amount is None or first.exclude_reason not in _TOLD or second.exclude_reason not in _HELD:
            continue
        if (said := _is_like(first, second, reader.text)) is not None:
            found[at] = like(second, first, said)
    return _with_items(found, reader.text)


def like(other: Claim, given: Claim, reason: str | None = None) -> Claim:
    """Give a sum as a gift of the kind of one beside it, and from and to whom that goes where it says neither."""
    made = replace(
        other,
        exclude_reason=given.exclude_reason if reason is None else reason,
        status=given.status,
        polarity=given.polarity,
    )
    if made.instrument == "unknown":
        made = replace(made, instrument=given.instrument)
    if made.donor is None:
        made = replace(made, donor=given.donor, donor_text=given.donor_text, donor_level=given.donor_level)
    if made.recipient is None:
        made = replace(made, recipient=given.recipient, recipient_text=given.recipient_text)
    return made


def _is_like(first: Claim, second: Claim, text: str) -> str | None:
    """Give the reason of a sum behind a gift that is a part of it or one more ("part", ""), or None."""
    raw = text[first.end : second.start]
    if len(raw) > _REACH or parted_by(text) in raw:
        return None
    between = f"{without_marks(raw)} "
    if _ASKED.search(between):
        return None
    if _INCLUDES.search(between) or _GOES_ON.search(between):
        return "part"
    if second.exclude_reason == "restatement" and second.text != first.text:
        return None
    more = _MORE.match(second.text)  # "up to an additional 5m" may be read as one sum
    goes_on = between if more is None else f"{between}{more[0]}"
    if second.sentence == first.sentence and _ANOTHER.search(goes_on):
        return first.exclude_reason
    if second.exclude_reason in ("no_donor", "other") and _GETS.search(between):
        return None if _EARNED.match(text[second.end : second.end + 40]) else first.exclude_reason
    return None


def _with_items(claims: list[Claim], text: str) -> list[Claim]:
    """Give the claims with the items that open with a sum, as a gift in the item before or behind does."""
    opens = [k for k, c in enumerate(claims) if c.amount is not None and _opens(c, text)]
    pairs = list(pairwise(opens))
    for low, high in (*pairs, *reversed(pairs)):
        first, second = claims[low], claims[high]
        if (first.exclude_reason in _TOLD) == (second.exclude_reason in _TOLD) or not _are_next(first, second, text):
            continue
        given, other = (low, high) if first.exclude_reason in _TOLD else (high, low)
        if claims[other].exclude_reason in _UNREAD:
            claims[other] = like(claims[other], claims[given])
    return claims


def _opens(claim: Claim, text: str) -> bool:
    return _OPENS.search(text, max(0, claim.start - 90), claim.start) is not None


def _are_next(first: Claim, second: Claim, text: str) -> bool:
    """Whether nothing but items stands between two of them."""
    between = text[first.end : second.start]
    if len(between) > _FAR:
        return False
    lines = [line for line in between.split("\n")[1:] if line.strip()]
    return all(_LINE.match(line) for line in lines)
