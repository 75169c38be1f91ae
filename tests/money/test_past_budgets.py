"""What an office gave out of the budget of a year that is past sums up old gifts."""

from datetime import date

from analysis.money.pledges import find_pledges

IN_2031 = date(2031, 7, 1)


def _reasons(text: str) -> list[str]:
    return [claim.exclude_reason for claim in find_pledges(text, published_at=IN_2031)]


def test_a_past_fiscal_year_is_no_news() -> None:
    """The year may open the sentence, or be that of the money."""
    assert _reasons("In Fiscal Year 2029, USAID gave $11 million to Chad.") == ["total_to_date"]
    assert _reasons("In FY 30, USAID invested over $43 million in programs for girls in Chad.") == ["total_to_date"]
    assert _reasons("Norway is providing $10 million to Chad with Fiscal Year (FY) 2029 funds.") == ["total_to_date"]


def test_a_fiscal_year_that_runs_is_news() -> None:
    """So is money of a year to come."""
    assert _reasons("In Fiscal Year 2031, USAID gave $11 million to Chad.") == [""]
    assert _reasons("In FY 2032, USAID will give $11 million to Chad.") == [""]
