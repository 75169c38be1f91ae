"""A few lines over time, each named at its end: no legend to look up.

Four lines at most can be followed; more belong in small multiples
(`analysis.charts.trends`).
"""

import pandas as pd
from matplotlib.axes import Axes

from analysis.charts.style import (
    ACCENT,
    GREY,
    NARROW,
    RULE,
    SOFT,
    WIDE,
    bare,
    drawing,
    label,
    new_axes,
    text_width,
)

HEIGHT = 210
_APART = 14  # points between two labels, so that both can be read


def plot_lines(table: pd.DataFrame, *, width: float = WIDE, ax: Axes | None = None) -> Axes:
    """Draw every column but the first as a line from zero; the first column labels the places.

    Args:
        table: the first column holds labels in order of time, the others numbers;
            the first line is highlighted.
        width: of the drawing, in points.
        ax: where to draw; a new figure by default.

    Returns:
        The axes, with one line a column.
    """
    names = list(table.columns[1:])
    shown = [label(name, 12 if width <= NARROW else 22) for name in names]
    room = max([text_width(name) for name in shown], default=0) + 14
    axes = ax if ax is not None else new_axes(width, HEIGHT, box=(44, 30, room, 10))
    places = list(range(len(table)))
    with drawing():
        for rank, name in reversed(list(enumerate(names))):
            colour = ACCENT if rank == 0 else GREY
            axes.plot(places, table[name].astype("float64"), color=colour, linewidth=2.4 if rank == 0 else 1.6)
        axes.set_xlim(0, max(len(places) - 1, 1))
        axes.set_ylim(0, max([1.0, *(float(table[name].max()) for name in names)]) * 1.04)
        step = max(1, round(len(places) / (3 if width <= NARROW else 6)))
        axes.set_xticks(places[::step], [label(table.iloc[place, 0], 12) for place in places[::step]])
        axes.tick_params(axis="y", labelcolor=SOFT, pad=8)
        axes.tick_params(axis="x", pad=8)
        axes.grid(axis="y", color=RULE, linewidth=0.8)
        bare(axes)
        _name_ends(axes, table, names, shown)
    return axes


def _name_ends(axes: Axes, table: pd.DataFrame, names: list[str], shown: list[str]) -> None:
    """Write each name at the end of its line, moved apart where two ends meet."""
    if table.empty:
        return
    bottom, top = axes.get_ylim()
    scale = (HEIGHT - 40) / (top - bottom)  # points per unit
    ends = sorted((float(table[name].iloc[-1]), rank) for rank, name in enumerate(names))
    above = float("-inf")
    for value, rank in ends:
        if value != value:  # noqa: PLR0124 - a null: nothing was published at the end
            continue
        place = max(value * scale, above + _APART)
        above = place
        axes.annotate(
            shown[rank],
            (len(table) - 1, value),
            xytext=(8, place - value * scale),
            textcoords="offset points",
            va="center",
            color=ACCENT if rank == 0 else SOFT,
            fontweight="bold" if rank == 0 else "normal",
            annotation_clip=False,
        )
