"""Tone with its interval: a dot, a line, and n.

The middle line is zero. An interval that crosses it is drawn grey: no clear
tone. Where shares are known, pale bars show them: negative sentences to the
left, positive ones to the right. Nothing is coloured good or bad; the side of
the line says it.
"""

import pandas as pd
from matplotlib.axes import Axes

from analysis.charts.style import ACCENT, GREY, PALE, RULE, SOFT, WIDE, drawing, name_rows, row_axes, rows_of

ROW = 27
_LEAST = 0.2  # the scale never shows less: small tones would look large


def plot_tone(tone: pd.DataFrame, *, width: float = WIDE, ax: Axes | None = None) -> Axes:
    """Draw one row a name: mean tone, its interval, and n.

    Args:
        tone: columns `name`, `mean`, `low`, `high` (-1 to 1) and `n` (sentences
            with a signal), in the order to draw from the top; also, where known,
            `positive` and `negative` (sentences, of the n).
        width: of the drawing, in points.
        ax: where to draw; a new figure by default.

    Returns:
        The axes; y runs from 0 at the top row downwards.
    """
    axes, names = row_axes(tone["name"], width=width, row=ROW, after=66, below=26, ax=ax)
    shares = {"positive", "negative"} <= {*tone.columns}
    ends = [
        tone["high"],
        tone["low"],
        *([tone["positive"] / tone["n"], tone["negative"] / tone["n"]] if shares else []),
    ]
    reach = max([_LEAST, *(float(end.abs().max()) for end in ends if len(end))]) * 1.08
    with drawing():
        axes.axvline(0, color=GREY, linewidth=1, zorder=1)
        for place, row in enumerate(rows_of(tone)):
            axes.axhline(place, color=RULE, linewidth=0.7, zorder=0)
            if shares:
                axes.barh(place, row.positive / row.n, height=0.5, color=PALE, alpha=0.6, zorder=1)
                axes.barh(place, -row.negative / row.n, height=0.5, color=PALE, alpha=0.6, zorder=1)
            _draw_mean(axes, place, row.mean, row.low, row.high)
            axes.text(1.01, place, f"n = {row.n:,}", transform=axes.get_yaxis_transform(), va="center", color=SOFT)
        axes.set_xlim(-reach, reach)
        axes.set_xticks([-reach * 0.62, 0, reach * 0.62], ["more negative", "0", "more positive"])
        name_rows(axes, names)
    return axes


def _draw_mean(axes: Axes, place: int, mean: float, low: float, high: float) -> None:
    colour = ACCENT if low > 0 or high < 0 else GREY
    axes.plot([low, high], [place, place], color=colour, linewidth=2.4, zorder=2)
    axes.plot([mean], [place], marker="o", markersize=8.5, color=colour, zorder=3)
