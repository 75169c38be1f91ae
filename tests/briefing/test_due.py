"""Which period is asked for, and which lack a report."""

from datetime import date
from pathlib import Path

import pytest

from analysis.briefing.due import asked_period, missing_periods
from analysis.briefing.standing import Briefing
from analysis.corpus.store import open_store
from analysis.errors import ParameterError
from analysis.schemas import ARTICLES
from tests.briefing.editions import article

BRIEFING = Briefing("weekly", Path("briefing.ipynb"), "The week", "week")
TODAY = date(2025, 10, 13)  # a Monday

ASKED = [
    # as of, given, label
    (date(2025, 10, 12), {}, "2025-W41"),
    (date(2025, 10, 11), {}, "2025-W40"),
    (None, {}, "2025-W41"),
    (None, {"start": "2025-09-29", "end": "2025-10-05"}, "2025-W40"),
    (None, {"start": "2025-09-01", "end": "2025-09-30"}, "2025-09"),
    (date(2020, 1, 1), {"start": "2025-09-02", "end": "2025-09-05"}, "2025-09-02_2025-09-05"),
]


@pytest.mark.parametrize(("as_of", "given", "label"), ASKED, ids=[case[2] for case in ASKED])
def test_period_that_is_asked_for(as_of, given, label):
    """`--as-of` names a day, `start` and `end` a period; without either it is the last whole one before today."""
    assert asked_period(BRIEFING, as_of, given, today=TODAY).label == label


def test_today_is_not_over():
    """On its last day a period is still running, so a scheduled run takes the one before."""
    assert asked_period(BRIEFING, None, {}, today=date(2025, 10, 12)).label == "2025-W40"


@pytest.mark.parametrize(
    "given",
    [
        {"start": "2025-10-06"},
        {"end": "2025-10-06"},
        {"start": "x", "end": "2025-10-06"},
        {"start": "2025-10-07", "end": "2025-10-06"},
    ],
)
def test_half_a_period_is_refused(given):
    """A start without an end, an end without a start, and an end before the start are errors."""
    with pytest.raises(ParameterError):
        asked_period(BRIEFING, None, given, today=TODAY)


@pytest.fixture
def store(tmp_path):
    """Give a store with articles of three weeks, and one without a date."""
    made = open_store(tmp_path / "store", create=True)
    with made.write("ingest") as writer:
        days = ("2025-09-24", "2025-10-07", "2025-10-14", None)
        writer.append(ARTICLES, ARTICLES.frame([article(n, day) for n, day in enumerate(days)]))
        writer.commit()
    return made


def test_missing_are_whole_periods_without_a_report(store, tmp_path):
    """Every whole week of the store is listed but for those with a report; the running one is not."""
    good = tmp_path / "weekly" / "2025-W40"
    good.mkdir(parents=True)
    for name in ("briefing.html", "manifest.json"):
        (good / name).write_text("{}")

    labels = [period.label for period in missing_periods(BRIEFING, store, tmp_path, today=date(2025, 10, 15))]
    assert labels == ["2025-W39", "2025-W41"]


def test_undated_articles_make_no_period(tmp_path):
    """A store without a date has no period, and nothing is missing."""
    made = open_store(tmp_path / "store", create=True)

    assert missing_periods(BRIEFING, made, tmp_path, today=TODAY) == []
