"""How charts look: one palette, one type size, no clutter.

Charts are drawn in the colours below and leave as SVG whose colours are the
page's own (`analysis.charts.svg`), so that one drawing serves the light, the
dark and the printed page. The palette is a dark teal for what the finding is
about and greys for the rest; teal against grey differs in lightness, so it
survives black-and-white print and every kind of colour blindness. Where two
meanings need telling apart, position or a label does it, never colour alone.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from typing import Any, Final

import pandas as pd
from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure

INK: Final = "#1c2326"
SOFT: Final = "#545f64"
GREY: Final = "#717c81"
PALE: Final = "#b9bfc0"
RULE: Final = "#dcd9d0"
ACCENT: Final = "#0a5a6a"
WASH: Final = "#d9e9ec"
PAPER: Final = "#fdfcf9"

# What each drawn colour is called on the page.
VARIABLES: Final[Mapping[str, str]] = {
    INK: "--ink",
    SOFT: "--soft",
    GREY: "--grey",
    PALE: "--pale",
    RULE: "--rule",
    ACCENT: "--accent",
    WASH: "--wash",
    PAPER: "--paper",
}

WIDE: Final = 680  # points across on a page, and on a phone
NARROW: Final = 340
TEXT: Final = 12  # points; the page shows a chart at its drawn size or a little smaller

SETTINGS: Final[Mapping[str, Any]] = {
    "font.family": "DejaVu Sans",
    "font.size": TEXT,
    "text.parse_math": False,  # a "$" in a name is a dollar, not a formula
    "text.color": INK,
    "axes.edgecolor": RULE,
    "axes.labelcolor": SOFT,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.spines.left": False,
    "axes.unicode_minus": True,
    "xtick.color": SOFT,
    "ytick.color": INK,
    "figure.facecolor": "none",
    "axes.facecolor": "none",
    "savefig.facecolor": "none",
    "svg.fonttype": "none",
    "svg.hashsalt": "newsbook",
    "path.simplify": True,
}

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
# DejaVu Sans, which widths are measured with, is wide: a character takes about 0.6 of its size.
_EM: Final = 0.6


def drawing() -> AbstractContextManager[None]:
    """Give the settings to draw under, as a context manager."""
    settings: Any = dict(SETTINGS)
    return rc_context(settings)


Draw = Callable[..., Axes]  # a chart: whatever it needs in, an axes out


def new_axes(width: float, height: float, *, box: tuple[float, float, float, float]) -> Axes:
    """Axes on a page of `width` by `height` points; `box` is left, bottom, right, top margins in points."""
    left, bottom, right, top = box
    with drawing():
        figure = Figure(figsize=(width / 72, height / 72), dpi=72)
        area = (left / width, bottom / height, (width - left - right) / width, (height - bottom - top) / height)
        return figure.add_axes(area)


def label(name: object, longest: int = 28) -> str:
    """Give a name as a chart can print it: one line, no controls, cut where it is long.

    >>> label("Norway")
    'Norway'
    >>> label("a name that goes on for ever", 12)
    'a name that…'
    """
    words = " ".join(_UNPRINTABLE.sub(" ", str(name)).split())
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"


def text_width(words: str, size: float = TEXT) -> float:
    """About how many points `words` take at `size`."""
    return len(words) * size * _EM


def row_axes(
    names: Iterable[object], *, width: float, row: float, after: float, below: float = 4, ax: Axes | None = None
) -> tuple[Axes, list[str]]:
    """Axes for one row a name, with room for the names on the left and `after` points on the right.

    Args:
        names: one a row, from the top.
        width: of the drawing, in points.
        row: height of a row, in points.
        after: room behind the rows, in points.
        below: room under them, in points.
        ax: axes to draw into; new ones by default.

    Returns:
        The axes, and the names as they can be printed at this width.
    """
    # Whatever stands behind the rows, a sixth of the drawing is left for what is drawn.
    fitting = int((width * 5 / 6 - after - 10) / (TEXT * _EM))
    shown = [label(name, max(8, min(18 if width <= NARROW else 34, fitting))) for name in names]
    if ax is not None:
        return ax, shown
    room = max([text_width(name) for name in shown], default=0) + 10
    return new_axes(width, row * max(len(shown), 1) + 4 + below, box=(room, below, after, 4)), shown


def name_rows(ax: Axes, names: list[str]) -> None:
    """Write the names beside their rows, the first at the top, and take frame and ticks away."""
    ax.set_yticks(range(len(names)), names)
    ax.set_ylim(len(names) - 0.4, -0.6)
    bare(ax)


def rows_of(table: pd.DataFrame) -> list[Any]:
    """Give the rows of a table as named tuples, whose fields have the types of its contract."""
    return list(table.itertuples(index=False))


def bare(ax: Axes) -> None:
    """Take away ticks and frame."""
    ax.tick_params(length=0)
    for spine in ax.spines.values():
        spine.set_visible(False)
