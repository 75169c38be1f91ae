"""Givers by whose money it is: a state gives its own, so kronor that Austria is said to give are Sweden's.

Asked last of gifts whose giver was read from further away, or is a place that no register lists, or nobody.
The home of a currency has to be a state that gives aid, named in the text, and not who gets the money.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from babel.core import get_global

from analysis.money.notation.context import currencies_of
from analysis.money.roles.standing import Place
from analysis.money.text.coordination import listed_giver
from analysis.money.text.parties import Party, countries, home_of_currency
from analysis.money.text.reader import Reader
from analysis.money.text.verbs import before_verb
from analysis.money.text.words import vocabulary
from analysis.records import Amount, Claim

_COUNTED = ("", "part")
_LEAST = 1_000_000  # units that no private person gives whom the text has not named
# A place that gives for its country, by a word of its name ("the city of Lund", "Hedmark Province").
_PLACES = frozenset(
    "city town province prefecture municipality canton oblast voivodeship region county borough commune".split()
)
_NO_PLACES = frozenset("foundation club union association trust society school league federation hall band".split())


def with_home_givers(claims: Sequence[Claim], places: Mapping[str, Place], reader: Reader) -> list[Claim]:
    """Give gifts of a state in another's money, of nobody, or of a place, to the state whose money it is.

    "Austria was there too. Then Sweden. ... SEK 90 million is for schools": Sweden gives. "The city of Lund
    gave 2 million kronor" is Sweden's as well. `places` are those of amounts, by claim id.
    """
    givers = {one for claim in claims if claim.exclude_reason in _COUNTED for one in (claim.donor or "").split()}
    return [_with_home(claim, givers, places.get(claim.claim_id), reader) for claim in claims]


def _with_home(claim: Claim, givers: Iterable[str], place: Place | None, reader: Reader) -> Claim:
    if claim.exclude_reason not in _COUNTED or claim.amount is None or place is None:
        return claim
    home = _home(claim.amount)
    if home is None or home.id == claim.donor or home.id in (claim.recipient or "").split():
        return claim
    if not _yields(claim, claim.amount, home, givers) or not reader.speaks_of(home.id):
        return claim
    if _plainly_gives(claim, place):
        return claim
    return replace(claim, donor=home.id, donor_text=None, donor_level="government")


def _home(amount: Amount) -> Party | None:
    """Give the state that gives aid and whose own money an amount is in; None for dollars without more."""
    sure = amount.certainty == "stated" or not ("$" in amount.text or "dollar" in amount.text.lower())
    home = home_of_currency(amount.currency) if sure and amount.currency else None
    return countries().get(home) if home is not None and home in givers_of_aid() else None


def _yields(claim: Claim, amount: Amount, home: Party, givers: Iterable[str]) -> bool:
    """Whether what was read as the giver is less likely than the state whose money is given."""
    if claim.donor is None:
        return home.id in givers and amount.low is not None and amount.low >= _LEAST
    if claim.donor in countries():
        return not pays_in(claim.donor, amount)
    words = claim.donor.split("-")
    return not _PLACES.isdisjoint(words) and _NO_PLACES.isdisjoint(words)


def _plainly_gives(claim: Claim, place: Place) -> bool:
    """Whether the giver is the subject of a verb of giving that this amount follows at once, or has it in brackets."""
    items, verb = place.items, place.verb
    listed = listed_giver(items, place.index, verb)
    if listed is not None and listed.party is not None and listed.party.id == claim.donor:
        return True
    k = place.index - 1 - (place.index > 1 and items[place.index - 1].low == "(")
    named = items[k].party if k >= 0 else None
    if named is not None and named.id == claim.donor and named.form == "name":
        return True  # "Denmark (5m pounds)"; ", Denmark 5m pounds" behind a verb of giving
    if claim.donor not in countries() or verb is None or verb.passive or verb.cue.sense != "give":
        return False
    subject, between = before_verb(items, verb.head), items[verb.head : place.index]
    party = items[subject].party if subject >= 0 else None
    return party is not None and party.id == claim.donor and not any(item.kind == "amount" for item in between)


def pays_in(country: str, amount: Amount) -> bool:
    """Whether a country has money of the name of an amount's: the same, or, where only guessed, crowns as well."""
    own = _currencies(country)
    if amount.certainty == "stated":
        return amount.currency in own
    return any(code[2] == amount.currency[2] for code in own)  # the last letter of a code is of the money's name


def _currencies(country: str) -> list[str]:
    """Give the currencies that a country pays in now."""
    known = get_global("territory_aliases").get(country)
    return currencies_of(known[0]) if known else []


@cache
def givers_of_aid() -> frozenset[str]:
    """Give the states that give aid."""
    given = vocabulary()["givers"]
    return frozenset([*given["dac"], *given["lenders"]])
