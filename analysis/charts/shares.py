"""Shares of articles as bars, with their intervals, and how much of each is prominent.

The whole bar is the share of articles that name somebody; the coloured part of it
names them in the headline or the first paragraph. The figure stands before its
bar, in a column of its own, so that the thin line, the 95 % interval of the
whole share, is not read as its length: two names whose lines overlap are not
ranked.
"""

import pandas as pd
from matplotlib.axes import Axes

from analysis.charts.style import (
    ACCENT,
    INK,
    NARROW,
    PALE,
    PAPER,
    RULE,
    WIDE,
    bare,
    drawing,
    label,
    new_axes,
    rows_of,
    text_width,
)

ROW = 27
_FIGURE = 52  # points for the figures, between the names and their bars


def plot_shares(shares: pd.DataFrame, *, width: float = WIDE, ax: Axes | None = None) -> Axes:
    """Draw one bar a row from zero, with its interval and its figure.

    Args:
        shares: columns `name`, `share`, `low`, `high` and `prominent` (all per
            100 articles), in the order to draw from the top.
        width: of the drawing, in points.
        ax: where to draw; a new figure by default.

    Returns:
        The axes; x runs from zero.
    """
    names = [label(name, 16 if width <= NARROW else 34) for name in shares["name"]]
    room = max([text_width(name) for name in names], default=0) + _FIGURE
    axes = ax if ax is not None else new_axes(width, ROW * max(len(shares), 1) + 8, box=(room, 4, 4, 4))
    with drawing():
        for place, row in enumerate(rows_of(shares)):
            axes.barh(place, row.share, height=0.56, color=PALE, zorder=1)
            axes.barh(place, row.prominent, height=0.56, color=ACCENT, zorder=2)
            # Ink beside the bar and paper on it: the line is seen on both.
            axes.plot([row.low, row.high], [place, place], color=INK, linewidth=1.2, zorder=0.5)
            axes.plot([row.low, min(row.share, row.high)], [place, place], color=PAPER, linewidth=1.4, zorder=3)
            axes.annotate(
                f"{row.share:.0f}",
                (0, place),
                xytext=(-10, 0),
                textcoords="offset points",
                ha="right",
                va="center",
                fontweight="bold",
                annotation_clip=False,
            )
        axes.axvline(0, color=RULE, linewidth=1, zorder=0)
        axes.set_yticks(range(len(names)), names)
        axes.tick_params(axis="y", pad=_FIGURE - 8)
        axes.set_xticks([])
        axes.set_xlim(0, max([1, *shares["high"]]))
        axes.set_ylim(len(shares) - 0.4, -0.6)
        bare(axes)
    return axes
