"""Find every amount of money in a text.

A cheap scan finds the places that may hold one (`_anchors`); a grammar reads
the words around each (`analysis.money.notation.phrases`, `hedges`); what the text as a
whole says settles ambiguous currencies (`context`). Whether an amount is a
pledge is not decided here.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from analysis.encoder.words import unbroken
from analysis.money.notation.carried import carried
from analysis.money.notation.context import Context, Resolved, dateline_currency, home_currency
from analysis.money.notation.conversions import Found, after_bracket, after_restatement, qualifier_of, read_conversion
from analysis.money.notation.forms import CAPITAL_BEFORE, Money, low_at
from analysis.money.notation.hedges import hedge_after, hedge_before, rate_after, rate_beyond, years_near
from analysis.money.notation.links import without_addresses
from analysis.money.notation.numbers import read_number
from analysis.money.notation.scan import AFTER, BEFORE, windows
from analysis.money.notation.sequence import read_moneys
from analysis.money.notation.tables import FROM_HEAD, Spans, Table, find_tables
from analysis.money.notation.tokens import Token, tokenize
from analysis.records import Amount, Equivalent

_ZERO = Decimal(0)
_MILLION = Decimal(1_000_000)


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
        Forms: METHODOLOGY.md, "Amounts". Currencies: Unicode CLDR and
        `data/reference/currencies.csv`.

    >>> (a,) = find_amounts("The Netherlands gives more than 100 million euros (US$109 million) for shells.")
    >>> a.text, a.qualifier, a.low, a.high, a.equivalents[0].implied_rate
    ('more than 100 million euros (US$109 million)', 'more_than', Decimal('100000000'), None, Decimal('1.09'))

    A number with no currency is not an amount, nor is a weight:

    >>> find_amounts("Some 2.5 million people carried 40 pounds of rice at Euro 2024.")
    []

    Nor is what the address of a page spells:

    >>> find_amounts("See https://example.org/Mali-gets-$55-million-for-wells today.")
    []
    """
    text = unbroken(text)
    plain = without_addresses(text)
    found = [each for start, stop in windows(plain) for each in _read_window(plain, start, stop)]
    tables = find_tables(plain, [(each.start_char, each.end_char) for each in found])
    if not found and not tables:
        return []
    if tables:  # "NOK 1 000" over a column is its unit
        covered = Spans(span for table in tables for span in table.spans())
        found = [each for each in found if not covered.within(each.start_char, each.end_char)]
    found = [each for each in found if not _stray(each, found, plain, home)]
    found = sorted([*found, *_carried_on(plain, found)], key=lambda each: each.start_char)
    everything = [one for each in found for one in (each, *each.equivalents)]
    context = Context(plain, [one.money for one in everything], [one.start_char for one in everything], home=home)
    _note_foreign_dollars(context, found)
    amounts = [_amount(text, each, context) for each in found]
    if not tables:
        return amounts
    rows = [one for table in tables for one in _of_table(text, table, context)]
    return sorted([*amounts, *rows], key=lambda amount: amount.start)


_STERLING = re.compile(
    r"£|\bpence\b|[Ss]terling|\b(?:GBP|UK|Britain|BRITAIN|British|England|London|Scotland|Wales|Ireland|quid)\b"
)
_SIGN_OF_STERLING = re.compile(r"£|\bpence\b|[Pp]ounds? sterling|\bGBP\b")
_PAYING = re.compile(
    r"\b(?:pa(?:y|ys|id|ying)|cost\w*|price\w*|worth|spen[dt]\w*|earn\w*|owe[sd]?|charg\w*|fees?|fine[sd]?|sold|sell\w*|"
    r"bought|buy\w*|sav(?:e|es|ed|ing|ings)|donat\w*|fund\w*|grants?|prize|wages?|salar\w*|rent|debts?|loans?|"
    r"money|budget)\b",
    re.IGNORECASE,
)
_LONG = 200  # characters from which a text about money can be expected to show a sign of it
_BESIDE = 60


def _stray(each: Found, found: list[Found], text: str, home: str | None) -> bool:
    """Whether this is "1080p", or pounds of weight in a text that is not about sterling."""
    form, number = each.money.form, each.money.number
    if form.text != "p" and not (form.kind == "name" and form.text in ("pound", "pounds")):
        return False
    if (home and home_currency(home) in form.codes) or dateline_currency(text)[0] in form.codes:
        return False
    if each.tokens[each.money.start].text in CAPITAL_BEFORE:
        return False
    if form.text == "p" and any(one.money.form.text == "p" and one.per for one in found):
        return False  # "12.5p a share"
    if (
        form.text != "p"
        and number.scale == 1
        and number.low < _MILLION
        and len(text) > _LONG
        and not _SIGN_OF_STERLING.search(text)
    ):
        return _PAYING.search(text, max(0, each.start_char - _BESIDE), each.end_char + _BESIDE) is None
    dollars = any("$" in one.money.form.text for one in found)
    if form.text != "p" and not dollars:
        return False
    return _STERLING.search(text) is None and not any(place in text for place in _POUND_PLACES)


_POUND_PLACES = ("Egypt", "Cairo", "Leban", "Beirut", "Syria", "Damascus", "Sudan", "Cyprus", "Khartoum")


# --- reading a window ------------------------------------------------------------------
def _read_window(text: str, start: int, stop: int) -> Iterator[Found]:
    tokens = tokenize(text, start, stop)
    moneys = list(read_moneys(tokens))
    taken = 0
    at = 0
    while at < len(moneys):
        found, used = _around(tokens, moneys, at, taken)
        yield found
        taken, at = found.end, at + used


def _carried_on(text: str, found: list[Found]) -> Iterator[Found]:
    """Read the figures that go on in the currency of a sum before them, beyond the words around it."""
    spans = [(each.start_char, each.end_char) for each in found]
    for start, end, index in carried(text, spans):
        form = found[index].money.form
        stop = spans[index + 1][0] if index + 1 < len(spans) else len(text)
        tokens = tokenize(text, max(spans[index][1], start - BEFORE["sign"]), min(stop, end + AFTER))
        at = next((k for k, token in enumerate(tokens) if token.start == start), None)
        number = read_number(tokens, at) if at is not None else None
        if at is None or number is None or number.scale == 1 or number.high is None or form.is_minor:
            continue
        yield _around(tokens, [Money(number.low, number.high, form, at, number.end, number, bare=True)], 0, 0)[0]


# --- around a phrase -----------------------------------------------------------------------
def _around(tokens: list[Token], moneys: list[Money], index: int, taken: int) -> tuple[Found, int]:
    """Hedges, rate, duration and conversions of a phrase, and how many phrases that takes up."""
    money = moneys[index]
    qualifier, begin = hedge_before(tokens, money.start)
    if begin < taken:
        qualifier, begin = "", money.start
    begin = _opening(tokens, money, begin, taken)
    trailing, end = hedge_after(tokens, money.end)
    if any(token.low in ("+", "plus") for token in tokens[money.start : money.end]):  # "$7.5+ million"
        trailing = "more_than"
    if trailing and qualifier in ("", "about", "exact"):
        qualifier = trailing
    per, end_rate = rate_after(tokens, end)
    end = max(end, end_rate)
    found = Found(money, qualifier_of(money, qualifier), begin, end, per, None, [], tokens)
    used, opened = 1, ""
    while index + used < len(moneys):
        if moneys[index + used].start < found.end:  # a bracket that closes behind it took it in
            used += 1
            continue
        restated = after_restatement(tokens, found, moneys[index + used])
        if restated:
            found.end, used = restated, used + 1
            continue
        equivalent = read_conversion(tokens, found, moneys[index + used])
        if equivalent is None:
            break
        opened = opened or tokens[found.end].text
        found.equivalents.append(equivalent)
        found.end = after_bracket(tokens, equivalent.end, opened)
        used += 1
    if per is None and found.equivalents:
        found.per, found.end = _late_rate(tokens, found.end)
    if found.per is None:
        found.per = rate_beyond(tokens, found.end)
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


# --- records -----------------------------------------------------------------------------------
def _note_foreign_dollars(context: Context, found: list[Found]) -> None:
    """Note whether this text sets its bare "$" against another dollar: then it is the US one."""
    for each in found:
        if not each.equivalents:
            continue
        bare, others = each.money.form.text == "$", [one.money.form for one in each.equivalents]
        if any(form.text == "$" for form in others) and each.money.form.codes[0] != "USD":
            context.foreign_dollars = True
        if bare and any("$" in form.text and form.stated and form.codes[0] != "USD" for form in others):
            context.foreign_dollars = True


def _bounds(money: Money, qualifier: str) -> tuple[Decimal | None, Decimal | None]:
    if qualifier in ("more_than", "at_least"):
        return money.low, None
    if qualifier in ("at_most", "less_than"):
        return _ZERO, money.high
    return money.low, money.high


def _amount(text: str, found: Found, context: Context) -> Amount:
    into = frozenset(one.money.form.codes[0] for one in found.equivalents if one.money.form.stated)
    settled = context.resolve(found.money.form, found.start_char, never=into)
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


def _of_table(text: str, table: Table, context: Context) -> Iterator[Amount]:
    """Give the sums of a table, each as its cell prints it, in the currency of the head."""
    settled = context.resolve(table.form, table.start)
    reason = f"{FROM_HEAD}: {settled.reason}" if settled.reason else FROM_HEAD
    for row in table.rows:
        for figure in row.figures:
            value = _plain(figure.value)
            yield Amount(
                low=value,
                high=value,
                currency=settled.code,
                certainty=settled.certainty,
                qualifier="exact",
                per=None,
                years=None,
                equivalents=(),
                text=text[figure.start : figure.end],
                start=figure.start,
                end=figure.end,
                reason=reason,
            )


_DECIMAL_COMMA = re.compile(r"[0-9],[0-9]{1,2} ?(?:m(?:illion|ln|n|io)?|b(?:illion|n)|thousand)\b")
_THREE = re.compile(r"[0-9]{1,3},[0-9]{3}(?:$|[^0-9,.])")


def _comma_decimal(text: str, found: Found) -> Money:
    """Read "2,083 million" in a text that writes "3,2 million": the comma is the decimal one."""
    money = found.money
    if not money.number.grouped or money.number.scale < 1000 or money.ranged or money.high is None:
        return money
    printed = next((t.text for t in found.tokens[money.start : money.end] if t.kind == "n"), "")
    if not _THREE.match(printed) or not _DECIMAL_COMMA.search(text):
        return money
    return replace(money, low=money.low / 1000, high=money.high / 1000)


def _conversion(text: str, original: Money, found: Found, settled: Resolved, context: Context) -> Equivalent:
    own = context.resolve(found.money.form, found.start_char, converts=settled.code)
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
    return Decimal(f"{short:f}") if isinstance(exponent, int) and exponent > 0 else short  # exact at any size
