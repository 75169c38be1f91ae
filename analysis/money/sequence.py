"""Read the money phrases of a stretch of text, in order, with those that lean on a neighbour.

"280 million of the 1.5 billion shekels", "12 billion baht and another 20
billion": a figure may take its currency from the one beside it.
"""

from collections.abc import Iterator

from analysis.money.forms import OPENERS, Money, low_at
from analysis.money.lexicon import NAME_BEFORE
from analysis.money.numbers import STARTERS, Number, read_number
from analysis.money.phrases import read_money
from analysis.money.tokens import GLUED, PARAGRAPH, Token


def read_moneys(tokens: list[Token]) -> Iterator[Money]:
    """Every money phrase, left to right, without overlap."""
    at, last, earlier = 0, None, None
    while at < len(tokens):
        token = tokens[at]
        money = None
        if token.kind == "n" or token.low in STARTERS or token.text in OPENERS or token.low in NAME_BEFORE:
            money = read_money(tokens, at)
        if money is None and last is not None:
            money = _taken_over(tokens, at, last, earlier)
        if money is None:
            at += 1
            continue
        yield from _shared_before(tokens, money, last.end if last else 0)
        yield money
        at, last, earlier = money.end, money, last


def _shared_before(tokens: list[Token], money: Money, taken: int) -> Iterator[Money]:
    """Read "280 million of the 1.5 billion shekels": the first figure shares the currency of the second."""
    at = money.start - 1
    if low_at(tokens, at) == "the" and low_at(tokens, at - 1) == "of":
        for back in (2, 3, 1):
            start = at - 1 - back
            if start < taken:
                continue
            number = read_number(tokens, start)
            if number is not None and number.end == at - 1 and number.scale > 1 and not number.vague and number.high:
                low = number.low / money.form.minor
                yield Money(low, low, money.form, start, number.end, number, bare=True)
                return


def _taken_over(tokens: list[Token], at: int, last: Money, earlier: Money | None) -> Money | None:
    """Read "and another 20 billion for ...": a figure with a scale that goes on in the currency before it."""
    token = tokens[at]
    if token.kind != "n" or token.gap == PARAGRAPH or at - last.end > 40:
        return None
    if any(
        t.text == "." and k + 1 < len(tokens) and tokens[k + 1].gap and tokens[k + 1].text[:1].isupper()
        for k, t in enumerate(tokens[last.end : at], last.end)
    ):
        return None
    number = read_number(tokens, at)
    if number is None or number.high is None:
        return None
    if _echoes(tokens, at, number, last):
        return Money(
            number.low / last.form.minor, number.low / last.form.minor, last.form, at, number.end, number, bare=True
        )
    following = tokens[number.end] if number.end < len(tokens) else None
    bracket = following is not None and following.text in "([" and following.gap
    lead = low_at(tokens, at - 1)
    if bracket and number.grouped and lead not in ("than",):
        inner = read_money(tokens, number.end + 1) if number.end + 1 < len(tokens) else None
        if inner is None or tokens[min(inner.end, len(tokens) - 1)].text not in ")]":
            return None
        if earlier is None or inner.form.codes[0] != last.form.codes[0]:
            return None
        last = earlier
    elif (
        number.scale == 1
        or lead not in ("another", "further", "additional", "remaining", "extra")
        or (following is not None and following.kind == "w" and following.low not in _GOES_ON)
    ):
        return None
    low, high = number.low, number.high
    return Money(low, high, last.form, at, number.end, number, bare=True)


def _echoes(tokens: list[Token], at: int, number: Number, last: Money) -> bool:
    """Read "the high is $1.20, the low is 0.95.": a decimal that closes its clause, printed as the amount before it."""

    def places(index: int) -> int:
        return len(tokens[index].text.partition(".")[2]) if tokens[index].kind == "n" else 0

    figures = [k for k in range(last.start, last.end) if tokens[k].kind == "n"]
    if not figures or number.scale > 1 or last.number.scale > 1 or number.grouped or tokens[at].gap == GLUED:
        return False
    if (
        not places(at)
        or places(at) != places(figures[-1])
        or low_at(tokens, at - 1) not in ("is", "was", "to", "from", "at", "and")
    ):
        return False
    return number.end >= len(tokens) or tokens[number.end].text in ".,;" or tokens[number.end].gap == PARAGRAPH


_GOES_ON = frozenset("for in to from by on over as was is will would and or at with a per this next last".split())
