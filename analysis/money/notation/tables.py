"""Read the figures of a table whose currency stands in its head alone: "Amount (US$ million)", then "Sweden | 0.9".

A head names a currency, with or without a scale, and no sum. Below it stand rows of like shape: a label, a separator,
a figure or more. Head and rows are cut into cells by one separator, which tells which columns are money: one of
people, years, shares or counts is not. A text in which no two lines look like rows costs a search or two (`may_hold`).
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from analysis.money.notation.currencies import Form
from analysis.money.notation.heads import Unit, is_count, is_money, unit_of
from analysis.money.notation.lexicon import SCALE_PLURALS, SCALE_SHORT, SCALE_WORDS
from analysis.money.notation.tokens import read_digits

FROM_HEAD: Final = "currency from the head of its table"

_FIGURE = r"(?:[1-9]\d{0,2}(?:[ \u00a0\u202f\u2009,.'’]\d{3})+(?:[.,]\d{1,2})?|(?:0|[1-9]\d*)(?:[.,]\d+)?)"
_SCALE = "|".join(sorted((*SCALE_WORDS, *SCALE_PLURALS, *SCALE_SHORT), key=len, reverse=True))
# A cell that is a figure, with a scale of its own, or with marks of a note.
_CELL = re.compile(rf"~?(?P<figure>{_FIGURE})(?:\s?(?P<scale>{_SCALE}))?(?:\s?[*†‡]{{1,2}})?")
# Two lines in succession that end in a figure, or one whose second or third cell is a figure among others.
_ROWS = re.compile(r"\n(?<=[\d|*]\n)(?:[ ]*\n)?[^\n]{1,160}\d[ |*]*(?:\n|\Z)")
_FIGURE_CELL = re.compile(r"[;|\t][ ]*\d[\d.,'’ \u00a0\u202f]*[;|\t]")
_CELLS = re.compile(r"\n[^\n;|\t]{2,90}(?:;|\||\t)[ ]*\d[\d.,'’ \u00a0\u202f]*(?:;|\||\t)")
_SPLIT: Final = {
    "|": re.compile(r"[ ]*\|[ ]*"),
    "\t": re.compile(r"[ ]*\t[ ]*"),
    ";": re.compile(r"[ ]*;[ ]*"),
    "  ": re.compile(r"[ \u00a0]{2,}"),
}
# "Lund Fund, Berga: 5.20", "City of Lund - 85'000", "Canada, 2 221 300", "Lund ..... 40"
_PAIR = re.compile(
    rf"(?P<label>[^\n]+?)(?P<mark>\s?:\s+|\s+[-–—]{{1,2}}\s+|,\s+|\s?\.{{3,}}\s?|\s=\s)"
    rf"(?P<figure>~?{_FIGURE}(?:\s?(?:{_SCALE}))?(?:\s?[*†‡]{{1,2}})?)\s*"
)
_MARK = re.compile(r"\s*(?:(?:[•*·▪●◦–—-]|\(?\d{1,2}[.)])\s+)?")
_RULE = re.compile(r"[\s|:+=_*-]+")
_POINT = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_GROUPS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+\D*")
_LETTER = re.compile(r"[^\W\d_]")
_LOOSE: Final = frozenset([",", "-", "=", "."])  # separators that other lines have, too
_YEAR = re.compile(r"(?:19|20)\d\d")
_NO_SUM = re.compile(
    r"\b(?:tel(?:ephone)?|phone|fax|mobile|pages?|numbers?\sof|no\.\sof|exchange\srate|date|(?:people|persons)\s\w+ed)\b",
    re.IGNORECASE,
)
_LONGEST = 240  # characters of a line of a table
_SUBHEAD = 80  # of a line that names a part of it
_ABOVE = 10  # lines above a head that are kept as its caption, prose left out
_PROSE = 160  # characters of a line that is no caption
_STOPS = (".", "!", "?", ";", "”", '"')


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a row, in whole units of its currency."""

    start: int
    end: int
    value: Decimal
    column: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row: from where to where it goes, its cells, and its sums."""

    low: int
    high: int
    cells: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    mark: str  # what parts its cells
    heading: tuple[str, ...]  # of the part of the table that it stands in, the nearest first
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose head names its currency."""

    unit: Unit
    start: int  # of the unit in the text
    end: int
    caption: tuple[str, ...]  # the head and the lines above it, the nearest first
    columns: tuple[str, ...]  # the heads of the columns; empty where it has none
    rows: tuple[Row, ...]

    @property
    def form(self) -> Form:
        """How the head prints the currency."""
        return self.unit.form

    def spans(self) -> Iterator[tuple[int, int]]:
        """Give from where to where the unit and the sums of the table go, in order."""
        yield self.start, self.end
        yield from ((one.start, one.end) for row in self.rows for one in row.figures)


class Spans:
    """Spans in order, apart from one another, asked for those that touch another."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self.spans = list(spans)
        self.starts = [start for start, _ in self.spans]

    def within(self, low: int, high: int) -> list[tuple[int, int]]:
        """Give the spans that share a character with the stretch between two offsets.

        >>> Spans([(0, 5), (8, 9)]).within(4, 8)
        [(0, 5)]
        """
        first, last = bisect_left(self.starts, low), bisect_left(self.starts, high)
        first -= first > 0 and self.spans[first - 1][1] > low
        return self.spans[first:last]


def may_hold(text: str) -> bool:
    """Whether a text has lines that look like rows of a table, at the cost of a search or two."""
    if _ROWS.search(text) is not None:
        return True
    return _FIGURE_CELL.search(text) is not None and _CELLS.search(text) is not None


def find_tables(text: str, taken: Sequence[tuple[int, int]]) -> list[Table]:
    r"""Find the tables of a text whose head alone names their currency.

    Args:
        text: the text.
        taken: the spans of the sums that print a currency of their own, in order.

    >>> (table,) = find_tables("Donor | Amount (US$ million)\nNorway | 1.5\nChad | 0.25", [])
    >>> [(row.cells[0], str(row.figures[0].value)) for row in table.rows]
    [('Norway', '1500000.0'), ('Chad', '250000.00')]
    """
    return list(_Search(text, taken).tables()) if may_hold(text) else []


class _Search:
    """One pass over the lines of a text."""

    def __init__(self, text: str, taken: Sequence[tuple[int, int]]) -> None:
        self.text = text
        # "in USD", then "1. Norway": a sum that runs over the end of a line is none in a table
        self.taken = Spans((low, high) for low, high in taken if "\n" not in text[low:high])
        self.above: list[str] = []  # the last lines that are no rows
        self._drop()

    def _drop(self) -> None:
        self.unit: Unit | None = None
        self.at = (0, 0)
        self.caption: tuple[str, ...] = ()
        self.heads: list[str] = []  # lines between the unit and the rows, any of which may head the columns
        self.rows: list[Row] = []
        self.grouped: dict[int, bool] = {}
        self.heading: tuple[str, ...] = ()
        self.between: list[str] = []  # lines since the last row
        self.blank = False

    def tables(self) -> Iterator[Table]:
        """Give the tables in order."""
        low = 0
        while low < len(self.text):
            high = self.text.find("\n", low)
            high = len(self.text) if high < 0 else high
            yield from self._line(low, high)
            low = high + 1
        yield from self._made()

    def _line(self, low: int, high: int) -> Iterator[Table]:
        words = self.text[low:high].strip()
        if not words:
            self.blank = True
            return
        if _RULE.fullmatch(words):
            return
        brief = high - low <= _LONGEST
        row = _row(self.text, low, high) if brief and self.unit is not None else None
        if row is not None and self._fits(row):
            self._take(row)
            return
        unit = unit_of(self.text, low, high) if brief else None
        if unit is not None and self._names_no_sum(unit, low, high):
            yield from self._made()
            self._drop()
            self.unit, self.at = unit, (unit.start, unit.end)
            self.caption = (words, *reversed(self.above[-_ABOVE:]))
            self.heads = [words]
        elif self.unit is not None and not self._goes_on(words, low, high):
            yield from self._made()
            self._drop()
        if len(words) <= _PROSE and not words.endswith(_STOPS):
            self.above.append(words)

    def _names_no_sum(self, unit: Unit, low: int, high: int) -> bool:
        """Whether a line has no sum but what is its unit ("NOK 1 000", "thousands of euros")."""
        inside = self.taken.within(low, high)
        return all(unit.scale > 1 and unit.start <= start and end <= unit.end for start, end in inside)

    def _fits(self, row: Row) -> bool:
        """Whether a row is of the shape of those before it, and its part of the table is not about something else."""
        if not self.rows and row.mark in _SPLIT and all(_YEAR.fullmatch(cell) for cell in row.cells[1:]):
            return False  # years head the columns
        if self.rows and row.mark != self.rows[-1].mark:
            return False
        if self.rows and self.between and self.blank:
            return any(is_money(words) for words in self.between)
        return True

    def _take(self, row: Row) -> None:
        if self.between:
            self.heading = tuple(reversed(self.between))
        self.rows.append(replace(row, heading=self.heading))
        self.between, self.blank = [], False

    def _goes_on(self, words: str, low: int, high: int) -> bool:
        """Whether a line between head and rows, or between rows, names a part of the table or its columns.

        So does a row whose sum has a currency of its own.
        """
        if self.rows and self.taken.within(low, high):
            return self.rows[-1].mark in words and not words.endswith(_STOPS)
        if not self.rows and len(self.heads) == 1 and any(part.search(words) for part in _SPLIT.values()):
            self.heads.append(words)
            return True
        if len(words) > _SUBHEAD or words.endswith(_STOPS) or len(self.between) > 1 or is_count(words):
            return False
        self.between.append(words)
        return True

    def _made(self) -> Iterator[Table]:
        """Give the table that ends here, if it is one."""
        if self.unit is None or not self.rows:
            return
        least = 3 if self.rows[0].mark in _LOOSE else 2
        columns = self._columns()
        money = _money_columns(columns, self.unit) if columns else None
        rows = [self._summed(row, money) for row in self.rows]
        if sum(bool(row.figures) for row in rows) < least:
            return
        yield Table(self.unit, *self.at, self.caption, columns, tuple(rows))

    def _columns(self) -> tuple[str, ...]:
        """Give the heads of the columns: those of the last line above the rows that is cut as they are."""
        part = _SPLIT.get(self.rows[0].mark)
        cut = [part.split(words.strip("| ")) for words in self.heads] if part is not None else []
        return next((tuple(cells) for cells in reversed(cut) if len(cells) > 1), ())

    def _summed(self, row: Row, columns: Sequence[int] | None) -> Row:
        """Give a row with its sums: of the columns of money, else the last figure that is no share."""
        if _NO_SUM.search(row.cells[0]) or is_count(row.cells[0], first=True) or self.unit is None:
            return row
        found = [k for k in range(1, len(row.cells)) if _CELL.fullmatch(row.cells[k])]
        wanted = found[-1:] if columns is None else [k for k in found if k in columns]
        figures = [self._figure(row, k, self.unit.scale) for k in wanted]
        return replace(row, figures=tuple(one for one in figures if one is not None))

    def _is_grouped(self, column: int) -> bool:
        """Whether a point parts thousands in a column ("1.250"): all its figures have three digits behind each."""
        if column not in self.grouped:
            cells = (row.cells[column] for row in self.rows if len(row.cells) > column)
            self.grouped[column] = all(_GROUPS.fullmatch(cell) for cell in cells if "." in cell)
        return self.grouped[column]

    def _figure(self, row: Row, column: int, scale: Decimal) -> Figure | None:
        start, end = row.spans[column]
        match = _CELL.fullmatch(row.cells[column])
        if match is None or self.taken.within(start, end):
            return None
        printed, own = match["figure"], match["scale"]
        value = read_digits(printed)
        if value is None:
            return None
        if scale == 1 and _POINT.fullmatch(printed) and self._is_grouped(column):
            value *= 1000
        if own:
            scale = next(table[own] for table in (SCALE_WORDS, SCALE_PLURALS, SCALE_SHORT) if own in table)
        end = start + match.end("scale" if own else "figure")
        return Figure(start + match.start("figure"), end, value * scale, column)


def _row(text: str, low: int, high: int) -> Row | None:
    """Cut a line into a label and cells, of which one is a figure; None where it is no row."""
    opening = _MARK.match(text, low, high)
    low = opening.end() if opening is not None else low
    while low < high and text[low] in "| ":
        low += 1
    while high > low and text[high - 1] in "| \t\r":
        high -= 1
    for mark, parts in _SPLIT.items():
        spans = list[tuple[int, int]]()
        at = low
        for part in parts.finditer(text, low, high):
            spans.append((at, part.start()))
            at = part.end()
        spans.append((at, high))
        cells = tuple(text[a:b] for a, b in spans)
        if len(cells) > 1 and any(_CELL.fullmatch(cell) for cell in cells[1:]) and _is_label(cells[0]):
            return Row(low, high, cells, tuple(spans), mark, ())
        if len(cells) > 1 and mark != "  ":
            return None
    pair = _PAIR.fullmatch(text, low, high)
    if pair is None or not _is_label(pair["label"]):
        return None
    mark = pair["mark"].strip()[:1]
    mark = "-" if mark in "–—-" else mark
    cells = (pair["label"], pair["figure"].rstrip())
    ends = (pair.span("label"), (pair.start("figure"), pair.start("figure") + len(cells[1])))
    return Row(low, high, cells, ends, mark, ())


def _is_label(words: str) -> bool:
    """Whether the first cell of a row is the name of something, or a year."""
    return _LETTER.search(words) is not None or _YEAR.fullmatch(words) is not None


def _money_columns(heads: Sequence[str], unit: Unit) -> list[int]:
    """Give the columns that hold money in the unit of a table."""
    units = {k: unit_of(heads[k], 0, len(heads[k])) for k in range(1, len(heads))}
    named = {k: found for k, found in units.items() if found is not None}
    money = [k for k in units if is_money(heads[k])]
    if named:  # a second currency is a conversion of the first
        return [k for k in units if (named[k].form == unit.form if k in named else k in money)]
    return money or [k for k in units if not is_count(heads[k])]
