"""Figures and tables of the report, from a table and the words around it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from markupsafe import Markup
from matplotlib.axes import Axes

from analysis.briefing import wording
from analysis.briefing.html import Fragment, render_part, said
from analysis.charts.style import NARROW, WIDE
from analysis.charts.svg import to_svg


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


def cells(table: pd.DataFrame, heads: Sequence[Head]) -> list[list[Cell]]:
    """The cells of a table, row by row."""
    rows = zip(*(table[head.column] for head in heads), strict=True) if len(table) else []
    return [[_cell(value, head) for value, head in zip(row, heads, strict=True)] for row in rows]


def _cell(value: Any, head: Head) -> Cell:
    if head.write is None:
        return Cell(said(value, 200), None)
    return Cell(head.write(value), "" if wording.is_none(value) else str(value))


def show_table(  # noqa: PLR0913 - a table has this much around it
    table: pd.DataFrame,
    heads: Sequence[Head],
    *,
    id: str,
    caption: str,
    nothing: str,
    csv: str = "",
    hint: str = "",  # noqa: A002
) -> Fragment:
    """A table that sorts; with `hint`, one that filters too.

    Args:
        table: rows in the order to show.
        heads: the columns to show.
        id: of the table; unique on the page.
        caption: what it shows.
        nothing: what to say where there is no row.
        csv: name of the table under `tables/` that holds all rows.
        hint: what to type into the filter.
    """
    return render_part(
        "table", id=id, caption=caption, columns=heads, rows=cells(table, heads), nothing=nothing, csv=csv, hint=hint
    )


def show_figure(  # noqa: PLR0913 - a figure has this much around it
    draw: Callable[..., Axes],
    table: pd.DataFrame,
    heads: Iterable[Head],
    *,
    id: str,  # noqa: A002
    finding: str,
    description: str,
    caption: str,
    csv: str,
) -> Fragment:
    """A chart with the finding above it, source and n below, and its figures as a table.

    Args:
        draw: a function of `analysis.charts` that takes the table and a width.
        table: what to draw.
        heads: the columns of the table to list.
        id: prefix of every id of the figure.
        finding: what the chart shows, in a sentence.
        description: the same for whoever cannot see it.
        caption: source, n, and how to read it.
        csv: name of the table under `tables/`.
    """
    listed = list(heads)
    drawn = [
        Markup(to_svg(draw(table, width=width), title=finding, description=description, prefix=f"{id}-{name}-"))  # noqa: S704 - our own SVG
        for width, name in ((WIDE, "w"), (NARROW, "n"))
    ]
    return render_part(
        "figure",
        id=f"{id}-table",
        finding=finding,
        wide=drawn[0],
        narrow=drawn[1],
        caption=caption,
        csv=csv,
        table_caption=finding,
        columns=listed,
        rows=cells(table, listed),
    )
