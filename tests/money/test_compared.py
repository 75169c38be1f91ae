"""Sums that another is compared with are what that one is."""

import pytest

from analysis.money.pledges import find_pledges


def reasons(text):
    """Why each amount of a text is no gift."""
    return [claim.exclude_reason for claim in find_pledges(text)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("In the south, a litre of petrol now costs 2,500 kwacha, up from 1,700 kwacha last week.", "price"),
        (
            "Lund Gas reported a profit of 412 million dollars for the half-year, up from 377 million dollars.",
            "revenue",
        ),
        ("The aid budget will fall to 9.2 billion pounds by 2032, from 14.1 billion pounds last year.", "budget"),
        ("A teacher is paid a salary of 2,950 dollars a month, compared with 2,700 dollars in 2031.", "salary"),
        ("The daily takings of the mill have fallen from 60,000 shillings to 20,000 shillings.", "revenue"),
    ],
)
def test_one_thing_measured_twice(text, reason):
    """The figure of then and that of now have one reason."""
    assert reasons(text) == [reason, reason]


def test_gifts_keep_their_reading():
    """What a gift is raised from was given before, and no price or profit."""
    assert reasons("Norway will give Chad 60 million kroner this year, up from 40 million kroner last year.") == [
        "",
        "restatement",
    ]


def test_another_clause_compares_nothing():
    """A gift behind "and" is not what takings are compared with."""
    text = "The mill made a profit of 61 million pounds, and Chad lives from 2 million pounds that Norway gave in 2031."
    assert reasons(text)[1] == "restatement"


def test_what_was_asked_stays_so():
    """A sum that was asked for is another thing than the sum that there is."""
    assert reasons("The agency has a budget of 10 million dollars, down from a request of 12 million dollars.")[1] == (
        "request"
    )
