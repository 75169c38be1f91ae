"""A currency that only the giver settles: "lei" of Moldova or of Romania, "$" of America."""

from collections.abc import Sequence
from dataclasses import replace

from babel.core import get_global

from analysis.money.amounts import find_amounts
from analysis.money.notation.context import home_currency
from analysis.money.text.parties import Party, countries
from analysis.records import Amount, Claim

# How the reasons end of a currency that a text does not settle.
_OPEN = ("usual meaning", "is named in the text")


def with_own_money(claims: Sequence[Claim]) -> list[Claim]:
    """Give the claims with sums in the money of their givers, of whom many are told apart from the sum."""
    return [_in_own(claim) for claim in claims]


def _in_own(claim: Claim) -> Claim:
    donor = countries().get(claim.donor or "")
    amount = own_money(claim.amount, donor)
    return claim if amount is claim.amount else replace(claim, amount=amount)


def own_money(amount: Amount | None, donor: Party | None) -> Amount | None:
    """Read "$", "lei" or "crowns" as the giver's own money, where the words allow it; still marked as assumed.

    A bare "$" is the giver's only where nothing in the text settles it but a country that is named, which may
    be who receives.
    """
    if amount is None or donor is None or amount.certainty == "stated" or amount.equivalents:
        return amount
    if "$" in amount.text and not amount.reason.endswith(_OPEN) and donor.id != "USA":
        return amount  # who writes "A$" of Australia may write "$" of America still
    known = get_global("territory_aliases").get(donor.id) if donor.kind != "body" else None
    if not known or home_currency(known[0]) == amount.currency or ("$" in amount.text and not _in_english(known[0])):
        return amount
    again = find_amounts(amount.text, home=known[0])
    own = again[0].currency if len(again) == 1 else amount.currency
    if own == amount.currency or own != home_currency(known[0]):
        return amount
    return replace(amount, currency=own, reason="the giver's own money")


def _in_english(territory: str) -> bool:
    """Whether a country's own papers write "$" in English; of Mexico or Taiwan English text writes dollars."""
    english = get_global("territory_languages").get(territory, {}).get("en", {})
    return str(english.get("official_status", "")).startswith(("official", "de_facto"))
