"""Forms that plain news tells: deposits, grants beside loans, cash and goods."""

from analysis.money.pledges import find_pledges


def _forms(text):
    return [claim.instrument for claim in find_pledges(text)]


def test_a_deposit_at_a_central_bank_is_lent():
    """It is to be paid back, in the headline as below it."""
    text = "Kuwait placed $1.2 billion with Ghana's central bank on Monday."

    assert _forms(text) == ["loan"]


def test_grants_are_no_loans_though_loans_stand_beside_them():
    """What is named at once behind a sum is its form."""
    text = (
        "The EU signed a package for Ghana. It includes €940 million in concessional loans and €130 million in grants."
    )

    assert _forms(text) == ["loan", "grant"]


def test_shares_of_a_loan_are_lent():
    """Each of the projects is paid for out of the loan."""
    text = "Japan signed a loan of 94 billion yen with Ghana. Of it, 31 billion yen will go to a port."

    assert _forms(text) == ["loan", "loan"]


def test_cash_and_goods_have_no_one_form():
    """Part of it is money."""
    assert _forms("Hollander Shipping donated $3 million in cash and goods to Ghana.") == ["unknown"]
