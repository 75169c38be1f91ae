"""Read CSV and TSV: delimiter, encoding and columns found out, rows streamed."""

import csv
import itertools
from collections import deque
from collections.abc import Iterator, Mapping

from analysis.corpus.dates import order_of
from analysis.corpus.drafts import Parts, Source
from analysis.corpus.encoding import lines
from analysis.corpus.fields import NAMES, FieldMap
from analysis.corpus.limits import MAX_FIELD
from analysis.errors import ReadError
from analysis.records import Problem

DELIMITERS = ",\t;|"
_SAMPLE = 200  # rows that the order of numeric dates is looked for in
_MAX_COLUMNS = 5000
_MAX_RETRIES = 20  # rows whose lines are read again; each costs up to a field's length

Row = tuple[int, dict[str, str]]


def read_table(source: Source, columns: Mapping[str, str] | None = None) -> Parts:
    """One draft a row, or a problem naming the line.

    A table without a text column is read only where it has a headline and an
    address column (Media Cloud and GDELT state no text).

    Args:
        source: CSV or TSV with a header line.
        columns: The caller's own names: part of an article -> column.

    Raises:
        ReadError: No column holds a text; the message lists the columns.
    """
    csv.field_size_limit(MAX_FIELD)  # the default of 128 KiB is shorter than an article
    with source.open() as stream:
        texts = _Lines(source, lines(stream))
        mark = delimiter_of(next(texts, ""))
        texts.back(texts.row)
        header = [name.strip() for name in next(csv.reader(texts, delimiter=mark), [])][:_MAX_COLUMNS]
        fields = FieldMap.of(header, columns, source.name)
        check_columns(header, fields, source)
        found = _rows(texts, header, mark)
        sample = list(itertools.islice(found, _SAMPLE))
        dates = [
            str(date) for row in sample if not isinstance(row, Problem) for date in fields.dates(row[1], "published")
        ]
        for row in itertools.chain(sample, found):
            if isinstance(row, Problem):
                yield row
            else:
                yield fields.draft(row[1], row[0], day_first=order_of(dates))


def delimiter_of(header: str) -> str:
    r"""Return the delimiter of a table with this header line.

    >>> delimiter_of("Title;Text, long;Date")
    ';'
    >>> delimiter_of("text")
    ','
    """
    return max(DELIMITERS, key=lambda mark: (_known(header.split(mark)), header.count(mark)))


def _known(names: list[str]) -> int:
    fields = FieldMap.of([name.strip(" \"'\ufeff") for name in names], None, "")
    return sum(fields.has(part) for part in NAMES)


def looks_like_table(head: str) -> bool:
    r"""Whether text that begins like `head` is a table: a header of known names, rows of its width.

    >>> looks_like_table("title,text,date\nAid,Oslo gives.,2024-02-26\n")
    True
    >>> looks_like_table("Oslo, Bergen and Kyiv agree\nOn Monday, they met.\n")
    False
    """
    first, _, rest = head.lstrip("\ufeff\n").partition("\n")
    if not 3 <= len(first) <= 20_000:
        return False
    mark = delimiter_of(first)
    try:
        names, *others = itertools.islice(csv.reader(head.splitlines()[:50], delimiter=mark), 6)
    except (csv.Error, ValueError):
        return False
    short = all(len(name) <= 60 for name in names)
    if not short or not names or not names[0].strip():
        return False
    if len(names) == 1:
        return _known(names) == 1 and bool(rest.strip())
    return _known(names) >= 2 or (
        bool(others) and all(len(row) == len(names) for row in others[:-1]) and len(others) > 1
    )


def check_columns(header: list[str], fields: FieldMap, source: Source) -> None:
    """Raise a `ReadError` that names the columns found, where none can be the text."""
    if fields.has("body") or (fields.has("headline") and fields.has("url")):
        return
    listed = ", ".join(f"`{name}`" for name in header[:40]) or "none"
    raise ReadError(
        source.name,
        f"no column holds the text; the columns are {listed}.",
        todo="Name it with `--map body=COLUMN` (in Python: columns={'body': 'COLUMN'}).",
    )


class _Lines(Iterator[str]):
    """The lines of a table for `csv`: counted, kept until the row is whole, handed out again on request."""

    def __init__(self, source: Source, numbered: Iterator[tuple[int, str | None]]) -> None:
        self._source = source
        self._numbered = numbered
        self._again: deque[tuple[int, str]] = deque()
        self.row: list[tuple[int, str]] = []  # lines of the row that is being read
        self.ended = False
        self.problems: list[Problem] = []

    def __next__(self) -> str:
        if self._again:
            number, line = self._again.popleft()
        else:
            number, line = self._fresh()
        self.row.append((number, line))
        return line

    def _fresh(self) -> tuple[int, str]:
        for number, line in self._numbered:
            if line is not None:
                return number, line.replace("\0", "") + "\n"
            self.problems.append(self._source.problem(number, "line_too_long", "line is longer than an article"))
        self.ended = True
        raise StopIteration

    def back(self, lines_again: list[tuple[int, str]]) -> None:
        """Hand these lines out again, before any other."""
        self._again.extendleft(reversed(lines_again))
        self.ended = False

    def reported(self, detail: str) -> Problem:
        """Return a problem at the line where the row began."""
        return self._source.problem(self.row[0][0], "broken_row", f"{detail}; a quote may be missing")


def _rows(texts: _Lines, header: list[str], mark: str) -> Iterator[Row | Problem]:
    """Yield the rows under the header; one that swallows others is given up, and they are read again."""
    rows = csv.reader(texts, delimiter=mark)
    retries = 0
    while True:
        texts.row.clear()
        try:
            values = next(rows)
        except StopIteration:
            break
        except csv.Error as error:
            values, fault = [], str(error)
        else:
            fault = _unclosed(texts, mark) or _misfit(values, header)
        yield from texts.problems
        texts.problems.clear()
        if fault:
            lost = texts.row[1:]
            if lost and retries < _MAX_RETRIES:
                retries += 1
                texts.back(lost)
            elif lost:
                fault += f", lines to {lost[-1][0]} are lost with it"
            yield texts.reported(fault)
        elif any(value.strip() for value in values):
            yield texts.row[0][0], dict(zip(header, values, strict=False))
    yield from texts.problems


def _unclosed(texts: _Lines, mark: str) -> str:
    """Return what is wrong with a row that runs over several lines to the end of the file."""
    if not texts.ended or len(texts.row) < 2:
        return ""
    try:
        deque(csv.reader([line for _, line in texts.row], delimiter=mark, strict=True), maxlen=0)
    except csv.Error as error:
        return str(error)
    return ""


def _misfit(values: list[str], header: list[str]) -> str:
    """Return what is wrong with the width of a row; trailing fields may be left out."""
    width = len(values)
    if width == 0 or not any(values) or 2 <= width <= len(header) or width == len(header):
        return ""
    return f"row has {width} fields, the header {len(header)}"
