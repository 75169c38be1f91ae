"""Whether two reports of one size speak of two gifts: "another 5 million euros".

Reports of one news day are one gift however they word it. Days later, a report
that calls the sum another, further or second one is a gift of its own; so is
one for another sector whose purpose shares no word with the first.
"""

import re

from analysis.money.reports import Report, after_words, before_words, days_between

NEWS_DAYS = 2  # an announcement is still told as news on the second day after it

_ANOTHER = re.compile(
    r"""
    (?<!\bthe\s)(?<!\bthis\s)(?<!\bthat\s)(?<!\bthese\s)(?<!\bits\s)   # "the extra money" was told before
    \b(?:another|additional|further|extra|fresh|new|yet\s+more)\b
    (?:\W+(?!and\b|or\b|but\b)\w+){0,2} [\s,(]* $                        # "a new package of"
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MORE = re.compile(
    r"^\W{0,2}(?:more\b(?!\s+than)|extra\b|on\s+top\b|in\s+(?:additional|new|fresh|extra|further)\b)", re.IGNORECASE
)
_TODAY = re.compile(
    r"""
    \b today \b .{0,60}? \b (?: announc\w+ | sign(?:ed|ing) | approv\w+ | authoriz\w+ | direct(?:ed|ing) ) \b
    | \b announc\w+ \s+ today \b | \b hereby \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SECOND = re.compile(
    r"""
    \b(?:a|its|their|his|her) \s+ (?:second|third|fourth) \s+ (?:such\s+)?
        (?:\w+\s+)? (?:grant|loan|gift|package|donation|contribution|payment|pledge|credit|\d) |
    \bfor \s+ (?:a|the) \s+ (?:second|third|fourth) \s+ time\b |
    \bthe \s+ same \s+ (?:sum|amount) \s+ again\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_STOP = frozenset("the and for with its his her their that this from into over will would which who are".split())


def newness(report: Report) -> int:
    """How plainly a report says that its gift is not the one before: 0 not, 1 "another" or "today", 2 "a second"."""
    if _SECOND.search(report.sentence):
        return 2
    return int(_calls_another(report) or bool(_TODAY.search(report.sentence)))


def _calls_another(report: Report) -> bool:
    return bool(_ANOTHER.search(before_words(report)) or _MORE.search(after_words(report)))


def is_another(a: Report, b: Report) -> bool:
    """Whether the later of two reports of one size is of another gift.

    Copies of one text are one gift, and "transferred the additional 5 million" was
    announced before.
    """
    if a.story == b.story:
        return _another_in_text(a, b)
    first, second = _in_order(a, b)
    gap = days_between(first, second)
    if gap is None:
        return False
    late = gap > NEWS_DAYS
    if late and _other_purpose(a, b):
        return True
    new = newness(second)
    return bool(new) and (late or (new == 2 and gap >= 1))


def _another_in_text(a: Report, b: Report) -> bool:
    """Whether two sentences of one text, or of its copies, are of two gifts; the same sentence is of one."""
    if a.article != b.article and a.sentence == b.sentence:
        return False
    first, second = (a, b) if a.place <= b.place else (b, a)
    return _other_purpose(a, b) or (_calls_another(second) and not _calls_another(first))


def _in_order(a: Report, b: Report) -> tuple[Report, Report]:
    """Put the earlier report first, by day and then by place in the text."""
    gap = days_between(a, b)
    if gap:
        return (a, b) if gap > 0 else (b, a)
    return (a, b) if (a.article, a.place, a.id) <= (b.article, b.place, b.id) else (b, a)


def _other_purpose(a: Report, b: Report) -> bool:
    """Whether both say what the money is for, and neither sector nor any word agrees."""
    sectors = {str(a.row["sector"]), str(b.row["sector"])}
    if len(sectors) == 1 or "other" in sectors:
        return False
    one, two = (_stems(report.row["purpose"]) for report in (a, b))
    return bool(one and two) and not one & two


def share_purpose(a: Report, b: Report) -> bool:
    """Whether what the money is for has a word in common."""
    return bool(_stems(a.row["purpose"]) & _stems(b.row["purpose"]))


def _stems(purpose: object) -> set[str]:
    words = re.findall(r"[^\W\d]{3,}", str(purpose or "").lower())
    return {word[:5] for word in words if word not in _STOP}
