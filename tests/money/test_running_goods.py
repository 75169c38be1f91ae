"""Counts of goods that add up what was given are no gifts; gifts of goods that are news stay."""

import pytest

from analysis.money.pledges import find_pledges

NONE = [
    "To date, Norway has shipped 4.9 million meals, over 3.9 million blankets and 20 generators to Moldova.",
    "We have sent 30 million vaccine doses to 12 countries, more than any other nation.",
    "The Government of Norway has delivered more than 20 radars to Moldova.",
    "Together, we have committed nearly 90 tanks and 40 armored vehicles to Moldova.",
    "Norway has provided 10 trucks for every truck that Moldova lost.",
    "Norway approved the sale of 30 missiles to Chile.",
    "Norway answered the flood in the region by donating more than 3 million vaccine doses.",
    "Combined with previous donations, Norway will have donated 3 million vaccine doses to Moldova.",
]
GIVEN = [
    "Norway has provided 12 radars to Moldova.",
    "Today, Norway has delivered more than 20 radars to Moldova.",
    "Norway will send more than 20 radars to Moldova.",
    "Norway has donated 3 million additional vaccine doses to Moldova.",
]


@pytest.mark.parametrize("text", NONE)
def test_a_sum_of_gifts_is_no_gift(text: str) -> None:
    """A ratio and a sale are none, either."""
    assert not [claim for claim in find_pledges(text) if claim.in_kind is not None]


@pytest.mark.parametrize("text", GIVEN)
def test_news_of_goods_stays(text: str) -> None:
    """It is told with its exact count, said to be new, or to come."""
    assert [claim for claim in find_pledges(text) if claim.in_kind is not None]
