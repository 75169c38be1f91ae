"""Goods that were told get the worth that is told later, and are counted once."""

from decimal import Decimal

from analysis.money.pledges import find_pledges


def told(text):
    """Give each claim's words, count of goods, low end and reason."""
    return [
        (c.text, c.in_kind and c.in_kind[0], c.amount and c.amount.low, c.exclude_reason) for c in find_pledges(text)
    ]


def test_the_worth_goes_to_the_goods():
    """The goods take the amount; the amount itself is the same gift told again."""
    found = told("Kenya will send Somalia 400 tonnes of maize. The maize is valued at 19 million shillings.")

    assert found == [
        ("400 tonnes of maize", Decimal(400), Decimal(19_000_000), ""),
        ("19 million shillings", None, Decimal(19_000_000), ""),
    ]


def test_what_the_gift_is_called_again_will_do():
    """Goods are known again as "the shipment" too."""
    found = told("Norway sent Chad 300 tents. It put the shipment's worth at 5 million kroner.")

    assert found[-1] == ("5 million kroner", None, Decimal(5_000_000), "")


def test_another_price_is_no_worth():
    """A price of something else leaves the goods as they are."""
    found = told("Kenya will send Somalia 400 tonnes of maize. A bridge nearby cost 19 million shillings.")

    assert found == [
        ("400 tonnes of maize", Decimal(400), None, ""),
        ("19 million shillings", None, Decimal(19_000_000), "price"),
    ]


def test_money_paid_for_something_else_is_its_own_gift():
    """What the giver also pays is not the worth of what it sent."""
    found = told("Norway sent Chad 300 tents. It will also pay Chad 5 million kroner for wells.")

    assert [reason for *_, reason in found] == ["", ""]


def test_their_worth_is_that_of_the_goods_just_told():
    """Whose worth "their" is need not be said again."""
    found = told("Poland sent Ukraine nine tanks. Experts put their value at 11 million euros.")

    assert found == [
        ("nine tanks", Decimal(9), Decimal(11_000_000), ""),
        ("11 million euros", None, Decimal(11_000_000), ""),
    ]
