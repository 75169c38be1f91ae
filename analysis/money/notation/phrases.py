"""Read one money phrase: a number and a currency, on either side, perhaps a range.

Works on tokens. What stands around the phrase (hedges, rates, conversions) is
read in `analysis.money.amounts`; which of several currencies is meant is
settled in `analysis.money.notation.context`.
"""

from dataclasses import replace

from analysis.money.notation.beside import after_figure, before_figure
from analysis.money.notation.forms import LEXICON, Money, low_at, make_money, name_at, same_paragraph, sign_at
from analysis.money.notation.lexicon import CHANGES
from analysis.money.notation.numbers import YEARS, Number, read_number
from analysis.money.notation.tokens import GLUED, SPACED, Token

_DASHES = frozenset("-–—‑~/")
_SENTENCE_END = frozenset(".;!?)")


def read_money(tokens: list[Token], at: int) -> Money | None:
    """Read the money phrase that starts at token `at`; None where none does.

    >>> from analysis.money.notation.tokens import tokenize
    >>> def read(text):
    ...     money = read_money(tokenize(text, 0, len(text)), 0)
    ...     return money and (int(money.low), money.high and int(money.high), money.form.codes[0])
    >>> [read(text) for text in ("$10-20 million", "33-35 billion euros", "10 EUR million")]
    [(10000000, 20000000, 'USD'), (33000000000, 35000000000, 'EUR'), (10000000, 10000000, 'EUR')]
    >>> read("Euro 2020") is None
    True
    """
    money = before_figure(tokens, at)
    if money is not None:
        money = _specified(tokens, money)
        return _range_from(tokens, money) or money
    number = read_number(tokens, at)
    if number is None or (at and tokens[at].gap == GLUED and tokens[at - 1].kind == "w" and tokens[at].kind == "n"):
        return None
    money = None if _is_of_model(tokens, at, number) else after_figure(tokens, at, number)
    if money is not None:
        money = _with_cents(tokens, money)
        return _range_from(tokens, money) or money
    return _range_of_numbers(tokens, at, number)


def _is_of_model(tokens: list[Token], at: int, number: Number) -> bool:
    """Whether a figure is of a model that letters on both sides touch: "MQ-9Bs", "F-16s"."""
    behind = tokens[number.end] if number.end < len(tokens) else None
    touched = behind is not None and behind.gap == GLUED and behind.kind == "w"
    dashed = at > 1 and tokens[at].gap == GLUED and tokens[at - 1].text in "-–" and tokens[at - 1].gap == GLUED
    return touched and dashed and tokens[at - 2].kind == "w" and tokens[at - 2].text.isupper()


def _specified(tokens: list[Token], money: Money) -> Money:
    """Take in what follows and tells the currency: "$5 million USD", "$500 US", "$4.9 billion dollars"."""
    at = money.end
    if not same_paragraph(tokens, at):
        return money
    found = name_at(tokens, at) or (sign_at(tokens, at) if tokens[at].kind == "w" else None)
    if found is not None and found[1] < len(tokens) and tokens[found[1]].kind == "n" and tokens[found[1]].gap == GLUED:
        found = None  # "its $14 million COP26 pledge"
    if found is not None and money.form.kind != "code" and not found[0].is_minor:
        form, end = found
        dollars = "$" in money.form.text and ("dollar" in form.text or form.kind == "code")
        if dollars or (form.kind != "sign" and set(form.codes) & set(money.form.codes)):
            better = money.form if money.form.stated or not form.stated else form
            return replace(money, form=better, end=end)
    if money.form.text == "$" and tokens[at].kind == "w" and tokens[at].text[0].isupper():
        code = LEXICON.adjectives.get(tokens[at].low)
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if code and (
            following is None
            or (following.kind == "s" and following.text != "-")
            or following.low in ("in", "to", "for", "a", "per")
        ):
            return replace(money, form=LEXICON.signs[code], end=at + 1)
    return _with_cents(tokens, money)


def _with_cents(tokens: list[Token], money: Money) -> Money:
    """Add the minor units that follow: "20 dollars 43 cents", "$20 and 43c", "15 dollars and 15."."""
    at = money.end
    if money.form.is_minor or money.vague or money.number.scale > 1 or money.low != int(money.low):
        return money
    joined = low_at(tokens, at) == "and"
    at += joined
    if not same_paragraph(tokens, at) or tokens[at].gap == GLUED or tokens[at].kind not in "nw":
        return money
    number = read_number(tokens, at)
    if number is None or number.low >= 100 or number.low != int(number.low) or number.article or number.vague:
        return money
    cents = after_figure(tokens, at, number)
    if cents is not None:
        if not cents.form.is_minor or cents.form.minor < 1:
            return money
        total = money.low + number.low / cents.form.minor
        return replace(money, low=total, high=total, end=cents.end)
    ends = number.end >= len(tokens) or tokens[number.end].text in _SENTENCE_END
    if ends and number.scale == 1 and money.low < 1000:
        total = money.low + number.low / 100
        return replace(money, low=total, high=total, end=number.end)
    return money


# --- ranges ----------------------------------------------------------------------------------
def _separator(tokens: list[Token], at: int, start: int) -> int:
    """Return the index after a range separator at `at`, or 0. "and" needs "between" before the phrase."""
    if not same_paragraph(tokens, at) or at + 1 >= len(tokens):
        return 0
    token = tokens[at]
    if token.text in _DASHES:
        even = token.gap == tokens[at + 1].gap
        return at + 1 if even and (token.text != "—" or token.gap == GLUED) else 0
    if token.low in ("to", "or", "through", "till"):
        return at + 1
    openers = (low_at(tokens, start - 1), low_at(tokens, start - 2))
    if token.low == "and" and ("between" in openers or openers[0] == "from"):
        return at + 1
    return 0


def _changes(tokens: list[Token], start: int) -> bool:
    """Whether a verb of change governs the phrase: "rose from $2 to $5", "increased by $2bn to $5bn"."""
    if low_at(tokens, start - 1) == "by":
        return True
    window = [low_at(tokens, start - back) for back in range(1, 5)]
    if window[0] in ("the", "a", "its", "between") or window[0] in _TRANSITIVE:
        return False
    if "from" in window[:3]:  # "raising the minimum wage from the current $7.25 to $12"
        window = _clause_before(tokens, start)
    return any(word in CHANGES for word in window) and not _SPREADS.intersection(window)


# "Raised $1 billion to $3 billion" collects it; "rose $5 to $80" changes.
_TRANSITIVE = frozenset("raise raises raised raising slash slashed slashing cut cuts cutting add adds added".split())
_SPREADS = frozenset("between range ranges ranged ranging vary varies varied varying anywhere estimates".split())


def _clause_before(tokens: list[Token], start: int) -> list[str]:
    """Return the words before a phrase, the last first, up to a mark of punctuation and fifteen at most."""
    words = []
    for back in range(1, 16):
        if start - back < 0 or tokens[start - back].text in ",;:.()[]!?":
            break
        words.append(tokens[start - back].low)
    return words


def _range_from(tokens: list[Token], first: Money) -> Money | None:
    """Return a second figure after a complete first one: "$10-20 million", "€5 million to €10 million"."""
    at = _separator(tokens, first.end, first.start)
    if not at or first.vague:
        return None
    word = tokens[at - 1].low
    hedged = _past_hedge(tokens, at) if word == "to" else at
    second = before_figure(tokens, hedged)
    if second is None:
        number = read_number(tokens, hedged)
        if number is None or number.vague or number.article:
            return None
        second = after_figure(tokens, hedged, number)
        if second is None and hedged > at:
            return None
        if second is None:
            spaced = tokens[at - 1].gap == SPACED and word not in ("to", "or", "and")
            if spaced or not _bare_end(tokens, number, first):
                return None
            second = make_money(first.form, number, at, number.end)
    return _join(tokens, first, second, word)


def _past_hedge(tokens: list[Token], at: int) -> int:
    """Skip what blurs the second figure: "from $5bn to as much as $8bn", "$5bn to perhaps $8bn"."""
    for words in _BLURS:
        if all(low_at(tokens, at + k) == word for k, word in enumerate(words)) and same_paragraph(
            tokens, at + len(words)
        ):
            return at + len(words)
    return at


_BLURS = (
    *(("as", "much", "as"), ("as", "high", "as"), ("up", "to")),
    *((word,) for word in ("perhaps", "possibly", "maybe", "about", "around", "nearly", "almost", "roughly")),
)


def _bare_end(tokens: list[Token], number: Number, first: Money) -> bool:
    """Whether a figure without a currency can close a range: "$10-20 million", not "$5 to 20 people"."""
    following = tokens[number.end] if number.end < len(tokens) else None
    if tokens[number.end - 1].kind == "n" and following is not None and following.text == "%":
        return False
    if number.scale > 1 or number.grouped:
        return True
    glued = tokens[first.end].gap == GLUED
    return glued or following is None or following.kind == "s" or following.low in ("a", "per", "each", "an", "for")


def _join(tokens: list[Token], first: Money, second: Money, word: str) -> Money | None:
    """One range of two figures, the scale shared where the first has none; None where they are two amounts."""
    related = set(first.form.codes) & set(second.form.codes) or ("$" in first.form.text and "$" in second.form.text)
    if not related or second.high is None or first.form.is_minor != second.form.is_minor:
        return None
    low = first.low
    shared = first.number.scale == 1 and second.number.scale > 1 and not first.number.grouped
    own = second.start < second.end and tokens[second.start].kind != "n" and first.form.kind != "name"
    if shared and first.number.mantissa < second.number.mantissa and not (own and word == "or"):
        low = low * second.number.scale
        if _hundreds(first.number, second.number):
            low = low * 100
    if low >= second.low or (word == "to" and _changes(tokens, first.start)):
        return None
    form = first.form if first.form.stated or not second.form.stated else second.form
    return replace(first, low=low, high=second.high, form=form, end=second.end, ranged=True)


def _hundreds(first: Number, second: Number) -> bool:
    """Whether "two to three hundred million" shares its hundred as well."""
    return first.words and second.words and first.low < 10 and second.mantissa >= 100 and second.mantissa % 100 == 0


def _range_of_numbers(tokens: list[Token], at: int, first: Number) -> Money | None:
    """Return a first figure without a currency, the second with: "33-35 billion euros", "8 or $9"; no year is one."""
    if first.vague or first.article:
        return None
    spot = _separator(tokens, first.end, at)
    if not spot:
        return None
    word = tokens[spot - 1].low
    second = before_figure(tokens, spot)
    if second is None:
        number = read_number(tokens, spot)
        if number is None or number.vague or number.article:
            return None
        second = after_figure(tokens, spot, number)
    if second is None or second.vague or (second.form.kind == "sign" and second.form.is_minor):
        return None
    if _is_year(first) and second.low is not None and second.low > _FAR_APART * first.low:
        return None  # "bringing the total since 2022 to C$4 billion"
    opening = replace(make_money(second.form, first, at, first.end), start=at)
    return _join(tokens, opening, second, word)


def _is_year(number: Number) -> bool:
    """Whether a figure may be a year: four digits that nothing groups or scales."""
    return not number.grouped and number.scale == 1 and not number.words and YEARS[0] <= number.low <= YEARS[1]


_FAR_APART = 100  # times that the ends of a range are no further apart, if the lower one may be a year
