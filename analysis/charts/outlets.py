"""Articles by outlet: independent texts dark, copies of other outlets' texts light."""

import pandas as pd
from matplotlib.axes import Axes

from analysis.charts.style import ACCENT, PALE, RULE, WIDE, drawing, name_rows, row_axes, rows_of

ROW = 26


def plot_outlets(outlets: pd.DataFrame, *, width: float = WIDE, ax: Axes | None = None) -> Axes:
    """Draw one bar an outlet, split into the texts that are counted and copies.

    Args:
        outlets: columns `outlet`, `independent`, `copies` (articles), in the
            order to draw from the top.
        width: of the drawing, in points.
        ax: where to draw; a new figure by default.

    Returns:
        The axes; x runs from zero.
    """
    axes, names = row_axes(outlets["outlet"], width=width, row=ROW, after=84, ax=ax)
    with drawing():
        for place, row in enumerate(rows_of(outlets)):
            axes.barh(place, row.independent, height=0.55, color=ACCENT)
            axes.barh(place, row.copies, left=row.independent, height=0.55, color=PALE)
            words = f"{row.independent:,}" + (f" + {row.copies:,}" if row.copies else "")
            total = row.independent + row.copies
            axes.annotate(
                words, (total, place), xytext=(6, 0), textcoords="offset points", va="center", annotation_clip=False
            )
        axes.axvline(0, color=RULE, linewidth=1, zorder=0)
        axes.set_xticks([])
        axes.set_xlim(0, max([1, *(outlets["independent"] + outlets["copies"])]))
        name_rows(axes, names)
    return axes
