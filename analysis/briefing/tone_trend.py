"""In what tone, over time: a small panel for each of those named most."""

from dataclasses import dataclass
from math import isnan
from typing import Any, Final

import pandas as pd

from analysis.briefing.edition import Edition
from analysis.briefing.figures import Grid, Head, grid
from analysis.briefing.html import Fragment, identifier, render_part
from analysis.briefing.tone_view import bounds_of, heads_of
from analysis.briefing.tone_words import Measure, measure_words
from analysis.briefing.wording import first_upper, many, number_word, with_article
from analysis.charts.style import rows_of
from analysis.charts.svg import to_svg
from analysis.charts.trends import plot_trend, signed
from analysis.intervals import is_apart
from analysis.sentiment.aggregate import MIN_ARTICLES, MIN_SENTENCES
from analysis.sentiment.toward import tone_toward

PANELS: Final = 8  # names whose tone is drawn over time
_LEAST: Final = 40.0  # the least that their scale reaches to, per 100: small tones would look large


@dataclass(frozen=True, slots=True)
class Panel:
    """One entity's tone over the periods."""

    id: str
    name: str
    svg: Fragment


def show_tone_over_time(edition: Edition, tone: pd.DataFrame) -> Fragment:
    """Show the tone toward those of most sentences over the periods of the trend, a panel each.

    Args:
        edition: what the briefing is about.
        tone: what `tone_of` returned.
    """
    measure = measure_words(edition.parameters.sentiment)
    most = tone.sort_values(["n", "entity_id"], ascending=[False, True]).head(PANELS)
    placed = [edition.articles_of(period).assign(period=place) for place, period in enumerate(edition.periods)]
    articles = pd.concat(placed)
    by_period = tone_toward(
        edition.tones.loc[edition.tones["entity_id"].isin(most["entity_id"])],
        articles.loc[articles["is_canonical"], ["article_id", "period"]],
        by=["entity_id", "period"],
    )
    known = by_period.dropna(subset=["mean"])
    reach = max(_LEAST, 100 * float(known["mean"].abs().max())) if len(known) else _LEAST
    panels = [
        _panel(row, known, reach, edition) for row in rows_of(most) if (known["entity_id"] == row.entity_id).sum() > 1
    ]
    if not panels:
        return Fragment("")
    caption = (
        f"{measure.figure} times 100 over {number_word(len(edition.periods))} {edition.span}s, all on one scale about "
        f"zero; a gap where fewer than {MIN_SENTENCES} sentences or {MIN_ARTICLES} articles name somebody. "
        f"By {measure.name}; independent texts only, n = {many(int(known['n'].sum()), 'sentence')}."
    )
    finding, figures = _finding(most, known, edition), _figures(known, measure, edition)
    return render_part("tone_trend", finding=finding, panels=panels, caption=caption, grid=figures)


def _panel(row: Any, known: pd.DataFrame, reach: float, edition: Edition) -> Panel:
    ours = known.loc[known["entity_id"] == row.entity_id].set_index("period")["mean"]
    values = [100 * float(ours.get(place, float("nan"))) for place in range(len(edition.periods))]
    named = zip(edition.periods, values, strict=True)
    told = ", ".join(f"{period.label} {signed(value)}" for period, value in named if not isnan(value))
    own = identifier(row.entity_id, "tt-")
    clear = row.low > 0 or row.high < 0
    drawn = plot_trend(pd.Series(values), highest=reach, lowest=-reach, highlight=clear)
    svg = to_svg(
        drawn, title=f"Tone toward {row.name}, times 100", description=f"Oldest first: {told}.", prefix=f"{own}-"
    )
    return Panel(own, row.name, Fragment(svg))


def _finding(most: pd.DataFrame, known: pd.DataFrame, edition: Edition) -> str:
    """Name whose tone moved most since the period before, where it moved by more than noise."""
    now, before = (
        known.loc[known["period"] == place].set_index("entity_id")
        for place in (len(edition.periods) - 1, len(edition.periods) - 2)
    )
    both = [row for row in rows_of(most) if row.entity_id in now.index and row.entity_id in before.index]
    moved = [
        (float(now.loc[row.entity_id, "mean"] - before.loc[row.entity_id, "mean"]), row.name)
        for row in both
        if is_apart(bounds_of(now.loc[row.entity_id]), bounds_of(before.loc[row.entity_id]), len(both))
    ]
    if not both:
        return f"Nobody is named often enough both this {edition.span} and the one before to compare"
    if not moved:
        compared = [str(row.name) for row in both]
        whom = with_article(compared[0]) if len(compared) == 1 else f"any of {many(len(compared), 'name')}"
        return f"No change of tone toward {whom} is beyond noise"
    change, name = max(moved, key=lambda each: (abs(each[0]), each[1]))
    way = "positive" if change > 0 else "negative"
    return f"The tone toward {with_article(name)} turned more {way} than the {edition.span} before"


def _figures(known: pd.DataFrame, measure: Measure, edition: Edition) -> Grid:
    labels = [period.label for period in edition.periods]
    table = known.assign(
        name=[edition.name(entity) for entity in known["entity_id"]], label=[labels[place] for place in known["period"]]
    )
    ordered = table.sort_values(["name", "entity_id", "period"], ignore_index=True)
    heads = (Head("name", "Toward"), Head("label", first_upper(edition.span)), *heads_of(measure))
    return grid(ordered, heads, name="tone-trend-table", caption="Tone over time")
