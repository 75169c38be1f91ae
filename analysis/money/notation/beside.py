"""Read a number with the currency on either side of it.

One figure, one currency; ranges and cents are put together in
`analysis.money.notation.phrases`.
"""

from dataclasses import replace

from analysis.money.notation.currencies import Form
from analysis.money.notation.fits import LETTERS, fits_after, fits_before
from analysis.money.notation.forms import (
    CAPITAL_BEFORE,
    HYPHENS,
    LEXICON,
    SCALED_CODES,
    Money,
    low_at,
    make_money,
    name_at,
    same_paragraph,
    sign_at,
)
from analysis.money.notation.lexicon import (
    AFTER_ONLY,
    BEFORE_ONLY,
    NAME_BEFORE,
    SCALE_SHORT,
    SCALE_WORDS,
)
from analysis.money.notation.misspelt import MISSPELT
from analysis.money.notation.numbers import Number, read_number
from analysis.money.notation.tokens import GLUED, PARAGRAPH, SPACED, Token

_DOTTED_SCALES = frozenset(
    "mil Mil mill mio Mio mln Mln mn Mn bil bill bn Bn bln Bln mrd Mrd mlrd mia m mld tys tis tsd thsd".split()
)


def before_figure(tokens: list[Token], at: int) -> Money | None:
    """Read "€1.5bn", "US$2.5 billion", "Rs. 2 lakh crore", "RM3.06mil", "ringgit 42"."""
    if tokens[at].kind == "n":  # no currency opens with a figure
        return None
    found = sign_at(tokens, at) or _name_before(tokens, at)
    if found is None:
        return _prefixed_code_before(tokens, at)
    if found[0].text in AFTER_ONLY or (found[0].is_minor and found[0].kind == "sign"):
        return None
    form, spot = found
    spot = _skip_marks(tokens, spot)
    if not same_paragraph(tokens, spot) or _glued_left(tokens, at):
        return None
    number = read_number(tokens, spot)
    if number is None or not fits_before(tokens, form, spot, number):
        return None
    if number.words and (number.article or number.scale == 1 or number.vague):
        return None
    return make_money(form, number, at, number.end)


def _prefixed_code_before(tokens: list[Token], at: int) -> Money | None:
    """Read "MSEK 20", "MEUR 1.5": a scale letter glued to a code that stands before its figure."""
    scaled = SCALED_CODES.get(tokens[at].text)
    if scaled is None or not same_paragraph(tokens, at + 1) or _glued_left(tokens, at):
        return None
    number = read_number(tokens, at + 1)
    if number is None or number.words or number.scale != 1:
        return None
    code, scale = scaled
    return make_money(LEXICON.signs[code], replace(number.scaled(scale), end=number.end), at, number.end)


def _name_before(tokens: list[Token], at: int) -> tuple[Form, int] | None:
    found = name_at(tokens, at)
    if found is None:
        return None
    if tokens[at].text in CAPITAL_BEFORE:
        figure = found[1] < len(tokens) and tokens[found[1]].kind == "n" and tokens[found[1]].gap == SPACED
        return found if figure else None
    return found if tokens[found[1] - 1].low in NAME_BEFORE else None


def _skip_marks(tokens: list[Token], at: int) -> int:
    """Skip what may stand between a sign and its figure: "Rs. 5", "$-50.8bn", "Rs: 5"."""
    if at + 1 >= len(tokens) or tokens[at].gap != GLUED or tokens[at].text not in ".-−":
        return at
    if tokens[at].text == "." or tokens[at + 1].gap == GLUED:
        return at + 1
    return at


def _glued_left(tokens: list[Token], at: int) -> bool:
    """Whether letters or digits touch the sign from the left ("B2C$5", "x€5")."""
    token = tokens[at]
    if at == 0 or token.gap != GLUED or token.kind != "w":
        return False
    slug = tokens[at - 1].text == "-" and tokens[at - 1].gap == GLUED and at > 1 and tokens[at - 2].kind == "w"
    return tokens[at - 1].kind in "wn" or slug


def after_figure(tokens: list[Token], start: int, number: Number) -> Money | None:
    """Read "100 million euros", "10 EUR million", "30 MUSD", "5 zł", "44-baht"."""
    at = number.end
    if not same_paragraph(tokens, at):
        return None
    dotted = tokens[at].text == "." and tokens[at].gap == GLUED and tokens[at - 1].text in _DOTTED_SCALES
    if dotted and at + 1 < len(tokens):
        at += 1  # "990 mil. NOK"
    at = _past_more(tokens, at, number)
    if at >= len(tokens):
        return None
    hyphen = tokens[at].text in HYPHENS and tokens[at].gap == GLUED and at + 1 < len(tokens)
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
    code = tokens[at].text in LEXICON.codes  # BOB is a code before it is Kenyan slang
    found = (not code and name_at(tokens, at)) or _sign_after(tokens, at, number)
    if found is None:
        return _prefixed_code(tokens, start, number)
    form, end = found
    late = _late_scale(tokens, number, end) if form.kind != "name" else None
    if late is not None:
        number, end = late, late.end
    if not fits_after(tokens, form, number, start, end, hyphen=hyphen):
        return None
    return make_money(form, number, start, end)


def _past_more(tokens: list[Token], at: int, number: Number) -> int:
    """Skip what may stand between a figure and its name: "40-million-plus dollars", "8,000 more dollars"."""
    if tokens[at].text in HYPHENS and tokens[at].gap == GLUED and low_at(tokens, at + 1) == "plus":
        return at + 2 if number.scale > 1 else at
    more = tokens[at].low in ("more", "additional", "extra") and low_at(tokens, at + 1) in ("dollars", "euros")
    return at + 1 if more and tokens[at].gap == SPACED else at


def _sign_after(tokens: list[Token], at: int, number: Number) -> tuple[Form, int] | None:
    found = sign_at(tokens, at)
    if found is None or found[0].text in BEFORE_ONLY:
        return None
    form, end = found
    if tokens[end - 1].text == "." or (form.text.startswith("$") and len(form.text) > 1):
        return None
    following = tokens[end] if end < len(tokens) else None
    if form.text in ("$", "€", "£") and following is not None and following.kind == "n" and following.gap == GLUED:
        return None  # the sign belongs to the next figure: "8 $9"
    if form.text in LETTERS and tokens[at].gap != GLUED and form.text not in ("c", "p", "R"):
        return None
    if form.text == "R" and (number.scale > 1 or tokens[at].gap == GLUED):
        return None
    return found


def _late_scale(tokens: list[Token], number: Number, at: int) -> Number | None:
    """Return a scale after the currency: "10 EUR million", "2.4 CAD billion"."""
    if number.scale > 1 or at >= len(tokens) or tokens[at].kind != "w":
        return None
    token = tokens[at]
    scale = (SCALE_WORDS.get(token.low) or MISSPELT.get(token.low)) or (
        SCALE_SHORT.get(token.text) if token.gap == GLUED or len(token.text) > 1 else None
    )
    if scale is None or tokens[at].gap == PARAGRAPH:
        return None
    return replace(number.scaled(scale), end=at + 1)


def _prefixed_code(tokens: list[Token], start: int, number: Number) -> Money | None:
    """Read "30 MUSD", "48.5 MGBP": a scale letter glued to a code."""
    scaled = SCALED_CODES.get(tokens[number.end].text)
    if scaled is not None and number.scale == 1:
        code, scale = scaled
        return make_money(LEXICON.signs[code], replace(number.scaled(scale), end=number.end + 1), start, number.end + 1)
    return None
