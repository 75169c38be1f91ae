"""Conversion at the ECB rate of the day, and what is said where there is none."""

from datetime import date
from decimal import Decimal

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.money.convert import best, convert_pledges, rate_on
from analysis.money.ledger import merge_claims
from analysis.schemas import PLEDGES
from tests.money.ledger_help import tables


def pledge(text: str, day: str = "2024-02-27") -> pd.DataFrame:
    """Give the ledger of one sentence."""
    return merge_claims(*tables([{"id": "1", "date": day, "outlet": "A", "story": "1", "text": text}]))


def test_converts_at_the_rate_of_the_day():
    """The figure is divided by the reference rate of the first report's day."""
    ledger = convert_pledges(pledge("Japan will give Laos $1,085.6."), "EUR")

    rate, day = rate_on("USD", "EUR", date(2024, 2, 27))
    assert ledger.loc[0, ["low_converted", "rate", "rate_date", "converted_currency"]].tolist() == [
        (Decimal("1085.6") / rate).quantize(Decimal("0.01")),
        float(rate),
        day.isoformat(),
        "EUR",
    ]


@pytest.mark.parametrize(("day", "taken"), [("2024-03-02", "2024-03-01"), ("2024-04-01", "2024-03-28")])
def test_takes_the_last_rate_before_a_day_without_one(day, taken):
    """On a weekend, or over Easter, the last rate before it is the rate."""
    assert rate_on("USD", "EUR", date.fromisoformat(day))[1].isoformat() == taken


def test_says_so_where_there_is_no_rate():
    """A currency the ECB does not quote is left unconverted, and its own figure stays."""
    ledger = convert_pledges(pledge("Kenya donated 30 million shillings to Malawi."), "EUR")

    row = ledger.iloc[0]
    assert pd.isna(row[["low_converted", "converted_currency", "rate"]]).all()
    assert row["low"] == Decimal(30_000_000)
    assert row["note"].endswith("not converted: no rate of KES to EUR near 2024-02-27")


def test_open_bound_stays_open():
    """Read "More than" has a floor and no ceiling in the target currency either."""
    row = convert_pledges(pledge("Japan will give Laos more than $5 million."), "EUR").iloc[0]

    assert pd.isna(row["high_converted"])
    assert row["low_converted"] == row["best_converted"]


def test_flags_a_misprinted_conversion():
    """An implied rate more than 5 % off the dated rate is noted."""
    row = convert_pledges(pledge("The Netherlands will give Mali 100 million euros (US$190 million)."), "EUR").iloc[0]

    assert "off the ECB rate" in row["note"]


def test_passes_an_honest_conversion():
    """A conversion within 5 % is not remarked on."""
    row = convert_pledges(pledge("The Netherlands will give Mali 100 million euros (US$109 million)."), "EUR").iloc[0]

    assert row["note"] == ""


def test_converting_keeps_the_contract():
    """An empty ledger converts to an empty ledger."""
    assert convert_pledges(PLEDGES.empty(), "EUR").empty


@settings(deadline=None)
@given(st.decimals(min_value=1, max_value=10**12, places=2))
def test_there_and_back_within_a_cent(value):
    """Dollars to euros and back are the same dollars, but for a rounded cent."""
    rate, _ = rate_on("USD", "EUR", date(2024, 2, 27))

    assert abs((value / rate) * rate - value) < Decimal("0.01")


@settings(deadline=None)
@given(st.decimals(min_value=0, max_value=10**9, places=0), st.decimals(min_value=0, max_value=10**9, places=0))
def test_best_lies_in_the_interval(one, two):
    """What is stated as best is never outside its own bounds."""
    low, high = sorted((one, two))

    assert low <= best(low, high) <= high
