"""The country that the gift of a firm, a club or a person helps, where nothing says that it goes abroad: their own.

"The hospice has been left 50,000 pounds by a retired teacher" helps somebody in Britain, and no paper there would
say so. Public money that stays at home is no aid and has no receiver (`home.py`); that of others has this one.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from analysis.money.text.local_signs import local_country, pays_in
from analysis.money.text.parties import home_of_currency
from analysis.money.text.reader import Reader
from analysis.money.text.whose import home
from analysis.records import Amount, Claim

_COUNTED: Final = frozenset(["", "part"])
_PUBLIC: Final = frozenset(["government", "multilateral"])


def with_gifts_at_home(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give gifts of private givers that nobody is said to receive to the country that the text is at home in."""
    return [_with_home(claim, reader) for claim in claims]


def _with_home(claim: Claim, reader: Reader) -> Claim:
    private = claim.exclude_reason in _COUNTED and claim.donor_level not in _PUBLIC
    asked = private and claim.recipient is None and claim.amount is not None
    # A state's own paper tells of what firms give to all the world, in its money or another's.
    asked = asked and reader.voice(claim.start) is None
    country = _home(claim.amount, reader) if asked and claim.amount is not None else None
    return claim if country is None else replace(claim, recipient=country)


def _home(amount: Amount, reader: Reader) -> str | None:
    """Give the country of a text, of those that have the money of an amount: ISO 3166 alpha-3 code.

    Dollars and euros alone tell none: a dollar without more is taken for America's, but who is helped is not.
    """
    for party in (home(reader), local_country(reader.text, amount)):  # the dateline, and words of local news
        if party is not None and pays_in(party.id, amount):
            return party.id
    own = home_of_currency(amount.currency or "")
    if own is not None:
        return own
    named = Counter(party.id for party, _, _ in reader.countries_in(0, len(reader.text)))
    likely = (key for key, _ in named.most_common() if pays_in(key, amount))
    return next(likely, None)
