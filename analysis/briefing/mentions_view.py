"""Who was in the news: shares of articles, their trend, and the sentences."""

from dataclasses import dataclass
from math import isnan
from typing import Any, Final

import pandas as pd

from analysis.briefing.edition import Edition, within
from analysis.briefing.evidence import Evidence, evidence_for
from analysis.briefing.figures import Head, grid
from analysis.briefing.html import Fragment, identifier, render_part, stacked
from analysis.briefing.periods import Period
from analysis.briefing.wording import count, day, decimal, first_upper, many, number_word, with_article
from analysis.charts.style import rows_of
from analysis.charts.svg import to_svg
from analysis.charts.trends import plot_trend
from analysis.mentions.count import NAMED, mention_rows
from analysis.mentions.intervals import difference_interval
from analysis.mentions.prominence import prominent_counts

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


def show_mentions(edition: Edition, shares: pd.DataFrame, *groups: str) -> Fragment:
    """Show small multiples of the entities named most, and of those that moved most, each group on one scale.

    Args:
        edition: where sentences are looked up.
        shares: what `mention_shares` returned.
        groups: some of `GROUPS`: "people", "countries", "bodies and groups", "places".
    """
    return stacked(*(_show_group(edition, shares, group) for group in groups))


def _show_group(edition: Edition, shares: pd.DataFrame, group: str) -> Fragment:
    top = shown_named(edition, shares, group)
    if top.empty:
        nothing = f"No {group} of the register are named in an article of this {edition.span}."
        return render_part("brief", findings=[], nothing=nothing)
    named = int((shares["kind"].isin(GROUPS[group]) & (shares["articles"] > 0)).sum())
    now = int((top["articles"] > 0).sum())
    shown = f"{number_word(now)} of {named:,}" if now < named else f"all {named:,}"
    caption = f"The {group} named in most articles, and whose share moved most: {shown} named this {edition.span}."
    if not named:
        caption = f"The {group} named in no article this {edition.span}, whose share moved most."
    return show_panels(edition, top, finding=finding_of(top, group), caption=caption, name=identifier(f"{group}-table"))


def show_panels(
    edition: Edition, rows: pd.DataFrame, *, finding: str, caption: str, name: str, prefix: str = "m-"
) -> Fragment:
    """Show small multiples of some rows of `mention_shares`, and their figures as a table.

    Args:
        edition: where sentences are looked up.
        rows: at least one, in the order to show them.
        finding: what is seen, in a sentence.
        caption: what the table lists.
        name: id of the table.
        prefix: what the ids of the panels begin with; unique on the page.
    """
    highest = max((value for trend in rows["trend"] for value in trend if not isnan(value)), default=0.0)
    listed = with_prominence(edition, rows).assign(
        first=rows["entity_id"].map(edition.first_named.set_index("entity_id")["first_published"])
    )
    return render_part(
        "mentions",
        finding=finding,
        panels=[_panel(row, highest, edition, prefix) for row in rows_of(rows)],
        caption=_caption(edition, rows),
        grid=grid(listed, _heads(edition), name=name, caption=caption),
    )


def with_prominence(edition: Edition, shares: pd.DataFrame) -> pd.DataFrame:
    """Add how many articles of the period name somebody in the headline, the first paragraph, or either."""
    canonical = edition.articles.loc[edition.articles["is_canonical"], "article_id"]
    counts = prominent_counts(edition.prominence, canonical).rename(columns={"prominent": "either"})
    found = counts.reindex(shares["entity_id"], fill_value=0).astype("int64")
    return shares.assign(**{name: found[name].to_numpy() for name in found.columns})


def _caption(edition: Edition, top: pd.DataFrame) -> str:
    first = top.iloc[0]
    return (
        f"Articles naming each, per 100 published, {number_word(len(edition.periods))} {edition.span}s on one scale, "
        f"and the change on the {edition.span} before; inside its 95 % interval it is noise. "
        f"n = {many(first['base'], 'independent text')}, {first['base_before']:,} the {edition.span} before."
    )


def _heads(edition: Edition) -> tuple[Head, ...]:
    return (
        Head("name", "Name"),
        Head("articles", "Articles", count),
        Head("in_headline", "In the headline", count),
        Head("in_lede", "In the first paragraph", count),
        Head("share", "Per 100 articles", one_place),
        Head("share_before", f"{edition.span.capitalize()} before, per 100", one_place),
        Head("first", "First named in the store", day),
    )


def one_place(value: object) -> str:
    """Write a share to one decimal."""
    return decimal(value, 1)


def finding_of(top: pd.DataFrame, group: str) -> str:
    """Write what a chart of shares shows, in a sentence; changes within noise are not findings."""
    moved = top.loc[top["is_beyond_noise"]]
    if moved.empty:
        lead = top.iloc[0]
        name = first_upper(with_article(lead["name"]))
        still = f"; no change among {group} is beyond noise" if lead["base_before"] else ""
        return f"{name} in {lead['share']:.0f} of 100 articles{still}"
    mover = moved.sort_values("change", key=abs, ascending=False, kind="stable").iloc[0]
    way = "up" if mover["change"] > 0 else "down"
    name = first_upper(with_article(mover["name"]))
    return f"{name} {way} to {mover['share']:.0f} of 100 articles, from {mover['share_before']:.0f}"


def _panel(row: Any, highest: float, edition: Edition, prefix: str) -> Panel:
    moved, change = _change(row, edition)
    own = identifier(row.entity_id, prefix)
    told = ", ".join("none published" if isnan(value) else f"{value:.0f}" for value in row.trend)
    drawn = plot_trend(pd.Series(row.trend), highest=highest, highlight=bool(moved))
    title = f"{row.name}, articles per 100"
    svg = to_svg(drawn, title=title, description=f"Oldest first: {told}. {change}.", prefix=f"{own}-")
    period = _last_named(row.trend, edition)
    found, left = sentences_naming(row.entity_id, edition, period)
    when = {edition.period: "", edition.previous: f"of the {edition.span} before"}.get(period, f"of {period.spoken}")
    return Panel(own, row.name, Fragment(svg), change, moved, when, found, left)


def _last_named(trend: list[float], edition: Edition) -> Period:
    """Give the last period with an article that names somebody."""
    named = [period for share, period in zip(trend, edition.periods, strict=True) if share > 0]
    return named[-1] if named else edition.period


def _change(row: Any, edition: Edition) -> tuple[str, str]:
    if not row.base_before:
        return "", f"nothing published the {edition.span} before"
    if not row.is_beyond_noise:
        return "", f"{_signed(row.change)}, within noise"
    return ("up" if row.change > 0 else "down"), f"{_signed(row.change)} on the {edition.span} before"


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
