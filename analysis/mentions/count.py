"""Count mentions of entities, over time, by outlet, together, and against the time before.

Rows of `mentions` come in; counts go out. `mention_rows` yields the rows that
every count here is a count of, so that a reader can always ask which articles
a number is. Finding mentions is `analysis.mentions.find`; drawing them is
`analysis.charts`. Nothing here reads a file.
"""

import warnings
from collections.abc import Sequence
from itertools import combinations
from typing import Final

import pandas as pd

from analysis.errors import DroppedWarning, SchemaError
from analysis.mentions.intervals import difference_interval

# A capital stands for a government, or is where something happens: counted apart.
NAMED: Final = ("name", "demonym", "surname", "acronym")


def mention_rows(
    mentions: pd.DataFrame, articles: pd.DataFrame, *, freq: str = "W-MON", forms: Sequence[str] = NAMED
) -> pd.DataFrame:
    """List the articles that mention each entity: the rows behind every count.

    Args:
        mentions: `schemas.MENTIONS`, one row per occurrence.
        articles: `schemas.ARTICLES`, canonical articles only; with all of them,
            copies count as often as they were printed.
        freq: pandas offset alias; `"W-MON"` labels a week by its Monday.
        forms: forms of mention that count; capitals are left out by default.

    Returns:
        One row per (`article_id`, `entity_id`), sorted by `period`, `entity_id`,
        `article_id`, with `outlet` and `occurrences`.

    Raises:
        SchemaError: `mentions` refers to an article not in `articles`.

    Warns:
        DroppedWarning: articles without a date are in no period; says how many.
    """
    _check_known(mentions, articles)
    placed = _placed(articles, freq)
    named = mentions.loc[mentions["form"].isin(forms)]
    counted = named.groupby(["article_id", "entity_id"], as_index=False).size().rename(columns={"size": "occurrences"})
    rows = counted.merge(placed, on="article_id")[["period", "outlet", "article_id", "entity_id", "occurrences"]]
    return rows.sort_values(["period", "entity_id", "article_id"], ignore_index=True)


def mention_counts(
    mentions: pd.DataFrame, articles: pd.DataFrame, *, freq: str = "W-MON", forms: Sequence[str] = NAMED
) -> pd.DataFrame:
    """Count the articles that mention each entity, per period.

    Counts articles, not occurrences: an article that names Norway nine times
    counts once (`occurrences` has the nine). Periods without a mention, or
    without an article, are present with zeros, so that a rolling mean runs over
    calendar time.

    Args:
        mentions: `schemas.MENTIONS`, one row per occurrence.
        articles: `schemas.ARTICLES`, canonical articles only.
        freq: pandas offset alias; `"W-MON"` labels a week by its Monday.
        forms: forms of mention that count; capitals are left out by default.

    Returns:
        One row per (`period`, `entity_id`), sorted by both, with `articles` and
        `occurrences` (counts), `published` (articles in the period) and `share`
        (per 100 articles published in the period; null where none was).

    Raises:
        SchemaError: `mentions` refers to an article not in `articles`.

    Source:
        Presence, as in Our World in Data's Guardian mentions; prominence is
        `analysis.mentions.prominence`.
    """
    rows = mention_rows(mentions, articles, freq=freq, forms=forms)
    published = _published(articles, freq)
    cells = pd.MultiIndex.from_product(
        [published.index, sorted(rows["entity_id"].unique())], names=["period", "entity_id"]
    )
    counts = _cells(rows, cells)
    return _shares(counts.assign(published=counts["period"].map(published).astype("int64")))


def mentions_by_outlet(mentions: pd.DataFrame, articles: pd.DataFrame, *, forms: Sequence[str] = NAMED) -> pd.DataFrame:
    """Count the articles that mention each entity, per outlet; zeros are present.

    Returns:
        One row per (`outlet`, `entity_id`), sorted by both, with `articles`,
        `occurrences`, `published` (articles of the outlet) and `share` (per 100
        of them). Articles without an outlet are left out.

    Raises:
        SchemaError: `mentions` refers to an article not in `articles`.
    """
    _check_known(mentions, articles)
    known = articles.loc[articles["outlet"].notna(), ["article_id", "outlet"]]
    named = mentions.loc[mentions["form"].isin(forms)]
    rows = (
        named.groupby(["article_id", "entity_id"], as_index=False)
        .size()
        .rename(columns={"size": "occurrences"})
        .merge(known, on="article_id")
    )
    published = known.groupby("outlet").size()
    cells = pd.MultiIndex.from_product(
        [published.index, sorted(rows["entity_id"].unique())], names=["outlet", "entity_id"]
    )
    counts = _cells(rows, cells)
    return _shares(counts.assign(published=counts["outlet"].map(published).astype("int64")))


def change(counts: pd.DataFrame, period: object) -> pd.DataFrame:
    """Compare the shares of a period with those of the period before it.

    The interval is Newcombe's, because a share of eight articles moves by
    chance. It takes articles as independent draws, so copies must be out. Of a
    hundred entities compared, some five lie outside by chance alone.

    Args:
        counts: what `mention_counts` returned.
        period: a timestamp, or text that reads as one, inside the period.

    Returns:
        One row an entity, largest absolute difference first: `entity_id`,
        `articles`, `published`, `share` and the same `_before`; `difference`
        with `low` and `high` (points, 95 %; null where nothing was published
        before) and `is_beyond_noise`.

    Raises:
        SchemaError: `period`, or the one before it, is not in `counts`.
    """
    periods = sorted(counts["period"].unique())
    now = pd.Timestamp(str(period))
    now = now.tz_localize("UTC") if now.tzinfo is None else now
    place = sum(label <= now for label in periods) - 1
    if place < 1:
        raise SchemaError("counts", [f"`period` {period} has no period before it in the counts"])
    columns = ["articles", "published", "share"]
    current = counts.loc[counts["period"] == periods[place]].set_index("entity_id")[columns]
    before = counts.loc[counts["period"] == periods[place - 1]].set_index("entity_id")[columns]
    joined = current.join(before.add_suffix("_before"))
    bounds = [difference_interval(*pair) for pair in zip(*(joined[c] for c in _PAIR), strict=True)]
    table = joined.assign(
        difference=joined["share"] - joined["share_before"],
        low=pd.Series([low * 100 for low, _ in bounds], index=joined.index, dtype="float64"),
        high=pd.Series([high * 100 for _, high in bounds], index=joined.index, dtype="float64"),
    )
    table = table.assign(is_beyond_noise=(table["low"] > 0) | (table["high"] < 0)).reset_index()
    order = table["difference"].abs().sort_values(ascending=False, kind="stable").index
    ordered: pd.DataFrame = table.loc[order].reset_index(drop=True)
    return ordered


_PAIR: Final = ("articles", "published", "articles_before", "published_before")


def co_mentions(
    mentions: pd.DataFrame, articles: pd.DataFrame, *, forms: Sequence[str] = NAMED, minimum: int = 1
) -> pd.DataFrame:
    """Count the articles that mention two entities both.

    Returns:
        One row a pair (`entity_id` before `other_id` in the alphabet) with
        `articles` (both), `share` (per 100 articles) and `expected` (articles,
        if the two had nothing to do with each other). Most articles first;
        pairs in fewer than `minimum` articles are left out.

    Raises:
        SchemaError: `mentions` refers to an article not in `articles`.
    """
    _check_known(mentions, articles)
    named = mentions.loc[mentions["form"].isin(forms), ["article_id", "entity_id"]].drop_duplicates()
    alone = named.groupby("entity_id").size()
    pairs = [pair for _, ids in named.groupby("article_id")["entity_id"] for pair in combinations(sorted(ids), 2)]
    counted = pd.Series(pairs, dtype="object").value_counts()
    table = pd.DataFrame(list(counted.index), columns=["entity_id", "other_id"]).assign(articles=counted.to_numpy())
    n = len(articles)
    table = table.assign(
        share=100 * table["articles"] / max(n, 1),
        expected=table["entity_id"].map(alone) * table["other_id"].map(alone) / max(n, 1),
    )
    kept = table.loc[table["articles"] >= minimum]
    return kept.sort_values(["articles", "entity_id", "other_id"], ascending=[False, True, True], ignore_index=True)


def first_mentions(mentions: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Tell when each entity first appears, and in how many articles since.

    Returns:
        One row an entity: `entity_id`, `first_published`, `article_id` of the
        earliest dated article that names it, `articles`. Earliest first.

    Raises:
        SchemaError: `mentions` refers to an article not in `articles`.
    """
    _check_known(mentions, articles)
    dated = articles.loc[articles["published_at"].notna(), ["article_id", "published_at"]]
    rows = mentions[["article_id", "entity_id"]].drop_duplicates().merge(dated, on="article_id")
    rows = rows.sort_values(["published_at", "article_id"], kind="stable")
    table = rows.groupby("entity_id", as_index=False).agg(
        first_published=("published_at", "first"), article_id=("article_id", "first"), articles=("article_id", "size")
    )
    return table.sort_values(["first_published", "entity_id"], ignore_index=True)


def _check_known(mentions: pd.DataFrame, articles: pd.DataFrame) -> None:
    unknown = sorted(set(mentions["article_id"]) - set(articles["article_id"]))
    if unknown:
        raise SchemaError(
            "mentions",
            [f"{len(unknown)} articles are not in `articles`, such as {unknown[0]!r}; filter both tables alike"],
        )


def _published(articles: pd.DataFrame, freq: str) -> "pd.Series[int]":
    """Articles published in each period, zeros between the first and the last."""
    dated = articles.loc[articles["published_at"].notna()]
    return dated.groupby(pd.Grouper(key="published_at", freq=freq, label="left", closed="left")).size()


def _placed(articles: pd.DataFrame, freq: str) -> pd.DataFrame:
    """Articles with the period they were published in."""
    dated = articles.loc[articles["published_at"].notna(), ["article_id", "outlet", "published_at"]]
    undated = len(articles) - len(dated)
    if undated:
        message = f"{undated} of {len(articles)} articles have no date and are in no period; see `published_at`."
        warnings.warn(message, DroppedWarning, stacklevel=3)
    labels = _published(articles, freq).index
    places = labels.searchsorted(dated["published_at"], side="right") - 1
    return dated.assign(period=labels[places]).drop(columns="published_at")


def _cells(rows: pd.DataFrame, cells: pd.MultiIndex) -> pd.DataFrame:
    """Articles and occurrences in every cell, zeros included."""
    counted = rows.groupby(list(cells.names)).agg(articles=("article_id", "size"), occurrences=("occurrences", "sum"))
    return counted.reindex(cells, fill_value=0).astype("int64").sort_index().reset_index()


def _shares(counts: pd.DataFrame) -> pd.DataFrame:
    base = counts["published"].astype("float64")
    return counts.assign(share=100 * counts["articles"] / base.where(base > 0))
