"""Totals as bars that own up to their bounds: floor, best, ceiling.

The dark bar is the floor (lower bounds only), the light one reaches the
ceiling, a tick stands at the best figure. An open ceiling is an arrow, because
"more than" has no end to draw.
"""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.markers import CARETRIGHTBASE

from analysis.charts.style import (
    ACCENT,
    GREY,
    INK,
    NARROW,
    RULE,
    WASH,
    WIDE,
    drawing,
    name_rows,
    row_axes,
    rows_of,
    text_width,
)

ROW = 30


def plot_totals(totals: pd.DataFrame, *, width: float = WIDE, ax: Axes | None = None) -> Axes:
    """Draw one bar a row from zero.

    Args:
        totals: columns `name`, `floor`, `best`, `ceiling` (numbers in one unit;
            the sums of the bounds that are closed), `is_open` (an upper bound is
            missing) and `words` (the figure as it is to be written).
        width: of the drawing, in points.
        ax: where to draw; a new figure by default.

    Returns:
        The axes; x runs from zero.
    """
    # A phone has no room for words that the arrow says, too.
    totals = totals.assign(
        words=[str(w).replace(" or more", "+" if width <= NARROW else " or more") for w in totals["words"]]
    )
    after = max([text_width(words) for words in totals["words"]], default=0) + 22
    axes, names = row_axes(totals["name"], width=width, row=ROW, after=after, ax=ax)
    most = max([1e-9, *totals["ceiling"], *totals["best"]])
    with drawing():
        for place, row in enumerate(rows_of(totals)):
            end = max(row.ceiling, row.best)
            axes.barh(place, end, height=0.5, color=WASH, zorder=1)
            axes.barh(place, row.floor, height=0.5, color=ACCENT, zorder=2)
            axes.plot([row.best, row.best], [place - 0.34, place + 0.34], color=INK, linewidth=2, zorder=3)
            if row.is_open:
                axes.plot([end], [place], marker=CARETRIGHTBASE, markersize=7, color=GREY, clip_on=False, zorder=4)
            axes.annotate(
                row.words,
                (end, place),
                xytext=(11, 0),
                textcoords="offset points",
                va="center",
                annotation_clip=False,
            )
        axes.axvline(0, color=RULE, linewidth=1, zorder=0)
        axes.set_xticks([])
        axes.set_xlim(0, most)
        name_rows(axes, names)
    return axes
