"""In what tone: toward whom, and in which outlets."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from analysis.briefing.edition import Edition
from analysis.briefing.figures import Head, grid, show_figure
from analysis.briefing.html import Fragment, render_part, stacked
from analysis.briefing.tone_words import Measure, accuracy_of, measure_words
from analysis.briefing.wording import count, decimal, first_upper, many, with_article
from analysis.charts.style import rows_of
from analysis.charts.tone import plot_tone
from analysis.intervals import is_apart
from analysis.sentiment.aggregate import MIN_ARTICLES, MIN_SENTENCES
from analysis.sentiment.toward import tone_toward


def tone_of(edition: Edition) -> pd.DataFrame:
    """Add up the tone toward each of the entities of interest that enough sentences of the period name.

    Returns:
        What `tone_toward` returns for independent texts of the period, with
        `name`; most positive first; at most `top` rows, those of most sentences.
    """
    enough = _of_period(edition, ["entity_id"]).dropna(subset=["mean"])
    named = enough.assign(name=[edition.name(entity) for entity in enough["entity_id"]])
    shown = named.sort_values(["n", "entity_id"], ascending=[False, True]).head(edition.parameters.top)
    return shown.sort_values(["mean", "entity_id"], ascending=[False, True], ignore_index=True)


def _of_period(edition: Edition, by: Sequence[str]) -> pd.DataFrame:
    articles = edition.articles.loc[edition.articles["is_canonical"]]
    return tone_toward(edition.tones, articles.loc[articles["outlet"].notna()] if "outlet" in by else articles, by=by)


def show_tone(edition: Edition, tone: pd.DataFrame) -> Fragment:
    """Show the tone toward each with its interval, and how often the measure is right.

    Args:
        edition: what the briefing is about.
        tone: what `tone_of` returned.
    """
    measure = measure_words(edition.parameters.sentiment)
    if tone.empty:
        nothing = (
            f"Nobody is named in {MIN_SENTENCES} or more sentences with a signal, in {MIN_ARTICLES} or more articles "
            f"this {edition.span}: no tone is shown."
        )
        return render_part("brief", findings=[], nothing=nothing)
    n = many(int(tone["n"].sum()), "sentence")
    return show_figure(
        plot_tone,
        tone if not measure.is_lexicon else tone.drop(columns=["positive", "negative"]),
        (Head("name", "Toward"), *heads_of(measure)),
        name="tone-chart",
        finding=finding_of(tone),
        description=_told(tone),
        caption=f"{measure.reading}By {measure.name}; independent texts only, n = {n}. {accuracy_of(measure)}",
    )


def heads_of(measure: Measure) -> list[Head]:
    """Give the columns that every table of tone has."""
    shares = [Head("positive", "Positive", count), Head("negative", "Negative", count)]
    return [
        Head("mean", measure.figure, decimal),
        Head("low", "From", decimal),
        Head("high", "To", decimal),
        *([] if measure.is_lexicon else [*shares, Head("unclear", "No clear tone", count)]),
        Head("n", "Sentences with a signal" if measure.is_lexicon else "Sentences", count),
        Head("articles", "Articles", count),
    ]


def _told(tone: pd.DataFrame) -> str:
    """Tell the chart to whoever cannot see it."""
    rows = (f"{row.name} {decimal(row.mean)}, from {decimal(row.low)} to {decimal(row.high)}" for row in rows_of(tone))
    return f"{'; '.join(rows)}."


def finding_of(tone: pd.DataFrame) -> str:
    """Write what the chart shows, in a sentence; intervals that cross zero are no tone."""
    up, down = tone.loc[tone["low"] > 0], tone.loc[tone["high"] < 0]
    unclear = len(tone) - len(up) - len(down)
    if up.empty and down.empty:
        if len(tone) == 1:
            return f"No clear tone toward {with_article(tone.iloc[0]['name'])}"
        return f"No clear tone toward any of the {many(len(tone), 'name')}"
    parts = []
    if len(up):
        parts.append(f"toward {with_article(up.iloc[0]['name'])} leans {'most ' if len(up) > 1 else ''}to the positive")
    if len(down):
        lean = "" if parts else "leans "
        parts.append(
            f"toward {with_article(down.iloc[-1]['name'])} {lean}{'most ' if len(down) > 1 else ''}to the negative"
        )
    rest = f"; toward {unclear:,} of {len(tone):,} names no clear tone" if unclear else ""
    return f"The tone {', '.join(parts)}{rest}"


def show_tone_by_outlet(edition: Edition) -> Fragment:
    """Show the tone of each outlet toward all of interest, and toward each where enough sentences allow."""
    measure = measure_words(edition.parameters.sentiment)
    table = _of_period(edition, ["outlet"]).dropna(subset=["mean"]).rename(columns={"outlet": "name"})
    if len(table) < 2:  # one outlet has nothing to stand beside
        return Fragment("")
    shown = table.sort_values(["n", "name"], ascending=[False, True]).head(edition.parameters.top)
    shown = shown.sort_values(["mean", "name"], ascending=[False, True], ignore_index=True)
    chart = show_figure(
        plot_tone,
        shown if not measure.is_lexicon else shown.drop(columns=["positive", "negative"]),
        (Head("name", "Outlet"), *heads_of(measure)),
        name="tone-outlets",
        finding=_outlets_finding(shown),
        description=_told(shown),
        caption=(
            f"Tone toward all names of interest, by outlet. Outlets write about different people and deeds: a "
            f"difference is one of news as much as of outlets. By {measure.name}; independent texts only, "
            f"n = {many(int(shown['n'].sum()), 'sentence')}."
        ),
    )
    return stacked(chart, _each_by_outlet(edition, measure))


def _each_by_outlet(edition: Edition, measure: Measure) -> Fragment:
    """Give the tone toward each name in each outlet as a table to unfold; nothing where too few sentences allow it."""
    each = _of_period(edition, ["outlet", "entity_id"]).dropna(subset=["mean"])
    if each.empty:
        return Fragment("")
    named = each.assign(name=[edition.name(entity) for entity in each["entity_id"]])
    ordered = named.sort_values(
        ["name", "entity_id", "mean", "outlet"], ascending=[True, True, False, True], ignore_index=True
    )
    listed = grid(
        ordered,
        (Head("name", "Toward"), Head("outlet", "Outlet"), *heads_of(measure)),
        name="tone-by-outlet",
        caption=f"Tone toward one name in one outlet, where {MIN_SENTENCES} or more sentences in {MIN_ARTICLES} or "
        "more articles allow it.",
    )
    return render_part("folded_table", summary="Toward each name, by outlet", grid=listed)


def _outlets_finding(table: pd.DataFrame) -> str:
    top, last = table.iloc[0], table.iloc[-1]
    if is_apart(bounds_of(top), bounds_of(last), len(table) * (len(table) - 1) // 2):
        return (
            f"{first_upper(str(top['name']))} is the most positive of {len(table):,} outlets, {last['name']} the least"
        )
    return f"No outlet of {len(table):,} differs from another by more than noise"


def bounds_of(row: "pd.Series[Any]") -> tuple[float, float, float]:
    """Give the mean of a row of tone, and the bounds of its interval."""
    return float(row["mean"]), float(row["low"]), float(row["high"])
