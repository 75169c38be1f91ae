"""Gifts that add up to a larger one told beside them are its parts, though no word says so.

"A package of 1 billion", of which one text tells 350 million, and another the other 650 million: three figures of
one giver to one receiver in the same days, the third of which is what is left of the first. Two figures may
agree by chance, so that a text must tell the parts in a row beside their whole, or one of them hang under it already.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from analysis.money.merging.anew import NEWS_DAYS, is_odd
from analysis.money.merging.changes import sum_of
from analysis.money.merging.gift import Gift
from analysis.money.merging.merge import HEDGED, near
from analysis.money.merging.reports import SEVERAL, Report, days_between

ADDS_UP = "adds up with others to a total told beside them"
REST = "what is left of a total"
_FEWEST = 2  # parts of a whole
_REACH = 2000  # characters of a text that tells a whole and its parts
_FAR_REACH = 6000  # of one whose parts are lines of a list, with parts of their own between them
_SURE = ("exact", "at_most")
_LOOSE = (*_SURE, "at_least", "more_than", "about")  # what three parts or more may be, where the sums agree
# "Altogether that is 2.2 billion": rounded, of gifts that need not stand side by side.
_ALTOGETHER = re.compile(r"^\W*(?:altogether|in\s+total|all\s+told|taken\s+together|overall)\b", re.IGNORECASE)


def hang_sums(gifts: Sequence[Gift]) -> None:
    """Hang the gifts that a text tells in a row under the one beside them that they add up to, and what is left of one.

    Gifts that hang already stay where they are. The giver is one, and where both name a receiver it is the same.
    """
    articles: dict[str, list[tuple[int, Gift]]] = {}
    for gift in gifts:
        for report in gift.everything if _may_add(gift) else ():
            articles.setdefault(report.article, []).append((report.place, gift))
    summed = {(r.article, r.place) for g in gifts for r in g.reports if _ALTOGETHER.search(r.sentence)}
    for article, told in articles.items():
        told.sort(key=lambda entry: (entry[0], entry[1].id))
        for whole, parts in _rows(told):
            for part in parts:
                part.hang(whole, ADDS_UP)
        for place, (at, whole) in enumerate(told):
            if (article, at) in summed and whole.parent is None:
                for part in _summed(whole, [gift for start, gift in told[:place] if at - start <= _FAR_REACH]):
                    part.hang(whole, ADDS_UP)
    _hang_rests(gifts)


def _may_add(gift: Gift) -> bool:
    """Whether a gift has one giver and a sum that others may add up to, or be a part of."""
    ruling = gift.ruling
    return ruling.value is not None and not ruling.row["per"] and len(gift.donors) == 1 and SEVERAL not in gift.donors


def _rows(told: Sequence[tuple[int, Gift]]) -> Iterator[tuple[Gift, list[Gift]]]:
    """Give each whole with the gifts right behind it, or else right before it, that add up to it."""
    for place, (start, whole) in enumerate(told):
        behind = (gift for at, gift in told[place + 1 :] if at - start <= _FAR_REACH)
        before = (gift for at, gift in reversed(told[:place]) if start - at <= _REACH)
        parts = _up_to(whole, behind) or _up_to(whole, before)
        if parts and _is_no_chance(start, whole, parts):
            yield whole, parts


def _is_no_chance(start: int, whole: Gift, parts: Sequence[Gift]) -> bool:
    """Whether gifts that add up to another are its parts; two that are hedged, or far from it, may be so by chance."""
    if len(parts) > _FEWEST:
        return True
    sure = all(part.ruling.row["qualifier"] in _SURE for part in parts)
    near_by = all(abs(report.place - start) <= _REACH for part in parts for report in part.reports[:1])
    return sure and (near_by or is_odd(whole.ruling.value))


def _summed(whole: Gift, before: Iterable[Gift]) -> list[Gift]:
    """Give the gifts told before one that sums up ("Altogether ..."), where they make its sum, which may be rounded."""
    parts = {gift.id: gift for gift in before if gift.parent is None and _is_smaller(gift, whole)}
    added = sum_of(part.ruling.value for part in parts.values())
    return list(parts.values()) if len(parts) >= _FEWEST and near(added, whole.ruling.value, HEDGED) else []


def _up_to(whole: Gift, following: Iterable[Gift]) -> list[Gift]:
    """Give the first of some gifts, as many as add up to another; none where they do not."""
    parts: list[Gift] = []
    for gift in following:
        if gift is whole or gift in parts:  # told twice
            continue
        if gift.parent is not None and gift.parent is not whole:  # part of a part
            continue
        if gift.parent is not None or gift.ruling.row["qualifier"] not in _LOOSE or not _is_smaller(gift, whole):
            return []
        parts.append(gift)
        added = sum_of(part.ruling.value for part in parts)
        if _makes(added, whole):
            return parts if len(parts) >= _FEWEST else []
        if added > (whole.ruling.value or 0):
            return []
    return []


def _makes(added: Decimal, whole: Gift) -> bool:
    """Whether a sum is that of a gift; "more than 2 billion" may be a little more."""
    value = whole.ruling.value or Decimal(0)
    over = whole.ruling.row["qualifier"] in ("more_than", "at_least")
    return value <= added <= value * (1 + HEDGED) if over else added == value


def _is_smaller(gift: Gift, whole: Gift) -> bool:
    """Whether a gift may be part of another by its giver, money, receiver and day."""
    a, b = whole.ruling, gift.ruling
    same = whole.donors == gift.donors and a.currency == b.currency
    receivers = not gift.recipients or not whole.recipients or bool(gift.recipients & whole.recipients)
    return same and receivers and (b.value or 0) < (a.value or 0) and _same_days(whole, gift)


def _same_days(whole: Gift, gift: Gift) -> bool:
    gap = days_between(whole.reports[0], gift.reports[0])
    return gap is None or abs(gap) <= NEWS_DAYS


def _hang_rests(gifts: Sequence[Gift]) -> None:
    """Hang the one gift that is what is left of a whole besides the parts that hang under it."""
    hanging: dict[int, list[Gift]] = {}
    for gift in gifts:
        if gift.parent is not None:
            hanging.setdefault(id(gift.parent), []).append(gift)
    free: dict[tuple[str, str], list[Gift]] = {}
    for gift in gifts:
        if gift.parent is None and _may_add(gift) and gift.recipients:
            free.setdefault(_key(gift.ruling), []).append(gift)
    for whole in [gift for gift in gifts if id(gift) in hanging and _may_add(gift) and gift.recipients]:
        parts = hanging[id(whole)]
        left = (whole.ruling.value or 0) - sum_of(
            p.ruling.value for p in parts if p.ruling.currency == whole.ruling.currency
        )
        near = (g for g in free.get(_key(whole.ruling), ()) if g is not whole and _is_smaller(g, whole))
        rests = [g for g in near if g.ruling.value == left and g.recipients == whole.recipients]
        if left > 0 and len(rests) == 1:
            rests[0].hang(whole, REST)


def _key(report: Report) -> tuple[str, str]:
    return str(report.row["donor"]), str(report.currency)
