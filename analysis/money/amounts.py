"""Find every amount of money in a text.

A cheap scan finds the places that may hold one (`_anchors`); a grammar reads
the words around each (`analysis.money.phrases`, `hedges`); what the text as a
whole says settles ambiguous currencies (`context`). Whether an amount is a
pledge is not decided here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from analysis.money.context import Context, Resolved, dateline_currency, home_currency
from analysis.money.hedges import hedge_after, hedge_before, rate_after, years_near
from analysis.money.lexicon import EQUIVALENT_LEADS, NAME_BEFORE
from analysis.money.numbers import STARTERS, Number, read_number
from analysis.money.phrases import OPENERS, Money, low_at, read_money
from analysis.money.scan import windows
from analysis.money.tokens import GLUED, PARAGRAPH, Token, tokenize
from analysis.records import Amount, Equivalent

_ZERO = Decimal(0)
_LEADS = 6  # words that may stand between a bracket and the conversion in it
_CLOSING = {"(": ")", "[": "]"}


@dataclass(slots=True)
class _Found:
    """A phrase with what stands around it, before its currency is settled."""

    money: Money
    qualifier: str
    begin: int  # token indexes: first of the hedge, last of the conversion
    end: int
    per: str | None
    years: Decimal | None
    equivalents: "list[_Found]"
    tokens: list[Token]

    @property
    def start_char(self) -> int:
        return self.tokens[self.begin].start

    @property
    def end_char(self) -> int:
        return self.tokens[self.end - 1].end


def find_amounts(text: str, *, home: str | None = None) -> list[Amount]:
    """Find every amount of money in `text`, in order of appearance.

    An original and the conversion printed beside it are one amount. Losses,
    prices and budgets are amounts too; only what is no money is left out.

    Args:
        text: any text; offsets of the records count its characters.
        home: ISO 4217 code, or ISO 3166 alpha-2 code of the country, of the
            outlet or place the text comes from; settles a bare "$", "pounds",
            "crowns" where the text itself does not.

    Returns:
        Amounts in whole units of their currency, without overlap. A bound or a
        hedge is in `qualifier` and in `text`; where the currency had to be
        assumed, `reason` says from what. "Up to" is [0, x]; a vague amount
        ("tens of millions") is the interval its words allow.

    Source:
        Forms: DESIGN.md section 4. Currencies: Unicode CLDR and
        `data/reference/currencies.csv`.

    >>> (a,) = find_amounts("The Netherlands gives more than 100 million euros (US$109 million) for shells.")
    >>> a.text, a.qualifier, a.low, a.high, a.equivalents[0].implied_rate
    ('more than 100 million euros (US$109 million)', 'more_than', Decimal('100000000'), None, Decimal('1.09'))

    A number with no currency is not an amount, nor is a weight:

    >>> find_amounts("Some 2.5 million people carried 40 pounds of rice at Euro 2024.")
    []
    """
    found = [each for start, stop in windows(text) for each in _read_window(text, start, stop)]
    if not found:
        return []
    found = [each for each in found if not _stray(each, found, text, home)]
    everything = [one for each in found for one in (each, *each.equivalents)]
    context = Context(text, [one.money for one in everything], [one.start_char for one in everything], home=home)
    _note_foreign_dollars(context, found)
    return [_amount(text, each, context) for each in found]


_STERLING = re.compile(r"£|pence|[Ss]terling|\b(?:GBP|UK|Britain|British|England|London|Scotland|Wales|Ireland|quid)\b")


def _stray(each: _Found, found: list[_Found], text: str, home: str | None) -> bool:
    """Whether this is "1080p", or pounds of weight in a text that counts in dollars."""
    form = each.money.form
    pounds = form.kind == "name" and form.text in ("pound", "pounds")
    if form.text != "p" and not (pounds and any("$" in one.money.form.text for one in found)):
        return False
    if (home and home_currency(home) in form.codes) or dateline_currency(text)[0] in form.codes:
        return False
    return _STERLING.search(text) is None and not any(place in text for place in _POUND_PLACES)


_POUND_PLACES = ("Egypt", "Cairo", "Leban", "Beirut", "Syria", "Damascus", "Sudan", "Cyprus", "Khartoum")


# --- reading a window ------------------------------------------------------------------
def _read_window(text: str, start: int, stop: int) -> Iterator[_Found]:
    tokens = tokenize(text, start, stop)
    moneys = list(_moneys(tokens))
    taken = 0
    at = 0
    while at < len(moneys):
        found, used = _around(tokens, moneys, at, taken)
        yield found
        taken, at = found.end, at + used


def _moneys(tokens: list[Token]) -> Iterator[Money]:
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
    """ "280 million of the 1.5 billion shekels": the first figure shares the currency of the second."""
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
    """ "and another 20 billion for ...": a figure with a scale that goes on in the currency before it."""
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
    elif number.scale == 1 or lead not in ("another", "further", "additional", "remaining", "extra"):
        return None
    elif following is not None and following.kind == "w" and following.low not in _GOES_ON:
        return None
    low, high = number.low, number.high
    return Money(low, high, last.form, at, number.end, number, bare=True)


def _echoes(tokens: list[Token], at: int, number: Number, last: Money) -> bool:
    """ "the high is $1.20, the low is 0.95.": a decimal that closes its clause, printed as the amount before it."""

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


# --- around a phrase -----------------------------------------------------------------------
def _around(tokens: list[Token], moneys: list[Money], index: int, taken: int) -> tuple[_Found, int]:
    """Hedges, rate, duration and conversions of a phrase, and how many phrases that takes up."""
    money = moneys[index]
    qualifier, begin = hedge_before(tokens, money.start)
    if begin < taken:
        qualifier, begin = "", money.start
    begin = _opening(tokens, money, begin, taken)
    trailing, end = hedge_after(tokens, money.end)
    if trailing and qualifier in ("", "about", "exact"):
        qualifier = trailing
    per, end_rate = rate_after(tokens, end)
    end = max(end, end_rate)
    found = _Found(money, _qualifier(money, qualifier), begin, end, per, None, [], tokens)
    used, opened = 1, ""
    while index + used < len(moneys):
        equivalent = _equivalent(tokens, found, moneys[index + used])
        if equivalent is None:
            break
        opened = opened or tokens[found.end].text
        found.equivalents.append(equivalent)
        found.end = _closed(tokens, equivalent.end, opened)
        used += 1
    if per is None and found.equivalents:
        found.per, found.end = _late_rate(tokens, found.end)
    stop = moneys[index + used].start if index + used < len(moneys) else len(tokens)
    found.years = years_near(tokens, money.start, found.end, stop)
    return found, used


def _late_rate(tokens: list[Token], end: int) -> tuple[str | None, int]:
    per, after = rate_after(tokens, end)
    return per, max(end, after)


def _opening(tokens: list[Token], money: Money, begin: int, taken: int) -> int:
    """Take "between" and "from" of a range into the words as printed."""
    if money.ranged and begin > taken and low_at(tokens, begin - 1) in ("between", "from"):
        return begin - 1
    return begin


def _qualifier(money: Money, hedge: str) -> str:
    if money.vague:
        return "vague"
    if money.ranged:
        return "range"
    return hedge or "exact"


# --- conversions -----------------------------------------------------------------------------
def _equivalent(tokens: list[Token], found: _Found, other: Money) -> _Found | None:
    """`other` as a conversion of `found`, if it stands in a bracket or after "or about" and is another currency."""
    at = found.end
    if other.start - at > _LEADS + 1 or other.start <= at or _same_currency(found.money, other):
        return None
    opened = tokens[at].text if tokens[at].gap != PARAGRAPH else ""
    between = [low_at(tokens, k) for k in range(at + 1, other.start)]
    if any(word not in EQUIVALENT_LEADS for word in between):
        return None
    if opened in _CLOSING:
        if not _bracket_ends(tokens, other.end, _CLOSING[opened]):
            return None
    elif found.equivalents and opened in (",", ";", "/", "or") or not found.equivalents and opened == "/":
        pass
    elif not (opened == "or" or (opened in (",", "—", "–", "-") and _hedged(between))):
        return None
    qualifier, begin = hedge_before(tokens, other.start)
    trailing, end = hedge_after(tokens, other.end)
    return _Found(other, _qualifier(other, qualifier or trailing), max(begin, at + 1), end, None, None, [], tokens)


def _hedged(words: list[str]) -> bool:
    return bool(words) and bool(
        set(words)
        & {"about", "around", "approximately", "roughly", "or", "equivalent", "some", "nearly", "almost", "equal"}
    )


def _same_currency(one: Money, other: Money) -> bool:
    if one.form.codes[0] != other.form.codes[0]:
        return False
    return one.form.stated == other.form.stated or one.form.text == other.form.text


def _bracket_ends(tokens: list[Token], at: int, closing: str) -> bool:
    """Whether a bracket closes soon after a conversion, with no verb between."""
    for k in range(at, min(at + 8, len(tokens))):
        if tokens[k].text == closing:
            return True
        if tokens[k].kind == "s" and tokens[k].text not in ",;/$€£¥-+":
            return False
    return at >= len(tokens)


def _closed(tokens: list[Token], end: int, opened: str) -> int:
    """The index after the bracket that holds a conversion, or after the conversion."""
    if opened not in _CLOSING:
        return end
    for k in range(end, min(end + 8, len(tokens))):
        if tokens[k].text == _CLOSING[opened]:
            return k + 1
        if tokens[k].text in ",;":
            return end
    return end


# --- records -----------------------------------------------------------------------------------
def _note_foreign_dollars(context: Context, found: list[_Found]) -> None:
    for each in found:
        codes = each.money.form.codes
        if any(one.money.form.text == "$" for one in each.equivalents) and codes[0] != "USD":
            context.foreign_dollars = True


def _bounds(money: Money, qualifier: str) -> tuple[Decimal | None, Decimal | None]:
    if qualifier in ("more_than", "at_least"):
        return money.low, None
    if qualifier in ("at_most", "less_than"):
        return _ZERO, money.high
    return money.low, money.high


def _amount(text: str, found: _Found, context: Context) -> Amount:
    settled = context.resolve(found.money.form, found.start_char)
    found.money = _comma_decimal(text, found)
    low, high = _bounds(found.money, found.qualifier)
    equivalents = tuple(_conversion(text, found.money, one, settled, context) for one in found.equivalents)
    start, end = found.start_char, found.end_char
    reason = settled.reason or ("currency taken over from the amount before it" if found.money.bare else "")
    return Amount(
        low=_plain(low),
        high=_plain(high),
        currency=settled.code,
        certainty="assumed" if found.money.bare else settled.certainty,
        qualifier=found.qualifier,
        per=found.per,
        years=found.years,
        equivalents=equivalents,
        text=text[start:end],
        start=start,
        end=end,
        reason=reason,
    )


_DECIMAL_COMMA = re.compile(r"[0-9],[0-9]{1,2} ?(?:m(?:illion|ln|n|io)?|b(?:illion|n)|thousand)\b")
_THREE = re.compile(r"[0-9]{1,3},[0-9]{3}(?:$|[^0-9,.])")


def _comma_decimal(text: str, found: _Found) -> Money:
    """ "2,083 million" in a text that writes "3,2 million": the comma is the decimal one."""
    money = found.money
    if not money.number.grouped or money.number.scale < 1000 or money.ranged or money.high is None:
        return money
    printed = next((t.text for t in found.tokens[money.start : money.end] if t.kind == "n"), "")
    if not _THREE.match(printed) or not _DECIMAL_COMMA.search(text):
        return money
    return replace(money, low=money.low / 1000, high=money.high / 1000)


def _conversion(text: str, original: Money, found: _Found, settled: Resolved, context: Context) -> Equivalent:
    own = context.resolve(found.money.form, found.start_char, besides=settled.code)
    low, high = _bounds(found.money, found.qualifier)
    start, end = found.start_char, found.end_char
    return Equivalent(
        low=_plain(low),
        high=_plain(high),
        currency=own.code,
        certainty=own.certainty,
        qualifier=found.qualifier,
        implied_rate=_rate(original, found.money),
        text=text[start:end],
        start=start,
        end=end,
    )


def _rate(original: Money, other: Money) -> Decimal | None:
    """Units of the conversion per unit of the original, to six significant digits."""
    if not original.low or not other.low:
        return None
    rate = other.low / original.low
    return _plain(rate.quantize(Decimal(1).scaleb(rate.adjusted() - 5)))


def _plain(value: Decimal | None) -> Decimal | None:
    """Without exponent or trailing zeros: 100000000, not 1.0E+8."""
    if value is None:
        return None
    short = value.normalize()
    exponent = short.as_tuple().exponent
    return short.quantize(Decimal(1)) if isinstance(exponent, int) and exponent > 0 else short
