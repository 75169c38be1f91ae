"""The data that confidence is fitted to: held-out and first runs, each kept once, with score, reason and verdict."""

from pathlib import Path

import pytest

from analysis.schemas import EXCLUDE_REASONS
from tests.gold import calibrate


def test_first_runs_hold_scores_reasons_and_verdicts():
    """Every row has a score between 0 and 1 and a reason of the schema; claims that count are among them."""
    claims = calibrate.unseen()

    assert all(0 <= claim.score <= 1 and claim.reason in {"", *EXCLUDE_REASONS} for claim in claims)
    assert sum(claim.reason == "" for claim in claims) >= 200


def test_a_fit_rises_and_states_less_than_was_right_of_text_rules_were_made_on():
    """Shares rise with the score, and the best of them promises no certainty: one in twelve is wrong there."""
    blocks = calibrate.fit([claim for claim in calibrate.unseen() if claim.reason in calibrate.COUNTED])

    assert [block.share for block in blocks] == sorted(block.share for block in blocks)
    assert blocks[-1].share < 0.95


def test_a_first_run_is_kept_once():
    """A folder that was kept is refused: by then rules have been made on it."""
    with pytest.raises(SystemExit, match="kept once"):
        calibrate.keep(Path("tests/gold/seventh"))
