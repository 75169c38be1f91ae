"""Who said it, in what office, and on which day."""

import re
from datetime import date, timedelta

from analysis.money.text.items import Item
from analysis.money.text.screen import sparse
from analysis.money.text.verbs import is_verb

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_WHEN = re.compile(
    r"""
    \b(?:
        (?:on\s+|last\s+|this\s+)?(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)
      | (?P<relative>yesterday|today)
      | (?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?P<month>[A-Z][a-z]{2,8})\.?(?:,?\s+(?P<year>\d{4}))?
      | (?P<month2>[A-Z][a-z]{2,8})\.?\s+(?P<day2>\d{1,2})(?:st|nd|rd|th)?\b(?!\d)(?:,?\s+(?P<year2>\d{4}))?
    )\b
    """,
    re.VERBOSE,
)


_DATED = sparse("day|" + "|".join(name.capitalize() for name in _MONTHS))


def find_speaker(items: list[Item], a: int) -> tuple[str | None, str | None]:
    """Give the person or office that states what the amount at `a` is part of: name and role, as printed."""
    found = None
    for v in range(len(items)):
        if not (items[v].cues and items[v].has("verb", "speech") and is_verb(items, v)):
            continue
        subject = _subject(items, v)
        if subject is not None and (found is None or v < a):
            found = subject
    return found if found is not None else (None, None)


def _subject(items: list[Item], v: int) -> tuple[str | None, str | None] | None:
    for k in (*range(v - 1, max(v - 5, -1), -1), v + 1):
        if not 0 <= k < len(items):
            continue
        item = items[k]
        if item.kind == "party":
            return _speaks(items, k)
        if item.kind == "amount" or (item.low == "," and k < v - 1):
            break
    return None


def _speaks(items: list[Item], k: int) -> tuple[str | None, str | None] | None:
    item = items[k]
    if item.head == "office":
        if item.name:
            return item.name, item.role
        earlier = items[k - 2] if k >= 2 and items[k - 1].low == "," else None
        if earlier is not None and earlier.head == "human":
            return earlier.text, item.role or item.text
        return None, item.role or item.text
    if item.head == "human":
        return item.text, None
    return None


def said_on(sentence: str, published_at: date | None) -> date | None:
    """Give the day a statement was made, where the sentence names a day.

    A weekday is the last one on or before the day of publication; a date
    without a year is the last such date. "Last month" has no day and gives None.

    >>> said_on("Oslo gave 5 million kroner on Monday.", date(2024, 2, 28))
    datetime.date(2024, 2, 26)
    >>> said_on("Oslo gave 5 million kroner last month.", date(2024, 2, 28)) is None
    True
    """
    if _DATED.search(sentence) is None:  # most name no day, and to find that out word by word costs more
        return None
    for match in _WHEN.finditer(sentence):
        found = _day(match, published_at)
        if found is not None and (published_at is None or found <= published_at):
            return found
    return None


def _day(match: re.Match[str], published_at: date | None) -> date | None:
    if match["weekday"] and published_at is not None:
        back = (published_at.weekday() - _DAYS.index(match["weekday"].lower())) % 7
        return published_at - timedelta(days=back)
    if match["relative"] and published_at is not None:
        return published_at - timedelta(days=match["relative"] == "yesterday")
    month = _MONTHS.get((match["month"] or match["month2"] or "").lower())
    if month is None:
        return None
    day, year = int(match["day"] or match["day2"]), match["year"] or match["year2"]
    if year is None and published_at is None:
        return None
    guess = int(year) if year else published_at.year  # type: ignore[union-attr]
    try:
        found = date(guess, month, day)
        return found if year or published_at is None or found <= published_at else date(guess - 1, month, day)
    except ValueError:
        return None
