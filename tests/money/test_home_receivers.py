"""The country that gifts help of which no text says that they go abroad."""

import pytest

from analysis import find_amounts
from analysis.money.pledges import find_pledges
from analysis.money.text.local_signs import pays_in

TOLD = [
    ("A retired teacher has left the Orford hospice £50,000.", "GBR"),
    ("The Lions Club of Kota gave Rs 5 lakh to the girls' school.", "IND"),
    ("The GAA club raised the roof, Cllr Nolan said. Hobbs Bakery gave €2,000 to the crèche.", "IRL"),
    ("The Berga Legion Branch heard from two MLAs. Hobbs Bakery gave $2,000 to the rink.", "CAN"),
    ("SYDNEY (AAP) - Hobbs Bakery gave $2,000 to the surf club.", "AUS"),
]
NOT_TOLD = [
    "Hobbs Bakery gave $2,000 to the rink.",  # in America, in Canada or in Fiji
    "Hobbs Bakery gave €2,000 to the crèche.",
    "The Ministry of Health gave the Orford hospice £50,000.",  # public money at home
]


@pytest.mark.parametrize(("text", "country"), TOLD)
def test_a_private_gift_helps_where_its_money_and_its_words_are_at_home(text, country):
    """By the money, the dateline, or words that one country alone has."""
    assert [claim.recipient for claim in find_pledges(text) if not claim.exclude_reason] == [country]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_money_of_many_countries_tells_none(text):
    """A dollar without more is nobody's in particular, and what a state spends at home has no receiver."""
    assert [claim.recipient for claim in find_pledges(text) if not claim.exclude_reason] == [None]


def test_a_state_that_tells_of_firms_says_no_home():
    """In a state's own paper what a firm gives may help anybody."""
    told = "FACT SHEET: The Biden-Harris Administration and the Department of State announced gifts.\n\n"
    text = f"{told}- Vask Systems gave $2 million for training.\n- USAID and the White House welcomed it.\n"
    assert "USA" not in [claim.recipient for claim in find_pledges(text)]


def test_money_is_of_a_country_by_its_name():
    """A dollar may be Canada's; Vietnam's dong only ends its code like one."""
    (dollars,) = find_amounts("$2,000")
    assert (pays_in("CAN", dollars), pays_in("VNM", dollars)) == (True, False)


def test_what_goes_abroad_stays_abroad():
    """A country that is told receives."""
    (claim,) = find_pledges("Hobbs Bakery of Leeds gave £2,000 to a school in Malawi.")
    assert claim.recipient == "MWI"
