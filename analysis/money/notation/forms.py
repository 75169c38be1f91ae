"""Money phrases as data, and the currency forms that start at a token.

What a currency looks like before anybody asks whether a number stands beside it
(`analysis.money.notation.beside`) or whether it may (`analysis.money.notation.fits`).
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from analysis.money.notation.currencies import Form, load_lexicon
from analysis.money.notation.lexicon import NAME_BEFORE, SCALE_PREFIXES
from analysis.money.notation.numbers import Number
from analysis.money.notation.tokens import GLUED, PARAGRAPH, SPACED, Token

LEXICON = load_lexicon()
HYPHENS = frozenset("-‑")
_LETTERS_OF = re.compile(r"[^\W\d_]+")


def _opener(sign: str) -> str:
    """Return the text of the token that a sign starts with."""
    letters = _LETTERS_OF.match(sign)
    return letters.group() if letters else sign[0]


# Press databases spell signs out: "Pounds 325,000", "Dollars 5m".
CAPITAL_BEFORE = frozenset(["Pounds", "Dollars", "Euros", "Francs"])
# Texts of tokens that can open a phrase with its currency first.
SCALED_CODES = {
    prefix + code: (code, scale) for code in LEXICON.codes for prefix, scale in SCALE_PREFIXES.items()
}  # "MSEK", "kEUR"
OPENERS = (
    frozenset(_opener(sign) for sign in LEXICON.signs) | NAME_BEFORE | CAPITAL_BEFORE | {"L", "U"} | set(SCALED_CODES)
)


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


def make_money(form: Form, number: Number, start: int, end: int) -> Money:
    """Put a number and a currency together, minor units taken into account."""
    low = number.low / form.minor
    high = None if number.high is None else number.high / form.minor
    return Money(low, high, form, start, end, number, vague=number.vague)


def low_at(tokens: list[Token], at: int) -> str:
    """Return the word at `at` in lower case, empty outside the list."""
    return tokens[at].low if 0 <= at < len(tokens) else ""


def same_paragraph(tokens: list[Token], at: int) -> bool:
    """Whether there is a token at `at`, and no blank line before it."""
    return at < len(tokens) and tokens[at].gap != PARAGRAPH


def sign_at(tokens: list[Token], at: int) -> tuple[Form, int] | None:
    """Return the longest sign, code or abbreviation that starts at `at`: (form, index after it).

    Joins letters and signs that touch ("US$", "$US", "GH¢", "Y="), and a space
    in dollar prefixes of two letters and more ("US $5", "HK $5").
    """
    best, text = None, ""
    for end in range(at, min(at + 4, len(tokens))):
        token = tokens[end]
        if token.kind == "n" or (end > at and token.gap != GLUED and not _joins(tokens, at, end)):
            break
        text += token.text
        form = LEXICON.signs.get(text)
        if form is not None:
            best = (form, end + 1)
    if best is None and tokens[at].kind == "w" and (form := LEXICON.signs.get(tokens[at].text)):
        best = (form, at + 1)
    return best


def _joins(tokens: list[Token], at: int, end: int) -> bool:
    """Whether letters and a "$" one space apart are one sign."""
    token, first = tokens[end], tokens[at]
    if end != at + 1 or token.text not in "$£" or first.kind != "w" or token.gap != SPACED:
        return False
    if len(first.text) > 1:
        return first.text != "us" and first.text.upper() + "$" in LEXICON.signs
    if not first.text.isupper() or (at and tokens[at - 1].gap == GLUED and tokens[at - 1].text in "'’"):
        return first.text == "c" and not (at and tokens[at - 1].text in "'’")
    # "A $5 million grant" opens a sentence or a headline; "paid A $5 million" is Australian.
    return first.text != "A" or (at > 0 and tokens[at - 1].text.islower() and first.gap == SPACED)


def name_at(tokens: list[Token], at: int) -> tuple[Form, int] | None:
    """Return the longest name of a currency that starts at `at`: (form, index after it)."""
    if at >= len(tokens) or tokens[at].kind != "w":
        return None
    for words, form in LEXICON.names.get(tokens[at].low, ()):
        end = _match(tokens, at, words)
        if end:
            return form, end
    return None


def _match(tokens: list[Token], at: int, words: tuple[str, ...]) -> int:
    for word in words:
        if at < len(tokens) and tokens[at].text in "-&.‑'’":
            at += 1
        if at >= len(tokens) or tokens[at].low != word or tokens[at].gap == PARAGRAPH:
            return 0
        at += 1
    return at
