"""A currency that only the giver settles: "lei" of Moldova or of Romania, "$" of America."""

from dataclasses import replace

from babel.core import get_global

from analysis.money.amounts import find_amounts
from analysis.money.notation.context import home_currency
from analysis.money.text.parties import Party
from analysis.records import Amount


def own_money(amount: Amount | None, donor: Party | None) -> Amount | None:
    """Read "$", "lei" or "crowns" as the giver's own money, where the words allow it; still marked as assumed.

    A bare "$" is the giver's only where nothing else in the text settles it.
    """
    if amount is None or donor is None or amount.certainty == "stated" or amount.equivalents:
        return amount
    if "$" in amount.text and not amount.reason.endswith("usual meaning") and donor.id != "USA":
        return amount  # who writes "A$" of Australia may write "$" of America still
    known = get_global("territory_aliases").get(donor.id) if donor.kind != "body" else None
    if not known or home_currency(known[0]) == amount.currency:
        return amount
    again = find_amounts(amount.text, home=known[0])
    own = again[0].currency if len(again) == 1 else amount.currency
    if own == amount.currency or own != home_currency(known[0]):
        return amount
    return replace(amount, currency=own, reason="the giver's own money")
