"""Judge whether a currency beside a number makes an amount, or something else.

"Euro 2020", "COP28", "40 pounds of rice", "a dollar store", "7 won the race":
every rule here says no to words that only look like money.
"""

from itertools import takewhile

from analysis.money.notation.currencies import CAREFUL_CODES, Form
from analysis.money.notation.forms import low_at, sign_at
from analysis.money.notation.lexicon import (
    AFTER_LONE_UNIT,
    LOWER_ONLY,
    MONEY_NOUNS,
    MONEY_OF,
    NEEDS_SCALE,
    NEVER_AFTER,
    NOT_MONEY_AFTER,
    RATE_UNITS,
    TINY_UNITS,
    WEIGHT_AFTER,
    WEIGHT_BEFORE,
)
from analysis.money.notation.numbers import YEARS, Number
from analysis.money.notation.tokens import GLUED, PARAGRAPH, SPACED, Token

# Signs of one letter: only where they touch the figure, or close to it.
LETTERS = frozenset(["R", "K", "P", "N", "B", "L", "Q", "W", "c", "p", "F", "T"])


def fits_before(tokens: list[Token], form: Form, spot: int, number: Number) -> bool:
    """Whether this form may precede this number: rules out "Euro 2020", "COP28", "R 5", "$TSLA"."""
    figure = tokens[spot]
    plain = not number.grouped and number.scale == 1
    after = tokens[number.end] if number.end < len(tokens) else None
    glued = after is not None and after.gap == GLUED and after.kind == "w" and after.text != "s"
    if glued and sign_at(tokens, number.end) is None:
        return False  # "$4x4", "R2D2"
    if form.careful and (plain or form.text == "US"):
        return _careful_fits(tokens, form, spot, number)
    if form.kind == "code" and figure.kind != "n":
        return number.scale > 1
    if form.text in LETTERS or form.text == "sh":  # "sh420m", "sh30,000"
        if spot > 1 and tokens[spot - 1].gap == GLUED and tokens[spot - 2].text not in "([\"'“‘—":
            return False  # "?v=B0B4y"
        # "R18" is a rating and "R22" a gas; "R5" a road. Fares and fines are larger or in cents.
        return not plain or (figure.gap == GLUED and (number.low >= 100 or "." in figure.text))
    if form.kind == "name":
        small = form.text in ("euro", "yen", "won", "dinar", "peso", "rand")
        return not (small and plain) and form.text != "won"
    if form.text.isalpha() and form.kind == "sign" and len(form.text) == 2 and form.text.isupper():
        return figure.gap == GLUED or not plain or form.text in ("RM", "KD", "QR", "SR", "LE", "TL", "JD", "BD")
    return True


_TIED = frozenset(["pegged", "denominated", "linked", "backed", "indexed", "hedged"])
_FARE = 100  # from which a figure behind a code that is a word too may be a sum
_PAID = frozenset(
    "cost costs costing pay pays paid paying price priced prices fee fees fine fined worth earn earns earned charge "
    "charges charged rent salary wage wages loan borrowed lent spend spends spent sell sells sold bought buy".split()
)


def _careful_fits(tokens: list[Token], form: Form, spot: int, number: Number) -> bool:
    """Whether a form that is a word too precedes a plain figure as a currency."""
    if form.kind == "code":
        return number.low >= _FARE and _is_paid(tokens, spot)
    touching = (form.text == "PS" and number.low >= 10) or (form.text == "US" and number.scale > 1)
    return tokens[spot].gap == GLUED and touching


def _is_paid(tokens: list[Token], spot: int) -> bool:
    """Whether a word of paying stands close before a code: "it costs MAD 250", not "TOP 500"."""
    return any(low_at(tokens, spot - back) in _PAID for back in range(2, 6))


def fits_after(tokens: list[Token], form: Form, number: Number, start: int, end: int, *, hyphen: bool) -> bool:
    """Whether this form may follow this number: rules out weights, "a dollar store", "7 won the race"."""
    plain = not number.grouped and number.scale == 1
    following = low_at(tokens, end)
    if following in NOT_MONEY_AFTER and plain:
        return False
    if following == "-" and low_at(tokens, end + 1) in _TIED:
        return False  # "nine dollar-pegged coins"
    if form.careful and plain:
        return form.text in CAREFUL_CODES - {"ALL", "TOP", "TRY"} and number.low >= 100
    if number.article and number.scale == 1 and number.low == 1:
        return _lone_unit(tokens, form, end, hyphen=hyphen)
    if form.kind == "name" and end - number.end - hyphen <= 1:
        return _name_fits(tokens, number, start, end, hyphen=hyphen)
    if form.text in ("c", "p", "le", "R", "sh"):
        return _small_sign(tokens, form, number, start, end)
    return True


def _name_fits(tokens: list[Token], number: Number, start: int, end: int, *, hyphen: bool) -> bool:
    """Whether a name of one word is that of a currency: "7 won the race", "5 Dinar Road" are not."""
    plain = not number.grouped and number.scale == 1
    word, printed, following = tokens[end - 1].low, tokens[end - 1].text, low_at(tokens, end)
    if word in ("pound", "pounds"):
        return not _weighs(tokens, number, start, end, hyphen=hyphen)
    if word == "won":
        rate = following in ("a", "an", "per") and low_at(tokens, end + 1) in RATE_UNITS
        lasting = following == "over" and low_at(tokens, end + 1) in _SPANS | {"the"} and _spans(tokens, end + 2)
        return not plain and (rate or lasting or following not in ("the", "a", "an", "by", "over", "his", "her"))
    if word in LOWER_ONLY and not printed.islower():
        return False
    if printed == "Euro" and plain and YEARS[0] <= number.low <= YEARS[1] and following in _TOURNAMENT:
        return False
    if not plain:
        return word not in NEVER_AFTER
    small = word in TINY_UNITS and number.low < 100
    address = printed.istitle() and end < len(tokens) and tokens[end].text.istitle()
    return not (small or address or word in NEEDS_SCALE or word in NEVER_AFTER)


# "won over the next five years", not "won over the crowd".
_SPANS = frozenset("two three four five six seven eight nine ten a".split())
_TIMES = frozenset("next coming past last following previous course period years decade decades year months".split())
# "The 2024 Euro final".
_TOURNAMENT = frozenset(
    "final finals semifinal semifinals qualifier qualifiers qualifying qualification champion champions championship "
    "championships squad squads tournament winner winners winning win hosts campaign triumph title victory".split()
)


def _spans(tokens: list[Token], at: int) -> bool:
    return low_at(tokens, at) in _TIMES


def _lone_unit(tokens: list[Token], form: Form, end: int, *, hyphen: bool) -> bool:
    """Read "a dollar", not "a dollar store", "a pound of flesh" or "a dollar-denominated bond"."""
    if form.kind != "name" or hyphen:
        return False
    if end >= len(tokens) or tokens[end].gap == PARAGRAPH:
        return True
    following = tokens[end]
    if tokens[end - 1].low in ("pound", "penny", "mark", "crown", "real", "sol", "won", "cent"):
        return False
    if following.kind == "s":
        return following.text in ".,;:!?)" or following.text in "'’\""
    return following.low in AFTER_LONE_UNIT


_MEASURES = frozenset(
    "kilogram kilograms kilo kilos kg ton tons tonne tonnes ounce ounces litre litres liter liters".split()
)

_BREAKS = frozenset(") . ; , for to euros dollars $ €".split())


def _is_measured(tokens: list[Token], start: int) -> bool:
    """Whether the words tell a weight again in another measure: "900 pounds or some 2,000 8-ounce bottles"."""
    ahead = (low_at(tokens, start + k) for k in range(9))
    return any(low in _MEASURES for low in takewhile(lambda low: low not in _BREAKS, ahead))


def _weighs(tokens: list[Token], number: Number, start: int, end: int, *, hyphen: bool) -> bool:
    """Whether these pounds are weight."""
    following, after = low_at(tokens, end), low_at(tokens, end + 1)
    if following in ("-", "‑"):
        return after in WEIGHT_AFTER or not hyphen
    if following in WEIGHT_AFTER:
        return True
    if following == "of":
        return after not in MONEY_OF
    if following in ("or", "(") and _is_measured(tokens, end + 1):
        return True
    if hyphen and number.scale == 1:
        return following not in MONEY_NOUNS
    return any(low_at(tokens, start - back) in WEIGHT_BEFORE for back in range(1, 4))


def _small_sign(tokens: list[Token], form: Form, number: Number, start: int, end: int) -> bool:
    """Whether a sign of one small letter is one: after a plain figure, and not before another word of a unit."""
    following = tokens[end] if end < len(tokens) else None
    before = tokens[start - 1] if start else None
    if number.words or (number.scale > 1 and form.text != "R"):
        return False
    if before is not None and tokens[start].gap == GLUED and before.text not in "([\"'“‘":
        return False
    closes = following is None or (following.kind == "s" and following.text in ".,;:!?)]")
    if form.text == "c":
        return number.low < 100 and (
            closes or (tokens[end - 1].gap == GLUED and following is not None and following.gap == SPACED)
        )
    return closes or (following is not None and following.gap != GLUED)
