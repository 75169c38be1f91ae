"""Settle which currency an ambiguous form means: "$", "pounds", "crowns", "Rs".

In this order: another amount of the text that says it; the dateline the text
opens with; the home of the outlet, where the caller knows it; a country named
in the text; the form's most usual meaning. All but the first kind of evidence
is a guess, so the amount stays `assumed`, with the reason on the record.
"""

import csv
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind
from babel.core import get_global

from analysis.config import REFERENCE
from analysis.money.notation.currencies import Form, load_lexicon
from analysis.money.notation.forms import Money

PLACES = REFERENCE / "datelines.csv"

_DATELINE = re.compile(
    r"""
    \s* (?P<place> [^\W\d_a-z] [^\n(—–/,-]{1,30}? )   # SYDNEY, Port of Spain
    (?: , [^\n(—–]{1,30}? )?                       # , July 4
    \s* (?P<agency> \( [^)\n]{1,40} \) )?           # (Reuters)
    \s* (?: —|–|--|-\s|:|/ )                        # the dash after it
    """,
    re.VERBOSE,
)
# Countries whose press writes a bare "$" for its own money.
_DOLLAR_PRESS = frozenset(["AUD", "CAD", "NZD", "SGD"])
# "US$" names a currency, not the country.
_AMERICA = re.compile(r"\b(?:U\.S\.(?!\s?\$)|US(?!\s?\$)|USA|America|Americans?|White House|Pentagon)\b")
_NONE: frozenset[str] = frozenset()
_OPENING = 120  # a dateline stands within so many characters


@dataclass(frozen=True, slots=True)
class Resolved:
    """A currency, whether the text states it, and why it was taken where not."""

    code: str
    certainty: str
    reason: str


@cache
def _places() -> tuple[dict[str, str], AhoCorasick, list[str]]:
    """Place or demonym to currency, and the automaton that finds them all in one pass."""
    with PLACES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    places: dict[str, str] = {}
    for row in rows:
        for place in row["places"].split("|"):
            places.setdefault(place.lower(), row["currency"])
    names = [name for row in rows for name in row["places"].split("|")]
    # Demonyms stand in front of money words too, and come with the reviewed table of currencies.
    for code, adjective in _demonyms():
        places.setdefault(adjective.lower(), code)
        names.append(adjective)
    return places, AhoCorasick(names, matchkind=MatchKind.LeftmostLongest), names


def _demonyms() -> Iterable[tuple[str, str]]:
    for first, found in load_lexicon().names.items():
        for words, form in found:
            if len(words) == 2 and form.stated and not form.is_minor and len(first) > 3:
                yield form.codes[0], first.title()


@cache
def home_currency(home: str) -> str:
    """Return the currency of an outlet's home: an ISO 4217 code, or an ISO 3166 alpha-2 country code.

    >>> home_currency("AU"), home_currency("NOK")
    ('AUD', 'NOK')
    >>> home_currency("Atlantis")
    ''
    """
    code = home.strip().upper()
    if code in load_lexicon().codes:
        return code
    current = currencies_of(code)
    return current[0] if current else ""


def currencies_of(territory: str) -> list[str]:
    """Give the currencies that a territory pays in now, by its ISO 3166 alpha-2 code; none if it is not known.

    Source:
        CLDR, territory currencies: those without an end that are legal tender.

    >>> currencies_of("AU")
    ['AUD']
    """
    return [row[0] for row in get_global("territory_currencies").get(territory, ()) if row[2] is None and row[3]]


def dateline_currency(text: str) -> tuple[str, str]:
    """Return the currency of the place a text is datelined, and the place; empty where there is no dateline.

    >>> dateline_currency("SYDNEY (Reuters) - The fund gets $5 million.")
    ('AUD', 'Sydney')
    >>> dateline_currency("The fund gets $5 million.")
    ('', '')
    """
    match = _DATELINE.match(text, 0, _OPENING)
    if match is None:
        return "", ""
    place = match["place"].strip().lower()
    code = _places()[0].get(place, "")
    return (code, place.title()) if code else ("", "")


class Context:
    """What the text says about its currencies, asked only where a form is ambiguous."""

    def __init__(self, text: str, moneys: list[Money], starts: list[int], *, home: str | None) -> None:
        self.text = text
        self.home = home_currency(home) if home else ""
        self.said = [
            (start, money.form.codes[0], money.form)
            for start, money in zip(starts, moneys, strict=True)
            if money.form.stated
        ]
        self._places: tuple[str, str] | None = None
        self._lone_dollar: bool | None = None
        self._near: dict[tuple[str, ...], _Clues] = {}
        self._told: dict[tuple[tuple[str, ...], bool, bool], _Clues] = {}
        self._all_named: list[_Clue] | None = None
        self.foreign_dollars = False  # a bare "$" converts another dollar in this text: it is the US one

    def resolve(self, form: Form, start: int, *, converts: str = "", never: frozenset[str] = _NONE) -> Resolved:
        """Return which currency `form` at `start` means.

        `converts` is the currency it is a conversion of, `never` holds those it
        is converted into: it means none of them.
        """
        if form.stated:
            return Resolved(form.codes[0], "stated", "")
        codes = _candidates(form)
        if converts or never:
            codes = tuple(code for code in codes if code != converts and code not in never) or form.codes
        if converts and form.codes[0] in codes:
            return Resolved(form.codes[0], "assumed", f"converts an amount in {converts}")
        if not ("$" in form.text and self.foreign_dollars):
            for look in (self._earlier, self._by_dateline, self._by_home, self._by_name):
                found = look(form, codes, start)
                if found:
                    return Resolved(found[0], "assumed", found[1])
        first = form.codes[0] if form.codes[0] in codes else codes[0]
        return Resolved(first, "assumed", f"{form.text!r} taken at its most usual meaning")

    def _earlier(self, form: Form, codes: tuple[str, ...], start: int) -> tuple[str, str] | None:
        """Return the last amount before this one, else the first after it, that says which of `codes` it is."""
        loose = form.is_minor or form.kind == "name"
        key = (codes, loose, "$" in form.text)
        told = self._told.get(key)
        if told is None:
            told = _Clues(
                [
                    (at, code, other.text)
                    for at, code, other in self.said
                    if code in codes and _alike(loose, other) and _same_sign(form, other)
                ]
            )
            self._told[key] = told
        clue, after = told.nearest(start)
        if clue is None or (after and not loose):
            return None
        _, code, printed = clue
        # "US$" beside a bare "$" says that the two differ, where the text is at home with another dollar,
        # or tells of one other country that has a dollar.
        if code == "USD" and "$" in form.text and (self._local(codes) not in ("", "USD") or self._lone()):
            return None
        return code, f"as {printed!r} {'later' if after else 'earlier'} in the text"

    def _local(self, codes: tuple[str, ...]) -> str:
        """Return the currency of the dateline or the outlet, where it is one of `codes`."""
        return next((code for code in (self._dateline()[0], self.home) if code in codes), "")

    def _dateline(self) -> tuple[str, str]:
        if self._places is None:
            self._places = dateline_currency(self.text)
        return self._places

    def _by_dateline(self, form: Form, codes: tuple[str, ...], start: int) -> tuple[str, str] | None:
        code, place = self._dateline()
        return (code, f"dateline {place}") if code in codes else None

    def _by_home(self, form: Form, codes: tuple[str, ...], start: int) -> tuple[str, str] | None:
        return (self.home, f"home currency {self.home}") if self.home in codes else None

    def _by_name(self, form: Form, codes: tuple[str, ...], start: int) -> tuple[str, str] | None:
        """Return the nearest country named, before the amount rather than after.

        For the dollar, which crosses borders, only where the text names one
        country that calls its money so, and not the United States.
        """
        if ("$" in form.text or "dollar" in form.text or "cent" in form.text or form.text in "c¢") and not self._lone():
            return None
        near = self._near.get(codes)
        if near is None:
            near = self._near[codes] = _Clues([item for item in self._names() if item[1] in codes])
        clue, _ = near.nearest(start)
        return (clue[1], f"{clue[2]} is named in the text") if clue else None

    def _names(self) -> "list[_Clue]":
        if self._all_named is None:
            self._all_named = list(_named(self.text))
        return self._all_named

    def _lone(self) -> bool:
        """Whether the text is about one dollar country of `_DOLLAR_PRESS`, and does not name the United States.

        It is about a country where no country with other money is named more
        often: an investor from Singapore does not make a text of Singapore.
        """
        if self._lone_dollar is None:
            # The cheap question first: most texts that count in bare dollars name America.
            american = _AMERICA.search(self.text) is not None
            named = Counter() if american else Counter(code for _, code, _ in self._names())
            press = _DOLLAR_PRESS & named.keys()
            most = max(named.values(), default=0)
            self._lone_dollar = len(press) == 1 and "USD" not in named and all(named[code] == most for code in press)
        return self._lone_dollar


_Clue = tuple[int, str, str]  # offset, currency, words


class _Clues:
    """Evidence in order of offset, asked for the nearest before a place, else the first after it."""

    def __init__(self, items: list[_Clue]) -> None:
        self.items = items
        self.starts = [item[0] for item in items]

    def nearest(self, start: int) -> tuple[_Clue | None, bool]:
        """Return the evidence, and whether it stands after `start`."""
        if not self.items:
            return None, False
        at = bisect_left(self.starts, start)
        return (self.items[at - 1], False) if at else (self.items[0], True)


def _named(text: str) -> Iterator[tuple[int, str, str]]:
    """Every place and demonym in `text` that has a currency: (offset, currency, name)."""
    places, automaton, names = _places()
    for pattern, start, end in automaton.find_matches_as_indexes(text):
        if not text[end : end + 1].isalpha() and not text[start - 1 : start].isalpha():
            yield start, places[names[pattern].lower()], names[pattern]


@cache
def _candidates(form: Form) -> tuple[str, ...]:
    """Return what a form may mean; a bare dollar sign is that of every dollar and peso."""
    if form.text in ("$", "＄", "﹩"):
        dollars = load_lexicon().names["dollars"][-1][1].codes + load_lexicon().names["pesos"][-1][1].codes
        return tuple(dict.fromkeys(("USD", *dollars)))
    return form.codes


def _same_sign(form: Form, other: Form) -> bool:
    """Whether an amount's sign can explain a bare "$": one that is no dollar sign ("₱", "NT") is set apart from it."""
    return "$" not in form.text or other.kind != "sign" or "$" in other.text


def _alike(loose: bool, other: Form) -> bool:
    """Whether two forms are written alike enough for one to explain the other.

    "10 million Australian dollars" and "AUD 10 million" name a currency that the
    text sets apart, and say nothing about its bare "$"; "A$10 million" does.
    Names and minor units (`loose`) follow any form of the currency.
    """
    return loose or other.kind == "sign"
