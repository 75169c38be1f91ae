"""Whole periods of the calendar: the spans that briefings are rendered for.

A period has its first and last day inside. A week is the ISO week, Monday to
Sunday. Nothing here knows the clock: the caller says what today is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

KINDS = ("day", "week", "month", "quarter", "year")
TREND = 6  # periods in a trend, a briefing's own included


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A whole period: both days are inside, and `label` names its folder."""

    start: date
    end: date
    kind: str

    @property
    def label(self) -> str:
        """The name of the period's folder, which sorts in time.

        >>> Period(date(2024, 12, 30), date(2025, 1, 5), "week").label
        '2025-W01'
        """
        if self.kind == "week":
            year, week, _ = self.start.isocalendar()
            return f"{year}-W{week:02d}"
        if self.kind == "month":
            return f"{self.start:%Y-%m}"
        if self.kind == "quarter":
            return f"{self.start.year}-Q{(self.start.month + 2) // 3}"
        if self.kind == "year":
            return f"{self.start.year}"
        if self.kind == "day":
            return self.start.isoformat()
        return f"{self.start.isoformat()}_{self.end.isoformat()}"

    @property
    def spoken(self) -> str:
        """The period in words, for titles.

        >>> Period(date(2024, 2, 26), date(2024, 3, 3), "week").spoken
        '26 February to 3 March 2024'
        >>> Period(date(2024, 2, 1), date(2024, 2, 29), "month").spoken
        'February 2024'
        """
        if self.kind == "month":
            return f"{_MONTHS[self.start.month - 1]} {self.start.year}"
        if self.kind == "year":
            return str(self.start.year)
        if self.start == self.end:
            return _day(self.end)
        first = f"{self.start.day}"
        if (self.start.year, self.start.month) != (self.end.year, self.end.month):
            first += f" {_MONTHS[self.start.month - 1]}"
        if self.start.year != self.end.year:
            first += f" {self.start.year}"
        return f"{first} to {_day(self.end)}"


# Not strftime("%B"): the words of a report must not follow the machine's locale.
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def period_of(day: date, kind: str) -> Period:
    """Find the whole period of `kind` that holds `day`.

    >>> period_of(date(2024, 2, 29), "month").end
    datetime.date(2024, 2, 29)
    """
    starts = {
        "day": day,
        "week": day - timedelta(days=day.weekday()),
        "month": day.replace(day=1),
        "quarter": day.replace(month=3 * ((day.month - 1) // 3) + 1, day=1),
        "year": day.replace(month=1, day=1),
    }
    start = starts[kind]
    months = {"month": 1, "quarter": 3, "year": 12}.get(kind)
    if months:
        # The 28th plus four days is in the next month whatever the month's length.
        last = start
        for _ in range(months):
            last = (last.replace(day=28) + timedelta(days=4)).replace(day=1)
        return Period(start, last - timedelta(days=1), kind)
    return Period(start, start + timedelta(days=6 if kind == "week" else 0), kind)


def last_whole(kind: str, as_of: date) -> Period:
    """Find the last whole period that ends on or before `as_of`.

    >>> last_whole("week", date(2024, 3, 3)).spoken
    '26 February to 3 March 2024'

    A period that is still running is not whole:

    >>> last_whole("week", date(2024, 3, 2)).label
    '2024-W08'
    """
    running = period_of(as_of, kind)
    return running if running.end <= as_of else before(running)


def whole_period(start: date, end: date) -> Period:
    """Give the calendar period that starts and ends on these days, or a free span.

    >>> whole_period(date(2024, 2, 26), date(2024, 3, 3)).kind
    'week'
    >>> whole_period(date(2024, 2, 26), date(2024, 3, 2)).kind
    'span'
    """
    for kind in KINDS:
        if period_of(start, kind) == Period(start, end, kind):
            return Period(start, end, kind)
    return Period(start, end, "span")


def before(period: Period) -> Period:
    """Find the period of the same kind just before; a free span moves by its own length.

    >>> before(Period(date(2024, 3, 5), date(2024, 3, 6), "span")).start
    datetime.date(2024, 3, 3)
    """
    eve = period.start - timedelta(days=1)
    if period.kind in KINDS:
        return period_of(eve, period.kind)
    return Period(eve - (period.end - period.start), eve, period.kind)


def trend_of(period: Period, length: int = TREND) -> tuple[Period, ...]:
    """Give a period and those before it, oldest first.

    >>> [period.label for period in trend_of(period_of(date(2025, 1, 8), "week"), 3)]
    ['2024-W52', '2025-W01', '2025-W02']
    """
    periods = [period]
    while len(periods) < length:
        periods.append(before(periods[-1]))
    return tuple(reversed(periods))


def between(kind: str, first: date, last: date) -> Iterator[Period]:
    """List every whole period of `kind` that `first` to `last` touches, in time.

    >>> [p.label for p in between("week", date(2025, 9, 1), date(2025, 9, 9))]
    ['2025-W36', '2025-W37']
    """
    period = period_of(first, kind)
    while period.start <= last:
        yield period
        period = period_of(period.end + timedelta(days=1), kind)
