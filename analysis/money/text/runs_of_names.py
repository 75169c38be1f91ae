"""Names with their sums in a row: "Benin (5 million), Chad (9 million) and Mali (2 million)", "Lund Choir, 4,000; ...".

Each sum is that of the name at once before it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from analysis.money.text.reader import Reader
from analysis.records import Amount

_LONGEST: Final = 90  # characters between two sums of a row
_FEWEST: Final = 2
_WORD = r"[A-ZÀ-Þ][\w’'.&-]*"
_NAME = (
    rf"(?:(?:^|[\s,;:])(?:and|the|in|for|to|by|of|from|with|help|are|were|is|include[ds]?|including|them)\s|[,;:]\s|^)"
    rf"(?P<who>{_WORD}(?:\s(?:(?:of|and|for)\s(?:the\s)?)?{_WORD}){{0,5}})"
)


@dataclass(frozen=True, slots=True)
class _Form:
    """How a name stands before its sum, and what lies between that and the next sum."""

    name: re.Pattern[str]
    between: re.Pattern[str]


_FORMS: Final = (
    _Form(re.compile(rf"{_NAME}\s\($"), re.compile(r"[^()\n;:]{0,40}\)[,;]?\s(?:and\s)?[^()\n.:]{1,80}\($")),
    _Form(re.compile(rf"{_NAME},\s$"), re.compile(r"[^()\n;:.,]{0,60};\s(?:and\s)?[^()\n.:;]{1,80},\s$")),
)


@dataclass(frozen=True, slots=True)
class Named:
    """A sum of a row, and the name before it."""

    who: str
    amount: Amount


def runs_of_names(reader: Reader) -> Iterator[list[Named]]:
    """Give the rows of two names or more with their sums, in order."""
    text = reader.plain
    run: list[Named] = []
    form: _Form | None = None
    for amount in reader.amounts:
        who = _who(amount, form, text) if form is not None and _goes_on(run[-1], amount, form, text) else None
        if who is None:
            if len(run) >= _FEWEST:
                yield run
            run = []
            form, who = next(((one, name) for one in _FORMS if (name := _who(amount, one, text))), (None, None))
        if who is not None:
            run.append(Named(who, amount))
    if len(run) >= _FEWEST:
        yield run


def _who(amount: Amount, form: _Form, text: str) -> str | None:
    """Give the name before a sum, in some form."""
    found = form.name.search(text, max(0, amount.start - _LONGEST), amount.start)
    return found["who"] if found is not None else None


def _goes_on(last: Named, amount: Amount, form: _Form, text: str) -> bool:
    """Whether the sum of a name is the next of a row."""
    return (
        amount.start - last.amount.end <= _LONGEST
        and form.between.fullmatch(text, last.amount.end, amount.start) is not None
    )
