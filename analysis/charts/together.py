"""Who is named beside whom: a triangle like the table of distances on a road map.

A name stands at the end of its row; the cells left of it and below it are its
own. The fuller a cell, the more articles name both; its number says how many.
"""

from itertools import combinations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from analysis.charts.style import ACCENT, GREY, INK, NARROW, RULE, WIDE, bare, drawing, label, new_axes, text_width

_CELL, _NARROW_CELL = 44, 34  # points across; rows are lower
_ROW = 30
_FULLEST = 0.5  # of the highlight colour, so that ink on it is read in light and in dark
_FEWER = 6  # names on a phone


def plot_together(pairs: pd.DataFrame, *, width: float = WIDE, ax: Axes | None = None) -> Axes:
    """Draw one cell a pair of names.

    Args:
        pairs: columns `name`, `other` and `articles` (naming both), every pair
            of the names in the order to show them; `other` comes later.
        width: of the drawing, in points; a narrow one shows the first six names.
        ax: where to draw; a new figure by default.

    Returns:
        The axes; rows and columns are names in order, y runs downwards.
    """
    names = list(dict.fromkeys([*pairs["name"], *pairs["other"]]))
    narrow = width <= NARROW
    names = names[:_FEWER] if narrow else names
    cell = _NARROW_CELL if narrow else _CELL
    shown = [label(name, 15 if narrow else 30) for name in names]
    counts = {(a, b): int(n) for a, b, n in zip(pairs["name"], pairs["other"], pairs["articles"], strict=True)}
    most = max([1, *counts.values()])
    tall = _ROW * max(len(names), 1) + 4
    right = max([width - cell * len(names) - 4, text_width(max(shown, key=len, default="")) - cell])
    axes = ax if ax is not None else new_axes(width, tall, box=(2, 2, right, 2))
    with drawing():
        for column, row in combinations(range(len(names)), 2):
            _cell(axes, column, row, counts.get((names[column], names[row]), 0), most)
        for place, name in enumerate(shown):
            axes.annotate(
                name,
                (place, place),
                xytext=(-cell / 2 + 5, 0),
                textcoords="offset points",
                va="center",
                fontweight="bold" if place == 0 else "normal",
                annotation_clip=False,
            )
        axes.set_xlim(-0.5, max(len(names), 1) - 0.5)
        axes.set_ylim(max(len(names), 1) - 0.5, -0.5)
        axes.set_xticks([])
        axes.set_yticks([])
        bare(axes)
    return axes


def _cell(axes: Axes, column: int, row: int, articles: int, most: int) -> None:
    """Fill one cell by its share of the fullest, and write its number."""
    axes.add_patch(
        Rectangle(
            (column - 0.47, row - 0.45),
            0.94,
            0.9,
            facecolor=ACCENT if articles else "none",
            alpha=_FULLEST * articles / most if articles else None,
            edgecolor="none" if articles else RULE,
            linewidth=0.8,
        )
    )
    axes.text(column, row, f"{articles:,}", ha="center", va="center_baseline", color=INK if articles else GREY)
