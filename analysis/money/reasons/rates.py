"""Sums by the unit: what a market asks for a tonne or a barrel, what an hour or a head costs."""

import re

from analysis.money.terms.stages import Setting
from analysis.money.text.verbs import Verb

_TRADED = frozenset(["ounce", "barrel", "share", "bushel"])
_MOVES = re.compile(
    r"\b(?:slip|fell|fall|rose|ris|climb|drop|trad|quot|fetch|settl|clos|gain|los|eas|jump|slid|hit|touch)\w*\b",
    re.IGNORECASE,
)


def quoted(s: Setting) -> str:
    """Read "copper slipped below 9,100 dollars a tonne": what a market asks for a measure of goods."""
    amount = s.items[s.index].amount
    per = amount.per if amount is not None else None
    moved = per in ("ton", "tonne", "pound", "kilo", "kg") and _MOVES.search(s.left[-80:])
    return "market_rate" if per in _TRADED or moved else ""


def by_unit(s: Setting) -> str:
    """Give a rate per thing or per person is a price or a wage, not a gift."""
    amount = s.items[s.index].amount
    per = amount.per if amount is not None else None
    if per in (None, "year", "quarter", "month", "week"):
        paid = s.verb is not None and s.verb.passive and s.items[s.verb.index].low == "paid"
        if (
            s.verb is not None
            and s.items[s.verb.index].low.startswith("pay")
            and per in ("month", "week")
            and not s.abroad
        ):
            return "price"  # "has to pay 900 dollars a month"
        return "salary" if paid and per in ("month", "week") else ""
    if per == "piece" and _is_given(s) and amount is not None and (amount.low or 0) >= _NO_PRICE:
        return ""  # "Qatar and Oman came with 5 million dollars each"
    return "salary" if per in ("hour", "day") else "price"


def _is_given(s: Setting) -> bool:
    """Whether somebody who gives stands in the clause of a sum for "each", or a verb of giving or receiving."""
    return s.donates or s.private or (s.verb is not None and s.verb.cue.sense in ("give", "receive"))


_NO_PRICE = 100_000  # units of money that several givers give "each"; things are cheaper


def _pays_a_bill(s: Setting, verb: Verb) -> bool:
    """Read "has to pay 900 dollars a month": nobody is named whom it goes to."""
    beside = s.items[verb.index + 1 : s.index + 4]
    return s.items[verb.index].low in ("pay", "pays", "paying") and not any(item.kind == "party" for item in beside)
