"""A firm that says of itself what "it" gives is the giver, and the state named before is not."""

import pytest

from analysis.money.pledges import find_pledges

BEFORE = "Norway is acting. The Norwegian government announced new steps today.\n\n"


@pytest.mark.parametrize(
    ("text", "donor"),
    [
        ("Helvarix, a maker of lamps, announced it will donate 5 million euros to schools in Kenya.", "helvarix"),
        ("Siemo, the largest baker of the north, said that it would give 2 million euros to Malawi.", "siemo"),
        ("- Launched USAID's Lago Local plan, which will give $30 million to herders in Kenya.", "USA"),
    ],
)
def test_it_is_who_is_told_of_between_commas(text, donor):
    """So is the agency behind a verb that opens a line of a list: the verb is no part of its name."""
    (claim,) = find_pledges(BEFORE + text)
    assert (claim.donor, claim.exclude_reason) == (donor, "")


@pytest.mark.parametrize(
    ("text", "donor"),
    [
        (
            "Vask Oil will give Chad 9 million euros. Director Ida Lund said 5 million euros had been set aside.",
            "vask-oil",
        ),
        (
            "Vask Oil will give Chad 9 million euros. The singer Ida Lund said she would give another 5 million euros.",
            "ida-lund",
        ),
    ],
)
def test_who_says_what_is_done_with_a_sum_does_not_give_it(text, donor):
    """The body does that gives the sum before; who says that she gives does so."""
    assert find_pledges(text)[-1].donor == donor
