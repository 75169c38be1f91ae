"""The per-year view of gifts over several years: the same money, spread, never more of it.

The ledger counts the whole on the day it is announced. This table says what a
year of it comes to if it is spread evenly from the year of the first report; no
text is asked when money flows. The years of a loan are its term, not a spread
of the money, so what is owed back is not in it.
"""

from decimal import ROUND_DOWN, Decimal
from typing import Any

import pandas as pd

from analysis.money.convert import missing_to_none
from analysis.schemas import Column, Table

_OWING = ("loan", "guarantee", "equity", "debt_relief", "swap")
_VOID = ("cancelled", "denied")
_CENT = Decimal("0.01")
_SHARES = ("low", "high", "low_converted", "best_converted", "high_converted")

BY_YEAR = Table(
    name="pledges_by_year",
    row="one year of a pledge over several years, the whole spread evenly from the year of its first report",
    key=("pledge_id", "number"),
    columns=(
        Column("pledge_id", "str", "Key into `pledges`."),
        Column("donor", "str", "As in `pledges`.", null=True),
        Column("recipient", "str", "As in `pledges`.", null=True),
        Column("number", "int64", "Which year of the pledge, from 1."),
        Column("year", "Int64", "Calendar year; null where no report has a date.", null=True),
        Column("years", "decimal", "Stated duration of the whole.", unit="years"),
        Column("low", "decimal", "Lower bound of the year's share.", null=True, unit="whole units of `currency`"),
        Column("high", "decimal", "Upper bound of the year's share.", null=True, unit="whole units of `currency`"),
        Column("currency", "str", "ISO 4217 code."),
        Column("low_converted", "decimal", "Floor of the share.", null=True, unit="units of the target"),
        Column("best_converted", "decimal", "Best figure of the share.", null=True, unit="units of the target"),
        Column("high_converted", "decimal", "Ceiling of the share.", null=True, unit="units of the target"),
        Column("converted_currency", "str", "ISO 4217 code of the target currency.", null=True),
    ),
)


def pledges_by_year(pledges: pd.DataFrame) -> pd.DataFrame:
    """Spread pledges over several years evenly, one row a year.

    Parts of a sum, cancelled gifts and what is owed back are left out, as are
    pledges of up to a year. Shares of a pledge add up to it, to the cent: the
    last year takes what rounding leaves. A last part of a year gets its part.

    Args:
        pledges: `schemas.PLEDGES`, converted or not.

    Returns:
        `BY_YEAR`, sorted by year, then as in `pledges`.
    """
    records = [{str(name): missing_to_none(value) for name, value in row.items()} for row in pledges.to_dict("records")]
    rows = [row for pledge in records if is_spread(pledge) for row in _spread(pledge)]
    rows.sort(key=lambda row: (row["year"] or 9999, row["number"]))
    return BY_YEAR.frame(rows)


def is_spread(pledge: dict[str, Any]) -> bool:
    """Whether a pledge is a sum of money, counted, to be given over more than a year."""
    money = pledge["currency"] is not None and (pledge["low"] is not None or pledge["high"] is not None)
    counts = pledge["parent_id"] is None and pledge["status"] not in _VOID and pledge["instrument"] not in _OWING
    return money and counts and pledge["per"] is None and pledge["years"] is not None and pledge["years"] > 1


def _spread(pledge: dict[str, Any]) -> list[dict[str, Any]]:
    years = Decimal(pledge["years"])
    count = int(years.to_integral_value(rounding="ROUND_CEILING"))
    shares = {name: spread(pledge[name], years) for name in _SHARES}
    first = int(pledge["first_reported"][:4]) if pledge["first_reported"] else None
    same = {name: pledge[name] for name in ("pledge_id", "donor", "recipient", "currency", "converted_currency")}
    return [
        {
            **same,
            "years": years,
            "number": number,
            "year": None if first is None else first + number - 1,
            **{name: None if values is None else values[number - 1] for name, values in shares.items()},
        }
        for number in range(1, count + 1)
    ]


def spread(whole: Decimal | None, years: Decimal) -> list[Decimal] | None:
    """Cut a sum into yearly shares that add up to it.

    >>> spread(Decimal(100), Decimal(3))
    [Decimal('33.33'), Decimal('33.33'), Decimal('33.34')]
    >>> spread(Decimal(100), Decimal("2.5"))
    [Decimal('40.00'), Decimal('40.00'), Decimal('20.00')]
    >>> spread(None, Decimal(3)) is None
    True
    """
    if whole is None:
        return None
    count = int(years.to_integral_value(rounding="ROUND_CEILING"))
    share = (whole / years).quantize(_CENT, rounding=ROUND_DOWN)
    return [*[share] * (count - 1), whole - share * (count - 1)]
