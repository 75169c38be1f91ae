"""Read CSV and TSV: delimiter, encoding and columns found out, rows streamed."""

import csv
import itertools
from collections.abc import Iterator, Mapping

from analysis.corpus.dates import order_of
from analysis.corpus.drafts import Parts, Source
from analysis.corpus.encoding import lines
from analysis.corpus.fields import NAMES, FieldMap
from analysis.corpus.limits import MAX_RECORD
from analysis.errors import ReadError
from analysis.records import Problem

DELIMITERS = ",\t;|"
_SAMPLE = 200  # rows that the order of numeric dates is looked for in
_MAX_COLUMNS = 5000

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
    csv.field_size_limit(MAX_RECORD)  # the default of 128 KiB is shorter than an article
    with source.open() as stream:
        texts = _Lines(source, lines(stream))
        first = next(texts, "")
        rows = csv.reader(itertools.chain([first], texts), delimiter=delimiter_of(first))
        header = [name.strip() for name in next(rows, [])][:_MAX_COLUMNS]
        fields = FieldMap.of(header, columns, source.name)
        check_columns(header, fields, source)
        found = _rows(rows, texts, header)
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
    if not short or not names[0].strip():
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
    """The lines of a table for `csv`, which counts them; long ones are cut out and reported."""

    def __init__(self, source: Source, numbered: Iterator[tuple[int, str | None]]) -> None:
        self._source = source
        self._numbered = numbered
        self.number = 0
        self.problems: list[Problem] = []

    def __next__(self) -> str:
        while True:
            self.number, line = next(self._numbered)
            if line is not None:
                return line.replace("\0", "") + "\n"
            self.problems.append(self._source.problem(self.number, "line_too_long", "line is longer than an article"))

    def reported(self, reason: str, detail: str) -> Problem:
        """Return a problem at the current line."""
        return self._source.problem(self.number, reason, detail)


def _rows(rows: "Iterator[list[str]]", texts: _Lines, header: list[str]) -> Iterator[Row | Problem]:
    while True:
        try:
            values = next(rows)
        except StopIteration:
            break
        except csv.Error as error:
            yield texts.reported("broken_row", f"{error}; a quote may be missing")
            continue
        while texts.problems:
            yield texts.problems.pop(0)
        if not any(value.strip() for value in values):
            continue
        if len(values) != len(header):
            what = f"row has {len(values)} fields, the header {len(header)}; a quote may be missing"
            if len(values) < 2 or len(values) > len(header):
                yield texts.reported("broken_row", what)
                continue
        yield texts.number, dict(zip(header, values, strict=False))
