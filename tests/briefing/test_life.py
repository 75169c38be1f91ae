"""The life of a pledge, from reports that say something new and reports that do not."""

import pytest

from analysis.briefing.life import life_of

CASES = [
    # reports as (day, status, lower bound), the bound that holds now, the life
    (
        [("2025-09-02", "pledged", "5"), ("2025-09-02", "pledged", "5")],
        "5",
        ["2 Sep 2025 announced 5m"],
    ),
    (
        [("2025-09-02", "committed", "5"), ("2025-09-03", "pledged", "5"), ("2025-09-04", "pledged", "5")],
        "5",
        ["2 Sep 2025 committed 5m", "to 4 Sep 2025 repeated twice"],
    ),
    (
        [("2025-09-02", "pledged", "5"), ("2025-09-09", "pledged", "3")],
        "3",
        ["2 Sep 2025 announced 5m", "9 Sep 2025 cut to 3m"],
    ),
    (
        [("2025-09-02", "pledged", "5"), ("2025-09-09", "disbursed", "3"), ("2025-09-10", "pledged", "5")],
        "5",
        ["2 Sep 2025 announced 5m", "9 Sep 2025 disbursed, of it 3m", "10 Sep 2025 repeated"],
    ),
    (
        [("2025-09-02", "proposed", "5"), ("2025-09-09", "approved", "5"), (None, "approved", "5")],
        "5",
        ["2 Sep 2025 proposed 5m", "9 Sep 2025 approved", "undated repeated"],
    ),
    (
        [("2025-09-02", "pledged", "5"), ("2025-09-09", "cancelled", "5")],
        "5",
        ["2 Sep 2025 announced 5m", "9 Sep 2025 cancelled"],
    ),
]


@pytest.mark.parametrize(("reports", "low", "life"), CASES, ids=[" ".join(case[2]) for case in CASES])
def test_a_life_is_told_by_what_is_new(reports, low, life):
    """Stages and figures that move are steps; what repeats is gathered, and a part is no cut."""
    stages = [{"date": day, "status": s, "low": n, "high": n, "text": f"{n}m"} for day, s, n in reports]
    told = [" ".join(part for part in (step.day, step.what, step.figure) if part) for step in life_of(stages, low)]

    assert told == life


def test_goods_have_a_life_without_figures():
    """A gift in kind has no bounds to compare; its stages are told all the same."""
    stages = [
        {"date": "2025-09-02", "status": s, "low": None, "high": None, "text": "5 vans"}
        for s in ("pledged", "delivered")
    ]

    assert [(step.what, step.figure) for step in life_of(stages, None)] == [("announced", "5 vans"), ("delivered", "")]


def test_no_report_has_no_life():
    """Nothing told is nothing shown."""
    assert life_of([], None) == []
