"""Read a date as printed, with the precision it is printed in.

None is invented: what cannot be read is None, and a numeric date that can be
read in two ways ("03/04/2024") is None unless the caller knows the order. A
time without a zone is taken as UTC; a date without a time is midnight UTC of
that day, and its precision says so.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from functools import cache, partial

from babel import Locale

# Languages whose month names are known, beside English; those of press databases.
_LANGUAGES = (
    "en",
    "de",
    "fr",
    "es",
    "it",
    "pt",
    "nl",
    "sv",
    "da",
    "nb",
    "fi",
    "pl",
    "cs",
    "ro",
    "ru",
    "uk",
    "tr",
    "id",
)

# Only abbreviations with one meaning; "IST" is India, Ireland and Israel.
_ZONES = {
    "utc": 0, "gmt": 0, "ut": 0, "z": 0, "bst": 60, "wet": 0, "west": 60, "cet": 60, "cest": 120, "eet": 120,
    "eest": 180, "msk": 180, "est": -300, "edt": -240, "et": -300, "cdt": -300, "mst": -420, "mdt": -360,
    "pst": -480, "pdt": -420, "sgt": 480, "hkt": 480, "jst": 540, "kst": 540, "aest": 600, "aedt": 660,
}  # fmt: skip

_TIME = r"""
    (?P<hour>[01]?\d|2[0-3]) [:.h] (?P<minute>[0-5]\d) (?: [:.] (?P<second>[0-5]\d|60) (?:[.,]\d+)? )?
    \s* (?P<half>[ap]\.?m\.?)?                        # a twelve-hour clock
    \s* (?P<zone>Z\b|(?:UTC|GMT)[+-]\d{1,2}(?!\d)(?::\d\d)?|[A-Za-z]{2,4}\b|[+-]\d\d:?(?:\d\d)?)?
"""

_ISO = re.compile(
    r"""
    (?P<year>[12]\d{3}) - (?P<month>0[1-9]|1[0-2]) (?: - (?P<day>0[1-9]|[12]\d|3[01]) )?
    (?: [T\s]\s* (?P<hour>[01]\d|2[0-3]) (?: :?(?P<minute>[0-5]\d) (?: :?(?P<second>[0-5]\d|60)(?:[.,]\d+)? )? )?
        \s* (?P<zone>Z|[A-Za-z]{3,4}|[+-]\d\d(?::?\d\d)?)? (?:\[[\w/]+\])? )?
    $
    """,
    re.VERBOSE | re.IGNORECASE,
)
_COMPACT = re.compile(
    r"""
    (?P<year>[12]\d{3}) (?P<month>0[1-9]|1[0-2]) (?P<day>0[1-9]|[12]\d|3[01])   # 20240226
    (?: T? (?P<hour>[01]\d|2[0-3]) (?P<minute>[0-5]\d) (?P<second>[0-5]\d)?     # GDELT and basic ISO 8601
        (?P<zone>Z|[+-]\d{4})? )?
    $
    """,
    re.VERBOSE,
)
_NUMERIC = re.compile(
    r"(?P<a>\d{1,2}|[12]\d{3}) (?P<mark>[/.\-]) \s?(?P<b>\d{1,2}) (?P=mark) \s?(?P<c>[12]\d{3}|\d{1,2})(?!\d)",
    re.VERBOSE,
)
_EAST_ASIAN = re.compile(
    r"(?P<year>[12]\d{3}) \s*[年년]\s* (?P<month>\d{1,2}) \s*[月월]\s* (?: (?P<day>\d{1,2}) \s*[日일] )?", re.VERBOSE
)
_WORDS = re.compile(
    r"""
    (?: (?P<day>\d{1,2}) (?:st|nd|rd|th|er|º|\.)? ,?[\s\-]+ (?:de\s+|of\s+)? )?   # 26. , 26th of
    (?P<name>[^\W\d_]{3,20}) \.? ,?[\s\-]* (?:de\s+|del\s+)?                   # the month
    (?: (?P<late>\d{1,2}) (?:st|nd|rd|th)? \b(?!:) ,?\s* (?: [^\W\d_]+,?\s+ )? )?    # February 26, (Monday,)
    (?P<year>[12]\d{3}) (?!\d)
    """,
    re.VERBOSE,
)
_CLOCK = re.compile(_TIME, re.VERBOSE | re.IGNORECASE)
_EPOCH = re.compile(r"(?P<seconds>\d{9,10})(?:\d{3})?(?:\.\d+)?$")
_YEAR = re.compile(r"(?P<year>[12]\d{3})$")


@dataclass(frozen=True, slots=True)
class When:
    """A moment in UTC, and how much of it was stated."""

    at: datetime
    precision: str  # second minute day month year


def parse_date(text: str | datetime, *, day_first: bool | None = None) -> When | None:
    """Return the moment that `text` states, or None where it states none that is certain.

    Args:
        text: A date as printed: ISO 8601, RFC 2822, "26 February 2024", "Feb. 26,
            2024 Monday 10:15 AM EST", GDELT's digits, Unix seconds ...
        day_first: How to read "03/04/2024"; None where that is not known.

    Returns:
        The moment in UTC and its precision; None where nothing certain is stated.

    >>> parse_date("2024-02-26T10:15:00+01:00")
    When(at=datetime.datetime(2024, 2, 26, 9, 15, tzinfo=datetime.timezone.utc), precision='second')
    >>> parse_date("26 février 2024").precision
    'day'

    A date that can be read in two ways is not read:

    >>> parse_date("03/04/2024") is None
    True
    """
    if isinstance(text, datetime):
        return When(_utc(text), "second")
    text = " ".join(text.split())[:120]
    readers = (_read_iso, _read_digits, partial(_read_numeric, day_first=day_first), _read_east_asian, _read_words)
    for read in readers:
        try:
            found = read(text)
        except (ValueError, OverflowError):  # 31 February, year 9999 plus a zone
            continue
        if found is not None:
            return found
    return None


def order_of(values: list[str]) -> bool | None:
    """Whether numeric dates among `values` put the day first; None where none tells.

    >>> order_of(["03/04/2024", "26/02/2024"])
    True
    >>> order_of(["03/04/2024"]) is None
    True
    """
    firsts = seconds = 0
    for value in values:
        match = _NUMERIC.match(value.strip())
        if match and len(match["a"]) < 3:
            firsts += int(match["a"]) > 12
            seconds += int(match["b"]) > 12
    if bool(firsts) == bool(seconds):
        return None
    return firsts > 0


def _utc(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _offset(zone: str | None) -> timezone:
    if not zone:
        return UTC
    if zone.lower() in _ZONES:
        return timezone(timedelta(minutes=_ZONES[zone.lower()]))
    match = re.search(r"([+-])(\d{1,2}?):?(\d\d)?$", zone)
    if match is None:
        return UTC
    minutes = int(match[2]) * 60 + int(match[3] or 0)
    return timezone(timedelta(minutes=-minutes if match[1] == "-" else minutes))


def _build(year: int, month: int | None, day: int | None, clock: dict[str, str | None]) -> When | None:
    if month is None or day is None:
        at = datetime(year, month or 1, 1, tzinfo=UTC)
        return When(at, "month" if month else "year")
    if not clock.get("hour"):
        return When(datetime(year, month, day, tzinfo=UTC), "day")
    hour, minute = int(clock["hour"] or 0), int(clock.get("minute") or 0)
    half = (clock.get("half") or "").lower().replace(".", "")
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    second = min(59, int(clock.get("second") or 0))
    at = datetime(year, month, day, hour, minute, second, tzinfo=_offset(clock.get("zone")))
    return When(at.astimezone(UTC), "second" if clock.get("second") else "minute")


def _read_iso(text: str) -> When | None:
    match = _ISO.match(text)
    if match is None:
        return None
    return _build(
        int(match["year"]), int(match["month"]), int(match["day"]) if match["day"] else None, match.groupdict()
    )


def _read_digits(text: str) -> When | None:
    if match := _COMPACT.match(text):
        return _build(int(match["year"]), int(match["month"]), int(match["day"]), match.groupdict())
    if match := _EPOCH.match(text):
        at = datetime.fromtimestamp(int(match["seconds"]), UTC)
        return When(at, "second") if at.year >= 1990 else None
    if match := _YEAR.match(text):
        return _build(int(match["year"]), None, None, {})
    return None


def _clock_after(text: str, end: int) -> dict[str, str | None]:
    match = _CLOCK.search(text, end)
    return match.groupdict() if match else {}


def _read_numeric(text: str, *, day_first: bool | None) -> When | None:
    match = _NUMERIC.search(text)
    if match is None:
        return None
    a, b, c = int(match["a"]), int(match["b"]), int(match["c"])
    clock = _clock_after(text, match.end())
    if len(match["a"]) == 4:
        return _build(a, b, c, clock)
    if len(match["c"]) != 4:
        return None
    if match["mark"] == "." or a > 12:  # nobody writes month.day.year
        day_first = True
    elif b > 12 or a == b:
        day_first = False
    if day_first is None:
        return None
    return _build(c, b if day_first else a, a if day_first else b, clock)


def _read_east_asian(text: str) -> When | None:
    match = _EAST_ASIAN.search(text)
    if match is None:
        return None
    day = int(match["day"]) if match["day"] else None
    return _build(int(match["year"]), int(match["month"]), day, _clock_after(text, match.end()))


def _read_words(text: str) -> When | None:
    match = _WORDS.search(text)
    while match is not None:
        month = _months().get(match["name"].casefold())
        if month is None:  # a weekday, a place: look again behind it
            match = _WORDS.search(text, match.end("name"))
            continue
        day = match["day"] or match["late"]
        after = _clock_after(text, match.end()) or _clock_after(text[: match.start()], 0)
        return _build(int(match["year"]), month, int(day) if day else None, after)
    return None


@cache
def _months() -> dict[str, int]:
    """Month names and their abbreviations, from CLDR; a name with two meanings is left out."""
    meanings: dict[str, set[int]] = {"sept": {9}}
    for language in _LANGUAGES:
        months = Locale.parse(language).months
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in months[context][width].items():
                    meanings.setdefault(name.casefold().rstrip("."), set()).add(number)
    return {name: numbers.pop() for name, numbers in meanings.items() if len(numbers) == 1}
