"""Confidence is a share that was counted: it keeps the order of scores and stays within 0 and 1."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.errors import ReferenceFileError
from analysis.money.pledges import find_pledges, scored_claims
from analysis.money.weighing import confidence
from analysis.money.weighing.confidence import GIVERS, chance, giver_of
from analysis.schemas import EXCLUDE_REASONS

SCORES = st.floats(0, 1)


@settings(deadline=None)
@given(SCORES, SCORES, st.sampled_from(GIVERS))
def test_a_higher_score_never_promises_less(one, other, giver):
    """Of two claims that count, the one with the higher score has no lower chance."""
    assert chance(min(one, other), "", giver) <= chance(max(one, other), "", giver)


@settings(deadline=None)
@given(SCORES)
def test_a_name_of_no_register_promises_less(score):
    """Who is in the register is less often misread than who is known by the text alone."""
    assert chance(score, "", giver_of("lund-oil")) < chance(score, "", giver_of("NOR"))


@settings(deadline=None)
@given(SCORES, st.sampled_from(["", *EXCLUDE_REASONS]))
def test_a_chance_is_a_share(score, reason):
    """Whatever the score and the reason, the chance is between 0 and 1."""
    assert 0 <= chance(score, reason) <= 1


def test_claims_state_the_chance_and_keep_everything_else():
    """What find_pledges gives is what the rules scored, with the chance in place of the score."""
    text = "Peru will give Bolivia 3 million soles. A bag of flour costs 40 soles in La Paz."
    found = [(c.claim_id, c.exclude_reason, c.confidence) for c in find_pledges(text)]

    assert found == [
        (c.claim_id, c.exclude_reason, chance(c.confidence, c.exclude_reason, giver_of(c.donor)))
        for c in scored_claims(text)
    ]


def test_a_table_whose_shares_fall_is_refused(tmp_path, monkeypatch):
    """A table edited by hand so that a higher score promises less is named as faulty."""
    table = tmp_path / "confidence.toml"
    rows = "".join(
        f'[[counted]]\ngiver = "{giver}"\nscore = {score}\nshare = {share}\n'
        for giver in GIVERS
        for score, share in ((0.5, 0.9), (0.8, 0.7))
    )
    table.write_text(rows + '[[left_out]]\nreason = "rest"\nshare = 0.9\n', encoding="utf-8")
    monkeypatch.setattr(confidence, "TABLE", table)
    confidence._table.cache_clear()
    try:
        with pytest.raises(ReferenceFileError, match="does not fall"):
            chance(0.6, "")
    finally:
        confidence._table.cache_clear()
