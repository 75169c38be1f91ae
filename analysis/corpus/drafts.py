"""What a reader hands on: one article as its file states it.

A `Source` is a named stream of bytes (a file, or a member of an archive). A
reader takes one and yields a `Draft` per article, or a `Problem` for what it
had to leave out; `analysis.corpus.load` turns drafts into `Article` records.
Nothing is interpreted here: dates are still as printed.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import BinaryIO

from analysis.records import Problem, Removed


@dataclass(frozen=True, slots=True)
class Source:
    """A stream of bytes that can be opened again, and the name it is reported by."""

    name: str  # path as given; members of archives as "dump.zip!news/a.html"
    open: Callable[[], BinaryIO] = field(repr=False)

    def problem(self, row: int | None, reason: str, detail: str) -> Problem:
        """Return a `Problem` at `row` of this source."""
        return Problem(self.name, row, reason, detail)


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as read, before dates are parsed and an id is given.

    `published` holds candidates in order of preference: the first one that can
    be read is used. `markup` says what the body is written in.
    """

    row: int  # line, record or part within the file, from 1
    body: str
    headline: str | None = None
    standfirst: str | None = None
    byline: str | None = None
    dateline: str | None = None
    outlet: str | None = None
    url: str | None = None
    section: str | None = None
    language: str | None = None
    published: tuple[str | datetime, ...] = ()
    accessed: tuple[str | datetime, ...] = ()
    markup: str = "plain"  # plain, or unknown: may turn out to be Markdown or HTML
    day_first: bool | None = None  # how the file writes "03/04/2024", where it shows
    removed: tuple[Removed, ...] = ()  # what the reader itself took out: captions of a page


Parts = Iterator[Draft | Problem]
