"""Every way a currency is written, and the code it stands for.

Names of currencies and their plurals come from Unicode CLDR through Babel;
signs, abbreviations, minor units, demonyms and colloquial names come from the
reviewed table `data/reference/currencies.csv`. A row of that table is all it
takes to add a currency. Which of several currencies an ambiguous form means is
settled in `analysis.money.notation.context`.
"""

import csv
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from babel import Locale
from babel.core import get_global

from analysis.config import REFERENCE
from analysis.errors import ReferenceFileError

CURRENCIES = REFERENCE / "currencies.csv"
COLUMNS = ("code", "adjectives", "nouns", "signs", "minor", "first_for", "sole_for", "note")

# Codes for accounting units, tests, metals and bonds: never an amount in the news.
_UNUSED = frozenset(
    "XXX XTS XAU XAG XPT XPD XBA XBB XBC XBD XFO XFU XRE XSU XUA BOV CHE CHW CLF COU CNH CNX ECV ESA ESB BEC BEL "
    "LUC LUL MXV USN USS UYI UYW ZAL MXP".split()
)
# Codes that are also words, acronyms or brands beside figures ("TOP 10", "COP28", "PHP 8.1"):
# read only with a scale word, thousands or a currency sign of their own.
_CAREFUL = frozenset(
    "ALL AMD ANG BAM BAN BAD BTN CAD CDF COP CUP CVE DOP ERN GEL GIP GMD HTG LAK LEK MAD MOP MVR NIO PAB PEN PHP RON "
    "SCR SDG SDR SHP SOS STN TOP TRY VUV WST SLE SSP ARS BOB MUR BIF KID".split()
)
_BOUND_CAREFUL = frozenset(["CAD", "ARS", "RON", "SSP"])  # words, but rarely beside a figure
CAREFUL_CODES = _CAREFUL - _BOUND_CAREFUL
# Last words of CLDR names that are not, alone, the name of a currency.
_NEVER_ALONE = frozenset(
    "gold real reals sol inti intis unit units right rights austral australs cupon soberano".split()
)
# Signs that are also other things: read only with a scale word or thousands.
_CAREFUL_SIGNS = frozenset(
    ["PS", "US", "Le", "P", "K", "N", "B", "D", "G", "L", "Q", "W", "ID", "TD", "DT", "MT", "IR", "RO", "OR"]
)
_YEARS = re.compile(r"\s*\(.*\)$")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing a currency.

    `codes` lists what it can mean, the default first; `stated` says that the
    form leaves no doubt. `minor` is how many of it make one unit.
    """

    text: str
    codes: tuple[str, ...]
    stated: bool
    kind: str  # sign, code, name
    minor: Decimal = Decimal(1)
    careful: bool = False  # needs a scale word or thousands beside it

    @property
    def is_minor(self) -> bool:
        """Whether this is cents, pence, öre ... (or a multiple, as the toman)."""
        return self.minor != 1


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the reviewed table."""

    code: str
    adjectives: tuple[str, ...]
    nouns: tuple[str, ...]
    signs: tuple[str, ...]
    minor: tuple[tuple[str, Decimal], ...]
    first_for: tuple[str, ...]
    sole_for: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All forms: `signs` by exact text, `names` by first word, longest first."""

    signs: dict[str, Form]
    names: dict[str, tuple[tuple[tuple[str, ...], Form], ...]]
    adjectives: dict[str, str]  # "canadian" -> CAD, for "$5 million Canadian"
    codes: frozenset[str]


def _cut(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


def read_rows(path: Path = CURRENCIES) -> list[Row]:
    """Read the reviewed table of currencies.

    Args:
        path: a CSV file with the columns of `COLUMNS`; lists are separated by
            a vertical bar, and a minor unit that is not a hundredth says how
            many make a unit ("fils:1000").

    Returns:
        One `Row` a line, in order.

    Raises:
        ReferenceFileError: a column is missing, a code repeats or is no code;
            every fault is listed.
    """
    with path.open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    faults = [] if lines and set(COLUMNS) <= set(lines[0]) else [f"expected the columns {', '.join(COLUMNS)}"]
    if faults:
        raise ReferenceFileError(path, faults)
    rows, seen = [], set()
    for number, line in enumerate(lines, start=2):
        code = line["code"] or ""
        if not re.fullmatch(r"[A-Z]{3}", code):
            faults.append(f"line {number}: `code` is {code!r}, expected three capital letters")
        if code in seen:
            faults.append(f"line {number}: `code` {code!r} repeats")
        seen.add(code)
        rows.append(_row(line))
    if faults:
        raise ReferenceFileError(path, faults)
    return rows


def _row(line: dict[str, str]) -> Row:
    minor = []
    for cell in _cut(line["minor"] or ""):
        name, _, count = cell.partition(":")
        minor.append((name, Decimal(count or "100")))
    lists = {name: _cut(line[name] or "") for name in ("adjectives", "nouns", "signs", "first_for", "sole_for")}
    return Row(code=line["code"], minor=tuple(minor), **lists)


@cache
def _cldr() -> dict[str, tuple[set[str], bool]]:
    """Code to (names in every inflection, whether it is historic), from CLDR."""
    locale = Locale("en")
    # Plural forms are in CLDR's data, and Babel offers them for one number at a time only.
    plurals = locale._data["currency_names_plural"]  # noqa: SLF001
    found = {}
    for code, name in locale.currencies.items():
        if code in _UNUSED:
            continue
        names = {name, *plurals.get(code, {}).values()}
        historic = bool(re.search(r"\d{4}", name))
        found[code] = ({_YEARS.sub("", each).lower() for each in names}, historic)
    return found


@cache
def _current() -> frozenset[str]:
    """Codes of the money that some territory uses now, and those of none, which begin with X (XDR, XAF)."""
    spans = [span for some in get_global("territory_currencies").values() for span in some]
    return frozenset(code for code, _, until, _ in spans if until is None) | {
        code for code in _cldr() if code[0] == "X"
    }


def phrase(name: str) -> tuple[str, ...]:
    """Return the words of a name, as the grammar matches them.

    >>> phrase("Hong Kong dollars")
    ('hong', 'kong', 'dollars')
    >>> phrase("12")
    ()
    """
    return tuple(_WORD.findall(name.lower()))


class _Builder:
    """Gathers forms, then settles what each can mean."""

    def __init__(self) -> None:
        self.meanings: dict[tuple[str, str], list[str]] = {}
        self.minor: dict[tuple[str, str], Decimal] = {}
        self.first: dict[str, str] = {}
        self.sole: dict[str, str] = {}

    def add(self, kind: str, text: str, code: str, minor: Decimal = Decimal(1)) -> None:
        key = (kind, text if kind == "sign" else " ".join(phrase(text)))
        codes = self.meanings.setdefault(key, [])
        if code not in codes:
            codes.append(code)
        if minor != 1:
            self.minor[key] = minor

    def form(self, kind: str, text: str) -> Form:
        codes = self.meanings[kind, text]
        sole = self.sole.get(text)
        first = sole or self.first.get(text)
        if first:
            codes = [first, *(code for code in codes if code != first)]
        minor = self.minor.get((kind, text), Decimal(1))
        stated = bool(sole) or (len(codes) == 1 and not first)
        return Form(text, tuple(codes), stated, kind, minor, text in _CAREFUL_SIGNS)


def _add_cldr(builder: _Builder) -> None:
    nouns: dict[str, list[str]] = {}
    # Current currencies first: "Turkish lira" is that of today.
    for code, (names, historic) in sorted(_cldr().items(), key=lambda item: item[1][1]):
        for name in sorted(names):
            words = phrase(name)
            if not words or (historic and ("name", " ".join(words)) in builder.meanings):
                continue
            builder.add("name", name, code)
            if not historic:
                nouns.setdefault(words[-1], []).append(code)
    for noun, codes in nouns.items():
        # "real", "gold", "mark" alone are words; the reviewed table says which stand alone.
        if ("name", noun) not in builder.meanings and noun not in _NEVER_ALONE:
            for code in codes:
                builder.add("name", noun, code)


def _add_row(builder: _Builder, row: Row) -> None:
    for noun in row.nouns:
        if noun not in ("real", "reals", "sol", "sum", "sums", "re", "d", "br"):
            builder.add("name", noun, row.code)
    for sign in row.signs:
        builder.add("sign", sign, row.code)
    for name, count in row.minor:
        builder.add("name" if len(name) > 2 else "sign", name, row.code, count)
        if len(name) > 2 and name.isascii() is False:
            builder.add("name", name, row.code, count)
    builder.first.update(dict.fromkeys(row.first_for, row.code))
    builder.sole.update(dict.fromkeys(row.sole_for, row.code))


def _add_adjectives(builder: _Builder, row: Row) -> None:
    """Adjective and noun together name one currency: "Malaysian ringgit", "US cents"."""
    cldr = {words[:-1] for name in _cldr().get(row.code, (set(), False))[0] if len(words := phrase(name)) > 1}
    adjectives = {phrase(each) for each in row.adjectives} | cldr
    for adjective in adjectives:
        for noun, minor in [*((noun, Decimal(1)) for noun in row.nouns), *row.minor]:
            if len(noun) > 1:
                builder.add("name", " ".join((*adjective, noun)), row.code, minor)
                builder.add("name", "".join((*adjective, *phrase(noun))), row.code, minor)


@cache
def currency_codes() -> frozenset[str]:
    """Give the ISO 4217 codes in use, and those of the table."""
    return _current() | {row.code for row in read_rows()}


@cache
def load_lexicon(path: Path = CURRENCIES) -> Lexicon:
    """Build every form of every currency, once.

    Args:
        path: the reviewed table, see `read_rows`.

    Returns:
        The `Lexicon`: a form that several currencies share lists them all, the
        default first, and is not `stated`.

    Raises:
        ReferenceFileError: the table has faults.

    Source:
        Unicode CLDR (names, plurals, current and historic ISO 4217 codes)
        through Babel; the reviewed table for all else.

    >>> load_lexicon().signs["A$"].codes
    ('AUD',)
    >>> load_lexicon().signs["$"].stated
    False
    """
    rows = read_rows(path)
    builder = _Builder()
    for row in rows:
        _add_row(builder, row)
    _add_cldr(builder)
    for row in rows:
        _add_adjectives(builder, row)
    signs = {text: builder.form(kind, text) for kind, text in builder.meanings if kind == "sign"}
    codes = {row.code for row in rows} | set(_cldr())
    for code in codes:
        signs[code] = Form(code, (code,), True, "code", careful=code not in _current() or code in CAREFUL_CODES)
    for code in ("usd", "eur", "gbp", "inr", "aud", "cad", "nzd"):
        signs[code] = Form(code, (code.upper(),), True, "code")
    names: dict[str, list[tuple[tuple[str, ...], Form]]] = {}
    for kind, text in builder.meanings:
        words = tuple(text.split())
        if kind == "name" and words:
            names.setdefault(words[0], []).append((words, builder.form(kind, text)))
    ordered = {first: tuple(sorted(found, key=lambda pair: -len(pair[0]))) for first, found in names.items()}
    adjectives = {a.lower(): row.code for row in rows if "dollar" in row.nouns for a in row.adjectives}
    return Lexicon(signs, ordered, adjectives, frozenset(codes))
