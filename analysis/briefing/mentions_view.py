"""Who was in the news: shares of articles, their trend, and the sentences."""

from dataclasses import dataclass
from math import isnan
from typing import Any, Final

import pandas as pd

from analysis.briefing.edition import Edition, within
from analysis.briefing.evidence import Evidence, evidence_for
from analysis.briefing.figures import Head, grid
from analysis.briefing.html import Fragment, identifier, render_part
from analysis.briefing.periods import Period
from analysis.briefing.wording import count, decimal, first_upper, number_word, with_article
from analysis.charts.style import rows_of
from analysis.charts.svg import to_svg
from analysis.charts.trends import plot_trend
from analysis.mentions.count import NAMED, mention_rows
from analysis.mentions.intervals import difference_interval

GROUPS: Final = {
    "people": ("person",),
    "countries": ("country",),
    "bodies and groups": ("organization", "group"),
    "places": ("place",),
}
SHOWN: Final = ("people", "countries", "bodies and groups")  # the groups that a briefing has a chart of
MOVED = 3  # names shown beside the top because they moved
SENTENCES = 3  # independent texts quoted for one name


@dataclass(frozen=True, slots=True)
class Panel:
    """One entity: its line, its change, its sentences."""

    id: str
    name: str
    svg: Fragment
    change: str
    moved: str  # "up", "down", or empty where the change is within noise
    when: str  # of which period the sentences are, where not of this one
    evidence: list[Evidence]
    left: int


def mention_shares(edition: Edition) -> pd.DataFrame:
    """Give the share of articles that name each entity, in each period of the trend.

    Counts independent texts, not occurrences: copies have one vote. A capital
    that stands for a government does not count as its country.

    Returns:
        One row an entity named in the trend: `entity_id`, `name`, `kind`,
        `articles` and `base` (of the briefing's own period), `articles_before`,
        `base_before`, `share`, `share_before` (per 100), `change`, `is_beyond_noise`
        and `trend` (list of shares, oldest first; null where nothing was
        published). Most named first.
    """
    canonical = edition.archive.loc[edition.archive["is_canonical"] & edition.archive["published_at"].notna()]
    ours = edition.mentions.loc[edition.mentions["article_id"].isin(canonical["article_id"])]
    rows = mention_rows(ours, canonical, freq="D")
    bases = [int(within(canonical["published_at"], period).sum()) for period in edition.periods]
    counts = [rows.loc[within(rows["period"], period)].groupby("entity_id").size() for period in edition.periods]
    kinds = ours.loc[ours["form"].isin(NAMED)].drop_duplicates("entity_id").set_index("entity_id")["kind"]
    found = [_share_row(entity, kinds[entity], counts, bases, edition) for entity in sorted(kinds.index)]
    table = pd.DataFrame(found, columns=_COLUMNS)
    return table.sort_values(["articles", "name", "entity_id"], ascending=[False, True, True], ignore_index=True)


_COLUMNS = [
    *("entity_id", "name", "kind", "articles", "base", "articles_before", "base_before"),
    *("share", "share_before", "change", "is_beyond_noise", "trend"),
]


def _share_row(
    entity: str, kind: str, counts: "list[pd.Series[int]]", bases: list[int], edition: Edition
) -> tuple[Any, ...]:
    hits = [int(found.get(entity, 0)) for found in counts]
    trend = [100 * hit / base if base else float("nan") for hit, base in zip(hits, bases, strict=True)]
    low, high = difference_interval(hits[-1], bases[-1], hits[-2], bases[-2])
    head = (entity, edition.name(entity), kind, hits[-1], bases[-1], hits[-2], bases[-2])
    return *head, trend[-1], trend[-2], trend[-1] - trend[-2], low > 0 or high < 0, trend


def top_named(edition: Edition, shares: pd.DataFrame, group: str) -> pd.DataFrame:
    """Give the rows of `mention_shares` that a chart of one of the `GROUPS` shows, most named first.

    One article is no coverage: such names are left out, but where there is nothing else.
    """
    ours = shares.loc[shares["kind"].isin(GROUPS[group]) & (shares["articles"] > 0)]
    repeated = ours.loc[ours["articles"] > 1]
    return (ours if repeated.empty else repeated).head(edition.parameters.top)


def shown_named(edition: Edition, shares: pd.DataFrame, group: str) -> pd.DataFrame:
    """Give the rows of `top_named`, then those outside it that moved most beyond noise, such as who fell to none."""
    top = top_named(edition, shares, group)
    moved = shares.loc[
        shares["kind"].isin(GROUPS[group]) & shares["is_beyond_noise"] & ~shares["entity_id"].isin(top["entity_id"])
    ]
    return pd.concat([top, moved.sort_values("change", key=abs, ascending=False, kind="stable").head(MOVED)])


def show_mentions(edition: Edition, shares: pd.DataFrame, group: str) -> Fragment:
    """Show small multiples of the entities named most, and of those that moved most, all on one scale.

    Args:
        edition: where sentences are looked up.
        shares: what `mention_shares` returned.
        group: one of `GROUPS`: "people", "countries", "bodies and groups", "places".
    """
    top = shown_named(edition, shares, group)
    if top.empty:
        nothing = f"No {group} of the register are named in an article of this {edition.span}."
        return render_part("brief", findings=[], nothing=nothing)
    named = int((shares["kind"].isin(GROUPS[group]) & (shares["articles"] > 0)).sum())
    highest = max(value for trend in top["trend"] for value in trend if not isnan(value))
    now = int((top["articles"] > 0).sum())
    shown = f"{number_word(now)} of {named:,}" if now < named else f"all {named:,}"
    caption = f"The {group} named in most articles, and whose share moved most: {shown} named this {edition.span}."
    if not named:
        caption = f"The {group} named in no article this {edition.span}, whose share moved most."
    return render_part(
        "mentions",
        finding=finding_of(top, group),
        panels=[_panel(row, highest, edition) for row in rows_of(top)],
        caption=_caption(edition, top),
        grid=grid(top, _heads(edition), name=identifier(f"{group}-table"), caption=caption),
    )


def _caption(edition: Edition, top: pd.DataFrame) -> str:
    first = top.iloc[0]
    return (
        f"Articles naming each, per 100 published, {number_word(len(edition.periods))} {edition.span}s, one scale; the "
        f"last figure is this {edition.span}’s. Independent texts only, n = {first['base']:,} this {edition.span}, "
        f"{first['base_before']:,} the {edition.span} before. A change inside its 95 % interval is called noise."
    )


def _heads(edition: Edition) -> tuple[Head, ...]:
    return (
        Head("name", "Name"),
        Head("articles", "Articles", count),
        Head("share", "Per 100 articles", _one_place),
        Head("share_before", f"{edition.span.capitalize()} before, per 100", _one_place),
    )


def _one_place(value: object) -> str:
    return decimal(value, 1)


def finding_of(top: pd.DataFrame, group: str) -> str:
    """Write what a chart of shares shows, in a sentence; changes within noise are not findings."""
    moved = top.loc[top["is_beyond_noise"]]
    if moved.empty:
        lead = top.iloc[0]
        name = first_upper(with_article(lead["name"]))
        return f"{name} in {lead['share']:.0f} of 100 articles; no change among {group} is beyond noise"
    mover = moved.sort_values("change", key=abs, ascending=False, kind="stable").iloc[0]
    way = "up" if mover["change"] > 0 else "down"
    name = first_upper(with_article(mover["name"]))
    return f"{name} {way} to {mover['share']:.0f} of 100 articles, from {mover['share_before']:.0f}"


def _panel(row: Any, highest: float, edition: Edition) -> Panel:
    moved, change = _change(row, edition)
    own = identifier(row.entity_id, "m-")
    told = ", ".join("none published" if isnan(value) else f"{value:.0f}" for value in row.trend)
    drawn = plot_trend(pd.Series(row.trend), highest=highest, highlight=bool(moved))
    title = f"{row.name}, articles per 100"
    svg = to_svg(drawn, title=title, description=f"Oldest first: {told}. {change}.", prefix=f"{own}-")
    period = edition.period if row.articles else edition.previous
    found, left = sentences_naming(row.entity_id, edition, period)
    when = "" if row.articles else f"of the {edition.span} before"
    return Panel(own, row.name, Fragment(svg), change, moved, when, found, left)


def _change(row: Any, edition: Edition) -> tuple[str, str]:
    before = f"the {edition.span} before"
    if not row.base_before:
        return "", f"nothing published {before}"
    if not row.is_beyond_noise:
        return "", f"{_signed(row.change)} on {before}, within noise"
    return ("up" if row.change > 0 else "down"), f"{_signed(row.change)} on {before}"


def _signed(change: float) -> str:
    """Write a change of a share with its sign.

    >>> _signed(2.4), _signed(-3.6), _signed(0.2)
    ('+2', '−4', '±0')
    """
    whole = round(change)
    return "±0" if whole == 0 else f"+{whole}" if whole > 0 else f"−{-whole}"


def sentences_naming(entity: str, edition: Edition, period: Period) -> tuple[list[Evidence], int]:
    """Give sentences of a period that name an entity, one a text."""
    rows = edition.mentions.loc[(edition.mentions["entity_id"] == entity) & edition.mentions["form"].isin(NAMED)]
    inside = rows.loc[rows["article_id"].isin(edition.articles_of(period)["article_id"])]
    return evidence_for(inside, edition, words="alias", shown=SENTENCES)
