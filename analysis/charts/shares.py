"""Shares of articles as bars, with their intervals, and how much of each is prominent.

The whole bar is the share of articles that name somebody; the coloured part of it
names them in the headline or the first paragraph. The thin line is the 95 %
interval of the whole share: two names whose lines overlap are not ranked.
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
_AFTER = 62  # points for the figure behind the longest line


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
    names = [label(name, 16 if width <= NARROW else 30) for name in shares["name"]]
    room = max([text_width(name) for name in names], default=0) + 10
    axes = ax if ax is not None else new_axes(width, ROW * max(len(shares), 1) + 8, box=(room, 4, _AFTER, 4))
    with drawing():
        for place, row in enumerate(rows_of(shares)):
            axes.barh(place, row.share, height=0.56, color=PALE, zorder=1)
            axes.barh(place, row.prominent, height=0.56, color=ACCENT, zorder=2)
            # A paper line under the thin one keeps it visible on the dark bar.
            axes.plot([row.low, row.high], [place, place], color=PAPER, linewidth=3.6, zorder=3)
            axes.plot([row.low, row.high], [place, place], color=INK, linewidth=1.2, zorder=4)
            axes.annotate(
                f"{row.share:.0f}",
                (row.high, place),
                xytext=(7, 0),
                textcoords="offset points",
                va="center",
                fontweight="bold",
                annotation_clip=False,
            )
        axes.axvline(0, color=RULE, linewidth=1, zorder=0)
        axes.set_yticks(range(len(names)), names)
        axes.set_xticks([])
        axes.set_xlim(0, max([1, *shares["high"]]))
        axes.set_ylim(len(shares) - 0.4, -0.6)
        bare(axes)
    return axes
