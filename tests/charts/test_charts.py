"""Charts draw the tables they are given, from zero, whatever the names are."""

import pandas as pd
import pytest

from analysis.charts.lines import plot_lines
from analysis.charts.outlets import plot_outlets
from analysis.charts.shares import plot_shares
from analysis.charts.style import ACCENT, GREY, NARROW, WIDE, new_axes
from analysis.charts.together import plot_together
from analysis.charts.tone import plot_tone
from analysis.charts.totals import plot_totals
from analysis.charts.trends import plot_trend

TONE = pd.DataFrame(
    {
        "name": ["Norway", "Kenya"],
        "mean": [0.3, -0.05],
        "low": [0.1, -0.2],
        "high": [0.5, 0.1],
        "n": [38, 7],
    }
)
TOTALS = pd.DataFrame(
    {
        "name": ["Norway", "Japan"],
        "floor": [50.0, 10.0],
        "best": [80.0, 10.0],
        "ceiling": [100.0, 0.0],
        "is_open": [False, True],
        "words": ["€80 m", "€10 m or more"],
    }
)
OUTLETS = pd.DataFrame({"outlet": ["Harbour Wire", "Gazette"], "independent": [5, 2], "copies": [0, 3]})
LINES = pd.DataFrame({"period": ["W1", "W2", "W3"], "Norway": [3.0, 5.0, 4.0], "Kenya": [1.0, None, 2.0]})


def bars(ax):
    """Give the bars of an axes as (start, end)."""
    return [(bar.get_x(), round(bar.get_x() + bar.get_width(), 6)) for bar in ax.patches]


def test_a_trend_holds_its_numbers_and_starts_at_zero():
    """The line is the series; the scale is the one given, from zero; the last value is written."""
    ax = plot_trend(pd.Series([3.0, 5.0, 12.0]), highest=40, highlight=True)
    line = next(line for line in ax.lines if line.get_color() == ACCENT)

    assert list(line.get_ydata()) == [3.0, 5.0, 12.0]
    assert (ax.get_ylim(), [text.get_text() for text in ax.texts]) == ((0.0, 40.0), ["12"])


def test_a_trend_without_articles_at_the_end_writes_no_number():
    """Nothing published is not zero: no value stands at the end."""
    ax = plot_trend(pd.Series([3.0, float("nan")]), highest=5)

    assert [text.get_text() for text in ax.texts] == []


def test_tone_is_grey_where_its_interval_crosses_zero():
    """Only an interval on one side of zero takes the highlight colour; each row says its n."""
    ax = plot_tone(TONE)
    intervals = [line for line in ax.lines if len(line.get_xdata()) == 2 and line.get_linewidth() == 2.4]

    assert [(list(line.get_xdata()), line.get_color()) for line in intervals] == [
        ([0.1, 0.5], ACCENT),
        ([-0.2, 0.1], GREY),
    ]
    assert [text.get_text() for text in ax.texts] == ["n = 38", "n = 7"]


def test_totals_show_floor_and_ceiling_from_zero():
    """Each row has a bar to its ceiling and one to its floor; the best figure is written."""
    ax = plot_totals(TOTALS)

    assert bars(ax) == [(0.0, 100.0), (0.0, 50.0), (0.0, 10.0), (0.0, 10.0)]
    assert [text.get_text() for text in ax.texts] == ["€80 m", "€10 m or more"]


def test_outlets_stack_copies_after_texts():
    """Copies begin where the texts that count end."""
    assert bars(plot_outlets(OUTLETS)) == [(0.0, 5.0), (5.0, 5.0), (0.0, 2.0), (2.0, 5.0)]


def test_lines_are_named_at_their_ends():
    """There is no legend: each line has its name beside its last value."""
    ax = plot_lines(LINES)

    assert sorted(text.get_text() for text in ax.texts) == ["Kenya", "Norway"]
    assert (ax.get_legend(), ax.get_ylim()[0]) == (None, 0.0)


@pytest.mark.parametrize(
    ("draw", "table"),
    [(plot_tone, TONE), (plot_totals, TOTALS), (plot_outlets, OUTLETS), (plot_lines, LINES)],
)
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_chart_is_as_wide_as_asked_and_takes_axes(draw, table, width):
    """A chart makes a figure of the width asked for, or draws into the axes it is given."""
    ax = draw(table, width=width)
    given = new_axes(300, 200, box=(10, 10, 10, 10))

    assert round(ax.get_figure().get_size_inches()[0] * 72) == width
    assert draw(table, ax=given) is given


def test_long_names_and_long_figures_leave_room_for_the_bars():
    """On a phone a name is cut, and "or more" is a plus, before the bars have no room."""
    rows = TOTALS.assign(name="A name that goes on for very long", words="€86.0 m or more (−57 %)")
    ax = plot_totals(rows, width=NARROW)

    assert ax.get_position().width > 0.15
    assert [text.get_text() for text in ax.texts] == ["€86.0 m+ (−57 %)"] * 2


@pytest.mark.parametrize(
    ("draw", "table"), [(plot_tone, TONE), (plot_totals, TOTALS), (plot_outlets, OUTLETS), (plot_lines, LINES)]
)
def test_an_empty_table_draws(draw, table):
    """No row is no error: an empty chart comes back."""
    assert draw(table.iloc[:0]) is not None


SHARES = pd.DataFrame(
    {
        "name": ["Norway", "Kenya"],
        "share": [50.0, 20.0],
        "low": [40.0, 12.0],
        "high": [60.0, 31.0],
        "prominent": [30.0, 0.0],
    }
)
PAIRS = pd.DataFrame(
    {"name": ["Norway", "Norway", "Kenya"], "other": ["Kenya", "Japan", "Japan"], "articles": [4, 2, 0]}
)


def test_a_share_is_drawn_whole_with_its_prominent_part_and_its_interval():
    """Bars run from zero to the share, the coloured one to the prominent share; the line is the interval."""
    ax = plot_shares(SHARES)
    lines = [list(line.get_xdata()) for line in ax.lines if line.get_linewidth() == 1.2]

    assert bars(ax) == [(0.0, 50.0), (0.0, 30.0), (0.0, 20.0), (0.0, 0.0)]
    assert (lines, [text.get_text() for text in ax.texts]) == ([[40.0, 60.0], [12.0, 31.0]], ["50", "20"])


def test_every_pair_has_a_cell_and_a_number():
    """The fullest cell is of the fullest pair; a pair of no article is empty, and says so."""
    ax = plot_together(PAIRS)
    filled = [patch.get_alpha() for patch in ax.patches]

    assert filled == [0.5, 0.25, None]
    assert [text.get_text() for text in ax.texts] == ["4", "2", "0", "Norway", "Kenya", "Japan"]


@pytest.mark.parametrize("draw", [lambda: plot_shares(SHARES.iloc[:0]), lambda: plot_together(PAIRS.iloc[:0])])
def test_empty_tables_draw_empty_axes(draw):
    """Nothing to show is no error."""
    assert [text.get_text() for text in draw().texts] == []


def test_a_phone_shows_six_names_in_the_triangle():
    """Names beyond the sixth are left to the table."""
    names = [f"Name {n}" for n in range(8)]
    rows = [(one, other, 1) for place, one in enumerate(names) for other in names[place + 1 :]]
    ax = plot_together(pd.DataFrame(rows, columns=["name", "other", "articles"]), width=NARROW)

    assert (len(ax.patches), ax.texts[-1].get_text()) == (15, "Name 5")
