"""A gift that comes back in a paper or an account is told once; what is worked on, asked for or counted up is none."""

import pytest

from analysis.money.pledges import find_pledges

PAPER = (
    "**Norway’s Work for Clean Water**\n\n"
    "Today, we are announcing that Norway will give Chad 70 million euros for desert wells and pumps. "
    "We thank our partners. Norway and our partners stand with the people of Africa, and we know our duty.\n\n"
)


def _last(text):
    return find_pledges(text)[-1].exclude_reason


def test_a_paper_tells_a_gift_once():
    """The same figure with the same words is the gift that was told."""
    again = (
        "Norway is also proud of our wells: the Ministry of Water gives Chad 70 million euros so that desert wells run."
    )
    assert _last(PAPER + again) == "restatement"


def test_another_gift_of_the_same_size_counts():
    """Words that differ tell of another gift."""
    assert _last(PAPER + "Norway will give Niger 70 million euros for its maternity wards.") == ""


def test_what_a_headline_tells_is_told_under_it():
    """The first report under a headline counts, a later one in the same words does not."""
    lead = (
        "Norway Gives Chad 70 Million Euros for Desert Wells\n\n"
        "Norway is today giving Chad 70 million euros for desert wells and pumps. "
        "We thank our partners. Norway and our partners stand with the people of Africa, and we know our duty.\n\n"
        "**Clean water**\n\n"
        "Norway is also proud of our wells: the Ministry of Water gives Chad 70 million euros so that desert wells run."
    )
    assert [claim.exclude_reason for claim in find_pledges(lead)] == ["", "", "restatement"]


def test_an_account_comes_back_to_a_sum():
    """Who keeps the books tells nothing new of a sum."""
    told = "Norway gave Chad 17 million euros for wells. "
    assert _last(told + "Hence, we subtract the 17 million euros and report the rest.") == "restatement"


@pytest.mark.parametrize(
    "text",
    [
        "The Foreign Ministry of Norway is working with\nParliament to give Chad 6 million euros for wells.",
        "Norway issued a letter of interest for potential support of 6 million euros to the water works of Chad.",
        (
            "The President’s request for aid includes work in Chad, including:\n\n"
            "-   Wells in every village; and\n-   Helping people in Chad by providing 6 million euros for clinics.\n"
        ),
    ],
)
def test_what_is_asked_for_or_worked_on_is_proposed(text):
    """Nobody has given it yet, though a line ends between."""
    assert _last(text) == "proposed"


def test_working_with_a_parliament_one_promises():
    """Who says so before a promise gives it all the same."""
    assert _last("Working with Parliament, Norway will provide Chad 6 million euros for wells.") == ""


def test_private_commitments_are_no_aid():
    """What firms put up is theirs, whoever announces it."""
    assert (
        _last("Norway’s minister today announced 6 million euros in new private sector commitments for Chad.")
        == "other"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Norway welcomed the Nordic Council’s recently announced 6 million euros for Chad.",
        "Despite 6 million euros in grants from Norway to Chad, few wells have been dug.",
        "MS. LUND: Good morning. And Norway has awarded more than 6 million euros to help the people of Chad.",
        "MS. LUND: Good morning. Earlier this year, Norway gave Chad 6 million euros for wells.",
    ],
)
def test_what_was_done_before_is_no_news(text):
    """Words that look back tell no new gift."""
    assert _last(text) not in ("", "part")
