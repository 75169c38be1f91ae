"""Read the money phrases of a stretch of text, in order, with those that lean on a neighbour.

"280 million of the 1.5 billion shekels", "12 billion baht and another 20
billion": a figure may take its currency from the one beside it.
"""

import re
from collections.abc import Iterator

from analysis.money.notation.forms import OPENERS, Money, low_at
from analysis.money.notation.lexicon import NAME_BEFORE
from analysis.money.notation.numbers import STARTERS, Number, read_number
from analysis.money.notation.phrases import read_money
from analysis.money.notation.tokens import GLUED, PARAGRAPH, Token


def read_moneys(tokens: list[Token]) -> Iterator[Money]:
    """Every money phrase, left to right, without overlap."""
    at, last, earlier = 0, None, None
    while at < len(tokens):
        token = tokens[at]
        money = None
        if token.kind == "n" or token.low in STARTERS or token.text in OPENERS or token.low in NAME_BEFORE:
            money = read_money(tokens, at)
        if money is None and last is not None and (token.kind == "n" or token.low in STARTERS):
            money = _taken_over(tokens, at, last, earlier)
        if money is None:
            at += 1
            continue
        yield from _shared_before(tokens, money, last.end if last else 0)
        yield money
        at, last, earlier = money.end, money, last


def _shared_before(tokens: list[Token], money: Money, taken: int) -> Iterator[Money]:
    """Read "280 million of the 1.5 billion shekels": the first figure shares the currency of the second."""
    joint = money.start - 1
    if low_at(tokens, joint) == "the":
        joint -= 1
    # "rose from 1.2 billion to 1.5 billion euros", "3 million and 5 million euros"
    if low_at(tokens, joint) == "of" or (joint == money.start - 1 and low_at(tokens, joint) in ("to", "and")):
        for back in (2, 3, 1):
            start = joint - back
            if start < taken or tokens[joint].gap == PARAGRAPH:
                continue
            number = read_number(tokens, start)
            if number is not None and number.end == joint and not number.vague and number.high:
                low = number.low / money.form.minor
                if number.scale == 1:
                    # "8 of the 30 billion euros"
                    part = low_at(tokens, joint) == "of" and joint < money.start - 1 and tokens[start].kind == "n"
                    if not part or back != 1 or money.ranged or not number.low < money.number.mantissa:
                        continue
                    low *= money.number.scale
                yield Money(low, low, money.form, start, number.end, number, bare=True)
                return


def _taken_over(tokens: list[Token], at: int, last: Money, earlier: Money | None) -> Money | None:
    """Read a figure that goes on in the currency of the amount before it, in the same sentence, or deals it out."""
    if tokens[at].gap == PARAGRAPH or at - last.end > 40:
        return None
    number = read_number(tokens, at)
    if number is None or number.high is None or (number.words and number.scale == 1):
        return None
    if _dealt_out(tokens, at, number, last):
        minor = last.form.minor
        return Money(number.low / minor, number.high / minor, last.form, at, number.end, number, bare=True)
    if _sentence_ends(tokens, last.end, at):
        return None
    source: Money | None = None
    reads = (_echoes, _compared, _listed, _parallel)
    if _another(tokens, at, number) or any(read(tokens, at, number, last) for read in reads):
        source = last
    elif _converted(tokens, at, number, last):
        source = earlier
    if source is None:
        return None
    minor = source.form.minor
    return Money(number.low / minor, number.high / minor, source.form, at, number.end, number, bare=True)


def _dealt_out(tokens: list[Token], at: int, number: Number, last: Money) -> bool:
    """Whether this is part of the sum before: "It gave 9 million euros. Five million of that", "two million goes to".

    Less than the sum, in its paragraph, and nobody else is counted: "Two million will go to the polls".
    """
    if (
        number.scale == 1
        or number.vague
        or not number.low < last.low
        or any(t.gap == PARAGRAPH for t in tokens[last.end : at])
    ):
        return False
    after = " ".join(token.low for token in tokens[number.end : number.end + 6])
    return _OF_SUM.match(after) is not None


_OF_SUM = re.compile(
    r"of (?:that|it|this|which|the (?:money|sum|total))\b(?! \w+ (?:people|children|families))"
    r"|(?:(?:will|would|is to|are to|is meant to) (?:go|be (?:spent|used|paid))|goes|went"
    r"|(?:is|has been) (?:meant|earmarked|intended|set aside))"
    r" (?:to|for|on|towards|toward)(?! (?:the polls|bed|school|work|vote|war)\b)"
)


def _sentence_ends(tokens: list[Token], start: int, stop: int) -> bool:
    """Whether a full stop and a capital stand between two tokens."""
    return any(
        tokens[k].text == "." and tokens[k + 1].gap and tokens[k + 1].text[:1].isupper() for k in range(start, stop - 1)
    )


def _another(tokens: list[Token], at: int, number: Number) -> bool:
    """Whether this is "another 20 billion for ...", and not "another 20 billion people"."""
    following = tokens[number.end] if number.end < len(tokens) else None
    counted = following is not None and following.kind == "w" and following.low not in _GOES_ON
    return number.scale > 1 and not counted and low_at(tokens, at - 1) in _MORE


def _compared(tokens: list[Token], at: int, number: Number, last: Money) -> bool:
    """Whether this is "45 billion crowns, up from 40 billion": only words of comparison between."""
    between = [token.low for token in tokens[last.end : at]]
    following = tokens[number.end] if number.end < len(tokens) else None
    counted = following is not None and following.kind == "w" and following.low not in _GOES_ON
    compares = bool({"from", "with", "against", "than", "versus"} & set(between)) and set(between) <= _COMPARES
    return number.scale > 1 and len(between) <= 6 and compares and not counted


def _listed(tokens: list[Token], at: int, number: Number, last: Money) -> bool:
    """Whether this is ", Italy 40 million and Malta 2 million": a name before each figure, and nothing counted."""
    between = [token.text for token in tokens[last.end : at]]
    use = next((k for k, word in enumerate(between[:_USE_WORDS]) if word in (",", ";")), 0)
    if all(token.kind == "w" for token in tokens[last.end : last.end + use]):
        between = between[use:]  # "put €200 million on the table, Berlin 150 million"
    named = (
        len(between) > 1
        and between[0] in _LIST_MARKS
        and all(
            word in _LIST_MARKS or (word[:1].isupper() and k > len(between) - 4)
            for k, word in enumerate(between[1:-1], 1)
        )
    )  # "and New Zealand 2 million"
    following = tokens[number.end].text if number.end < len(tokens) else "."
    alone = following in _LIST_MARKS or following in ".)"
    return named and alone and number.scale > 1 and _is_name(tokens, at - 1)


def _parallel(tokens: list[Token], at: int, number: Number, last: Money) -> bool:
    """Whether this is "5 million euros for boats and 2 million for nets": both figures lead to their use alike."""
    use = low_at(tokens, number.end)
    alike = use in _LEADS_TO_USE and low_at(tokens, last.end) == use
    if any(token.kind == "n" for token in tokens[last.end : at]):
        return False  # "$40 million for 3 million doses and 2 million for tests"
    return alike and number.scale > 1 and low_at(tokens, at - 1) in ("and", ",", ";")


_LEADS_TO_USE = frozenset(["for", "to", "towards", "toward"])
_USE_WORDS = 6
_LIST_MARKS = frozenset([",", ";", "and", "the", "The"])


def _is_name(tokens: list[Token], at: int) -> bool:
    return at >= 0 and tokens[at].kind == "w" and tokens[at].text[:1].isupper()


def _converted(tokens: list[Token], at: int, number: Number, last: Money) -> bool:
    """Whether a conversion into the currency of `last` stands in a bracket after the figure."""
    if number.end + 1 >= len(tokens) or tokens[number.end].text not in "([" or not number.grouped:
        return False
    inner = read_money(tokens, number.end + 1)
    if inner is None or inner.end >= len(tokens) or tokens[inner.end].text not in ")]":
        return False
    return inner.form.codes[0] == last.form.codes[0]


_COMPARES = frozenset(
    ", up down "
    "from compared with against than versus more less next this last year month quarter now higher lower".split()
)
# "another 20 billion", "plus 2 million to the shelters", "and will pay 30 million for tents"
_MORE = frozenset(
    "another further additional remaining extra then plus pay pays paid paying give gives gave giving lend lends lent "
    "add adds added adding contribute contributes contributed donate donates donated grant grants granted".split()
)


def _echoes(tokens: list[Token], at: int, number: Number, last: Money) -> bool:
    """Whether a decimal closes its clause and is printed as the amount before it: "$1.20, while the low is 0.95."."""

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


_GOES_ON = frozenset(
    "for in to "
    "from by on over as was is will would and or at with a per this next last now when before earlier last".split()
)
