"""A currency that only the giver settles: "lei" of Moldova or of Romania, "$" of America."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from babel.core import get_global

from analysis.money.amounts import find_amounts
from analysis.money.notation.context import home_currency
from analysis.money.text.parties import Party, countries
from analysis.records import Amount, Claim

# How the reasons end of a currency that a text does not settle.
_OWN = "the giver's own money"
_NAMED = "is named in the text"
_OPEN = ("usual meaning", _NAMED)


def with_own_money(claims: Sequence[Claim]) -> list[Claim]:
    """Give the claims with sums in the money of their givers, of whom many are told apart from the sum.

    Where no fewer sums in "$" are given by states whose money is no dollar ("Japan gave $5 million"), it is
    America's for all.
    """
    found = [_in_own(claim) for claim in claims]
    foreign = [_in_foreign_dollars(claim) for claim in claims]
    own = sum(_is_bare(claim.amount) and _is_of_giver(claim) for claim in found if not _in_foreign_dollars(claim))
    if any(foreign) and sum(foreign) >= own:
        return [_in_dollars(claim) for claim in found]
    return found


def _in_foreign_dollars(claim: Claim) -> bool:
    """Whether a state gives in "$" and has money of another sign."""
    if claim.exclude_reason not in ("", "part") or claim.donor not in countries() or not _is_bare(claim.amount):
        return False
    known = get_global("territory_aliases").get(claim.donor)
    return known is not None and not _prints_dollars(known[0])


def _is_of_giver(claim: Claim) -> bool:
    counts = claim.exclude_reason in ("", "part")
    return counts and claim.amount is not None and claim.amount.reason.endswith((_OWN, _NAMED))


def _is_bare(amount: Amount | None) -> bool:
    return amount is not None and amount.certainty == "assumed" and "$" in amount.text and not amount.equivalents


@cache
def _prints_dollars(territory: str) -> bool:
    """Whether "$" is printed for the money of a country, peso or dollar."""
    (amount,) = find_amounts("$5", home=territory)
    return amount.currency == home_currency(territory)


def _in_dollars(claim: Claim) -> Claim:
    amount = claim.amount
    if amount is None or not _is_bare(amount) or not _is_of_giver(claim):
        return claim
    return replace(claim, amount=replace(amount, currency="USD", reason="others give in '$' whose money is no dollar"))


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
    return replace(amount, currency=own, reason=_OWN)


def _in_english(territory: str) -> bool:
    """Whether a country's own papers write "$" in English; of Mexico or Taiwan English text writes dollars."""
    english = get_global("territory_languages").get(territory, {}).get("en", {})
    return str(english.get("official_status", "")).startswith(("official", "de_facto"))
