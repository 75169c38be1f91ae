"""Who was in the news: shares of articles, their trend, and the sentences."""

from dataclasses import dataclass

import pandas as pd
from markupsafe import Markup

from analysis.briefing.edition import Edition, within
from analysis.briefing.evidence import Evidence, evidence_for
from analysis.briefing.figures import Head, cells
from analysis.briefing.html import Fragment, identifier, render_part
from analysis.briefing.wording import count, decimal, many
from analysis.charts.svg import to_svg
from analysis.charts.trends import plot_trend
from analysis.mentions.count import NAMED, mention_rows
from analysis.mentions.intervals import difference_interval


@dataclass(frozen=True, slots=True)
class Panel:
    """One entity: its line, its change, its sentences."""

    id: str
    name: str
    svg: Markup
    change: str
    moved: str  # "up", "down", or empty where the change is within noise
    evidence: list[Evidence]
    left: int


def mention_shares(edition: Edition) -> pd.DataFrame:
    """Share of articles naming each entity, in each period of the trend.

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
    named = ours.loc[ours["form"].isin(NAMED)]
    kinds = named.drop_duplicates("entity_id").set_index("entity_id")["kind"]
    rows = [_share_row(entity, kinds[entity], counts, bases, edition) for entity in sorted(kinds.index)]
    columns = ["entity_id", "name", "kind", "articles", "base", "articles_before", "base_before", "trend"]
    table = pd.DataFrame(rows, columns=columns)
    table = table.assign(
        share=_per_100(table["articles"], table["base"]),
        share_before=_per_100(table["articles_before"], table["base_before"]),
        is_beyond_noise=[
            _differ(row.articles, row.base, row.articles_before, row.base_before)
            for row in table.itertuples(index=False)
        ],
    )
    table = table.assign(change=table["share"] - table["share_before"])
    return table.sort_values(["articles", "name", "entity_id"], ascending=[False, True, True], ignore_index=True)


def _share_row(
    entity: str, kind: str, counts: list[pd.Series], bases: list[int], edition: Edition
) -> tuple[object, ...]:
    hits = [int(found.get(entity, 0)) for found in counts]
    trend = [100 * hit / base if base else float("nan") for hit, base in zip(hits, bases, strict=True)]
    return entity, edition.name(entity), kind, hits[-1], bases[-1], hits[-2], bases[-2], trend


def _differ(hits: int, base: int, hits_before: int, base_before: int) -> bool:
    """Whether two shares differ at 95 %; not where a base is empty.

    >>> _differ(31, 100, 10, 100), _differ(3, 10, 1, 10), _differ(5, 10, 0, 0)
    (True, False, False)
    """
    low, high = difference_interval(hits, base, hits_before, base_before)
    return low > 0 or high < 0


def _per_100(hits: pd.Series, base: pd.Series) -> pd.Series:
    return (100 * hits / base.where(base > 0)).astype("float64")


def show_mentions(edition: Edition, shares: pd.DataFrame, *, kinds: tuple[str, ...], title: str) -> Fragment:
    """Small multiples of the entities named most, all on one scale.

    Args:
        edition: where sentences are looked up.
        shares: what `mention_shares` returned.
        kinds: kinds of entity to show.
        title: what they are called together: "people", "countries".
    """
    ours = shares.loc[shares["kind"].isin(kinds) & (shares["articles"] > 0)]
    top = ours.head(edition.parameters.top)
    if top.empty:
        return render_part("brief", findings=[], nothing=f"No {title} of the register are named this {edition.span}.")
    highest = max(max(value for value in trend if value == value) for trend in top["trend"])
    panels = [_panel(row, highest, edition) for row in top.itertuples(index=False)]
    heads = _heads(edition)
    base = int(top["base"].iloc[0])
    return render_part(
        "mentions",
        id=identifier(f"{title}-named"),
        finding=finding_of(top, title),
        panels=panels,
        caption=(
            f"Articles naming each, per 100 published, {len(edition.periods)} {edition.span}s to {edition.period.spoken}; one scale. "
            f"Independent texts only, n = {base:,} this {edition.span}, {int(top['base_before'].iloc[0]):,} the {edition.span} before. "
            f"Changes inside the 95 % interval are called noise."
        ),
        table_caption=f"The {many(len(top), 'name')} in most articles, of {len(ours):,} {title} named this {edition.span}.",
        columns=heads,
        rows=cells(top, heads),
    )


def _heads(edition: Edition) -> tuple[Head, ...]:
    return (
        Head("name", "Name"),
        Head("articles", "Articles", count),
        Head("share", "Per 100 articles", lambda value: decimal(value, 1)),
        Head("share_before", f"{edition.span.capitalize()} before, per 100", lambda value: decimal(value, 1)),
    )


def finding_of(top: pd.DataFrame, title: str) -> str:
    """What a chart of shares shows, in a sentence; changes within noise are not findings."""
    moved = top.loc[top["is_beyond_noise"]]
    if moved.empty:
        lead = top.iloc[0]
        return f"{lead['name']} in {lead['share']:.0f} of 100 articles; no change among {title} is beyond noise"
    mover = moved.loc[moved["change"].abs().idxmax()]
    way = "up" if mover["change"] > 0 else "down"
    return f"{mover['name']} {way} to {mover['share']:.0f} of 100 articles, from {mover['share_before']:.0f}"


def _panel(row: object, highest: float, edition: Edition) -> Panel:
    entity, name, trend = row.entity_id, row.name, row.trend  # type: ignore[attr-defined]
    moved, change = _change(row, edition)
    prefix = identifier(entity, "m-")
    drawn = plot_trend(pd.Series(trend), highest=highest, highlight=bool(moved))
    words = ", ".join("none published" if value != value else f"{value:.0f}" for value in trend)
    found, left = sentences_naming(entity, edition)
    return Panel(
        id=prefix,
        name=name,
        svg=Markup(
            to_svg(
                drawn,
                title=f"{name}, articles per 100",
                description=f"Oldest first: {words}. {change}.",
                prefix=f"{prefix}-",
            )
        ),  # noqa: S704 - our own SVG
        change=change,
        moved=moved,
        evidence=found,
        left=left,
    )


def _change(row: object, edition: Edition) -> tuple[str, str]:
    before = f"the {edition.span} before"
    if not row.base_before:  # type: ignore[attr-defined]
        return "", f"nothing published {before}"
    change = row.change  # type: ignore[attr-defined]
    if not row.is_beyond_noise:  # type: ignore[attr-defined]
        return "", f"{_signed(change)} on {before}, within noise"
    return ("up" if change > 0 else "down"), f"{_signed(change)} on {before}"


def _signed(change: float) -> str:
    """A change of a share with its sign.

    >>> _signed(2.4), _signed(-3.6), _signed(0.2)
    ('+2', '−4', '±0')
    """
    whole = round(change)
    return "±0" if whole == 0 else f"+{whole}" if whole > 0 else f"−{-whole}"


def sentences_naming(entity: str, edition: Edition, shown: int = 3) -> tuple[list[Evidence], int]:
    """Sentences of the period that name an entity, one a text."""
    rows = edition.mentions.loc[edition.mentions["entity_id"] == entity]
    inside = rows.loc[rows["article_id"].isin(edition.articles["article_id"]) & rows["form"].isin(NAMED)]
    return evidence_for(inside, edition, words="alias", shown=shown)
