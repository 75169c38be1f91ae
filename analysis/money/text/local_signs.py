"""In which country a local report is written, by words that one country alone has: "the iwi", "MPP Lund", "Berga GAA".

News of a town names no country, as its readers live there. Its regions, offices, bodies and games tell the country,
of those that pay in the money it speaks of.
"""

import re
from collections import Counter
from functools import cache, lru_cache

from babel.core import get_global
from babel.numbers import get_currency_name

from analysis.money.notation.context import currencies_of
from analysis.money.text.parties import Party, countries, regions
from analysis.money.text.words import vocabulary
from analysis.records import Amount


def local_country(text: str, amount: Amount) -> Party | None:
    """Give the country that most signs of a text are of, among those that pay in money of the amount's name."""
    signs = _signs(text)
    able = Counter({country: often for country, often in signs.items() if pays_in(country, amount)})
    (first, most), (_, less) = [*able.most_common(2), ("", 0), ("", 0)][:2]
    return countries().get(first) if most > less else None


def pays_in(country: str, amount: Amount) -> bool:
    """Whether a country has the money of an amount, or, where its country was guessed, one of that name."""
    own = _currencies(country)
    if amount.certainty == "stated":
        return amount.currency in own
    return any(_name_of(code) == _name_of(amount.currency or "") for code in own)


@cache
def _name_of(currency: str) -> str:
    """Give the word for the units of a currency, by CLDR: "Dollar" of the dollars, "Dong" of one alone."""
    return get_currency_name(currency, locale="en").rpartition(" ")[2] if currency else ""


@cache
def _currencies(country: str) -> tuple[str, ...]:
    known = get_global("territory_aliases").get(country)
    return tuple(currencies_of(known[0])) if known else ()


@lru_cache(maxsize=4)
def _signs(text: str) -> Counter[str]:
    """Count the signs of each country in a text, each word once."""
    of = _countries_of()
    return Counter(of[word] for word in {match[0] for match in _pattern().finditer(text)})


@cache
def _countries_of() -> dict[str, str]:
    found = {sign: country for country, signs in vocabulary()["authorities"]["signs"].items() for sign in signs}
    found.update({name: place.id for name, place in regions().items() if place.form == "region"})
    return found


@cache
def _pattern() -> re.Pattern[str]:
    listed = sorted(_countries_of(), key=len, reverse=True)
    return re.compile(rf"(?<![\w’'.-])(?:{'|'.join(map(re.escape, listed))})(?!\w)")
