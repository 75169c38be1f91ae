"""Gifts told by a reserve, a receiver, a list or its head are counted; what a speaker recalls is not."""

import pytest

from analysis.money.pledges import find_pledges


def _reasons(text):
    return [c.exclude_reason for c in find_pledges(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Norway plans to invest 7 million euros in wells in Chad over two years, subject to the availability of funds.",
        "- Norway intends to provide Chad 7 million euros for wells, pending the availability of appropriations.",
        "USAID is investing $7 million into wells in Chad.",
    ],
)
def test_a_promise_with_a_reserve_is_a_gift(text):
    """A reserve, or a plan of a giver, does not unmake what its paper announces."""
    assert _reasons(text) == [""]


def test_a_sum_of_a_list_is_what_the_one_beside_it_is():
    """Two sums with the same preposition share their verb."""
    text = "Norway will give Chad 7 million euros for wells in 2024 and another 9 million euros for roads."
    assert _reasons(text) == ["", ""]


def test_the_head_of_a_list_tells_what_its_items_are():
    """Sums that a head asks for are no gifts, though each item says what it is for."""
    items = "1. $3 million to buy boats for Chad; and\n2. $4 million to send pumps to Chad.\n"
    assert not {"", "part"} & set(_reasons(f"The request to Congress for wells prioritizes:\n\n{items}"))


def test_a_speaker_recalls_what_no_word_marks_as_news():
    """In a transcript a gift is told as one."""
    said = "MS. LUND: The wells of Chad got 7 million euros from Norway.\n\n"
    more = "MR. MOE: Today Norway is announcing 9 million euros for roads in Chad.\n"
    first, second = _reasons(said + more)
    assert (first in ("", "part"), second) == (False, "")


def test_what_something_builds_upon_was_given_before():
    """Only the new sum counts."""
    text = (
        "Norway announced 7 million euros for Chad today. This builds on its commitment of 9 million euros for roads."
    )
    assert _reasons(text) == ["", "restatement"]
