"""Numbers, dates and names in the words of the report.

Every figure a reader sees passes through here, so that one quantity is written
one way throughout. A bound that is open says "open" and one that is unknown
shows a dash; neither becomes a zero.
"""

import re
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from math import isnan
from typing import Final

import pandas as pd

NONE: Final = "–"
GLUE: Final = "\N{NO-BREAK SPACE}"  # between a figure and its unit, which no line may part
OPEN: Final = "open"
_SIGNS: Final = {"EUR": "€", "USD": "US$", "GBP": "£", "JPY": "¥", "CAD": "C$", "AUD": "A$", "NZD": "NZ$", "INR": "₹"}
_STEPS: Final = ((Decimal(10) ** 12, "tn"), (Decimal(10) ** 9, "bn"), (Decimal(10) ** 6, "m"))
_MONTHS: Final = "January February March April May June July August September October November December".split()
_LEAST: Final = Decimal("0.01")  # million; the least that a column in millions can show
_SMALL: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def is_none(value: object) -> bool:
    """Whether a cell of a table holds nothing: None, NaN, NaT or `pd.NA`.

    >>> is_none(float("nan")), is_none(Decimal(0))
    (True, False)
    """
    return value is None or value is pd.NaT or value is pd.NA or (isinstance(value, float) and isnan(value))


def sign(currency: str) -> str:
    """Write a currency as it leads a figure.

    >>> sign("EUR"), sign("SEK")
    ('€', 'SEK ')
    """
    return _SIGNS.get(currency, f"{currency} ")


def money(value: object, currency: str) -> str:
    """Write a sum in three figures with its scale word, kept on one line.

    >>> [words.replace(GLUE, "_") for words in (money(Decimal("6903000000"), "EUR"), money(Decimal(10**8), "SEK"))]
    ['€6.90_bn', 'SEK_100_m']

    Nothing is not zero:

    >>> money(None, "EUR"), money(Decimal(0), "EUR")
    ('–', '€0')
    """
    if is_none(value):
        return NONE
    return sign(currency).replace(" ", GLUE) + scaled(Decimal(str(value)))


def scaled(value: Decimal) -> str:
    """Three significant figures and a scale word.

    >>> [scaled(Decimal(value)).replace(GLUE, "_") for value in (999_700_000, 45_300_000, 950_000)]
    ['1.00_bn', '45.3_m', '950,000']
    """
    for step, word in _STEPS:
        part = value / step
        # 999.6 million in three figures is 1.00 billion, so the step is chosen after rounding.
        if abs(part) >= Decimal("0.9995"):
            return f"{_three(part)}{GLUE}{word}"
    return f"{value.quantize(Decimal(1), ROUND_HALF_UP):,}"


def _three(part: Decimal) -> str:
    places = 2 if abs(part) < Decimal("9.995") else 1 if abs(part) < Decimal("99.95") else 0
    return f"{part.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):,}"


def millions(value: object, step: int = 10**6) -> str:
    """Write a sum in millions, or in another unit, for a column whose heading states it.

    >>> millions(Decimal(6_570_000_000)), millions(Decimal(250_000)), millions(None)
    ('6,570', '0.25', '–')

    A sum too small for the column is not nothing:

    >>> millions(Decimal("2.20")), millions(Decimal(0))
    ('< 0.01', '0')
    """
    if is_none(value):
        return NONE
    part = Decimal(str(value)) / step
    if 0 < part < _LEAST:
        return f"< {_LEAST}"
    places = 0 if abs(part) >= 100 or part == 0 else 1 if abs(part) >= 10 else 2
    return f"{part.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):,}"


def count(value: object) -> str:
    """Write a whole number with thousands separated.

    >>> count(1604), count(None)
    ('1,604', '–')
    """
    return NONE if is_none(value) else f"{int(str(value).split('.', maxsplit=1)[0]):,}"


def number_word(value: int) -> str:
    """Write a small count as a word, as prose writes it.

    >>> number_word(4), number_word(12)
    ('four', '12')
    """
    return _SMALL[value] if 0 <= value < len(_SMALL) else f"{value:,}"


def many(value: int, singular: str, plural: str = "") -> str:
    """Write a count with its noun.

    >>> many(1, "article"), many(1200, "article"), many(2, "copy", "copies")
    ('1 article', '1,200 articles', '2 copies')
    """
    return f"{value:,} {singular if value == 1 else plural or singular + 's'}"


def percent(part: float) -> str:
    """Write a share of one as a whole number of hundredths.

    >>> percent(0.77).replace(GLUE, "_"), percent(0.002).replace(GLUE, "_"), percent(0).replace(GLUE, "_")
    ('77_%', '< 1_%', '0_%')
    """
    return f"< 1{GLUE}%" if 0 < part < 0.005 else f"{100 * part:.0f}{GLUE}%"


def decimal(value: object, places: int = 2) -> str:
    """Write a plain number with a true minus sign.

    >>> decimal(-0.25), decimal(float("nan")), decimal(-0.001)
    ('−0.25', '–', '0.00')
    """
    if is_none(value):
        return NONE
    written = f"{float(str(value)):.{places}f}"
    return written.lstrip("-") if float(written) == 0 else written.replace("-", "−")


def day(value: object) -> str:
    """Write a date as a reader writes it.

    >>> day("2024-02-26"), day(None)
    ('26 Feb 2024', '–')
    """
    if is_none(value) or value == "":
        return NONE
    when = value if isinstance(value, date | datetime) else date.fromisoformat(str(value)[:10])
    return f"{when.day} {_MONTHS[when.month - 1][:3]} {when.year}"


def words(value: object) -> str:
    """Write a vocabulary term in plain words.

    >>> words("in_kind"), words(None)
    ('in kind', '–')
    """
    return NONE if is_none(value) or value == "" else str(value).replace("_", " ")


# Names that a sentence leads with an article: unions and kinds of bodies by their last word, islands and the like.
_WITH_ARTICLE = re.compile(
    r"""
    ^United[ ] | ^(?:Netherlands|Philippines|Bahamas|Gambia|Maldives|Seychelles|Vatican)$  # countries
    | \b(?:Republic|Islands|Kingdom|Emirates|territories)$                                 # countries by their kind
    | \b(?:Union|Nations|Bank|Fund|Facility|Commission|Agency|Organi[sz]ation|Programme|Corporation)$
    | \b(?:Foundation|Committee|Council|Court|Authority|Society|Alliance|Initiative)$      # bodies by their kind
    | \b(?:Bank|Fund|Agency|Programme|Commissioner|Council)[ ](?:for|of)[ ]                # bodies of something
    """,
    re.VERBOSE,
)


def with_article(name: str) -> str:
    """Write a name as it stands in a sentence.

    >>> with_article("United States"), with_article("European Union"), with_article("Norway")
    ('the United States', 'the European Union', 'Norway')
    """
    return f"the {name}" if _WITH_ARTICLE.search(name) else name


def first_upper(text: str) -> str:
    """Write a text as the beginning of a sentence.

    >>> first_upper("the EU"), first_upper("")
    ('The EU', '')
    """
    return text[:1].upper() + text[1:]


def listed(names: list[str]) -> str:
    """Names as a sentence lists them.

    >>> listed(["Norway", "Denmark", "Japan"]), listed(["Norway"])
    ('Norway, Denmark and Japan', 'Norway')
    """
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else "none"
