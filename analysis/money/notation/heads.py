"""Heads of tables that name a currency, with or without a scale: "Amount (US$ million)", "All figures in CHF"."""

import re
from dataclasses import dataclass
from decimal import Decimal

from analysis.money.notation.currencies import Form
from analysis.money.notation.forms import SCALED_CODES, name_at, sign_at
from analysis.money.notation.lexicon import SCALE_PLURALS, SCALE_SHORT, SCALE_WORDS
from analysis.money.notation.tokens import Token, tokenize

_ONE = Decimal(1)
_SCALES = {word.lower(): scale for table in (SCALE_SHORT, SCALE_PLURALS, SCALE_WORDS) for word, scale in table.items()}
_THOUSANDS = frozenset(["000", "1000", "1,000", "1.000", "1'000", "1’000", "1 000", "1\u00a0000", "1\u202f000"])
_MILLIONS = frozenset(["1,000,000", "1 000 000", "1000000"])
_OPENS = frozenset(["(", "[", "|", ";", ":", "/", "–", "—", "-", ","])
_CLOSES = frozenset([")", "]", "|", ";", ":", "/", ",", ".", "–", "—"])
_LEADS = frozenset(["in", "of"])
_TRAILS = frozenset(["equivalent", "equiv", "equivalents", "at", "unless"])
_FREE_NAMES = frozenset(["euro", "euros", "dollars"])  # that head a column alone, as "Won" and "Marks" do not
_POUNDS = frozenset(["pound", "pounds", "p"])
# What a column or a line of money is called.
_MONEY = re.compile(
    r"""\b(?:amounts?|values?|sums?|figures|pledge[sd]?|contributions?|contributed|received|paid|payments?|budgets?|costs?
    |fund(?:s|ing|ed)?|financ\w+|donations?|donors?|grants?|loans?|credits?|requirements?|required|requested|appeals?
    |promis\w+|pledg\w+|signed|agreed|announced|offer(?:s|ed)?|approved|contracted|expenditures?|spending|commit\w+|disburse\w*|allocat\w+|incomes?|revenues?|price|certified|gap|shortfall|support
    |aid|assistance|transfers?|released|outstanding|balance)\b""",
    re.VERBOSE | re.IGNORECASE,
)
# What other columns count.
_COUNT = re.compile(
    r"""%|\#|\b(?:per\s?cent(?:age)?|share|number|no\.?|nos|people|persons|households|families|children|beneficiar\w+|women
    |girls|boys|men|patients|cases|deaths|population|refugees|reached|doses|kits|units?|items|quantit\w+|qty|tonnes|tons
    |mt|kg|km|ha|lit(?:er|re)s|projects|schools|wells|staff|year|years|date|day|days|month|months|age|rank|position|page
    |pages|code|ref|ratio|rate|votes|seats|points|pts|played|wins|goals|targets?|coverage|funded|id|phone|tel)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_FIRST_COUNT = re.compile(
    r"(?:people|persons|households|families|beneficiaries|population|deaths|patients)\b(?:\s\w+)?$", re.IGNORECASE
)
_TELLS = re.compile(r"\b(?:all|amounts?|figures|values?|sums|numbers|totals?|expressed|thousands?|millions?)\b", re.I)
_SPREAD = re.compile(r"\t| {2}")


@dataclass(frozen=True, slots=True)
class Unit:
    """A currency as the head of a table prints it, and by how much its figures are to be multiplied."""

    form: Form
    scale: Decimal
    start: int
    end: int
    numeral: bool  # whether the scale is printed as a number ("NOK 1 000")


def is_money(words: str) -> bool:
    """Whether a head speaks of money ("Funds available"), and not of a share of it ("Gap %")."""
    return _MONEY.search(words) is not None and "%" not in words and "per cent" not in words.lower()


def is_count(words: str, *, first: bool = False) -> bool:
    """Whether a head speaks of what is counted: people, years, shares; with `first` a label ("Households reached")."""
    return (_FIRST_COUNT.match(words) if first else _COUNT.search(words)) is not None


def unit_of(text: str, low: int, high: int) -> Unit | None:
    """Give the currency that a line names as that of the figures below it; None where it names none.

    >>> unit_of("Pledge (EUR m)", 0, 14).form.codes, str(unit_of("in thousands of euros", 0, 21).scale)
    (('EUR',), '1000')
    >>> unit_of("It costs euros to win", 0, 21) is None
    True
    """
    tokens = tokenize(text, low, high)
    for at, token in enumerate(tokens):
        if token.kind == "n":
            continue
        unit = _unit_at(tokens, at, text, low, high)
        if unit is not None:
            return unit
    return None


def _unit_at(tokens: list[Token], at: int, text: str, low: int, high: int) -> Unit | None:
    form, end, scale = _currency(tokens, at)
    if form is None:
        return None
    begin, numeral = at, False
    scaled = scale != _ONE
    if not scaled:
        scale, end, numeral = _scale_after(tokens, end)
        scaled = scale != _ONE
    if not scaled:
        scale, begin, numeral = _scale_before(tokens, at)
        scaled = scale != _ONE
    how = _opening(tokens, begin, text)
    if how is None or not _is_closed(tokens, end, text):
        return None
    plain = form.kind == "name" and end - at == 1 and tokens[at].low not in _FREE_NAMES
    if (plain or form.careful) and how not in ("bracket", "in") and not scaled:
        return None
    if (
        numeral
        and (how in ("start", "word") or tokens[begin - 1].text in ":-–—,/")
        and "'" not in text[tokens[begin].start : tokens[end - 1].end]
    ):
        return None  # "Fee: CHF 1,000" is a sum
    set_off = how == "in" and begin > 1 and tokens[begin - 2].text in _OPENS  # "Gifts received, in US dollars"
    if (
        how == "in"
        and not set_off
        and not _in_bracket(tokens, begin)
        and not scaled
        and _TELLS.search(text, low, high) is None
    ):
        return None
    return Unit(form, scale, tokens[begin].start, tokens[end - 1].end, numeral)


def _currency(tokens: list[Token], at: int) -> tuple[Form | None, int, Decimal]:
    """Give the currency that a token opens, where it ends, and a scale within it ("MUSD")."""
    token = tokens[at]
    known = SCALED_CODES.get(token.text)
    if known is not None:
        found = sign_at([Token("w", known[0], known[0].lower(), 0, 3, 1)], 0)
        return (found[0] if found is not None else None), at + 1, known[1]
    sign = sign_at(tokens, at)
    named = name_at(tokens, at)
    if sign is not None and (named is None or named[1] <= sign[1]):
        form, end = sign
        letters = form.text.isalpha() and (len(form.text) == 1 or (form.careful and form.kind == "sign"))
        return (None if letters or form.is_minor else form), end, _ONE
    if named is None or named[0].is_minor or token.low in _POUNDS:
        return None, at, _ONE
    return named[0], named[1], _ONE


def _scale_after(tokens: list[Token], at: int) -> tuple[Decimal, int, bool]:
    """Read "million", ", thousands", "'000", "1 000" behind a currency."""
    k = at
    if k < len(tokens) and tokens[k].text in ",-":
        k += 1
    if k < len(tokens) and tokens[k].low == "in":
        k += 1
    if k + 1 < len(tokens) and tokens[k].text in "'’" and tokens[k + 1].text == "000":
        k += 1
    if k >= len(tokens):
        return _ONE, at, False
    word = tokens[k]
    if word.text in _THOUSANDS | _MILLIONS:
        after = k + 1 + (k + 1 < len(tokens) and tokens[k + 1].low == "s")
        return Decimal(1000 if word.text in _THOUSANDS else 1_000_000), after, True
    scale = _SCALES.get(word.low) if word.kind == "w" else None
    return (scale, k + 1, False) if scale is not None else (_ONE, at, False)


def _scale_before(tokens: list[Token], at: int) -> tuple[Decimal, int, bool]:
    """Read "thousands of", "million", "'000", "1,000" before a currency."""
    k = at - 1 - (at > 0 and tokens[at - 1].low == "of")
    if k < 0:
        return _ONE, at, False
    if tokens[k].text in _THOUSANDS | _MILLIONS:
        first = k - (k > 0 and tokens[k - 1].text in "'’")
        return Decimal(1000 if tokens[k].text in _THOUSANDS else 1_000_000), first, True
    scale = _SCALES.get(tokens[k].low) if len(tokens[k].low) > 1 else None
    return (scale, k, False) if scale is not None else (_ONE, at, False)


def _opening(tokens: list[Token], begin: int, text: str) -> str | None:
    """Tell how a unit is set apart from what stands before it; None where it is not."""
    if begin == 0:
        return "start"
    before = tokens[begin - 1]
    if before.text in "([":
        return "bracket"
    if before.low in _LEADS:
        return "in"
    if before.text in _OPENS:
        return "cell"
    if _SPREAD.search(text, before.end, tokens[begin].start):
        return "cell"
    return "word" if _MONEY.fullmatch(before.text) else None


def _in_bracket(tokens: list[Token], begin: int) -> bool:
    """Whether a bracket is open before a unit ("(in US dollars)")."""
    return any(token.text in "([" for token in tokens[max(0, begin - 4) : begin])


def _is_closed(tokens: list[Token], end: int, text: str) -> bool:
    """Whether a unit ends a line, a bracket or a cell, or stands before a mark."""
    if end >= len(tokens):
        return True
    after = tokens[end]
    return (
        after.text in _CLOSES
        or after.low in _TRAILS
        or _SPREAD.search(text, tokens[end - 1].end, after.start) is not None
    )
