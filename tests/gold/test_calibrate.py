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
    """Shares rise with the score, the best promises no certainty, and less where no register knows the giver."""
    counted = [claim for claim in calibrate.unseen() if claim.reason in calibrate.COUNTED]
    lines = {giver: calibrate.fit([claim for claim in counted if claim.giver == giver]) for giver in calibrate.GIVERS}

    for blocks in lines.values():
        assert [block.share for block in blocks] == sorted(block.share for block in blocks)
    assert lines["other"][-1].share < 0.9
    assert lines["other"][-1].share < lines["listed"][-1].share < 0.97


def test_no_share_rests_on_few_claims(monkeypatch):
    """A run of claims that were all right, or all wrong, by chance promises what its whole block had right."""
    monkeypatch.setattr(calibrate, "_LEAST", 1000)
    wrong = [calibrate.Judged(0.1, "", right=False)] * 600
    mixed = [calibrate.Judged(0.2 + k / 2000, "", right=k % 2 == 1) for k in range(1200)]
    right = [calibrate.Judged(0.99, "", right=True)] * 600

    blocks = calibrate.fit([*right, *mixed, *wrong])

    assert [(block.claims, block.right) for block in blocks] == [(1000, 200), (1400, 1000)]


def test_a_first_run_is_kept_once():
    """A folder that was kept is refused: by then rules have been made on it."""
    with pytest.raises(SystemExit, match="kept once"):
        calibrate.keep(Path("tests/gold/seventh"))
