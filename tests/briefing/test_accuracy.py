"""The accuracy card: what was measured, generated rather than typed."""

import tomllib

import pytest

from analysis.briefing.accuracy import (
    accuracy_text,
    is_current,
    load_accuracy,
    load_outside,
    show_accuracy,
    write_accuracy,
)
from analysis.briefing.floors import Scored, score_all
from analysis.config import ROOT

SCORED = {"mentions": Scored({"country_recall": 0.9, "other": 0.5}, {"country_recall": 50, "other": (9, 0.2, 0.8)})}
SCORER = "def measure():\n    return {'recall': 0.5}\n\n\ndef cases():\n    return {'recall': 8}\n"


def test_the_file_holds_cases_and_bounds():
    """A share gets Wilson's interval from its cases; a measure that states its bounds keeps them."""
    rows = tomllib.loads(accuracy_text(SCORED))["measured"]

    assert [(row["name"], row["value"], row["n"], row["low"], row["high"]) for row in rows] == [
        ("country_recall", 0.9, 50, 0.7864, 0.9565),
        ("other", 0.5, 9, 0.2, 0.8),
    ]


def test_the_page_shows_what_it_has_words_for(tmp_path):
    """A measure comes back with its words; one that nobody has named is in the file alone."""
    write_accuracy(SCORED, tmp_path / "accuracy.toml")
    (row,) = load_accuracy(tmp_path / "accuracy.toml")

    assert (row.what, row.n) == ("Mentions of countries, of those there are: found", 50)


def test_changed_rules_are_not_the_measured_ones(tmp_path):
    """The file names the rules that were measured; others, or none, are told apart."""
    write_accuracy(SCORED, tmp_path / "now.toml")
    measured = (tmp_path / "now.toml").read_text()
    (tmp_path / "then.toml").write_text(measured.replace('rules = "', 'rules = "0'))

    assert [is_current(tmp_path / f"{name}.toml") for name in ("now", "then", "none")] == [True, False, False]


def test_nothing_measured_shows_as_nothing(tmp_path):
    """Without a file there is no figure."""
    assert load_accuracy(tmp_path / "none.toml") == load_outside(tmp_path / "none.toml") == []


def test_a_scorer_states_its_cases(tmp_path):
    """Measures without cases are in the gate, and on no page."""
    (tmp_path / "score_a.py").write_text(SCORER)
    (tmp_path / "score_b.py").write_text(SCORER.partition("\n\n\n")[0])
    scored = score_all(tmp_path)

    assert {name: score.bounds().keys() for name, score in scored.items()} == {"a": {"recall"}, "b": set()}


def test_the_shipped_card_gives_bounds_and_days():
    """Every figure of our own gold has an interval; every other one its command and day."""
    shown = show_accuracy().html

    assert [row.what for row in load_accuracy() if row.low is None or not row.n] == []
    assert [row.what for row in load_outside() if not (row.command and row.day)] == []
    assert shown.count("<table") == 2


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("amounts", "amounts in news sentences (NewsQuant)"),
        ("donors", "pledges (Ukraine Support Tracker)"),
        ("tone_model", "tone toward a name (NewsMTSC)"),
        ("names_person", "people that nobody listed (world newswire)"),
    ],
)
def test_the_readme_states_what_was_measured(key, text):
    """A figure of the README is the one that the accuracy card shows, no better and no older."""
    measured = {row.key: f"{row.value:.2f}" for row in load_outside()}
    rows = [line.strip("| ").split(" | ") for line in (ROOT / "README.md").read_text(encoding="utf-8").splitlines()]

    assert [row[-1].strip() for row in rows if row[0] == text] == [measured[key]]
