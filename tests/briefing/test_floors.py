"""The accuracy gate: measures beside their pinned limits."""

import pytest

from analysis.briefing import floors
from analysis.briefing.floors import check_floors, compare, load_floors, measure_all, update_floors
from analysis.errors import GateError, ReferenceFileError

SCORER = "def measure():\n    return {values}\n"

FAULTS = [
    # measured, floors, what the gate says
    ({"a": {"recall": 0.8}}, {"a": {"recall": 0.9}}, ["a.recall is 0.8000, below its floor of 0.9000"]),
    ({"a": {"x_wrong": 0.2}}, {"a": {"x_wrong": 0.1}}, ["a.x_wrong is 0.2000, above its ceiling of 0.1000"]),
    ({}, {"a": {"recall": 0.9}}, ["a.recall has a limit of 0.9000 and is not measured any more"]),
    (
        {"a": {"recall": 0.9}},
        {},
        ["a.recall is 0.9000 and has no limit; pin it with `newsbook gate --update`"],
    ),
]
HOLDS = [
    ({"a": {"recall": 0.9}}, {"a": {"recall": 0.9}}),
    ({"a": {"recall": 0.89999}}, {"a": {"recall": 0.9}}),
    ({"a": {"recall": 1.0}}, {"a": {"recall": 0.9}}),
    ({"a": {"x_wrong": 0.0}}, {"a": {"x_wrong": 0.1}}),
]


@pytest.fixture
def gold(tmp_path):
    """Give a folder with one scorer, which measures 0.9 and 0.05 wrong."""
    (tmp_path / "score_made.py").write_text(SCORER.format(values={"recall": 0.9, "x_wrong": 0.05}))
    return tmp_path


@pytest.mark.parametrize(("measured", "floors", "said"), FAULTS, ids=[case[2][0] for case in FAULTS])
def test_fault_is_listed(measured, floors, said):
    """A measure outside its limit, without one, or lost, does not pass, and is named."""
    with pytest.raises(GateError) as caught:
        check_floors(compare(measured, floors))

    assert caught.value.misses == said


@pytest.mark.parametrize(("measured", "floors"), HOLDS)
def test_measure_within_its_limit_holds(measured, floors):
    """At its limit, within rounding, or better: the gate holds."""
    check_floors(compare(measured, floors))

    assert [score.holds for score in compare(measured, floors)] == [True]


def test_scorers_are_run_by_name(gold):
    """Every scorer of the folder gives its measures under its own name."""
    assert measure_all(gold) == {"made": {"recall": 0.9, "x_wrong": 0.05}}


def test_a_fault_of_one_scorer_among_several_is_named(gold, monkeypatch):
    """Run side by side, each in a process of its own, scorers give what they would alone."""
    monkeypatch.setattr(floors, "cores", lambda: 2)
    (gold / "score_more.py").write_text(SCORER.format(values={"f1": 0.5}))
    assert measure_all(gold) == {"made": {"recall": 0.9, "x_wrong": 0.05}, "more": {"f1": 0.5}}

    (gold / "score_more.py").write_text("def measure():\n    raise AssertionError('two lines are missing')\n")
    with pytest.raises(GateError) as caught:
        measure_all(gold)
    assert caught.value.misses == ["score_more.py: two lines are missing"]


def test_first_update_pins_what_is_measured(gold):
    """Where nothing is pinned, an update pins every measure, and the gate holds after it."""
    update_floors(compare(measure_all(gold), load_floors(gold)), gold)
    check_floors(compare(measure_all(gold), load_floors(gold)))

    assert load_floors(gold) == {"made": {"recall": 0.9, "x_wrong": 0.05}}


def test_update_raises_and_never_lowers(gold):
    """An update pins what got better; what got worse is refused, and nothing is written."""
    (gold / "floors.toml").write_text("[made]\nrecall = 0.95\nx_wrong = 0.2\n")
    with pytest.raises(GateError, match=r"made\.recall is 0\.9000, below its floor of 0\.9500"):
        update_floors(compare(measure_all(gold), load_floors(gold)), gold)

    assert load_floors(gold) == {"made": {"recall": 0.95, "x_wrong": 0.2}}


def test_regression_is_pinned_only_when_it_is_allowed(gold):
    """With the word for it, an update pins what got worse, and raises what got better."""
    (gold / "floors.toml").write_text("[made]\nrecall = 0.95\nx_wrong = 0.2\ngone = 0.5\n")
    update_floors(compare(measure_all(gold), load_floors(gold)), gold, allow_regression=True)

    assert load_floors(gold) == {"made": {"recall": 0.9, "x_wrong": 0.05}}


def test_scorer_that_loses_articles_stops_the_gate(tmp_path):
    """A scorer that asserts something of its gold and fails says so in the gate's words."""
    (tmp_path / "score_made.py").write_text("def measure():\n    assert False, 'two articles were not loaded'\n")
    with pytest.raises(GateError, match=r"score_made\.py: two articles were not loaded"):
        measure_all(tmp_path)


def test_folder_without_scorers_does_not_pass(tmp_path):
    """Nothing measured is no success."""
    with pytest.raises(GateError, match="no scorer"):
        measure_all(tmp_path)


@pytest.mark.parametrize("text", ["[a]\nx = 1.2\n", "[a]\nx = true\n", "a = 0.3\n", "[a\n"])
def test_faulty_limits_are_refused(tmp_path, text):
    """A limit is a share of 0 to 1."""
    (tmp_path / "floors.toml").write_text(text)
    with pytest.raises(ReferenceFileError):
        load_floors(tmp_path)
