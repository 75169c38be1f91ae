"""Tell the conversion printed beside an amount from an amount of its own.

"100 million euros (US$109 million)", "€10 million, or about $11 million":
another currency, in a bracket or after words of equivalence, and nothing else
between.
"""

from dataclasses import dataclass
from decimal import Decimal

from analysis.money.notation.forms import Money, low_at
from analysis.money.notation.hedges import hedge_after, hedge_before
from analysis.money.notation.lexicon import EQUIVALENT_LEADS
from analysis.money.notation.tokens import PARAGRAPH, Token

_LEADS = 6  # words that may stand between a bracket and the conversion in it
_CLOSING = {"(": ")", "[": "]"}


@dataclass(slots=True)
class Found:
    """A phrase with what stands around it, before its currency is settled."""

    money: Money
    qualifier: str
    begin: int  # token indexes: first of the hedge, last of the conversion
    end: int
    per: str | None
    years: Decimal | None
    equivalents: "list[Found]"
    tokens: list[Token]

    @property
    def start_char(self) -> int:
        """Offset of the first character, hedge included."""
        return self.tokens[self.begin].start

    @property
    def end_char(self) -> int:
        """Offset after the last character, conversion included."""
        return self.tokens[self.end - 1].end


def read_conversion(tokens: list[Token], found: Found, other: Money) -> Found | None:
    """`other` as a conversion of `found`, if it stands in a bracket or after "or about" and is another currency."""
    at = found.end
    if other.start - at > _LEADS + 1 or other.start <= at or _same_currency(found.money, other):
        return None
    opened = tokens[at].text if tokens[at].gap != PARAGRAPH else ""
    between = [low_at(tokens, k) for k in range(at + 1, other.start)]
    if any(word not in EQUIVALENT_LEADS for word in between):
        return None
    if not _introduced(tokens, found, other, opened, between):
        return None
    qualifier, begin = hedge_before(tokens, other.start)
    trailing, end = hedge_after(tokens, other.end)
    return Found(other, qualifier_of(other, qualifier or trailing), max(begin, at + 1), end, None, None, [], tokens)


def after_restatement(tokens: list[Token], found: Found, other: Money) -> int:
    """Return the index after a bracket that only repeats the amount in figures, or 0.

    "five hundred thousand dollars ($500,000)" is one amount without a conversion.
    """
    at = found.end
    if tokens[at].text not in _CLOSING or other.start != at + 1 or found.equivalents:
        return 0
    same = (found.money.low, found.money.high) == (other.low, other.high)
    end = after_bracket(tokens, other.end, tokens[at].text)
    return end if same and _same_currency(found.money, other, loosely=True) and end > other.end else 0


def _introduced(tokens: list[Token], found: Found, other: Money, opened: str, between: list[str]) -> bool:
    """Whether the mark or word before `other` says that it restates `found`."""
    if opened in _CLOSING:
        return _bracket_ends(tokens, other.end, _CLOSING[opened])
    if opened == "or" or (found.equivalents and opened in (",", ";", "/")):
        return True
    return opened == "/" or (opened in (",", "—", "–", "-") and _hedged(between))


def _hedged(words: list[str]) -> bool:
    return bool(words) and bool(
        set(words)
        & {"about", "around", "approximately", "roughly", "or", "equivalent", "some", "nearly", "almost", "equal"}
    )


def _same_currency(one: Money, other: Money, *, loosely: bool = False) -> bool:
    if one.form.codes[0] != other.form.codes[0]:
        return False
    return loosely or one.form.stated == other.form.stated or one.form.text == other.form.text


def _bracket_ends(tokens: list[Token], at: int, closing: str) -> bool:
    """Whether a bracket closes soon after a conversion, with no verb between."""
    for k in range(at, min(at + 8, len(tokens))):
        if tokens[k].text == closing:
            return True
        if tokens[k].kind == "s" and tokens[k].text not in ",;/$€£¥-+":
            return False
    return at >= len(tokens)


def after_bracket(tokens: list[Token], end: int, opened: str) -> int:
    """Return the index after the bracket that holds a conversion, or after the conversion."""
    if opened not in _CLOSING:
        return end
    for k in range(end, min(end + 8, len(tokens))):
        if tokens[k].text == _CLOSING[opened]:
            return k + 1
        if tokens[k].text in ",;":
            return end
    return end


def qualifier_of(money: Money, hedge: str) -> str:
    """Return the qualifier of a phrase: what its words say outranks the hedge before it."""
    if money.vague:
        return "vague"
    if money.ranged:
        return "range"
    return hedge or "exact"
