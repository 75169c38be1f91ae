"""What a claim takes from the claims before it."""

from analysis.money.pledges import find_pledges


def reasons(text):
    """Give the reason of each amount, in order."""
    return [c.exclude_reason for c in find_pledges(text)]


def test_the_parts_of_a_plan_are_plans():
    """A sentence that goes on about a budget asks for money as the budget does."""
    text = "The Budget provides 4 billion dollars to allies. This includes 20 million dollars in aid to Laos."

    assert reasons(text) == ["budget", "budget"]


def test_the_parts_of_a_gift_are_no_plans():
    """A sentence that goes on about a gift gives."""
    text = "Japan gave Laos 90 million dollars. This includes 20 million dollars for schools."

    assert reasons(text) == ["", "part"]


def test_a_government_gives_no_small_change():
    """A few coins from a state are a payment to somebody or a figure of speech; from a person they may be a gift."""
    assert reasons("Norway gave Mali 200 kroner.") == ["other"]


def test_debt_of_one_borrower_is_not_aid():
    """A debt too small for a country is that of one borrower."""
    assert reasons("Germany cancelled 20,000 euros that a pupil owed.") == ["other"]
