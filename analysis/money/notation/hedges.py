"""Read what qualifies an amount: hedges before and after, rates, durations.

Each function looks at tokens beside a money phrase and returns what it found
and how far it reaches. All look a fixed number of tokens away, so that time
stays linear in the text.
"""

from decimal import Decimal

from analysis.money.notation.forms import low_at
from analysis.money.notation.lexicon import (
    FILLERS,
    HEDGE_BOOSTERS,
    HEDGES,
    HEDGES_SHORT,
    NOT_A_RATE,
    NOT_HEDGED_AFTER,
    PER_WORDS,
    RATE_ADVERBS,
    RATE_UNITS,
    TAKEN_OFF,
    TRAILERS,
    UNITS,
    YEAR_UNITS,
    YEARS_BETWEEN,
)
from analysis.money.notation.numbers import read_number
from analysis.money.notation.tokens import GLUED, PARAGRAPH, Token

_MAX_HEDGE = 5
_MAX_FILLERS = 3
_STRENGTH = {"exact": 0, "about": 1}  # a bound outranks an approximation
_YEARS_REACH = 14  # tokens after an amount in which its duration may stand


def _phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Hedges by their last word, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for qualifier, texts in HEDGES.items():
        for text in texts:
            words = tuple(text.split())
            found.setdefault(words[-1], []).append((words, qualifier))
    return {last: sorted(each, key=lambda pair: -len(pair[0])) for last, each in found.items()}


_BY_LAST = _phrases()


def hedge_before(tokens: list[Token], start: int) -> tuple[str, int]:
    """Return the qualifier printed before the phrase at `start`, and where it begins; ("", start) if none.

    Several may stand in a row ("up to an estimated"): a bound wins over an
    approximation, the outermost bound over the inner.
    """
    qualifier, begin = "", start
    at = start
    for _ in range(3):
        found = _one_hedge(tokens, at)
        if found is None:
            break
        name, at = found
        begin = at
        if not qualifier or _STRENGTH.get(name, 2) >= _STRENGTH.get(qualifier, 2):
            qualifier = name
    return qualifier, begin


def _one_hedge(tokens: list[Token], start: int) -> tuple[str, int] | None:
    at = start
    for _ in range(_MAX_FILLERS + 1):
        if at <= 0 or tokens[at].gap == PARAGRAPH:
            return None
        found = _ending_at(tokens, at - 1)
        if found is not None:
            return found
        if low_at(tokens, at - 1) not in FILLERS:
            return None
        at -= 1
    return None


def _ending_at(tokens: list[Token], last: int) -> tuple[str, int] | None:
    """Return the hedge whose last word is token `last`."""
    if tokens[last].text == "." and tokens[last].gap == GLUED and low_at(tokens, last - 1) in HEDGES_SHORT:
        return HEDGES_SHORT[low_at(tokens, last - 1)], last - 1
    for words, qualifier in _BY_LAST.get(tokens[last].low, ()):
        begin = last - len(words) + 1
        if begin < 0 or any(low_at(tokens, begin + k) != word for k, word in enumerate(words)):
            continue
        if any(tokens[k].gap == PARAGRAPH for k in range(begin + 1, last + 1)):
            continue
        if low_at(tokens, begin - 1) in NOT_HEDGED_AFTER.get(words[0], ()):
            return None
        if not words[0].isalpha() and begin and tokens[begin].gap == GLUED:
            continue  # the ">" of a tag, the "~" of a path
        while begin > 0 and low_at(tokens, begin - 1) in HEDGE_BOOSTERS and tokens[begin].gap != PARAGRAPH:
            begin -= 1
        return qualifier, begin
    return None


def hedge_after(tokens: list[Token], end: int) -> tuple[str, int]:
    """Return the qualifier printed after a phrase ("or more", "-plus"), and the index after it; ("", end) if none."""
    if end >= len(tokens) or tokens[end].gap == PARAGRAPH:
        return "", end
    for length in (3, 2, 1):
        words = tuple(low_at(tokens, end + k) for k in range(length))
        qualifier = TRAILERS.get(words)
        if qualifier is None:
            continue
        if words[0] in ("plus", "+", "odd") and (
            (tokens[end].gap != GLUED and words[0] == "+") or _adds(tokens, end + 1)
        ):
            continue
        return qualifier, end + length
    return "", end


def _adds(tokens: list[Token], at: int) -> bool:
    """Whether a figure or an article follows "plus": a sum, not a hedge."""
    if at >= len(tokens):
        return False
    token = tokens[at]
    if token.kind == "s":
        return token.text in "$€£¥₹"
    return token.kind == "n" or (
        tokens[at - 1].gap != GLUED and token.low in ("a", "an", "the", "another", "some", "up")
    )


def rate_after(tokens: list[Token], end: int) -> tuple[str | None, int]:
    """Return what the amount is paid by, and the index after the words: "a year", "per share", "annually"."""
    if end >= len(tokens) or tokens[end].gap == PARAGRAPH:
        return None, end
    word = low_at(tokens, end)
    if word in RATE_ADVERBS:
        return RATE_UNITS[word], end + 1
    apart = tokens[end].text == "-"  # "$3,500-a-month"
    doubled = word in ("for", "in") and low_at(tokens, end + 1) in ("each", "every")
    at = end + 1 + (doubled or apart)
    if doubled or low_at(tokens, at - 1) in PER_WORDS:
        at += apart and at < len(tokens) and tokens[at].text == "-"
        unit = low_at(tokens, at)
        if low_at(tokens, at + 1) in NOT_A_RATE and low_at(tokens, at + 2) not in TAKEN_OFF:
            return None, end
        hour = at + 1 + (low_at(tokens, at + 1) in ("-", "‑"))
        if unit.endswith("watt") and low_at(tokens, hour) in ("hour", "hours"):
            return f"{unit}-hour", hour + 1
        if unit in RATE_UNITS:
            return RATE_UNITS[unit], at + 1
        if low_at(tokens, end + apart) == "per" and unit.isalpha() and unit not in ("cent", "se"):
            return unit, at + 1
    if word == "each" and low_at(tokens, end + 1) not in ("of", "other"):
        return "piece", end + 1
    return None, end


def rate_beyond(tokens: list[Token], end: int) -> str | None:
    """Return what an amount is paid by where its use stands between: "60 billion euros of bonds a month"."""
    if end >= len(tokens) or tokens[end].gap == PARAGRAPH or tokens[end].low not in ("of", "in", "worth"):
        return None
    for at in range(end + 1, min(end + 1 + _USE_WORDS, len(tokens))):
        if tokens[at].kind != "w" or tokens[at].gap == PARAGRAPH or tokens[at].low in _NO_USE:
            return None
        if tokens[at + 1 : at + 2] and low_at(tokens, at + 1) in PER_WORDS:
            per, _ = rate_after(tokens, at + 1)
            return per if per in _TIME_UNITS else None
        if tokens[at + 1 : at + 2] and low_at(tokens, at + 1) in ("annually", "yearly", "monthly"):
            return RATE_UNITS[low_at(tokens, at + 1)]
    return None


_USE_WORDS = 4
_TIME_UNITS = frozenset(["year", "quarter", "month", "week", "day", "hour"])
# What cannot stand in a use: verbs and joints that begin something else.
_NO_USE = frozenset(
    "that which who when after before and or but is was are were be been the a an this last next for from by to with "
    "on at over per each every".split()
)


def years_near(tokens: list[Token], start: int, end: int, stop: int) -> Decimal | None:
    """Return the stated duration of an amount: "over five years" after it, "five-year" before it.

    Looks up to token `stop` (the next amount) and not past the sentence.
    """
    before = _years_before(tokens, start) or _years_ahead(tokens, start) or _years_behind(tokens, end)
    if before is not None:
        return before
    for at in range(end, min(end + _YEARS_REACH, stop, len(tokens))):
        token = tokens[at]
        if token.gap == PARAGRAPH or token.text in ";!?" or (token.text == "." and low_at(tokens, at + 1) != ""):
            return None
        near = at < end + 4
        if token.low in ("over", "across", "throughout", "during", "through") or (near and token.low in ("for", "in")):
            years = _duration(tokens, at + 1)
            if years is not None:
                return years
    return None


def _duration(tokens: list[Token], at: int) -> Decimal | None:
    """Read "the next five years", "a 10-year period", "a decade", "18 months"."""
    for _ in range(5):
        word = low_at(tokens, at)
        if word in ("the", "next", "coming", "a", "an", "period", "of", "past", "last", "course", "following", "about"):
            if word in ("a", "an") and low_at(tokens, at + 1) in ("year", "decade"):
                return YEAR_UNITS[low_at(tokens, at + 1)]
            at += 1
            continue
        break
    word = low_at(tokens, at)
    if word in ("decade",):
        return Decimal(10)
    number = read_number(tokens, at) if at < len(tokens) else None
    if number is None or number.vague or number.low > 100 or number.high is None:
        return None
    unit_at = number.end + (low_at(tokens, number.end) in ("-", "‑"))
    unit = YEAR_UNITS.get(low_at(tokens, unit_at))
    return _rounded(number.low * unit) if unit is not None else None


def _years_before(tokens: list[Token], start: int) -> Decimal | None:
    """Read "five-year $700,000 award", "a 10-year, €5 billion plan"."""
    for back in (1, 2, 3, 4):
        at = start - back
        if at >= 2 and low_at(tokens, at) in ("year", "decade") and tokens[at - 1].text in "-‑":
            count = tokens[at - 2]
            value = count.value if count.kind == "n" else Decimal(UNITS.get(count.low, 0)) or None
            return _rounded(value * YEAR_UNITS[low_at(tokens, at)]) if value is not None else None
        if low_at(tokens, at) not in YEARS_BETWEEN:
            return None
    return None


def _years_ahead(tokens: list[Token], start: int) -> Decimal | None:
    """Read "Over the past decade, $7 trillion": a duration that opens the clause."""
    if start < 1 or tokens[start - 1].text != ",":
        return None
    for back in range(3, 9):
        if low_at(tokens, start - back) in ("over", "across", "throughout"):
            closes = tokens[start - 2].low in YEAR_UNITS
            return _duration(tokens, start - back + 1) if closes else None
    return None


def _years_behind(tokens: list[Token], end: int) -> Decimal | None:
    """Read "a $2.9 billion, four-year programme"."""
    at = end + (end < len(tokens) and tokens[end].text == ",")
    if at >= len(tokens) or tokens[at].gap == PARAGRAPH or tokens[at].gap == GLUED:
        return None
    number = read_number(tokens, at)
    if number is None or number.vague or number.high is None or low_at(tokens, number.end) not in ("-", "‑"):
        return None
    unit = low_at(tokens, number.end + 1)
    return _rounded(number.low * YEAR_UNITS[unit]) if unit in ("year", "decade", "month") else None


def _rounded(value: Decimal) -> Decimal:
    """To a hundredth of a year, without trailing zeros."""
    plain = value.quantize(Decimal("0.01")).normalize()
    return plain.quantize(Decimal(1)) if plain == plain.to_integral_value() else plain
