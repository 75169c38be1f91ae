"""What a gift makes of the sums beside it, and what papers of a state tell of funds that are there."""

import pytest

from analysis.money.pledges import find_pledges
from analysis.money.reasons.handed_out import hands_out

_HEAD = "FACT SHEET: The United States Helps Towns\n\nToday the Department of Energy is announcing:\n\n"
_TOLD = {"", "part"}


def _told(text):
    return [c.exclude_reason in _TOLD for c in find_pledges(text)]


@pytest.mark.parametrize(
    "item",
    [
        "-   The Treasury announced $5 million for lakes at colleges, including $2 million for tribal ones.\n",
        "-   Vermont will receive $5 million in grants for lakes, and Maine is getting $3 million.\n",
        "-   USAID gave $25 million for wells in Chad and is planning to offer an additional $10 million next year.\n",
    ],
)
def test_a_sum_beside_a_gift_is_one(item):
    """A part, the next receiver, one more: the gift before says what each is."""
    told = "-   The Department of Energy awarded $4 million to 12 colleges.\n"
    assert _told(_HEAD + told + item) == [True, True, True]


def test_what_is_asked_for_is_not_another_gift():
    """A request behind a gift is none."""
    text = "-   The Department of Energy awarded $4 million to 12 colleges and requested another $9 million.\n"
    assert _told(_HEAD + text) == [True, False]


def test_the_items_of_a_list_are_of_a_kind():
    """Of states that each stand with their sum, no one is left out."""
    text = _HEAD + "-   $4 million to 12 colleges in Vermont\n-   $3 million for a campaign on boats\n"
    assert _told(text) == [True, True]


@pytest.mark.parametrize(
    "item",
    [
        "-   The Treasury announced its first awards from the $10 million Lund Projects Fund.\n",
        "-   I secured $4 million for research on lakes.\n",
        "-   The Lake Relief Act (LRA) helps. The LRA provided $4 million to help towns.\n",
    ],
)
def test_a_fund_that_is_there_is_no_gift(item):
    """What a law holds, or what was won of a parliament, nobody has been given."""
    told = "-   The Department of Energy awarded $4 million to 12 colleges.\n"
    assert _told(_HEAD + told + item) == [True, False]


def test_an_office_plans_what_it_gives():
    """Who speaks for a state gives, though the verb is one of planning."""
    assert _told(_HEAD + "-   The Department of State plans to provide $5 million for lawyers in Chad.\n") == [True]


def test_what_a_state_announces_for_classes_is_handed_out():
    """A verb of saying hands out in a paper of a state alone, and a running sum nowhere."""
    assert hands_out("The ministry announced ", " in cooperative agreements to states", public=True, house=True)
    assert not hands_out("The ministry announced ", " in cooperative agreements to states", public=True, house=False)
    assert not hands_out("The ministry announced ", " in grants to states since 2020", public=True, house=True)
