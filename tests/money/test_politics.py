"""Money for parties and candidates is no gift to anybody in need."""

import pytest

from analysis.money.pledges import find_pledges


def _reasons(text):
    return [c.exclude_reason for c in find_pledges(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Oil heir Tom Vane gave $5 million to a super PAC that backs the governor.",
        "Vane Holdings donated $2 million to her presidential campaign.",
    ],
)
def test_money_for_an_election_is_other(text):
    """A sentence that says so is enough."""
    assert _reasons(text) == ["other"]


def test_a_text_about_it_tells_for_its_sentences():
    """The sum of the last sentence is what the text is about."""
    text = (
        "Super PACs raise more than ever. The mega-donors behind the super PACs are few. "
        "Oil heir Tom Vane gave another $5 million last week."
    )
    assert _reasons(text) == ["other"]


@pytest.mark.parametrize(
    "text",
    [
        "The presidential candidate's wife Ann Vane gave $5 million to the Lund charity.",
        "Between two presidential debates Norway gave Chad $5 million for wells.",
    ],
)
def test_who_is_helped_counts_in_election_years_too(text):
    """A charity, or a receiver, in the sentence: it is a gift."""
    assert _reasons(text) == [""]
