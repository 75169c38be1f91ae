"""Sums of a lead that the words behind it tell again."""

import pytest

from analysis.money.pledges import find_pledges

HEAD = "Norway announces today:\n"
REST = "\n- Norway will train teachers in Chad.\n- Norway will send doctors to Chad."


def reasons(text: str) -> list[str]:
    """Give the reasons of the amounts of a text."""
    return [claim.exclude_reason for claim in find_pledges(text) if claim.amount is not None]


@pytest.mark.parametrize(
    "item",
    [
        "- $600 million for Schools: The Ministry of Education will provide $600 million to schools in Malawi.",
        "- Rebuilding Roads with $20 million. Norway will give up to $20 million to Chad for roads.",
    ],
)
def test_the_lead_of_an_item_tells_the_gift(item):
    """A lead and the words behind it tell one gift."""
    assert reasons(f"{HEAD}{item}{REST}") == ["", "restatement"]


def test_a_lead_is_read_as_the_words_behind_it():
    """Who gives to whom is told behind the lead."""
    text = f"{HEAD}- $30 Million for Hospitals: Norway will provide $30 million in grants to clinics in Laos.{REST}"
    first = find_pledges(text)[0]
    assert (first.exclude_reason, first.donor, first.recipient) == ("", "NOR", "LAO")


def test_another_sum_of_that_size_is_one_more():
    """What is given besides is counted."""
    item = "- Norway will give $5 million to Laos. Norway will also give $5 million to Chad."
    assert reasons(f"{HEAD}{item}{REST}") == ["", ""]


def test_a_headline_tells_the_gift_of_its_paragraph():
    """The paragraph under a headline tells its gift again."""
    text = (
        f"{HEAD}- Norway will train teachers.\n- Norway will send doctors.\n"
        "The Harbour Post: Chad Gets $7 Million Norwegian Grant for Village Wells\n"
        "Norway will give Chad a $7 million grant for village wells."
    )
    assert reasons(text) == ["", "restatement"]
