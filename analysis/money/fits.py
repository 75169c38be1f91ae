"""Judge whether a currency beside a number makes an amount, or something else.

"Euro 2020", "COP28", "40 pounds of rice", "a dollar store", "7 won the race":
every rule here says no to words that only look like money.
"""

from analysis.money.currencies import CAREFUL_CODES, Form
from analysis.money.forms import low_at, sign_at
from analysis.money.lexicon import (
    LOWER_ONLY,
    MONEY_OF,
    NEEDS_SCALE,
    NOT_MONEY_AFTER,
    RATE_UNITS,
    TINY_UNITS,
    WEIGHT_AFTER,
    WEIGHT_BEFORE,
)
from analysis.money.numbers import Number
from analysis.money.tokens import GLUED, PARAGRAPH, SPACED, Token

# Signs of one letter: only where they touch the figure, or close to it.
LETTERS = frozenset(["R", "K", "P", "N", "B", "L", "Q", "W", "c", "p", "F", "T"])


def fits_before(tokens: list[Token], form: Form, spot: int, number: Number) -> bool:
    """Whether this form may precede this number: rules out "Euro 2020", "COP28", "R 5", "$TSLA"."""
    figure = tokens[spot]
    plain = not number.grouped and number.scale == 1
    after = tokens[number.end] if number.end < len(tokens) else None
    if after is not None and after.gap == GLUED and after.kind == "w" and after.text not in ("s",):
        if sign_at(tokens, number.end) is None:
            return False  # "$4x4", "R2D2"
    if form.careful and (plain or form.text == "US"):
        return figure.gap == GLUED and (
            (form.text == "PS" and number.low >= 10) or (form.text == "US" and number.scale > 1)
        )
    if form.kind == "code" and figure.kind != "n":
        return number.scale > 1
    if form.text in LETTERS:
        # "R18" is a rating and "R22" a gas; "R5" a road. Fares and fines are larger or in cents.
        return not plain or (figure.gap == GLUED and (number.low >= 100 or "." in figure.text))
    if form.kind == "name":
        small = form.text in ("euro", "yen", "won", "dinar", "peso", "rand")
        return not (small and plain) and form.text != "won"
    if form.text.isalpha() and form.kind == "sign" and len(form.text) == 2 and form.text.isupper():
        return figure.gap == GLUED or not plain or form.text in ("RM", "KD", "QR", "SR", "LE", "TL", "JD", "BD")
    return True


def fits_after(tokens: list[Token], form: Form, number: Number, start: int, end: int, *, hyphen: bool) -> bool:
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
        return number.low < 100 and (closes or (tokens[end - 1].gap == GLUED and following.gap == SPACED))
    return closes or (following is not None and following.gap != GLUED)
