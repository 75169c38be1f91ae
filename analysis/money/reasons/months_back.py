"""Gifts of an earlier month that a report tells behind its news: "Oslo sent 5 million in November" in a text of March.

The month is told without a year, so that only a text whose day is known says how long ago it was. What lies less than
`_NEWS` days back may be what the report is about.
"""

import re
from calendar import monthrange
from datetime import date

from analysis.money.reasons.earlier import MONTHS
from analysis.money.text.screen import sparse

_NEWS = 45  # days
_NAMES = tuple(MONTHS.removeprefix("(?:").removesuffix(")").split("|"))
_IN = (
    rf"\b(?:[Ii]n|[Ll]ast|[Bb]ack\sin)\s(?:early\s|late\s|mid-)?(?P<month>{MONTHS})\b"
    r"(?!\s(?:of\s)?(?:\d|this\b|next\b|last\b))"
)
_GAVE = (
    r"(?:gave|lent|granted|sent|paid|pledged|promised|offered|extended|signed|approved|agreed|provided|contributed|donated"
    r"|committed|put|handed|allocated|announced|poured|deposited|awarded|released|supplied|shipped|set\saside|(?:was|were)\s\w+ed)"
)
# "sent arms worth ", but for "has sent", "will be sent", "plans to have signed"
_DONE = sparse(
    rf"(?<!\bto\s)(?<!\bbe\s)(?<!\bhas\s)(?<!\bhave\s)\b{_GAVE}\b(?P<gap>[^;.$€£¥₹\d]{{0,80}})(?:[$€£¥₹]\s?)?$"
)
_AFTER = re.compile(rf"^(?P<gap>[^;.$€£¥₹\d]{{0,60}}?){_IN}")
_OPENED = re.compile(
    rf"(?:^\W*|,\s(?:which|who)\s|\b(?=[Ii]n\s\w+,\swhen\s)){_IN}(?:,\swhen\b|,)?\s"
    rf"(?P<gap>[^;.$€£¥₹\d]*?\b{_GAVE}\b[^;.$€£¥₹\d]{{0,80}})(?:[$€£¥₹]\s?)?$"
)
_WITHIN = re.compile(_IN)
# What is of now, or another clause, whose month is none of the gift's.
_NOW = re.compile(
    r"\b(?:has|have|will|would|is|are|can|should|to\sbe|this\s(?:year|month|week)|last\s(?:month|week)|today|now|new|yesterday"
    r"|on\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|additional|another|further|more|total)\b"
)
_ELSE = re.compile(
    r"\b(?:who|which|that|where|after|before|since|when|whose|until|by|hit|killed|struck|damaged|devastated|destroyed|begun"
    r"|started|launched|founded|held|due|starting|beginning|said|says|earthquakes?|floods?|storms?|cyclones?|fires?|invasion|war"
    r"|attacks?|elections?)\b"
)


def is_months_back(before: str, after: str, published: date | None) -> bool:
    """Tell whether the words on both sides of a sum date its gift to a month that was over for long.

    Args:
        before: the words of the sentence before the sum.
        after: those behind it.
        published: the day of the text; without it nothing is told.

    >>> day = date(2024, 3, 2)
    >>> is_months_back("The government sent arms worth ", " in November.", day)
    True
    >>> is_months_back("The government sent arms worth ", " in February.", day)
    False
    >>> is_months_back("The government will send arms worth ", " in November.", day)
    False
    """
    if published is None:
        return False
    opened = _OPENED.search(before)
    if opened is not None:
        return not _NOW.search(opened["gap"]) and _is_over(opened["month"], published)
    done = _DONE.search(before)
    if done is None or _NOW.search(done["gap"]):
        return False
    within = _WITHIN.search(done["gap"])
    dated = within or _AFTER.search(after)
    if dated is None or (within is None and _ELSE.search(dated["gap"])):
        return False
    return _is_over(dated["month"], published)


def _is_over(month: str, published: date) -> bool:
    """Whether the last month of a name before a day ended more than `_NEWS` days before it."""
    number = _NAMES.index(month) + 1
    year = published.year - (number > published.month)
    return (published - date(year, number, monthrange(year, number)[1])).days > _NEWS
