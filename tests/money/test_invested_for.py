"""What a state or a charity invests in others is a gift; what a firm puts into itself is none."""

from decimal import Decimal

import pytest

from analysis.money.pledges import find_pledges
from analysis.money.reasons.invested_for import invests_for_others


@pytest.mark.parametrize(
    "text",
    [
        "Ireland will make a 15 million euro investment to support rescue crews in Malawi.",
        "Canada began the reading programme in Togo with an initial investment of $5 million.",
        "A dozen charities will invest $4 million in village libraries.",
    ],
)
def test_an_investment_for_others_is_a_gift(text):
    """It is said whom it is for, or it begins a programme, or a charity makes it."""
    assert [claim.exclude_reason for claim in find_pledges(text)] == [""]


@pytest.mark.parametrize(
    "text",
    [
        "Harbour Steel announced a $15 million investment to expand its shipyard.",
        "Ireland has already made a 15 million euro investment to support rescue crews in Malawi.",
        "The draft Budget includes a $15 million investment to support rescue crews.",
    ],
)
def test_an_investment_in_oneself_of_old_or_of_a_law_is_none(text):
    """Nor is what is only planned in a budget."""
    assert "" not in [claim.exclude_reason for claim in find_pledges(text)]


@pytest.mark.parametrize(
    ("before", "after", "counts"),
    [
        ("The LAKE Office said that this compact will invest ", " to repair roads in the hills", True),
        ("Over the next year, BWR will invest ", " in additional funding to support village wells", True),
        ("The Lakes Agency is investing ", " in river cleaning grants", True),
        ("Today, BWR is investing ", " in a new wharf", False),
        ("Kettle & Sons announced a ", " investment to build a bakery", False),
        ("Secretary Moe announced a ", " investment to mend the sewers of Lund", True),
    ],
)
def test_a_paper_of_a_state_need_not_name_the_giver(before, after, counts):
    """Its offices go by their letters; who announces what it builds is not the state."""
    size = Decimal(15_000_000)
    assert invests_for_others(before, after, size, public=False, private=False, house=True) is counts
