"""Sums that are included in one that is no gift."""

import pytest

from analysis.money.pledges import find_pledges


@pytest.mark.parametrize(
    "text",
    [
        "The Rail Deal includes a total of $20 million for ramps, including $8 million for stations in Oslo.",
        "The Rail Deal invests $90 million in tracks. Within these totals, $20 million will go to Bergen.",
        "The ministry cancelled $90 million in contracts, including an $8 million grant to Chad.",
    ],
)
def test_what_a_law_lays_down_is_so_in_its_parts(text):
    """A part is read as its whole, whoever seems to give it."""
    assert find_pledges(text)[-1].exclude_reason not in ("", "part")


def test_a_part_of_a_gift_is_one():
    """What is announced may be missed in the whole, and told in the part."""
    text = "Norway will give Chad $90 million in aid, including $8 million for wells."
    assert [claim.exclude_reason for claim in find_pledges(text)] == ["", "part"]


def test_what_is_bought_with_part_of_a_sum_is_not_included_in_another():
    """The words for a part stand at the sum it is a part of, not after the sum told last."""
    text = (
        "Norway has sent Chad 9 million kroner for wells, out of 40 million kroner since 2020. "
        "With part of this, 2 million kroner, it has already handed over pumps in Mao."
    )
    assert find_pledges(text)[-1].exclude_reason in ("", "part")
