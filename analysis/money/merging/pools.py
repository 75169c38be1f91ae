"""Money into a fund and out of it is one money: it is counted on one side.

Members pay into the European Peace Facility, the facility pays Ukraine. The
larger side of a fund counts, as one side may be reported in part only; what is
on the other side hangs under it. Bodies that are no fund (a development bank
with capital of its own, an agency) are left alone: what they give need not be
what they were given.
"""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cache

from analysis.money.convert import rate_on
from analysis.money.merging.gift import Gift, told_on
from analysis.reference import load_entities

OUT = "money out of a fund, counted where it went in"
IN = "money into a fund, counted where it went out"
_FUND = re.compile(r"\b(?:funds?|facility|pool|trust\s+fund|vehicle)\b", re.IGNORECASE)
_VOID = ("cancelled", "denied")


@cache
def fund_ids() -> frozenset[str]:
    """Ids of the register whose name or note says that they are a fund of several givers."""
    return frozenset(
        entity.id
        for entity in load_entities()
        if entity.kind == "organization"
        and entity.note.startswith("multilateral")
        and _FUND.search(f"{entity.name} {entity.note}")
        and "agency" not in entity.note
    )


def is_fund(code: str, known: frozenset[str]) -> bool:
    """Whether an id is a fund: of the register, or named as one by an article.

    >>> is_fund("EPF", frozenset(["EPF"])), is_fund("northern-relief-fund", frozenset())
    (True, True)
    >>> is_fund("UKR", frozenset(["EPF"]))
    False
    """
    return code in known or bool(code.islower() and _FUND.search(code.replace("-", " ")))


def hang_pools(gifts: Sequence[Gift]) -> None:
    """Hang the smaller side of each fund under the largest gift of the other side."""
    known = fund_ids()
    free = [g for g in gifts if g.parent is None and g.ruling.value is not None and g.status not in _VOID]
    funds = {code for g in free for code in g.donors if is_fund(code, known)}
    for fund in sorted(funds):
        into = [g for g in free if (g.recipients == {fund} or g.channel == fund) and fund not in g.donors]
        out = [g for g in free if g.donors == {fund}]
        sums = _worth(into), _worth(out)
        if not into or not out or None in sums:
            continue
        counted, other, rule = (into, out, OUT) if (sums[0] or 0) >= (sums[1] or 0) else (out, into, IN)
        head = max(counted, key=lambda g: (_one(g) or Decimal(0), g.id))
        for gift in other:
            gift.hang(head, rule)
            gift.notes.append(rule)


def _worth(gifts: Iterable[Gift]) -> Decimal | None:
    values = [_one(gift) for gift in gifts]
    return None if None in values else sum((value for value in values if value is not None), Decimal(0))


def _one(gift: Gift) -> Decimal | None:
    """Worth in euro on the day of its first report; None without a rate."""
    money = gift.whole or gift.worth or gift.ruling
    first = min(gift.everything, key=told_on).day
    if money.currency is None or money.value is None:
        return None
    if money.currency == "EUR":
        return money.value
    found = rate_on(money.currency, "EUR", first) if first is not None else None
    return None if found is None else money.value / found[0]
