from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.corpus.dates import order_of, parse_date

READ = [
    # text, UTC, precision
    ("2024-02-26", "2024-02-26T00:00:00", "day"),
    ("2024-02", "2024-02-01T00:00:00", "month"),
    ("2024", "2024-01-01T00:00:00", "year"),
    ("2024-02-26T10:15Z", "2024-02-26T10:15:00", "minute"),
    ("2024-02-26 10:15:30-05:00", "2024-02-26T15:15:30", "second"),
    ("2024-02-26T10:15:30.123+0100", "2024-02-26T09:15:30", "second"),
    ("20240226T101530Z", "2024-02-26T10:15:30", "second"),
    ("20240226101530", "2024-02-26T10:15:30", "second"),
    ("20240226", "2024-02-26T00:00:00", "day"),
    ("1708942500", "2024-02-26T10:15:00", "second"),
    ("1708942500000", "2024-02-26T10:15:00", "second"),
    ("Mon, 26 Feb 2024 10:15:00 GMT", "2024-02-26T10:15:00", "second"),
    ("Mon, 26 Feb 2024 23:15:00 -0500", "2024-02-27T04:15:00", "second"),
    ("February 26, 2024 Monday 10:15 AM EST", "2024-02-26T15:15:00", "minute"),
    ("Monday, February 26, 2024", "2024-02-26T00:00:00", "day"),
    ("Feb. 26, 2024, 5:30 p.m. ET", "2024-02-26T22:30:00", "minute"),
    ("26th of February, 2024", "2024-02-26T00:00:00", "day"),
    ("26. Februar 2024 Montag 9:50 PM GMT+1", "2024-02-26T20:50:00", "minute"),
    ("26 février 2024", "2024-02-26T00:00:00", "day"),
    ("26 de febrero de 2024", "2024-02-26T00:00:00", "day"),
    ("26 lutego 2024", "2024-02-26T00:00:00", "day"),
    ("2024年2月26日", "2024-02-26T00:00:00", "day"),
    ("2024년 2월 26일", "2024-02-26T00:00:00", "day"),
    ("26.2.2024 14:05", "2024-02-26T14:05:00", "minute"),
    ("26/02/2024", "2024-02-26T00:00:00", "day"),
    ("02/26/2024", "2024-02-26T00:00:00", "day"),
    ("2024/02/26", "2024-02-26T00:00:00", "day"),
    ("February 2024", "2024-02-01T00:00:00", "month"),
]
NOT_READ = [
    "yesterday",
    "last Monday",
    "03/04/2024",
    "31 February 2024",
    "26/02/24",
    "10:15",
    "Spring",
    "",
    "0000-00-00",
    "12 documents",
    "2024-13-01",
    "tomorrow at 5",
]


@pytest.mark.parametrize(("text", "moment", "precision"), READ, ids=[case[0] for case in READ])
def test_reads_dates_with_their_precision(text, moment, precision):
    """A date is read in UTC, and no more of it than is stated."""
    found = parse_date(text)

    assert (found.at, found.precision) == (datetime.fromisoformat(moment).replace(tzinfo=UTC), precision)


@pytest.mark.parametrize("text", NOT_READ)
def test_invents_no_date(text):
    """What states no certain day, or two possible ones, is not a date."""
    assert parse_date(text) is None


def test_the_order_of_a_file_settles_a_numeric_date():
    """One date of a column that can only be read one way settles the others; two that disagree settle none."""
    orders = [
        order_of(["03/04/2024", "26/02/2024"]),
        order_of(["03/04/2024", "02/26/2024"]),
        order_of(["26/02/2024", "02/26/2024"]),
    ]

    assert (orders, parse_date("03/04/2024", day_first=True).at.month) == ([True, False, None], 4)


@settings(deadline=None, max_examples=200)
@given(st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2100, 1, 1)))  # noqa: DTZ001 - zone added below
def test_iso_dates_survive(moment):
    """Whatever the moment, its ISO form is read back to the second."""
    moment = moment.replace(tzinfo=UTC, microsecond=0)

    assert (parse_date(moment.isoformat()).at, parse_date(moment.strftime("%a, %d %b %Y %H:%M:%S GMT")).at) == (
        moment,
        moment,
    )


@settings(deadline=None, max_examples=300)
@given(st.text(alphabet="0123456789-/:. TZaprJnMyEST+", max_size=40))
def test_no_text_breaks_the_reader(text):
    """Text that looks like a date is read or not, and never an error."""
    found = parse_date(text)

    assert found is None or found.at.tzinfo is UTC or found.at.utcoffset().total_seconds() == 0
