"""Small multiples: one small line for each entity, all on one scale.

Lines that cross cannot be told apart; panels of one size can. The last value is
written at the end of its line, and the line is highlighted where the change is
beyond noise.
"""

import pandas as pd
from matplotlib.axes import Axes

from analysis.charts.style import ACCENT, GREY, INK, RULE, bare, drawing, new_axes

WIDTH, HEIGHT = 180, 56


def plot_trend(
    shares: pd.Series, *, highest: float, lowest: float = 0, highlight: bool = False, ax: Axes | None = None
) -> Axes:
    """Draw one entity's figure over the periods as a line about zero, its last value at its end.

    Args:
        shares: per 100, in order of time; null where nothing was published or too little is known.
        highest: the top of the scale, the same for every panel beside it.
        lowest: the bottom of the scale; below zero, values carry their sign.
        highlight: draw in the highlight colour.
        ax: where to draw; a new figure of a panel's size by default.

    Returns:
        The axes, with one line that holds `shares`.
    """
    axes = ax if ax is not None else new_axes(WIDTH, HEIGHT, box=(4, 6, 38, 8))
    colour = ACCENT if highlight else GREY
    values = [float(value) for value in shares]
    places = list(range(len(values)))
    with drawing():
        axes.axhline(0, color=RULE, linewidth=1, zorder=1)
        # A value between two nulls has no line to be seen by.
        dots = [value if _alone(values, place) else float("nan") for place, value in enumerate(values)]
        axes.plot(places, values, color=colour, linewidth=2.2 if highlight else 1.7, zorder=2, clip_on=False)
        if any(value == value for value in dots):  # noqa: PLR0124 - not a null
            axes.plot(places, dots, marker="o", markersize=3.5, color=colour, linewidth=0, zorder=2, clip_on=False)
        axes.plot(places[-1:], values[-1:], marker="o", markersize=5, color=colour, zorder=3, clip_on=False)
        if values and values[-1] == values[-1]:
            axes.annotate(
                signed(values[-1]) if lowest < 0 else f"{values[-1]:.0f}",
                (places[-1], values[-1]),
                xytext=(8, 0),
                textcoords="offset points",
                va="center_baseline",
                color=INK,
                fontsize=13,
                fontweight="bold",
            )
        axes.set_xlim(0, max(len(values) - 1, 1))
        axes.set_ylim(lowest, max(highest, 1))
        axes.set_xticks([])
        axes.set_yticks([])
        bare(axes)
    return axes


def signed(value: float) -> str:
    """Write a whole number with its sign, as a chart prints it.

    >>> signed(2.4), signed(-3.6), signed(0.2)
    ('+2', '−4', '0')
    """
    whole = round(value)
    return f"{whole:+d}".replace("-", "−") if whole else "0"


def _alone(values: list[float], place: int) -> bool:
    """Whether the values beside one are null, so that no line leads to it."""
    beside = [values[other] for other in (place - 1, place + 1) if 0 <= other < len(values)]
    return all(value != value for value in beside)  # noqa: PLR0124 - a null is not itself
