"""Sums that a text comes back to, and goods that it only counts, are no news."""

from analysis.money.pledges import find_pledges


def _reasons(text: str) -> list[str]:
    return [claim.exclude_reason for claim in find_pledges(text)]


def test_a_commitment_that_was_made_is_told_again() -> None:
    """So is what is surpassed."""
    told = "Norway is on track to fulfill the commitment it made in Lund to invest $75 million in wells in Chad."
    assert _reasons(told) == ["restatement"]
    told = "Norway gave Chad $21 million for wells, surpassing its $14 million commitment."
    assert _reasons(told)[-1] not in ("", "part")


def test_steps_taken_are_built_upon() -> None:
    """The steps stand in a list behind "including"."""
    told = "These actions build on steps that Norway has taken, including by giving $40 million to Chad for wells."
    assert _reasons(told) == ["restatement"]


def test_goods_that_are_counted_or_sold_are_not_given() -> None:
    """Oil of a reserve is sold, and figures are told."""
    assert _reasons("The United States will deliver 10 million barrels of oil from the Strategic Oil Reserve.") == []
    assert _reasons("Norway gave Chad the numbers for today: 200 trucks.") == []
