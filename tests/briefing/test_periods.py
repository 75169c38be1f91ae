"""Whole periods of the calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.briefing.periods import KINDS, Period, before, between, last_whole, period_of

DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))

LAST = [
    # kind, as of, start, end, label
    ("week", date(2024, 3, 3), date(2024, 2, 26), date(2024, 3, 3), "2024-W09"),
    ("week", date(2024, 3, 4), date(2024, 2, 26), date(2024, 3, 3), "2024-W09"),
    ("week", date(2024, 3, 9), date(2024, 2, 26), date(2024, 3, 3), "2024-W09"),
    ("week", date(2025, 10, 12), date(2025, 10, 6), date(2025, 10, 12), "2025-W41"),
    ("week", date(2021, 1, 3), date(2020, 12, 28), date(2021, 1, 3), "2020-W53"),
    ("month", date(2024, 2, 29), date(2024, 2, 1), date(2024, 2, 29), "2024-02"),
    ("month", date(2024, 2, 28), date(2024, 1, 1), date(2024, 1, 31), "2024-01"),
    ("quarter", date(2024, 6, 30), date(2024, 4, 1), date(2024, 6, 30), "2024-Q2"),
    ("year", date(2024, 12, 30), date(2023, 1, 1), date(2023, 12, 31), "2023"),
    ("day", date(2024, 3, 3), date(2024, 3, 3), date(2024, 3, 3), "2024-03-03"),
]


@pytest.mark.parametrize(("kind", "as_of", "start", "end", "label"), LAST, ids=[f"{c[0]}-{c[1]}" for c in LAST])
def test_last_whole_period(kind, as_of, start, end, label):
    """The last whole period ends on or before the day asked for."""
    period = last_whole(kind, as_of)

    assert (period, period.label) == (Period(start, end, kind), label)


@settings(deadline=None)
@given(DAYS, st.sampled_from(KINDS))
def test_periods_tile_the_calendar(day, kind):
    """Whatever the day, its period holds it, and the period before ends the day before it starts."""
    period = period_of(day, kind)

    assert (period.start <= day <= period.end, before(period).end) == (True, period.start - timedelta(days=1))


@settings(deadline=None)
@given(DAYS, st.sampled_from(KINDS))
def test_last_whole_period_is_over(day, kind):
    """The last whole period is over, and the next one is not."""
    period = last_whole(kind, day)

    assert period.end <= day < period_of(period.end + timedelta(days=1), kind).end


@settings(deadline=None)
@given(DAYS, DAYS)
def test_labels_sort_in_time(one, other):
    """Folders of weeks sort by name as their weeks do in time."""
    first, second = sorted((period_of(one, "week"), period_of(other, "week")))

    assert first.label <= second.label


def test_lists_every_period_between():
    """Every period that the days touch is listed once, across the end of a year."""
    labels = [period.label for period in between("week", date(2024, 12, 20), date(2025, 1, 6))]

    assert labels == ["2024-W51", "2024-W52", "2025-W01", "2025-W02"]


def test_free_span_is_named_by_its_days():
    """A period that is no whole one is named by its first and last day."""
    span = Period(date(2024, 2, 27), date(2024, 3, 1), "span")

    assert (span.label, span.spoken) == ("2024-02-27_2024-03-01", "27 February to 1 March 2024")
