"""Cut a stretch of text into the tokens that the grammar of amounts reads.

Numbers, words and single signs, each with its offsets and the kind of gap
before it. Nothing here knows a currency.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

GLUED, SPACED, PARAGRAPH = 0, 1, 2
MAX_DIGITS = 24  # longer runs are serial numbers, and cost time

_TOKEN = re.compile(
    r"""
    (?P<w> (?![½¼¾⅓⅔⅛])                 # words first, as most tokens are: a fraction is a letter to `re`
        (?: [A-Za-z] (?:\.[A-Za-z])+ (?![A-Za-z]) \.? (?!\.)   # U.S.  L.E
          | [^\W\d_]+ ) )
    | (?P<n> [0-9]{1,3} (?:[\u0020\u00a0\u202f\u2009][0-9]{3})+ (?![0-9]) (?:[.,][0-9]{1,2}(?![0-9]))?  # 13 009
      | [0-9]+ (?:[.,'’][0-9]+)*          # 1,000.50  1'200  2,25
      | [.·] (?<![^\W_].) [0-9]+ )         # .5
    | (?P<f> [½¼¾⅓⅔⅛] )                  # a fraction of its own, or after a whole number
    | (?P<s> [^\s] )
    """,
    re.VERBOSE,
)
_PARAGRAPH = re.compile(r"\n[ \t\r\u00a0]*\n")
_FRACTIONS = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅓": Decimal(1) / 3,
    "⅔": Decimal(2) / 3,
    "⅛": Decimal("0.125"),
}
_SPACES = re.compile(r"[\u0020\u00a0\u202f\u2009'’]")
_COMMA_GROUPS = re.compile(r"[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}(?:\.[0-9]+)?")  # 1,234,567.8 and 12,34,567.8
_DOT_GROUPS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}(?:,[0-9]+)?|[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+")
_APOSTROPHES = re.compile(r"[0-9]{1,3}(?:['’][0-9]{3})+(?:\.[0-9]+)?")
# 100.000, 5,000.000, 5.000,000: nobody prints three zero decimals of money.
_ZERO_GROUPS = re.compile(r"[1-9][0-9]{0,2}(?:(?:,[0-9]{3}){0,2}\.000|(?:\.[0-9]{3}){1,2},000)")
_PLAIN = re.compile(r"[0-9]*[.·]?[0-9]+")
_DECIMAL_COMMA = re.compile(r"[0-9]+,(?:[0-9]{1,2}|[0-9]{4,})")


@dataclass(slots=True)
class Token:
    """A token: `kind` is n (number), w (word) or s (sign); `gap` is what stands before it."""

    kind: str
    text: str
    low: str
    start: int
    end: int
    gap: int
    value: Decimal | None = None
    grouped: bool = False  # a number printed with thousands apart


def read_digits(text: str) -> Decimal | None:
    """Read a number printed in digits; None where it is a date, a version or the like.

    >>> [str(read_digits(text)) for text in ("1,000.5", "12,34,567", "2,25", "13 009", "1.234.567")]
    ['1000.5', '1234567', '2.25', '13009', '1234567']
    >>> read_digits("12.5.24") is None
    True
    """
    if len(text) > MAX_DIGITS:
        return None
    if _ZERO_GROUPS.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", ""))
    if _PLAIN.fullmatch(text):
        return Decimal(text.replace("·", "."))
    if _COMMA_GROUPS.fullmatch(text):
        return Decimal(text.replace(",", ""))
    if _DECIMAL_COMMA.fullmatch(text):
        return Decimal(text.replace(",", "."))
    if _DOT_GROUPS.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    bare = _SPACES.sub("", text)
    if _SPACES.search(text) and (("'" not in text and "’" not in text) or _APOSTROPHES.fullmatch(text)):
        return Decimal(bare.replace(",", ".")) if _PLAIN.fullmatch(bare.replace(",", ".")) else None
    return None


def tokenize(text: str, start: int, stop: int) -> list[Token]:
    """Cut `text[start:stop]` into tokens, with offsets into `text`.

    >>> [token.text for token in tokenize("US$2.5bn, or 13 009", 0, 19)]
    ['US', '$', '2.5', 'bn', ',', 'or', '13 009']
    >>> tokenize("  ", 0, 2)
    []
    """
    tokens: list[Token] = []
    add = tokens.append
    last = start
    for match in _TOKEN.finditer(text, start, stop):
        begin, end = match.span()
        printed = match.group()
        gap = GLUED
        if begin > last:
            gap = PARAGRAPH if begin > last + 1 and _PARAGRAPH.search(text, last, begin) else SPACED
        last = end
        kind = match.lastgroup
        if kind == "w" and "." not in printed:
            add(Token("w", printed, printed.lower(), begin, end, gap))
        elif kind == "s":
            add(Token("s", printed, printed, begin, end, gap))
        elif kind == "n":
            add(_number(printed, begin, end, gap))
        elif kind == "w":
            bare = printed.replace(".", "")
            add(Token("w", bare, bare.lower(), begin, end, gap))
        else:
            _fraction(tokens, printed, begin, end, gap)
    return tokens


def _number(printed: str, begin: int, end: int, gap: int) -> Token:
    value = read_digits(printed)
    if value is None:
        return Token("s", printed, printed, begin, end, gap)
    grouped = value >= 1000 and not printed[1:].replace(".", "").isdigit()
    return Token("n", printed, printed, begin, end, gap, value, grouped)


def _fraction(tokens: list[Token], printed: str, begin: int, end: int, gap: int) -> None:
    """Add a fraction sign to the whole number it is glued to, or alone."""
    before = tokens[-1] if tokens else None
    if before is not None and before.kind == "n" and gap == GLUED and before.value is not None:
        tokens[-1] = Token(
            "n",
            before.text + printed,
            before.text + printed,
            before.start,
            end,
            before.gap,
            before.value + _FRACTIONS[printed],
        )
    else:
        tokens.append(Token("n", printed, printed, begin, end, gap, _FRACTIONS[printed]))
