"""A share of a gift is as far as the whole."""

from analysis.money.pledges import find_pledges


def _stages(text):
    return [claim.status for claim in find_pledges(text)]


def test_a_share_has_the_stage_of_the_whole():
    """What a share is to do, or who gets it, is to come, though the whole was decided on."""
    whole = "The World Bank approved $940 million for Ghana on Tuesday. "

    assert (
        _stages(whole + "The bank said $210 million would go to roads and $130 million to ports.") == ["approved"] * 3
    )
    assert _stages(whole + "Ghana's railways will receive $210 million.") == ["approved"] * 2


def test_a_further_sum_is_no_share_of_what_was_paid():
    """What follows a payment is still to be paid."""
    paid = "Norway has paid 90 million kroner to Chad. "

    assert _stages(paid + "A further 40 million kroner will follow before summer.") == ["disbursed", "pledged"]
