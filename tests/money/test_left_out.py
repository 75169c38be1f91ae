"""Why an amount is left out, by the words around it."""

from pathlib import Path

import pytest

from analysis.errors import ReferenceFileError
from analysis.money.pledges import find_pledges
from analysis.money.weighing import left_out

TOLD = [
    # text, reason
    ("The bakers pay their apprentices around 1,150 euros a month.", "salary"),  # "other" to the rules
    ("Insurers expect claims of 40 million euros after the hail.", "loss"),  # "request" to them
    ("Turnover of the three mills came to 48 million euros.", "revenue"),
    ("On Friday a barrel of crude stood at 81 dollars.", "market_rate"),
    ("The ministry runs on 31 million euros a year.", "budget"),
    ("A judge ordered the firm to pay 2 million euros over the spill.", "fine"),
    ("The appeal for 90 million dollars is a third funded.", "request"),
]


@pytest.mark.parametrize(("text", "reason"), TOLD)
def test_says_what_a_sum_is_that_is_no_gift(text: str, reason: str):
    """A wage, a turnover, a price of the day, what is needed, a budget, a damage, what is asked for."""
    assert find_pledges(text)[-1].exclude_reason == reason


def test_stages_go_with_the_reason():
    """What is needed or asked for is requested, and hypothetical; what is paid is neither."""
    for text, _ in TOLD:
        claim = find_pledges(text)[-1]
        asked = claim.exclude_reason in ("need", "request")
        assert (claim.status == "requested") == asked
        assert (claim.polarity == "hypothetical") == asked


def test_moves_nothing_in_or_out(monkeypatch: pytest.MonkeyPatch):
    """It is asked of what is left out, and names no reason of gifts."""
    monkeypatch.setattr(left_out, "likeliest", lambda found, ruled, lead: pytest.fail("asked of a gift"))
    assert [
        c.exclude_reason for c in find_pledges("Norway gave Mali 5 million euros, of which 2 million is for wells.")
    ]
    assert not {"", "part", "no_donor", "restatement", "cancelled", "denied", "blocked"} & set(left_out.REASONS)


def test_a_plan_of_a_named_giver_stays_one():
    """A condition of the gift ("if parliament agrees") stays one, which the ledger has as planned before."""
    (claim,) = find_pledges("Poland could send Ukraine 50 million euros if parliament agrees.")

    assert claim.exclude_reason == "conditional"


def test_a_table_without_a_reason_is_of_no_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The error names the row that is lacking."""
    table = tmp_path / "reason_weights.csv"
    table.write_text("kind,feature,weight\nprice,always,1.0\n", encoding="utf-8")
    monkeypatch.setattr(left_out, "TABLE", table)
    left_out._table.cache_clear()
    try:
        with pytest.raises(ReferenceFileError, match="salary"):
            left_out.likeliest(["always"])
    finally:
        left_out._table.cache_clear()
