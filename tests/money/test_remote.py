"""Receivers that stand far from a gift, in papers on much else."""

import pytest

from analysis.money.pledges import find_pledges

_OPENS = (
    "FACT SHEET: The Week of the Ministry\n"
    "The United States stands with its friends. We are working with our partners on trade, health and roads.\n"
    "Help for those who fled\n"
    "We welcomed families from Moldova, and Moldova thanked us for it.\n"
)
_MIDDLE = "- The Department keeps its offices open to the public, and answers letters within two weeks of their day.\n"
_GIFT = "- The United States announced $320 million in new assistance to strengthen schools and clinics.\n"


def _receiver(text: str) -> str | None:
    (claim,) = [claim for claim in find_pledges(text) if claim.amount is not None]
    return claim.recipient


@pytest.mark.parametrize("lines", [45, 60])
def test_a_country_of_another_page_receives_nothing(lines: int) -> None:
    """Whatever is between it and the gift."""
    assert _receiver(_OPENS + _MIDDLE * lines + _GIFT) is None


def test_the_item_before_is_about_something_else() -> None:
    """An item of a list does not count for the next."""
    other = "- Our embassy in Chisinau, the capital of Moldova, has moved into a larger house by the lake.\n"
    assert _receiver(_OPENS + _MIDDLE * 45 + other + _GIFT) is None


def test_the_country_that_the_whole_paper_tells_of_receives() -> None:
    """However far off it was last named."""
    line = "- Moldova and its people are our friends, and what we do for Moldova we do for us.\n"
    assert _receiver(_OPENS + line * 60 + _GIFT.replace("schools", "its schools")) == "MDA"


def test_what_the_sentence_before_names_receives() -> None:
    """Near is near enough."""
    gift = "We will help Moldova through the winter. The United States announced $320 million in new assistance.\n"
    assert _receiver(_OPENS + _MIDDLE * 60 + gift) == "MDA"
