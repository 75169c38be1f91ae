"""Names of countries that are surnames, too."""

import pytest

from analysis.money.pledges import find_pledges


def test_mrs_chad_is_no_country():
    """Behind a title, and nowhere as a place: what readers sent goes where the ambulance does."""
    text = (
        "Three weeks ago the Herald asked readers for an ambulance. You sent £14,380.\n"
        "It leaves for Kyiv on Tuesday.\n“I was lost for words,” said the treasurer, Hilary Chad.\n"
        "Mrs Chad thanked all."
    )

    assert [claim.recipient for claim in find_pledges(text)] == ["UKR"]


@pytest.mark.parametrize("first", ["Mr Chad went to Chad.", "Dr Jordan spoke.", ""])
def test_a_place_of_that_name_is_one(first: str):
    """Where the text has it as one, whoever else is called so."""
    (claim,) = find_pledges(f"{first} Norway will give Chad 5 million euros for wells in Chad.")

    assert claim.recipient == "TCD"
