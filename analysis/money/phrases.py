"""Read one money phrase: a number and a currency, on either side, perhaps a range.

Works on tokens. What stands around the phrase (hedges, rates, conversions) is
read in `analysis.money.amounts`; which of several currencies is meant is
settled in `analysis.money.context`.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from analysis.money.currencies import CAREFUL_CODES, Form, load_lexicon
from analysis.money.lexicon import (
    AFTER_ONLY,
    BEFORE_ONLY,
    CHANGES,
    MONEY_OF,
    LOWER_ONLY,
    NAME_BEFORE,
    NEEDS_SCALE,
    NOT_MONEY_AFTER,
    RATE_UNITS,
    SCALE_PREFIXES,
    SCALE_WORDS,
    TINY_UNITS,
    WEIGHT_AFTER,
    WEIGHT_BEFORE,
)
from analysis.money.numbers import Number, read_number
from analysis.money.tokens import GLUED, PARAGRAPH, SPACED, Token

_LEXICON = load_lexicon()
_MINUS = frozenset("-−–")
_HYPHENS = frozenset("-‑")
_DASHES = frozenset("-–—‑~/")
# Signs of one letter, or that are also a word or a unit: only where they touch the figure, or close to it.
_LETTERS = frozenset(["R", "K", "P", "N", "B", "L", "Q", "W", "c", "p", "F", "T"])
_DOTTED_SCALES = frozenset("mil Mil mill mio Mio mln Mln mn Mn bn Bn bln Bln mrd Mrd".split())
# Texts of tokens that can open a phrase with its currency first.
OPENERS = (
    frozenset(
        {sign[0] if not sign[0].isalpha() else re.match(r"[^\W\d_]+", sign).group() for sign in _LEXICON.signs}  # type: ignore[union-attr]
    )
    | NAME_BEFORE
    | {"L", "U"}
)
_SENTENCE_END = frozenset(".;!?)")


@dataclass(frozen=True, slots=True)
class Money:
    """A number with its currency: values in units of the major currency, tokens [start, end)."""

    low: Decimal
    high: Decimal | None
    form: Form
    start: int
    end: int
    number: Number
    ranged: bool = False
    vague: bool = False
    bare: bool = False  # the currency is taken over from a neighbour


def low_at(tokens: list[Token], at: int) -> str:
    """The word at `at` in lower case, empty outside the list."""
    return tokens[at].low if 0 <= at < len(tokens) else ""


def _gap_ok(tokens: list[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].gap != PARAGRAPH


# --- currencies at a token -------------------------------------------------------------
def sign_at(tokens: list[Token], at: int) -> tuple[Form, int] | None:
    """The longest sign, code or abbreviation that starts at `at`: (form, index after it).

    Joins letters and signs that touch ("US$", "$US", "GH¢", "Y="), and a space
    in dollar prefixes of two letters and more ("US $5", "HK $5").
    """
    best, text = None, ""
    for end in range(at, min(at + 4, len(tokens))):
        token = tokens[end]
        if token.kind == "n" or (end > at and token.gap != GLUED and not _joins(tokens, at, end)):
            break
        text += token.text
        form = _LEXICON.signs.get(text)
        if form is not None:
            best = (form, end + 1)
    if best is None and tokens[at].kind == "w" and (form := _LEXICON.signs.get(tokens[at].text)):
        best = (form, at + 1)
    return best


def _joins(tokens: list[Token], at: int, end: int) -> bool:
    """Whether letters and a "$" one space apart are one sign."""
    token, first = tokens[end], tokens[at]
    if end != at + 1 or token.text not in "$£" or first.kind != "w" or token.gap != SPACED:
        return False
    if len(first.text) > 1:
        return first.text != "us" and first.text.upper() + "$" in _LEXICON.signs
    if not first.text.isupper() or (at and tokens[at - 1].gap == GLUED and tokens[at - 1].text in "'’"):
        return first.text == "c" and not (at and tokens[at - 1].text in "'’")
    # "A $5 million grant" opens a sentence or a headline; "paid A $5 million" is Australian.
    return first.text != "A" or (at > 0 and tokens[at - 1].text.islower() and first.gap == SPACED)


def name_at(tokens: list[Token], at: int) -> tuple[Form, int] | None:
    """The longest name of a currency that starts at `at`: (form, index after it)."""
    if at >= len(tokens) or tokens[at].kind != "w":
        return None
    for words, form in _LEXICON.names.get(tokens[at].low, ()):
        end = _match(tokens, at, words)
        if end:
            return form, end
    return None


def _match(tokens: list[Token], at: int, words: tuple[str, ...]) -> int:
    for word in words:
        if at < len(tokens) and tokens[at].text in "-&.‑":
            at += 1
        if at >= len(tokens) or tokens[at].low != word or tokens[at].gap == PARAGRAPH:
            return 0
        at += 1
    return at


# --- a currency before its number --------------------------------------------------------
def _before(tokens: list[Token], at: int) -> Money | None:
    """ "€1.5bn", "US$2.5 billion", "Rs. 2 lakh crore", "RM3.06mil", "ringgit 42"."""
    found = sign_at(tokens, at) or _name_before(tokens, at)
    if found is None or found[0].text in AFTER_ONLY or (found[0].is_minor and found[0].kind == "sign"):
        return None
    form, spot = found
    spot = _skip_marks(tokens, spot)
    if not _gap_ok(tokens, spot) or _glued_left(tokens, at):
        return None
    number = read_number(tokens, spot)
    if number is None or not _fits_before(tokens, form, spot, number):
        return None
    if number.words and (number.article or number.scale == 1 or number.vague):
        return None
    return _money(form, number, at, number.end)


def _name_before(tokens: list[Token], at: int) -> tuple[Form, int] | None:
    found = name_at(tokens, at)
    if found is None or tokens[found[1] - 1].low not in NAME_BEFORE:
        return None
    return found


def _skip_marks(tokens: list[Token], at: int) -> int:
    """Skip what may stand between a sign and its figure: "Rs. 5", "$-50.8bn", "Rs: 5"."""
    if at < len(tokens) and tokens[at].gap == GLUED and tokens[at].text in ".-−":
        if at + 1 < len(tokens) and (tokens[at].text == "." or tokens[at + 1].gap == GLUED):
            return at + 1
    return at


def _glued_left(tokens: list[Token], at: int) -> bool:
    """Whether letters or digits touch the sign from the left ("B2C$5", "x€5")."""
    token = tokens[at]
    if at == 0 or token.gap != GLUED or token.kind != "w":
        return False
    slug = tokens[at - 1].text == "-" and tokens[at - 1].gap == GLUED and at > 1 and tokens[at - 2].kind == "w"
    return tokens[at - 1].kind in "wn" or slug


def _fits_before(tokens: list[Token], form: Form, spot: int, number: Number) -> bool:
    """Whether this form may precede this number: rules out "Euro 2020", "COP28", "R 5", "$TSLA"."""
    figure = tokens[spot]
    plain = not number.grouped and number.scale == 1
    after = tokens[number.end] if number.end < len(tokens) else None
    if after is not None and after.gap == GLUED and after.kind == "w" and after.text not in ("s",):
        if sign_at(tokens, number.end) is None:
            return False  # "$4x4", "R2D2"
    if form.careful and (plain or form.text == "US"):
        return figure.gap == GLUED and (
            form.text == "PS" and number.low >= 10 or form.text == "US" and number.scale > 1
        )
    if form.kind == "code" and figure.kind != "n":
        return number.scale > 1
    if form.text in _LETTERS:
        # "R18" is a rating and "R22" a gas; "R5" a road. Fares and fines are larger or in cents.
        return not plain or (figure.gap == GLUED and (number.low >= 100 or "." in figure.text))
    if form.kind == "name":
        small = form.text in ("euro", "yen", "won", "dinar", "peso", "rand")
        return not (small and plain) and form.text != "won"
    if form.text.isalpha() and form.kind == "sign" and len(form.text) == 2 and form.text.isupper():
        return figure.gap == GLUED or not plain or form.text in ("RM", "KD", "QR", "SR", "LE", "TL", "JD", "BD")
    return True


# --- a currency after its number -----------------------------------------------------------
def _after(tokens: list[Token], start: int, number: Number) -> Money | None:
    """ "100 million euros", "10 EUR million", "30 MUSD", "5 zł", "44-baht"."""
    at = number.end
    if not _gap_ok(tokens, at):
        return None
    if tokens[at].text == "." and tokens[at].gap == GLUED and tokens[at - 1].text in _DOTTED_SCALES:
        at += 1  # "990 mil. NOK"
    if at >= len(tokens):
        return None
    hyphen = tokens[at].text in _HYPHENS and tokens[at].gap == GLUED and at + 1 < len(tokens)
    if hyphen:
        at += 1
        if tokens[at].gap != GLUED:
            return None
    if tokens[at].low == "of" and (number.vague or number.scale > 1 or number.words):
        at += 1
        if at < len(tokens) and tokens[at].low in ("the",):
            return None
    if at >= len(tokens):
        return None
    code = tokens[at].text in _LEXICON.codes  # BOB is a code before it is Kenyan slang
    found = (not code and name_at(tokens, at)) or _sign_after(tokens, at, number)
    if found is None:
        return _prefixed_code(tokens, start, number)
    form, end = found
    late = _late_scale(tokens, number, end) if form.kind != "name" else None
    if late is not None:
        number, end = late, late.end
    if not _fits_after(tokens, form, number, start, end, hyphen=hyphen):
        return None
    return _money(form, number, start, end)


def _sign_after(tokens: list[Token], at: int, number: Number) -> tuple[Form, int] | None:
    found = sign_at(tokens, at)
    if found is None or found[0].text in BEFORE_ONLY:
        return None
    form, end = found
    if tokens[end - 1].text == "." or form.text.startswith("$") and len(form.text) > 1:
        return None
    following = tokens[end] if end < len(tokens) else None
    if form.text in ("$", "€", "£") and following is not None and following.kind == "n" and following.gap == GLUED:
        return None  # the sign belongs to the next figure: "8 $9"
    if form.text in _LETTERS and tokens[at].gap != GLUED and form.text not in ("c", "p", "R"):
        return None
    if form.text == "R" and (number.scale > 1 or tokens[at].gap == GLUED):
        return None
    return found


def _late_scale(tokens: list[Token], number: Number, at: int) -> Number | None:
    """A scale after the currency: "10 EUR million", "2.4 CAD billion"."""
    if number.scale > 1 or at >= len(tokens) or tokens[at].kind != "w":
        return None
    scale = SCALE_WORDS.get(tokens[at].low) or {"mn": Decimal(10) ** 6, "bn": Decimal(10) ** 9}.get(tokens[at].low)
    if scale is None or tokens[at].gap == PARAGRAPH:
        return None
    return replace(number.scaled(scale), end=at + 1)


def _prefixed_code(tokens: list[Token], start: int, number: Number) -> Money | None:
    """ "30 MUSD", "48.5 MGBP": a scale letter glued to a code."""
    token = tokens[number.end]
    for length in (1, 2):
        scale = SCALE_PREFIXES.get(token.text[:length])
        code = token.text[length:]
        if scale is not None and code in _LEXICON.codes and number.scale == 1:
            return _money(
                _LEXICON.signs[code], replace(number.scaled(scale), end=number.end + 1), start, number.end + 1
            )
    return None


def _fits_after(tokens: list[Token], form: Form, number: Number, start: int, end: int, *, hyphen: bool) -> bool:
    """Whether this form may follow this number: rules out weights, "a dollar store", "7 won the race"."""
    plain = not number.grouped and number.scale == 1
    following = low_at(tokens, end)
    if following in NOT_MONEY_AFTER and plain:
        return False
    if form.careful and plain:
        return form.text in CAREFUL_CODES - {"ALL", "TOP", "TRY"} and number.low >= 100
    if number.article and number.scale == 1 and number.low == 1:
        return _lone_unit(tokens, form, end, hyphen=hyphen)
    word = tokens[end - 1].low
    if form.kind == "name" and end - number.end - hyphen <= 1:
        if word in ("pound", "pounds"):
            return not _weighs(tokens, number, start, end, hyphen=hyphen)
        if word == "won":
            rate = following in ("a", "an", "per") and low_at(tokens, end + 1) in RATE_UNITS
            return not plain and (rate or following not in ("the", "a", "an", "by", "over", "his", "her"))
        if word in NEEDS_SCALE:
            return not plain
        if word in TINY_UNITS and plain and number.low < 100:
            return False
        if plain and tokens[end - 1].text.istitle() and end < len(tokens) and tokens[end].text.istitle():
            return False  # "5 Dinar Road"
        if word in LOWER_ONLY and not tokens[end - 1].text.islower():
            return False
        if word in ("br", "para", "ban", "bani", "fen", "pa", "gold", "avo"):
            return False
    if form.text in ("c", "p", "le", "R", "sh"):
        return _small_sign(tokens, form, number, start, end)
    return True


def _lone_unit(tokens: list[Token], form: Form, end: int, *, hyphen: bool) -> bool:
    """ "a dollar", not "a dollar store", "a pound of flesh" or "a dollar-denominated bond"."""
    if form.kind != "name" or hyphen:
        return False
    if end >= len(tokens) or tokens[end].gap == PARAGRAPH:
        return True
    following = tokens[end]
    if tokens[end - 1].low in ("pound", "penny", "mark", "crown", "real", "sol", "won", "cent"):
        return False
    if following.kind == "s":
        return following.text in ".,;:!?)" or following.text in "'’\""
    return following.low in (
        "a per each for and or to more less an on in at apiece every over from extra off back tip coin bill note".split()
    )


def _weighs(tokens: list[Token], number: Number, start: int, end: int, *, hyphen: bool) -> bool:
    """Whether these pounds are weight."""
    following, after = low_at(tokens, end), low_at(tokens, end + 1)
    if following in ("-", "‑"):
        return after in WEIGHT_AFTER or not hyphen
    if following in WEIGHT_AFTER:
        return True
    if following == "of":
        return after not in MONEY_OF
    if hyphen and number.scale == 1:
        return following not in (
            "fine",
            "fines",
            "note",
            "notes",
            "ticket",
            "tickets",
            "prize",
            "cheque",
            "fee",
            "bill",
        )
    return any(low_at(tokens, start - back) in WEIGHT_BEFORE for back in range(1, 4))


def _small_sign(tokens: list[Token], form: Form, number: Number, start: int, end: int) -> bool:
    """Signs of one small letter: after a plain figure, and not before another word of a unit."""
    following = tokens[end] if end < len(tokens) else None
    before = tokens[start - 1] if start else None
    if number.words or (number.scale > 1 and form.text != "R"):
        return False
    if before is not None and tokens[start].gap == GLUED and before.text not in "([\"'“‘":
        return False
    closes = following is None or (following.kind == "s" and following.text in ".,;:!?)]")
    if form.text == "c":
        return number.low < 100 and (closes or tokens[end - 1].gap == GLUED and following.gap == SPACED)
    return closes or (following is not None and following.gap != GLUED)


def _money(form: Form, number: Number, start: int, end: int) -> Money:
    low = number.low / form.minor
    high = None if number.high is None else number.high / form.minor
    return Money(low, high, form, start, end, number, vague=number.vague)


# --- the phrase --------------------------------------------------------------------------
def read_money(tokens: list[Token], at: int) -> Money | None:
    """Read the money phrase that starts at token `at`; None where none does.

    >>> from analysis.money.tokens import tokenize
    >>> def read(text):
    ...     money = read_money(tokenize(text, 0, len(text)), 0)
    ...     return money and (int(money.low), money.high and int(money.high), money.form.codes[0])
    >>> [read(text) for text in ("$10-20 million", "33-35 billion euros", "10 EUR million")]
    [(10000000, 20000000, 'USD'), (33000000000, 35000000000, 'EUR'), (10000000, 10000000, 'EUR')]
    >>> read("Euro 2020") is None
    True
    """
    money = _before(tokens, at)
    if money is not None:
        money = _specified(tokens, money)
        return _range_from(tokens, money) or money
    number = read_number(tokens, at)
    if number is None or (at and tokens[at].gap == GLUED and tokens[at - 1].kind == "w" and tokens[at].kind == "n"):
        return None
    money = _after(tokens, at, number)
    if money is not None:
        money = _with_cents(tokens, money)
        return _range_from(tokens, money) or money
    return _range_of_numbers(tokens, at, number)


def _specified(tokens: list[Token], money: Money) -> Money:
    """Take in what follows and tells the currency: "$5 million USD", "$500 US", "$4.9 billion dollars"."""
    at = money.end
    if not _gap_ok(tokens, at):
        return money
    found = name_at(tokens, at) or (sign_at(tokens, at) if tokens[at].kind == "w" else None)
    if found is not None and money.form.kind == "sign" and not found[0].is_minor:
        form, end = found
        dollars = "$" in money.form.text and ("dollar" in form.text or form.kind == "code")
        if dollars or (form.kind != "sign" and set(form.codes) & set(money.form.codes)):
            better = money.form if money.form.stated or not form.stated else form
            return replace(money, form=better, end=end)
    if money.form.text == "$" and tokens[at].kind == "w" and tokens[at].text[0].isupper():
        code = _LEXICON.adjectives.get(tokens[at].low)
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if code and (following is None or following.kind == "s" or following.low in ("in", "to", "for", "a", "per")):
            return replace(money, form=_LEXICON.signs[code], end=at + 1)
    return _with_cents(tokens, money)


def _with_cents(tokens: list[Token], money: Money) -> Money:
    """Add the minor units that follow: "20 dollars 43 cents", "$20 and 43c", "15 dollars and 15."."""
    at = money.end
    if money.form.is_minor or money.vague or money.number.scale > 1 or money.low != int(money.low):
        return money
    joined = low_at(tokens, at) == "and"
    at += joined
    if not _gap_ok(tokens, at) or tokens[at].gap == GLUED or tokens[at].kind not in "nw":
        return money
    number = read_number(tokens, at)
    if number is None or number.low >= 100 or number.low != int(number.low) or number.article or number.vague:
        return money
    cents = _after(tokens, at, number)
    if cents is not None:
        if not cents.form.is_minor or cents.form.minor < 1:
            return money
        total = money.low + number.low / cents.form.minor
        return replace(money, low=total, high=total, end=cents.end)
    ends = number.end >= len(tokens) or tokens[number.end].text in _SENTENCE_END
    if ends and number.scale == 1 and money.low < 1000:
        total = money.low + number.low / 100
        return replace(money, low=total, high=total, end=number.end)
    return money


# --- ranges ----------------------------------------------------------------------------------
def _separator(tokens: list[Token], at: int, start: int) -> int:
    """The index after a range separator at `at`, or 0. "and" needs "between" before the phrase."""
    if not _gap_ok(tokens, at) or at + 1 >= len(tokens):
        return 0
    token = tokens[at]
    if token.text in _DASHES:
        even = token.gap == tokens[at + 1].gap
        return at + 1 if even and (token.text != "—" or token.gap == GLUED) else 0
    if token.low in ("to", "or", "through", "till"):
        return at + 1
    openers = (low_at(tokens, start - 1), low_at(tokens, start - 2))
    if token.low == "and" and ("between" in openers or openers[0] == "from"):
        return at + 1
    return 0


def _changes(tokens: list[Token], start: int) -> bool:
    """Whether a verb of change governs the phrase: "rose from $2 to $5", "increased by $2bn to $5bn"."""
    if low_at(tokens, start - 1) == "by":
        return True
    if low_at(tokens, start - 1) in ("the", "a", "its", "between"):
        return False
    window = [low_at(tokens, start - back) for back in range(1, 5)]
    return any(word in CHANGES for word in window) and "between" not in window and "range" not in window


def _range_from(tokens: list[Token], first: Money) -> Money | None:
    """A second figure after a complete first one: "$10-20 million", "€5 million to €10 million"."""
    at = _separator(tokens, first.end, first.start)
    if not at or first.vague:
        return None
    word = tokens[at - 1].low
    second = _before(tokens, at)
    if second is None:
        number = read_number(tokens, at)
        if number is None or number.vague or number.article:
            return None
        second = _after(tokens, at, number)
        if second is None:
            spaced = tokens[at - 1].gap == SPACED and word not in ("to", "or", "and")
            if spaced or not _bare_end(tokens, number, first):
                return None
            second = _money(first.form, number, at, number.end)
    return _join(tokens, first, second, word)


def _bare_end(tokens: list[Token], number: Number, first: Money) -> bool:
    """Whether a figure without a currency can close a range: "$10-20 million", not "$5 to 20 people"."""
    following = tokens[number.end] if number.end < len(tokens) else None
    if tokens[number.end - 1].kind == "n" and following is not None and following.text == "%":
        return False
    if number.scale > 1 or number.grouped:
        return True
    glued = tokens[first.end].gap == GLUED
    return glued or following is None or following.kind == "s" or following.low in ("a", "per", "each", "an", "for")


def _join(tokens: list[Token], first: Money, second: Money, word: str) -> Money | None:
    """One range of two figures, the scale shared where the first has none; None where they are two amounts."""
    related = set(first.form.codes) & set(second.form.codes) or "$" in first.form.text and "$" in second.form.text
    if not related or second.high is None or first.form.is_minor != second.form.is_minor:
        return None
    low = first.low
    shared = first.number.scale == 1 and second.number.scale > 1 and not first.number.grouped
    own = second.start < second.end and tokens[second.start].kind != "n" and first.form.kind != "name"
    if shared and first.number.mantissa < second.number.mantissa and not (own and word == "or"):
        low = low * second.number.scale
    if low >= second.low or (word == "to" and _changes(tokens, first.start)):
        return None
    form = first.form if first.form.stated or not second.form.stated else second.form
    return replace(first, low=low, high=second.high, form=form, end=second.end, ranged=True)


def _range_of_numbers(tokens: list[Token], at: int, first: Number) -> Money | None:
    """A first figure without a currency, the second with: "33-35 billion euros", "8 or $9"."""
    if first.vague or first.article:
        return None
    spot = _separator(tokens, first.end, at)
    if not spot:
        return None
    word = tokens[spot - 1].low
    second = _before(tokens, spot)
    if second is None:
        number = read_number(tokens, spot)
        if number is None or number.vague or number.article:
            return None
        second = _after(tokens, spot, number)
    if second is None or second.vague or second.form.kind == "sign" and second.form.is_minor:
        return None
    opening = replace(_money(second.form, first, at, first.end), start=at)
    return _join(tokens, opening, second, word)
