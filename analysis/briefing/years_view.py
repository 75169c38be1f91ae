"""What pledges over several years come to a year: a small table under the ledger."""

from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from analysis.briefing.edition import Edition
from analysis.briefing.wording import is_none, millions
from analysis.charts.style import rows_of
from analysis.money.years import pledges_by_year

ROWS = 12  # years shown; the CSV holds all of them


@dataclass(frozen=True, slots=True)
class Year:
    """What the pledges of several years come to in one of them."""

    name: str
    pledges: int
    floor: str
    best: str


def years_of(pledges: pd.DataFrame) -> list[Year]:
    """Add up the yearly shares of pledges that could be converted, by calendar year.

    Args:
        pledges: rows of `schemas.PLEDGES`, converted.
    """
    table = pledges_by_year(pledges)
    shown = table.loc[table["best_converted"].notna()]
    found = []
    for year in sorted(shown["year"].dropna().unique())[:ROWS]:
        rows = rows_of(shown.loc[shown["year"] == year])
        floor = sum((Decimal(0) if is_none(row.low_converted) else row.low_converted for row in rows), Decimal(0))
        best = sum((row.best_converted for row in rows), Decimal(0))
        found.append(Year(str(int(year)), len(rows), millions(floor), millions(best)))
    return found


def years_table(edition: Edition) -> pd.DataFrame:
    """Give the yearly shares of the pledges first reported in the period, with names, for `pledges_by_year.csv`."""
    table = pledges_by_year(edition.new_pledges(edition.period))
    names = {
        f"{party}_name": ["" if is_none(code) else edition.name(code) for code in table[party]]
        for party in ("donor", "recipient")
    }
    return table.assign(**names)
