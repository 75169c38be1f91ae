"""Lines whose label does what their first verb says, and funds that many pay into."""

import pytest

from analysis.money.pledges import find_pledges


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Thailand: Will donate 5 million dollars.", ("THA", None)),
        ("- Thailand: Will also donate tents worth 5 million dollars.", ("THA", None)),
        ("- Kenya: Donated 5 million dollars for tents.", ("KEN", None)),
        ("- Thailand: Will donate 5 million dollars to Kenya.", ("THA", "KEN")),
        ("Chad: Provided 5 million dollars by Norway for wells.", ("NOR", "TCD")),
    ],
)
def test_the_label_gives_what_its_line_says_is_given(text: str, roles: tuple[str, str | None]):
    """Not where somebody else is named as who gives."""
    (claim,) = (claim for claim in find_pledges(text) if claim.amount is not None)

    assert (claim.donor, claim.recipient) == roles


@pytest.mark.parametrize(
    ("text", "fund"),
    [
        ("Japan will contribute 5 million dollars to COVAX.", "COVAX"),
        ("Canada will provide 7 million dollars for the Access to COVID-19 Tools-Accelerator (ACT-A).", "ACT-A"),
        ("Germany will give 5 million euros to the Santiago Network.", "SANTIAGO-NETWORK"),
        ("Brazil pledged 5 million dollars to the Tropical Forest Forever Facility.", "TFFF"),
        ("Australia will pay 5 million dollars into the Pacific Resilience Facility.", "PRF"),
    ],
)
def test_a_fund_that_many_pay_into_receives(text: str, fund: str):
    """As the Global Fund does: to whom it hands the money on is not known yet."""
    (claim,) = find_pledges(text)

    assert (claim.exclude_reason, claim.recipient) == ("", fund)
