"""Gifts into a fund of many are the fund's."""

import pytest

from analysis.money.pledges import find_pledges


def _receivers(text: str) -> list[str | None]:
    return [claim.recipient for claim in find_pledges(text) if not claim.exclude_reason]


@pytest.mark.parametrize(
    ("text", "receiver"),
    [
        ("Austria will pay 12 million euros into the Green Climate Fund next year.", "GCF"),
        ("Slovenia has promised 3 million euros to Gavi.", "GAVI"),
        ("Estonia raised its contribution to UNRWA to 2 million euros on Friday.", "UNRWA"),
        ("The finance ministry in Riga will pay Latvia's gift of 1 million euros to the loss and damage fund.", "FRLD"),
    ],
)
def test_what_is_paid_into_a_fund_is_for_the_fund(text: str, receiver: str) -> None:
    """Behind a name, in whatever words it is paid."""
    assert _receivers(text) == [receiver]


def test_a_fund_is_meant_by_what_it_is_and_by_the_gifts_that_follow() -> None:
    """A text that calls for money for a fund goes on about it."""
    text = (
        "Donors met in Vienna on Monday to replenish the Global Fund.\n\n"
        "Austria offered the fund 40 million euros. Slovakia followed with 4 million euros."
    )
    assert _receivers(text) == ["GFATM", "GFATM"]


@pytest.mark.parametrize(
    ("text", "receiver"),
    [
        ("The Global Fund gave 30 million dollars to Malawi, its board said.", "MWI"),
        ("Austria gave 3 million euros to UNRWA for clinics in Gaza.", "PSE"),
        ("Sweden gave Zambia 30 million kronor through Gavi, the vaccine alliance.", "ZMB"),
    ],
)
def test_a_country_that_is_helped_through_a_fund_receives(text: str, receiver: str) -> None:
    """What a fund gives, passes on or does in one country is not for the fund."""
    assert _receivers(text) == [receiver]
