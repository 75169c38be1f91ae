"""Which periods a briefing is asked for, and which still lack a report."""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from analysis.briefing.params import read_date
from analysis.briefing.periods import Period, between, last_whole, whole_period
from analysis.briefing.publish import is_good
from analysis.briefing.standing import Briefing
from analysis.corpus.store import Store
from analysis.errors import ParameterError


def asked_period(briefing: Briefing, as_of: date | None, given: Mapping[str, Any], *, today: date) -> Period:
    """Find the period of one `newsbook brief`.

    Args:
        briefing: what is rendered.
        as_of: the last whole period that ends on or before this day; None for
            the last one before `today`, or for the days that the parameters of
            an unlisted notebook state.
        given: parameters of the command line; `start` and `end` name a period
            of their own, which need not be whole.
        today: the day the command runs.

    Raises:
        ParameterError: only one of `start` and `end` is given, or one is no date.
    """
    if briefing.span and as_of is None and not {"start", "end"} & given.keys():
        given = dict(zip(("start", "end"), briefing.span, strict=True))
    if not {"start", "end"} & given.keys():
        return last_whole(briefing.period, as_of if as_of is not None else today - timedelta(days=1))
    for name in ("start", "end"):
        if name not in given:
            raise ParameterError(name, briefing.notebook.name, what="is needed beside the other end of the period.")
    start = read_date("start", given["start"], briefing.notebook.name)
    end = read_date("end", given["end"], briefing.notebook.name)
    if start > end:
        raise ParameterError("end", briefing.notebook.name, what=f"{end} is before the start {start}.")
    return whole_period(start, end)


def missing_periods(briefing: Briefing, store: Store, reports: Path, *, today: date) -> list[Period]:
    """List the whole periods of the store that have no good report, oldest first.

    A period that is still running has none yet, and is not missing.
    """
    days = store.articles(columns=["published_at"])["published_at"].dropna()
    if days.empty:
        return []
    last = last_whole(briefing.period, today - timedelta(days=1))
    spans = between(briefing.period, days.min().date(), min(days.max().date(), last.end))
    return [period for period in spans if not is_good(reports / briefing.name / period.label)]
