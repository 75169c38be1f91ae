"""The gate's measure of amounts: it counts as it says, and holds its floors."""

import tomllib
from decimal import Decimal
from pathlib import Path

from tests.gold.score_amounts import Figure, load, measure, same, score, wanted

FLOORS = Path(__file__).with_name("floors.toml")


def test_floors_hold() -> None:
    """No figure is below its pinned floor."""
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["amounts"]
    measured = measure()

    assert {name: measured[name] for name, floor in floors.items() if measured[name] < floor - 5e-5} == {}


def test_a_reader_of_nothing_scores_nothing() -> None:
    """Reading nothing has no recall, and an F1 of zero."""
    assert score(lambda _: [], load()) == {"precision": 0.0, "recall": 0.0, "f1": 0.0, "qualifier": 0.0}


def test_every_extra_figure_costs_precision() -> None:
    """The gold with one wrong figure a sentence added has a recall of one and less precision."""
    rows = load()
    by_text = {row["text"]: [*wanted(row), Figure((Decimal(-1),), "XXX")] for row in rows}
    scored = score(lambda text: by_text[text], rows)

    assert (scored["recall"], scored["precision"] < 0.6) == (1.0, True)


def test_a_range_needs_both_ends() -> None:
    """A single value is right at either bound; a range only with both."""
    gold = Figure((Decimal(5), Decimal(10)), "EUR")

    assert [same(Figure((Decimal(5),), "EUR"), gold), same(gold, gold), same(gold, Figure((Decimal(10),), "EUR"))] == [
        False,
        True,
        True,
    ]


def test_the_gold_marks_its_own_words() -> None:
    """Every annotated amount stands in its sentence, word for word."""
    assert [row["text"] for row in load() if any(gold["text"] not in row["text"] for gold in row["gold"])] == []
