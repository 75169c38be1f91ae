"""Mean polarity with its interval: a dot, a line, and n.

The middle line is zero. An interval that crosses it is drawn grey: no clear
tone. Nothing is coloured good or bad; the side of the line says it.
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
    rows_of,
    text_width,
)

ROW = 27


def plot_tone(tone: pd.DataFrame, *, width: float = WIDE, ax: Axes | None = None) -> Axes:
    """Draw one row an entity: mean polarity, its interval, and n.

    Args:
        tone: columns `name`, `mean`, `low`, `high` (-1 to 1) and `n` (sentences
            with a signal), in the order to draw from the top; rows with n.
        width: of the drawing, in points.
        ax: where to draw; a new figure by default.

    Returns:
        The axes; y runs from 0 at the top row downwards.
    """
    names = [label(name, 16 if width <= NARROW else 28) for name in tone["name"]]
    room = max([text_width(name) for name in names], default=0) + 10
    tall = ROW * max(len(tone), 1) + 30
    axes = ax if ax is not None else new_axes(width, tall, box=(room, 26, 62, 4))
    reach = max([0.2, *tone["high"].abs(), *tone["low"].abs()]) * 1.08
    with drawing():
        axes.axvline(0, color=GREY, linewidth=1, zorder=1)
        for place, row in enumerate(rows_of(tone)):
            clear = row.low > 0 or row.high < 0
            colour = ACCENT if clear else GREY
            axes.axhline(place, color=RULE, linewidth=0.7, zorder=0)
            axes.plot([row.low, row.high], [place, place], color=colour, linewidth=2.4, zorder=2)
            axes.plot([row.mean], [place], marker="o", markersize=8.5, color=colour, zorder=3)
            axes.text(1.01, place, f"n = {row.n:,}", transform=axes.get_yaxis_transform(), va="center", color=SOFT)
        axes.set_yticks(range(len(names)), names)
        axes.set_xlim(-reach, reach)
        axes.set_ylim(len(tone) - 0.4, -0.6)
        axes.set_xticks([-reach * 0.62, 0, reach * 0.62], ["more negative", "0", "more positive"])
        bare(axes)
    return axes
