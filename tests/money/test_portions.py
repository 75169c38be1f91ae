"""Portions that news deals out of a total, sentence by sentence."""

import pytest

from analysis.money.pledges import find_pledges

LEAD = "OSLO - Norway will give 90 million euros for people who fled the fighting in Sudan, it said on Monday. "


def reasons(text: str) -> list[str]:
    """Give why each sum of a text behind its first is left out, "" of gifts."""
    return [claim.exclude_reason for claim in find_pledges(text)][1:]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Of the sum, 30 million euros will go to camps in Chad.", ["part"]),
        ("The largest share, 30 million euros, is for camps in Chad.", ["part"]),
        ("30 million euros will go to camps in Chad and 20 million euros to wells.", ["part", "part"]),
        (
            "Some 30 million euros is set aside for Chad. A further 20 million euros is for wells.",
            ["part", "part"],
        ),
        ("Norway also released 2 million euros for Chad.", [""]),
        ("Norway gave Chad 2 million euros in May.", [""]),
    ],
)
def test_what_is_dealt_out_of_a_total_is_its_part(text: str, found: list[str]):
    """A sentence with news of its own tells another gift of the same giver."""
    assert reasons(LEAD + text) == found


def test_more_than_the_total_is_not_dealt_out_of_it():
    """Where the sums come to more than what was told before them, they are gifts beside it."""
    text = "Some 60 million euros will go to camps in Chad and 50 million euros to wells."
    assert reasons(LEAD + text) == ["", ""]
