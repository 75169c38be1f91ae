"""Figures and tables of the report, from a table and the words around it."""

import base64
import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from markupsafe import Markup

from analysis.briefing import wording
from analysis.briefing.html import Fragment, render_part, said
from analysis.briefing.tables import safe_cell
from analysis.charts.style import NARROW, WIDE, Draw
from analysis.charts.svg import to_svg

_TALL = 5  # rows of a chart that is tall enough to have its caption beside it


@dataclass(frozen=True, slots=True)
class Head:
    """A column of a shown table: where it comes from, what it is called, how it is written."""

    column: str
    title: str
    write: Callable[[Any], str] | None = None  # None: words of others, escaped and isolated

    @property
    def number(self) -> bool:
        """Whether the column holds numbers, which align right."""
        return self.write is not None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as shown, and what it sorts by; None to sort by what is shown."""

    shown: Markup | str
    key: str | None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as shown: `name` is its id on the page, `caption` says what it holds."""

    name: str
    caption: str
    columns: Sequence[Head]
    rows: list[list[Cell]]
    csv: str  # address of a CSV of it


def grid(table: pd.DataFrame, heads: Iterable[Head], *, name: str, caption: str) -> Grid:
    """Make a table as shown, with its own CSV inside the page."""
    columns = list(heads)
    return Grid(name, caption, columns, cells(table, columns), csv_address(table, columns))


def cells(table: pd.DataFrame, heads: Sequence[Head]) -> list[list[Cell]]:
    """Make the cells of a table, row by row."""
    rows = zip(*(table[head.column] for head in heads), strict=True) if len(table) else ()
    return [[_cell(value, head) for value, head in zip(row, heads, strict=True)] for row in rows]


def _cell(value: object, head: Head) -> Cell:
    if head.write is None:
        return Cell(said(value, 200), None)
    return Cell(head.write(value), "" if wording.is_none(value) else str(value))


def csv_address(table: pd.DataFrame, heads: Sequence[Head]) -> str:
    """Give a shown table as a `data:` address that downloads it, safe for spreadsheets.

    >>> csv_address(pd.DataFrame({"name": ["=1+1"]}), [Head("name", "Name")])
    'data:text/csv;charset=utf-8;base64,TmFtZQ0KJz0xKzENCg=='
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([head.title for head in heads])
    for row in zip(*(table[head.column] for head in heads), strict=True) if len(table) else ():
        writer.writerow([safe_cell(value) for value in row])
    packed = base64.b64encode(out.getvalue().encode("utf-8", "replace")).decode("ascii")
    return f"data:text/csv;charset=utf-8;base64,{packed}"


def show_table(table: pd.DataFrame, heads: Iterable[Head], *, name: str, caption: str, nothing: str) -> Fragment:
    """Show a table that sorts and downloads.

    Args:
        table: rows in the order to show.
        heads: the columns to show.
        name: id of the table; unique on the page.
        caption: what it shows.
        nothing: what to say where there is no row.
    """
    return render_part("table", grid=grid(table, heads, name=name, caption=caption), nothing=nothing)


def show_figure(
    draw: Draw,
    table: pd.DataFrame,
    heads: Iterable[Head],
    *,
    name: str,
    finding: str,
    description: str,
    caption: str,
) -> Fragment:
    """Show a chart with the finding above it, source and n below, and its figures as a table.

    Args:
        draw: a function of `analysis.charts` that takes the table and a width.
        table: what to draw.
        heads: the columns of the table to list.
        name: prefix of every id of the figure; unique on the page.
        finding: what the chart shows, in a sentence.
        description: the same for whoever cannot see it.
        caption: source, n, and how to read it.
    """
    wide, narrow = (
        Fragment(to_svg(draw(table, width=width), title=finding, description=description, prefix=f"{name}-{kind}-"))
        for width, kind in ((WIDE, "w"), (NARROW, "n"))
    )
    listed = grid(table, heads, name=f"{name}-table", caption=finding)
    beside = len(table) >= _TALL
    return render_part("figure", finding=finding, wide=wide, narrow=narrow, caption=caption, grid=listed, beside=beside)
