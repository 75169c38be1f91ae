"""Read numbers: digits with scale words, number words, fractions, vague counts.

A number starts at a token and ends before one; the value is exact, or an
interval where the words give none ("tens of millions"). Currencies are none of
its business.
"""

from dataclasses import dataclass, replace
from decimal import Decimal

from analysis.money.notation.lexicon import (
    ARTICLES,
    FRACTION_WORDS,
    SCALE_PLURALS,
    SCALE_SHORT,
    SCALE_WORDS,
    TENS,
    UNITS,
    VAGUE_COUNTS,
    VAGUE_JOINED,
)
from analysis.money.notation.misspelt import MISSPELT, slips
from analysis.money.notation.tokens import GLUED, PARAGRAPH, SPACED, Token

_MAX_SCALES = 3  # "2 lakh crore", "a hundred thousand million"; more is noise, and keeps time linear
_MAX_WORDS = 14
YEARS = 1960, 2099  # that four digits may be
_ONE = Decimal(1)

_CODE = 3  # letters of a currency's code
_OF_ONE = frozenset(["a", "the", "this", "that", "its", "his", "her", "their", "our", "my"])  # "a $2.5 bill"
_HYPHENED = frozenset("MBT")  # "P1.1-B", as Manila prints it
STARTERS = frozenset(
    {*UNITS, *TENS, *SCALE_WORDS, *SCALE_PLURALS, *VAGUE_COUNTS, *VAGUE_JOINED, *ARTICLES, "half", "quarter", "couple"}
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number read from tokens: `mantissa` times `scale`, or an interval.

    `end` is the index after its last token. `low` and `high` differ where it
    is vague; `high` is None where the words set no upper bound.
    """

    low: Decimal
    high: Decimal | None
    end: int
    mantissa: Decimal
    scale: Decimal
    grouped: bool = False
    words: bool = False
    vague: bool = False
    article: bool = False  # began with "a" or "an"

    def scaled(self, scale: Decimal) -> "Number":
        """Return the same number, taken `scale` times."""
        return self.scaled_to(scale, self.end)

    def scaled_to(self, scale: Decimal, end: int) -> "Number":
        """Return the same number, taken `scale` times, ending at token `end`."""
        high = None if self.high is None else self.high * scale
        return Number(
            self.low * scale,
            high,
            end,
            self.mantissa,
            self.scale * scale,
            self.grouped,
            self.words,
            self.vague,
            self.article,
        )


def _exact(value: Decimal, end: int, *, words: bool = False, grouped: bool = False, article: bool = False) -> Number:
    return Number(value, value, end, value, _ONE, grouped=grouped, words=words, article=article)


def read_number(tokens: list[Token], at: int) -> Number | None:
    """Read the number that starts at token `at`, with its scale words; None where none does.

    >>> from analysis.money.notation.tokens import tokenize
    >>> def value(text):
    ...     number = read_number(tokenize(text, 0, len(text)), 0)
    ...     return number and int(number.low)
    >>> [value(text) for text in ("2.5 bn", "two and a half million", "half a billion", "2 lakh crore")]
    [2500000000, 2500000, 500000000, 2000000000000]
    >>> value("quarter results") is None
    True
    """
    token = tokens[at]
    if token.kind == "n" and token.value is not None:
        return _figure(tokens, at, token)
    if token.kind == "w" and token.low in STARTERS:
        return _words(tokens, at)
    return None


# --- figures ------------------------------------------------------------------------
def _figure(tokens: list[Token], at: int, token: Token) -> Number:
    value = token.value or Decimal(0)
    end = at + 1
    if _low(tokens, end) == "point" and _kind(tokens, end + 1) == "n" and (more := tokens[end + 1].value) is not None:
        value, end = value + Decimal(f"0.{more.to_integral_value()}"), end + 2
    number = _exact(value, end, grouped=token.grouped)
    half = _and_a_half(tokens, number.end)
    if half:
        number = _exact(value + half[0], half[1])
    return _scale(tokens, number)


def _scale(tokens: list[Token], number: Number) -> Number:
    """Multiply by the scale words that follow."""
    for _ in range(_MAX_SCALES):
        found = _scale_at(tokens, number.end, figure=not number.words)
        if found is None:
            break
        scale, end = found
        number = number.scaled_to(scale, end)
    return number


def _scale_at(tokens: list[Token], at: int, *, figure: bool) -> tuple[Decimal, int] | None:
    """Return the scale word at `at`, perhaps after a hyphen, and the index after it."""
    if at >= len(tokens):
        return None
    token = tokens[at]
    if figure and slips(tokens, at):
        at, token = at + 1, tokens[at + 1]
    if token.text in ("-", "‑") and token.gap == GLUED and at + 1 < len(tokens) and tokens[at + 1].gap == GLUED:
        at, token = at + 1, tokens[at + 1]
        if token.low not in SCALE_WORDS and not (figure and token.text in _HYPHENED):
            return None
    if token.text == "+" and token.gap == GLUED and at + 1 < len(tokens):  # "$7.5+ million"
        at, token = at + 1, tokens[at + 1]
    if token.kind != "w" or token.gap == PARAGRAPH:
        return None
    scale = SCALE_WORDS.get(token.low) or SCALE_PLURALS.get(token.low)
    if scale is not None:
        return scale, at + 1
    if figure and (short := SCALE_SHORT.get(token.text)) is not None and _short_fits(tokens, at):
        return short, at + 1
    return (MISSPELT[token.low], at + 1) if figure and token.low in MISSPELT else None


def _short_fits(tokens: list[Token], at: int) -> bool:
    """Whether an abbreviated scale at `at` belongs to the figure before it."""
    token = tokens[at]
    if tokens[at - 1].text in ("-", "‑") and token.text in _HYPHENED:
        return True
    if tokens[at - 1].kind != "n" and tokens[at - 1].low not in SCALE_WORDS:
        return False
    if token.low == "bill":
        return _is_billion(tokens, at)
    if token.gap == GLUED:
        # "12th crown" is no sum; "EUR 120th" is.
        return token.low != "th" or (at > 1 and (tokens[at - 2].kind == "s" or tokens[at - 2].text.isupper()))
    # "th" apart from its figure is a slip for a date; "5 b" and "5 t" read as words.
    return token.low not in ("th", "t", "mm")


def _is_billion(tokens: list[Token], at: int) -> bool:
    """Read "1.6 bill. NOK", "NOK 1.6 bill"; "a $5 bill" is a banknote, "the $12.50 bill" one to pay."""
    figure = tokens[at - 1]
    if tokens[at].gap == GLUED:
        return True
    after = tokens[at + 2] if at + 2 < len(tokens) and tokens[at + 1].text == "." else None
    signed = at > 1 and tokens[at - 2].kind == "s" and figure.gap == GLUED
    if after is not None and not signed and after.text.isupper() and len(after.text) == _CODE:
        return True
    tenths = figure.value is not None and figure.value.as_tuple().exponent == -1
    return tenths and not any(token.low in _OF_ONE for token in tokens[max(at - 3, 0) : at - 1])


def _and_a_half(tokens: list[Token], at: int) -> tuple[Decimal, int] | None:
    """Read "and a half", "and three quarters", hyphens allowed, after a whole number."""
    at = _skip_hyphen(tokens, at)
    if _low(tokens, at) != "and":
        return None
    at = _skip_hyphen(tokens, at + 1)
    word = _low(tokens, at)
    count = 1 if word in ARTICLES else UNITS.get(word, 0)
    if not count:
        return None
    at = _skip_hyphen(tokens, at + 1)
    part = FRACTION_WORDS.get(_low(tokens, at))
    return (part * count, at + 1) if part is not None and part < 1 else None


# --- words --------------------------------------------------------------------------
def _words(tokens: list[Token], at: int) -> Number | None:
    for read in (_vague, _fraction, _article, _spelled):
        number = read(tokens, at)
        if number is not None:
            return number
    return None


def _vague(tokens: list[Token], at: int) -> Number | None:
    """Read "hundreds of millions", "several million", "a few thousand", "multi-billion", "billions"."""
    word, start = _low(tokens, at), at
    if word in ARTICLES and _low(tokens, at + 1) in ("few",):
        at, word = at + 1, "few"
    if word in VAGUE_JOINED:
        return _interval(_ONE, None, VAGUE_JOINED[word], at + 1)
    bounds = VAGUE_COUNTS.get(word)
    if word == "multi" and _low(tokens, _skip_hyphen(tokens, at + 1)) not in SCALE_WORDS:
        return None
    if bounds is None and word in SCALE_PLURALS:
        top = Decimal(10) if word in ("hundreds", "thousands") and _low(tokens, at + 1) == "of" else None
        low = SCALE_PLURALS[word]
        nested = _nested(tokens, at + 1)
        if nested:
            return _interval(low, low * 10, *nested)
        return _interval(low, low * top if top and word == "hundreds" else None, _ONE, at + 1)
    if bounds is None:
        return None
    nested = _nested(tokens, at + 1)
    if nested:
        return _interval(*bounds, *nested)
    return _interval(*bounds, _ONE, at + 1) if word in ("several", "dozens", "few") and start <= at else None


def _nested(tokens: list[Token], at: int) -> tuple[Decimal, int] | None:
    """Return the scale a vague count counts: "of millions", " hundred million", "-billion"."""
    at = _skip_hyphen(tokens, at)
    if _low(tokens, at) == "of":
        at += 1
    scale, end = _ONE, at
    for _ in range(_MAX_SCALES):
        word = _low(tokens, end)
        step = SCALE_WORDS.get(word) or SCALE_PLURALS.get(word)
        if step is None:
            break
        scale, end = scale * step, end + 1
        if _low(tokens, end) == "of" and _low(tokens, end + 1) in SCALE_PLURALS:
            end += 1
    return (scale, end) if end > at else None


def _interval(low: Decimal, high: Decimal | None, scale: Decimal, end: int) -> Number:
    number = Number(low, high, end, low, _ONE, words=True, vague=True)
    return number.scaled(scale)


def _fraction(tokens: list[Token], at: int) -> Number | None:
    """Read "half a billion", "half-million", "a quarter of a million", "three quarters of a billion"."""
    count, start = 1, at
    word = _low(tokens, at)
    if word in ARTICLES:
        at = _skip_hyphen(tokens, at + 1)
    elif word in UNITS and _low(tokens, _skip_hyphen(tokens, at + 1)) in FRACTION_WORDS:
        count, at = UNITS[word], _skip_hyphen(tokens, at + 1)
    part = FRACTION_WORDS.get(_low(tokens, at))
    if part is None:
        return None
    at = _skip_hyphen(tokens, at + 1)
    if _low(tokens, at) == "of":
        at += 1
    if _low(tokens, at) in ARTICLES:
        at = _skip_hyphen(tokens, at + 1)
    value = part * count
    if _low(tokens, at) in SCALE_WORDS and tokens[at].gap != PARAGRAPH:
        return replace(_scale(tokens, _exact(value, at, words=True)), article=_low(tokens, start) in ARTICLES)
    if _low(tokens, start) == "half" and at > start + 1:  # "half a dollar"
        return _exact(value, at, words=True)
    return None


def _article(tokens: list[Token], at: int) -> Number | None:
    """Read "a million", "a hundred thousand", "a million and a half", "a couple of million", or a bare "a"."""
    word = _low(tokens, at)
    if word in SCALE_WORDS and not _counted(tokens, at):  # "billion-dollar losses"
        scaled = _scale(tokens, _exact(_ONE, at, words=True))
        return replace(scaled, high=None, vague=True)
    if word not in ARTICLES:
        return None
    after = _low(tokens, _skip_hyphen(tokens, at + 1))
    if after == "couple":
        end = at + 3 if _low(tokens, at + 2) == "of" else at + 2
        return _scale(tokens, _exact(Decimal(2), end, words=True))
    if after in SCALE_WORDS:
        spelled = _spelled(tokens, at)
        return spelled and replace(spelled, article=True)
    return _exact(_ONE, at + 1, words=True, article=True)


def _counted(tokens: list[Token], at: int) -> bool:
    """Whether a figure stands before the scale word at `at`."""
    return at > 0 and (tokens[at - 1].kind == "n" or tokens[at - 1].low in SCALE_WORDS)


def _spelled(tokens: list[Token], at: int) -> Number | None:
    """Read number words: "twenty-eight thousand six hundred", "one point three", "a hundred"."""
    total, current, end = Decimal(0), None, at
    for _ in range(_MAX_WORDS):
        spot = _skip_hyphen(tokens, end)
        word = _low(tokens, spot)
        if (
            word == "and"
            and current is not None
            and _low(tokens, spot + 1) in {*UNITS, *TENS}
            and _takes_and(tokens, end)
        ):
            spot, word = spot + 1, _low(tokens, spot + 1)
        if spot > at and tokens[min(spot, len(tokens) - 1)].gap == PARAGRAPH:
            break
        step = _word_step(word, total, current, first=spot == at)
        if step is None:
            break
        total, current = step
        end = spot + 1
    if end == at:
        return None
    value = total + (current or 0)
    return _finish(tokens, value, end)


def _word_step(
    word: str, total: Decimal, current: Decimal | None, *, first: bool
) -> tuple[Decimal, Decimal | None] | None:
    """Return what one more number word makes of the value so far; None where it does not fit."""
    if word in ARTICLES and first:
        return total, _ONE
    if word in UNITS or word in TENS:
        value = UNITS.get(word, TENS.get(word, 0))
        if current is not None and not _joins(current, value):
            return None
        return total, (current or Decimal(0)) + value
    scale = SCALE_WORDS.get(word) or SCALE_PLURALS.get(word)
    if scale is None or (first and current is None):
        return None
    if scale == 100:
        return (total, (current or _ONE) * scale) if current is None or current < 100 else None
    if total and total < scale:
        return Decimal(0), (total + (current or 0)) * scale  # "a hundred thousand million"
    return total + (current if current is not None else _ONE) * scale, None


def _joins(current: Decimal, value: int) -> bool:
    """Whether a unit or ten may follow what has been read: "twenty" + "eight", "hundred" + "forty"."""
    if current % 100 == 0 and current:
        return True
    return current % 10 == 0 and current % 100 >= 20 and value < 10 and current != 0


def _takes_and(tokens: list[Token], at: int) -> bool:
    return tokens[at - 1].low in SCALE_WORDS


def _finish(tokens: list[Token], value: Decimal, end: int) -> Number:
    """Add a decimal part, a half, and the scale words after it."""
    last_is_scale = tokens[end - 1].low in SCALE_WORDS
    if _low(tokens, end) == "point" and (decimals := _decimals(tokens, end + 1)):
        return _scale(tokens, _exact(value + decimals[0], decimals[1], words=True))
    half = _and_a_half(tokens, end)
    if half:
        scale = SCALE_WORDS[tokens[end - 1].low] if last_is_scale else _ONE
        return _scale(tokens, _exact(value + half[0] * scale, half[1], words=True))
    if last_is_scale:  # "five million" shares its scale in "four to five million"
        scale = SCALE_WORDS[tokens[end - 1].low]
        return replace(_exact(value, end, words=True), mantissa=value / scale, scale=scale)
    return _scale(tokens, _exact(value, end, words=True))


def _decimals(tokens: list[Token], at: int) -> tuple[Decimal, int] | None:
    digits = ""
    while _low(tokens, at) in UNITS and UNITS[_low(tokens, at)] < 10 and len(digits) < 6:
        digits, at = digits + str(UNITS[_low(tokens, at)]), at + 1
    return (Decimal("0." + digits), at) if digits else None


# --- looking at tokens ----------------------------------------------------------------
def _low(tokens: list[Token], at: int) -> str:
    return tokens[at].low if 0 <= at < len(tokens) else ""


def _kind(tokens: list[Token], at: int) -> str:
    return tokens[at].kind if 0 <= at < len(tokens) else ""


def _skip_hyphen(tokens: list[Token], at: int) -> int:
    """Return the index after a hyphen glued on both sides, else `at`."""
    if at + 1 < len(tokens) and tokens[at].text in ("-", "‑") and tokens[at].gap == GLUED == tokens[at + 1].gap:
        return at + 1
    return at


__all__ = ["GLUED", "PARAGRAPH", "SPACED", "STARTERS", "Number", "read_number"]
