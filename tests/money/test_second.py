"""The second opinion on what counts: what it may move, and what it may not."""

from pathlib import Path
from typing import Any

import pytest

from analysis.errors import ReferenceFileError
from analysis.money import classifier, second
from analysis.money.pledges import find_pledges

DENIED = "Norway denied that it would give Mali 5 million euros."
UNSAID = "The Salvation Army is in for 5 million euros in Mali."
GIVEN = "Norway gave Mali 5 million euros."


def reason(text: str, likely: float, monkeypatch: pytest.MonkeyPatch) -> str:
    """Give why the first amount of a text does not count, where the words make it so likely."""
    monkeypatch.setattr(second, "probability", lambda found, reason: likely)
    return find_pledges(text)[0].exclude_reason


def test_sure_words_count_what_the_rules_had_no_word_for(monkeypatch: pytest.MonkeyPatch):
    """What was left out as "other" counts, once the words around are sure."""
    assert reason(UNSAID, 0.5, monkeypatch) == "other"
    assert reason(UNSAID, 0.9, monkeypatch) == ""


def test_a_reason_that_was_read_is_kept(monkeypatch: pytest.MonkeyPatch):
    """However sure the words are, a denial stays one."""
    assert reason(DENIED, 1.0, monkeypatch) == "denied"


def test_sure_words_leave_out_what_the_rules_counted(monkeypatch: pytest.MonkeyPatch):
    """Only where they are sure."""
    assert reason(GIVEN, 0.4, monkeypatch) == ""
    assert reason(GIVEN, 0.1, monkeypatch) == "other"


def test_a_state_that_spends_at_home_gives_nothing(monkeypatch: pytest.MonkeyPatch):
    """Without anybody abroad a state's money is its own, whatever the words."""
    home = "Norway is in for 5 million euros at the conference."
    assert reason(home, 1.0, monkeypatch) == "other"


def test_without_a_giver_nothing_counts(monkeypatch: pytest.MonkeyPatch):
    """What is likely a gift of nobody is one without a donor."""
    assert reason("Clinics in Mali stay open, helped along with 5 million euros.", 1.0, monkeypatch) == "no_donor"


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ("slope,,1\nreason,rest,0\nword,a,heavy\n", "line 4"),
        ("slope,,1\nreason,rest,0\nverb,a,1\n", "line 4"),
        ("reason,rest,0\n", "slope"),
        ("slope,,1\n", "rest"),
    ],
)
def test_a_broken_table_is_told(rows: str, fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """By line, or by what is missing."""
    table = tmp_path / "claim_weights.csv"
    table.write_text(f"kind,feature,weight\n{rows}", encoding="utf-8")
    monkeypatch.setattr(classifier, "TABLE", table)
    fresh: Any = classifier._table.__wrapped__
    with pytest.raises(ReferenceFileError, match=fault):
        fresh()
