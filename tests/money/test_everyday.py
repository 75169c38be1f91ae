"""Everyday money is no gift: prizes, prices of firms and players, stray sums, a state's great programmes."""

import pytest

from analysis.money.pledges import find_pledges

_WEATHER = "The wind went round to the west at noon, and the boats came in before the tide turned. "


def _reasons(text):
    return [c.exclude_reason for c in find_pledges(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Each of the runners-up will be presented with a cheque for £80 by sculptor Ann Vane.",
        "Tom Lund started his mill with £70,000 borrowed from his father, the banker Ann Vane.",
        "Vane Bank Corp agreed a £70 million takeover of Lund Mills in May.",
    ],
)
def test_prizes_and_takeovers_are_other(text):
    """What is won in a game or paid for a firm is no gift in a long text."""
    assert _reasons(_WEATHER * 30 + text) == ["other"]


_TRIAL = (
    "The court heard that the accused, a former clerk, forged invoices and kept the cash in a shoebox. Police arrested "
    "her at the airport. Her lawyer asked for bail, but the magistrate, citing the risk of flight, refused it and "
    "adjourned the trial until May. The prosecutor said the jury would hear of a second bank account. "
)
_ROOF = (
    "The village hall needs a new roof, and its friends collected tins all winter. The committee thanked everybody. "
)


@pytest.mark.parametrize("told", ["Ann Vane's share was £80,000.", "Ann Vane put in £80,000."])
def test_what_a_whole_text_is_about_decides_where_words_leave_doubt(told):
    """The same words are a gift in a report of a village hall, and none in one of a trial."""
    assert (_reasons(_ROOF + told), _reasons(_TRIAL + told)) == ([""], ["other"])


def test_a_word_of_giving_makes_a_gift_in_any_text():
    """A trial may mention a donation in passing; and what a state gives is not asked."""
    assert _reasons(_TRIAL + "Ann Vane donated £80,000 to the hospital in Chad.") == [""]
    assert _reasons(_TRIAL + "Norway sent Chad £80,000 in March.") == [""]


def test_a_prize_that_is_given_away_is_a_gift():
    """Words of charity near the sum tell so."""
    assert _reasons(_WEATHER * 30 + "The prize winner Ann Vane donated $80,000 to the hospital in Chad.") == [""]


def test_a_stray_sum_of_a_long_text_about_something_else():
    """The same words at the sum are a gift where the text is short, or speaks of giving."""
    sentence = "Ann Vane offered the runner Tom Lund £90,000 to start in Kenya. "
    alone, stray = find_pledges(sentence), find_pledges(_WEATHER * 30 + sentence)
    assert [c.exclude_reason for c in stray] == ["other"]
    gift = "Norway gave Chad 5 million euros for wells."
    assert _reasons(_WEATHER * 30 + gift) == [""]
    assert len(alone) == 1


def test_a_law_holds_its_own_money():
    """What stands "in the Rescue Plan" is its size; what is awarded out of it is a gift."""
    paper = "The United States has secured $31 million in the Rescue Plan for lakes."
    assert _reasons(paper) == ["budget"]


def test_a_huge_sum_at_home_is_a_programme():
    """Nobody awards so much to one receiver at home; what goes abroad may be as great."""
    assert _reasons(_WEATHER * 30 + "The United States will provide $60 billion for new roads.") != [""]
    assert _reasons(_WEATHER * 30 + "The United States will give Ukraine $60 billion in military assistance.") == [""]
