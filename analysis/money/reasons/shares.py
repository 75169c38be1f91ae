"""Gifts that are parts of one told beside them: lines under a sum, shares of givers, what each of many may get.

A part that counts by itself is counted twice, with its total. It is told by a list ("announced 110 million, including:
- 75 million for"), by the words beside it ("with 35 million from Chad", "up to 100,000 per clinic", "of the 70 million,
50 million will"), or by figures that add up to one. What is called a part though nothing beside it counts is whole.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from analysis.money.reasons.portions import portions
from analysis.money.reasons.tranches import with_tranches
from analysis.money.text.list_items import above, has_items, item_at
from analysis.money.text.reader import Reader
from analysis.money.text.sizes import currency_of, size_of
from analysis.records import Claim

_GIFTS: Final = frozenset(["", "part"])
_WHOLES: Final = _GIFTS | {"no_donor"}
_HEADS: Final = _GIFTS | {"restatement"}
_MAY_ADD: Final = frozenset(["", "part", "other", "no_donor", "conditional"])
_NEAR: Final = 900  # characters from a total to what each of many gets of it, or to figures that add up to it
_MOST: Final = 60  # sums that stand so near
_SLACK: Final = Decimal("1.02")  # lines of a list are rounded
_FEWEST: Final = 2  # figures that add up
_LEADS = re.compile(r"(?::|\binclud(?:e|es|ing|ed))[\s*_\\]*$", re.IGNORECASE)
_EXAMPLES = re.compile(r"\b(?:examples?|such\s+as)\b[^.;]{0,30}$", re.IGNORECASE)  # of a sum that is more than they
_EACH_BEFORE = re.compile(
    r"\b(?:each|every)\b[^.;:]{0,80}$|\blargest\s+(?:\w+\s+){1,3}?(?:is|was|being)\s+$", re.IGNORECASE
)
_CEILING = re.compile(r"\b(?:grants|awards|loans|prizes|payments)\s+(?:of|worth)\s+(?:up\s+to\s+)?$", re.IGNORECASE)
_TIMES: Final = frozenset(["year", "month", "week", "day", "hour", "quarter", "decade", "minute"])  # a rate in time
_OF_TOTAL = re.compile(r"(?:^|[.!?]\s+|\n\s*)[\"“(]?(?:Out\s+)?[Oo]f\s+(?:the|this|that|its|our|their|those)\b[^.;]*$")
_SHARE_OF = re.compile(
    r"\bwith\s+(?:up\s+to\s+|over\s+|about\s+)?$|\band\s+(?:up\s+to\s+|over\s+|about\s+)?$", re.IGNORECASE
)
# "a billion in aid, with 50 million specifically for Egypt"
_SET_ASIDE = re.compile(
    r"^\s+(?:of\s+(?:it|that|this|which)\b|(?:specifically|expressly|exclusively)\s+for\b"
    r"|(?:set\s+aside|earmarked|reserved|dedicated|going|devoted|allocated|directed)\s+(?:specifically\s+)?(?:for|to)\b)",
    re.IGNORECASE,
)
_AS_PART = re.compile(
    r"\bas\s+part\s+of\s+(?:today['’]s|this|that|the|its|our|their)\s+(?:[\w-]+\s+){0,3}?(?:announcement|funding|package|sum"
    r"|contribution|commitment|pledge|support|assistance|aid)\b[^.;]*$",
    re.IGNORECASE,
)
# "(1) to furnish 5m in assistance without regard to any provision of law; and (2) to direct the drawdown of 5m": a
# waiver only lets the sum that is released beside it be handed out.
_WAIVED = re.compile(
    r"^[^;]{0,80}?\bwithout\s+regard\s+to\s+any\s+(?:other\s+)?provisions?\s+of\s+law\b", re.IGNORECASE
)
# "Chad and Mali give 9m together; Chad's share is 5m"
_OWN_SHARE = re.compile(
    r"(?:\w['’]s?|\b(?:its|their|our|whose))\s+(?:own\s+)?(?:share|part|portion|slice)\s+(?:of\s+[^.;,$€£\d]{1,40}?\s+)?"
    r"(?:is|was|will\s+be|would\s+be|comes\s+to|amounts\s+to|stands\s+at)\s+(?:about\s+|around\s+|some\s+|roughly\s+)?$"
)
_RELEASED = re.compile(r"\b(?:draw-?down|release|transfer)\s+of\b[^;]{0,60}$", re.IGNORECASE)
_FROM = re.compile(r"\s*(?:\([^)]{0,40}\)\s*)?from\s+(?:the\s+)?[A-Z]")


def with_shares(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give the claims with gifts read as parts of one that is told beside them.

    Args:
        claims: those of the text, in order.
        reader: the text that they were found in.
    """
    money = [at for at, claim in enumerate(claims) if claim.amount is not None and claim.exclude_reason in _GIFTS]
    if len(money) < _FEWEST:
        return _wholes(with_tranches(_with_paid(claims, reader.text), reader.text), reader.text)
    listed = _listed(claims, money, reader) if has_items(reader) else ()
    parts = {*listed, *_shared(claims, money, reader.text), *_adding(claims)}
    parts.update(portions(claims, reader.text))
    parts_of = {**dict.fromkeys(parts, "part"), **dict(_waived(claims, money, reader.text))}
    found = [
        replace(claim, exclude_reason=parts_of[at])
        if at in parts_of and (parts_of[at] != "part" or _is_given(claim))
        else claim
        for at, claim in enumerate(claims)
    ]
    return _wholes(with_tranches(_with_paid(found, reader.text), reader.text), reader.text)


# "paid the first 5 million of the 20 million", "5 million under its aid programme for Mali, worth up to 20 million"
_OF_WHOLE = re.compile(
    r"""\s+(?:in\s\w+\s)?(?:out\s)?of\s+(?:the|an?|its|his|her|their|our|that|this)\s+(?:[\w-]+\s+){0,3}?
      | \s+(?:in\s\w+\s)?(?:under|within|out\sof|from|of)\s+(?:the|an?|its|his|her|their|our|that|this)\s[^.;$€£]{0,80}?
        \b(?:package|program(?:me)?|facility|loan|scheme|instrument|arrangement|agreement|deal|envelope|credit\sline)\b
        [^.;$€£]{0,40}?,?\s(?:worth|of|totall?ing|valued\sat)\s+""",
    re.IGNORECASE | re.VERBOSE,
)


# "5 million of the 20 million for which it appealed"
_ASKED = re.compile(
    r"\s+(?:for\s+which|that|which)?\s*(?:\w+\s+){0,3}?(?:appealed|sought|needs?|needed|asked|requested|required|wants?|wanted)\b"
)


def _with_paid(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Give the claims with the whole that a payment is "of" told again: it is named, and not paid with that."""
    found = list(claims)
    for at in range(1, len(found)):
        part, whole = found[at - 1], found[at]
        if part.exclude_reason not in _GIFTS or whole.exclude_reason not in _HEADS or not _is_larger(whole, part):
            continue
        if part.sentence != whole.sentence or _OF_WHOLE.fullmatch(text, part.end, whole.start) is None:
            continue
        if _ASKED.match(text, whole.end) is not None:
            found[at] = replace(whole, exclude_reason="request", status="requested")
            continue
        paid = whole.status in ("disbursed", "delivered")
        found[at] = replace(whole, exclude_reason="restatement", status="pledged" if paid else whole.status)
    return found


def _waived(claims: Sequence[Claim], money: Sequence[int], text: str) -> Iterator[tuple[int, str]]:
    """Give the sums that a waiver of law names beside a release in its sentence: as much again, or part of more."""
    for place, at in enumerate(money):
        claim = claims[at]
        if not _WAIVED.match(text[claim.end : claim.end + 160]):
            continue
        for other in (claims[k] for k in money[max(0, place - 1) : place + 2] if k != at):
            as_much = currency_of(other) == currency_of(claim) and size_of(other) >= size_of(claim)
            if (
                as_much
                and other.sentence == claim.sentence
                and _RELEASED.search(text[max(0, other.start - 90) : other.start])
            ):
                yield at, "restatement" if size_of(other) == size_of(claim) else "part"


def _is_larger(whole: Claim, part: Claim) -> bool:
    """Whether an amount is more than another in the same money."""
    return currency_of(whole) == currency_of(part) and size_of(whole) > size_of(part) > 0


def _listed(claims: Sequence[Claim], money: Sequence[int], reader: Reader) -> Iterator[int]:
    """Give the sums of the items of lists whose head tells a gift, while they are no more than it together.

    Where they are more, the first of each item may still be the parts.
    """
    counted = {(size_of(claims[at]), currency_of(claims[at])) for at in money}
    told = (at for at, claim in enumerate(claims) if claim.amount is not None and claim.exclude_reason in _HEADS)
    heads = [at for at in told if (size_of(claims[at]), currency_of(claims[at])) in counted]
    items: dict[int, list[tuple[int, bool]]] = {}  # by the claim of the head: claims, and whether first of their items
    last: tuple[tuple[int, int], int | None] | None = None  # the item before, and its head
    for at in money:
        item = item_at(claims[at].start, reader)
        if item is None:
            continue
        first = last is None or last[0] != item
        if first:
            head = _head_of(claims, heads, item[0], reader)
            if (
                head is None
                and last is not None
                and last[0][1] == item[0]
                and _indent(last[0], reader) == _indent(item, reader)
            ):
                head = last[1]  # too far below the head to be found by itself
            last = item, head
        if last is not None and last[1] is not None and _is_larger(claims[last[1]], claims[at]):
            items.setdefault(last[1], []).append((at, first))
    for head, members in items.items():
        room = size_of(claims[head]) * _SLACK
        for chosen in ([at for at, _ in members], [at for at, first in members if first]):
            if sum(size_of(claims[at]) for at in chosen) <= room:
                yield from chosen
                break


def _indent(item: tuple[int, int], reader: Reader) -> int:
    """Give how far the mark of an item is from its margin."""
    line = reader.text[item[0] : item[1]]
    return len(line) - len(line.lstrip(" \t"))


def _head_of(claims: Sequence[Claim], heads: Sequence[int], start: int, reader: Reader) -> int | None:
    """Give the last gift of the head that an item stands under, where the head leads to its list.

    The head may tell again what the text told before as a gift.
    """
    for low, high in above(start, reader):
        lead = reader.text[low:high].rstrip()
        if not _LEADS.search(lead) or _EXAMPLES.search(lead):
            continue
        within = [at for at in heads if low <= claims[at].start < high]
        if within:
            return within[-1]
    return None


def _shared(claims: Sequence[Claim], money: Sequence[int], text: str) -> Iterator[int]:
    """Give the sums that words beside them call shares of a gift that is told before."""
    for place, at in enumerate(money):
        claim = claims[at]
        earlier = reversed(money[max(0, place - _MOST) : place])
        whole = next((claims[k] for k in earlier if _is_larger(claims[k], claim)), None)
        if whole is None or claim.start - whole.end > _NEAR:
            continue
        before, behind = text[max(0, claim.start - 160) : claim.start], text[claim.end : claim.end + 60]
        one = whole.sentence == claim.sentence
        most = claim.amount is not None and claim.amount.qualifier == "at_most" and _CEILING.search(before)
        each = most or _is_for_each(claim) or _EACH_BEFORE.search(before)
        share = _SHARE_OF.search(before) if one else None
        given = share and (_FROM.match(behind) or (share[0].startswith("with") and _SET_ASIDE.match(behind)))
        total = one and _OF_TOTAL.search(text[max(0, whole.start - 120) : whole.start])
        own = _OWN_SHARE.search(before) and set((claim.donor or "").split()) <= set((whole.donor or "").split())
        if each or given or total or own or _AS_PART.search(before):
            yield at


def _is_for_each(claim: Claim) -> bool:
    """Whether an amount is for each of many: "per clinic", not "a year"."""
    per = claim.amount and claim.amount.per
    return bool(per) and per not in _TIMES


def _adding(claims: Sequence[Claim]) -> Iterator[int]:
    """Give the sums that follow a gift and add up to it; not each of them need have been read as given."""
    money = [at for at, claim in enumerate(claims) if claim.amount is not None and claim.exclude_reason in _MAY_ADD]
    for place, head in enumerate(money):
        whole, added, members = claims[head], Decimal(0), []
        if whole.exclude_reason not in _GIFTS:
            continue
        for at in money[place + 1 :]:
            claim = claims[at]
            if claim.start - whole.end > _NEAR or not _is_larger(whole, claim) or not _may_give(whole, claim):
                break
            members.append(at)
            added += size_of(claim)
            if added >= size_of(whole):
                break
        if len(members) >= _FEWEST and added == size_of(whole):
            yield from members


def _may_give(whole: Claim, part: Claim) -> bool:
    """Whether a sum is not said to be another's gift than its whole, or to another."""
    given = part.donor is None or set(part.donor.split()) <= set((whole.donor or "").split())
    apart = part.recipient_text and whole.recipient_text and part.recipient != whole.recipient
    return given and not apart


def _is_given(claim: Claim) -> bool:
    return not claim.exclude_reason or (claim.exclude_reason == "no_donor" and claim.donor is not None)


def _wholes(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Give the claims with parts of nothing that counts read as gifts of their own."""
    found = []
    for at, claim in enumerate(claims):
        alone = claim.exclude_reason == "part" and claim.amount is not None and not _has_whole(claims, at, text)
        found.append(replace(claim, exclude_reason="") if alone else claim)
    return found


def _has_whole(claims: Sequence[Claim], at: int, text: str) -> bool:
    """Whether a larger gift, in whatever money, is told in the text before a part, or after it in its sentence."""
    part = claims[at]
    for other in claims:
        if other is part or other.amount is None or other.exclude_reason not in _WHOLES | _HEADS:
            continue
        if other.sentence != part.sentence and _of_others(other, part):
            continue
        smaller = currency_of(other) == currency_of(part) and size_of(other) <= size_of(part)
        if not smaller and (other.start < part.start or other.sentence == part.sentence):
            return True
    return False


def _of_others(whole: Claim, part: Claim) -> bool:
    """Whether two sums are said to be of givers who have nobody in common: one is no part of the other."""
    if whole.donor_text is None or part.donor_text is None or "various" in (whole.donor, part.donor):
        return False
    states = whole.donor_level == part.donor_level == "government"
    return states and set((whole.donor or "").split()).isdisjoint((part.donor or "").split())
