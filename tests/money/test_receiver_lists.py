"""Who receives each sum of a list, and what goes into a fund."""

from analysis.money.pledges import find_pledges


def _given(text):
    return [(claim.donor, claim.recipient) for claim in find_pledges(text) if claim.exclude_reason in ("", "part")]


def test_names_before_brackets_receive_what_is_in_them():
    """What leads to the first name of a list leads to all of it."""
    text = "Norway released 9 million euros. "
    text += "It will go to Peru (4 million euros), Chad (3 million euros) and Laos (2 million euros)."

    assert [receiver for _, receiver in _given(text)[-3:]] == ["PER", "TCD", "LAO"]


def test_a_verb_that_is_left_out_leads_to_the_next_name():
    """The second and third sums are for those behind them."""
    text = "Of Japan's aid, $48 million will support Ethiopia, $34 million Somalia and $25 million Kenya."

    assert _given(text) == [("JPN", "ETH"), ("JPN", "SOM"), ("JPN", "KEN")]


def test_labelled_paragraphs_tell_who_gets_a_banks_loans():
    """The heading names nobody; the bank is told of before it."""
    text = (
        "The World Bank has approved four new loans.\n\nThe following loans were approved:\n\n"
        "Ghana: A loan of $50 million will pay for schools. Work begins in May.\n\n"
        "Peru: $40 million for the last part of a railway."
    )

    assert _given(text) == [("WB", "GHA"), ("WB", "PER")]


def test_pledges_to_a_fund_go_on_behind_its_name():
    """Who pays next pays the fund, unless something else is named."""
    text = (
        "Denmark and Peru made the pledges to the Adaptation Fund, set up under the Global Environment Facility. "
        "Germany will put in 50 million euros."
    )

    assert _given(text) == [("DEU", "ADAPTATION-FUND")]


def test_where_goods_were_bought_receives_nothing():
    """Rice bought in a country goes elsewhere."""
    text = "The United States helps the Philippines. It gave $10 million in food, including rice bought in Sri Lanka."

    assert _given(text) == [("USA", "PHL")]
