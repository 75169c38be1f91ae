"""Sanity checks of the corpus, and what was left out of it, by reason.

`check_corpus` looks at what is stored; `dropped` adds up what is not, for the
briefing to show; `coverage` and `coverage_change` count articles by outlet and
day, since an outlet that falls silent is more often a broken feed than no news.
"""

import json
from collections.abc import Iterator

import pandas as pd

from analysis.corpus.store import Day, Store
from analysis.schemas import AMOUNTS, ANNOTATED, CLAIMS, MENTIONS, NAMED, NAMES, SENTENCES, TARGETS, Table

_EARLIEST = pd.Timestamp("1700-01-01", tz="UTC")
_PRINTED = ((MENTIONS, "alias"), (NAMES, "text"), (AMOUNTS, "text"), (CLAIMS, "text"))


def dropped(store: Store, start: Day = None, end: Day = None) -> pd.DataFrame:
    """Add up what was left out, and why, up to the version that `store` looks at.

    Files and records that could not be read have no date, so they are counted
    whatever the days. Articles that are kept but not measured (copies, other
    languages, texts that broke a finder) are counted within the days; articles
    without a date belong to no days and are counted as `no_date`.

    Args:
        store: the corpus.
        start: first day of publication, ISO 8601; None for no bound.
        end: last day, inside the range.

    Returns:
        `reason`, `count`, `example` (one, in words); the largest count first.
    """
    rows = [*_unread(store), *_unmeasured(store, start, end)]
    table = pd.DataFrame(rows, columns=["reason", "count", "example"])
    summed = table.groupby("reason", as_index=False).agg({"count": "sum", "example": "first"})
    return summed.sort_values(["count", "reason"], ascending=[False, True], ignore_index=True)


def _unread(store: Store) -> Iterator[tuple[str, int, str]]:
    """Yield what ingest runs tallied; the same files given again, with the same faults, count once."""
    runs = store.runs()
    made = runs.loc[(runs["outcome"] == "ok") & (runs["what"] == "ingest") & (runs["store_version"] <= store.version)]
    for tally in made["tally"].drop_duplicates():
        for reason, found in json.loads(tally).items():
            yield reason, int(found["count"]), next(iter(found["examples"]), "")


def _unmeasured(store: Store, start: Day, end: Day) -> Iterator[tuple[str, int, str]]:
    columns = ["article_id", "published_at", "outlet", "headline", "language", "is_canonical"]
    whole = store.articles(columns=columns)
    within = store.articles(start, end, columns=columns)
    outcomes = store.annotations(ANNOTATED, columns=["article_id", "outcome"])
    seen = within.merge(outcomes, on="article_id", how="left")
    for reason, rows in (
        ("no_date", whole.loc[whole["published_at"].isna()]),
        ("copy", within.loc[~within["is_canonical"]]),
        ("not_english", seen.loc[seen["outcome"] == "not_english"]),
        ("annotation_failed", seen.loc[seen["outcome"] == "failed"]),
        ("not_annotated", seen.loc[seen["outcome"].isna()]),
    ):
        if len(rows):
            yield reason, len(rows), _title(rows.iloc[0])


def _title(article: "pd.Series[str]") -> str:
    named = article["headline"] if isinstance(article["headline"], str) else article["article_id"]
    return f"{named} ({article['outlet']})" if isinstance(article["outlet"], str) else named


def coverage(store: Store, start: Day = None, end: Day = None) -> pd.DataFrame:
    """Count articles by outlet and day.

    Returns:
        `outlet`, `day` (ISO date, UTC), `articles`, `canonical`; sorted, only
        days with an article. Articles without an outlet are under "(unknown)";
        those without a date are left out.
    """
    articles = store.articles(start, end, columns=["outlet", "published_at", "is_canonical"])
    dated = articles.dropna(subset="published_at")
    counted = dated.assign(
        outlet=dated["outlet"].fillna("(unknown)"), day=dated["published_at"].dt.strftime("%Y-%m-%d")
    ).groupby(["outlet", "day"], as_index=False)
    return counted.agg(articles=("is_canonical", "size"), canonical=("is_canonical", "sum"))


def coverage_change(before: Store, now: Store) -> pd.DataFrame:
    """Compare two versions of a store by outlet and day.

    Returns:
        `outlet`, `day`, `before`, `now` (articles) for every outlet and day
        whose count differs; a count that fell means that articles were lost.
    """
    columns = ["outlet", "day", "articles"]
    joined = (
        coverage(before)[columns]
        .merge(coverage(now)[columns], on=["outlet", "day"], how="outer", suffixes=("_before", "_now"))
        .rename(columns={"articles_before": "before", "articles_now": "now"})
        .fillna({"before": 0, "now": 0})
        .astype({"before": "int64", "now": "int64"})
    )
    return joined.loc[joined["before"] != joined["now"]].reset_index(drop=True)


def check_corpus(store: Store) -> list[str]:
    """List everything that should not be: an empty list is a sound corpus.

    Looks at what no single table's contract can: that each story has one
    canonical article, which names it; that dates can be dates; that annotations
    are of articles that exist, and cut their printed words out of the body.
    """
    articles = store.articles(columns=["article_id", "story_id", "is_canonical", "published_at"])
    return [*story_faults(articles), *_date_faults(articles), *_annotation_faults(store, articles)]


def story_faults(articles: pd.DataFrame) -> Iterator[str]:
    """Name what is wrong with the stories of `articles` (`article_id`, `story_id`, `is_canonical`)."""
    repeated = int(articles["article_id"].duplicated().sum())
    if repeated:
        yield f"`articles`: {repeated} rows repeat an id"
    named = set(articles.loc[articles["is_canonical"], "article_id"])
    lost = articles.loc[~articles["story_id"].isin(named)]
    if len(lost):
        yield f"`articles`: {len(lost)} name a story without a canonical article, as {lost['article_id'].iloc[0]}"
    false = articles.loc[articles["is_canonical"] != (articles["article_id"] == articles["story_id"])]
    if len(false):
        yield f"`articles`: {len(false)} are canonical in a story named otherwise, as {false['article_id'].iloc[0]}"


def odd_dates(articles: pd.DataFrame) -> "pd.Series[bool]":
    """Tell which articles are dated in the future or before 1700, from `published_at`."""
    latest = pd.Timestamp.now(tz="UTC") + pd.Timedelta(days=2)
    return (articles["published_at"] < _EARLIEST) | (articles["published_at"] > latest)


def _date_faults(articles: pd.DataFrame) -> Iterator[str]:
    odd = articles.loc[odd_dates(articles)]
    if len(odd):
        shown = f"{odd['article_id'].iloc[0]}: {odd['published_at'].iloc[0]:%Y-%m-%d}"
        yield f"`articles`: {len(odd)} are dated in the future or before 1700, such as {shown}"


def _annotation_faults(store: Store, articles: pd.DataFrame) -> Iterator[str]:
    known = set(articles["article_id"])
    for table in (MENTIONS, NAMES, SENTENCES, TARGETS, AMOUNTS, CLAIMS, ANNOTATED, NAMED):
        ids = store.annotations(table, columns=["article_id"])["article_id"]
        strange = ids.loc[~ids.isin(known)]
        if len(strange):
            yield f"`{table.name}`: {len(strange)} rows are of no article, such as {strange.iloc[0]}"
    for table, words in _PRINTED:
        wrong = _uncut(store, table, words)
        if wrong:
            yield f"`{table.name}`: {len(wrong)} rows do not cut `{words}` out of the body, such as in {wrong[0]}"


def _uncut(store: Store, table: Table, words: str) -> list[str]:
    """Ids of articles, one a row whose span is not its printed words."""
    rows = store.annotations(table, columns=["article_id", "start_char", "end_char", words])
    spans = {str(article_id): part for article_id, part in rows.groupby("article_id")}
    wrong: list[str] = []
    for batch in store.bodies(spans, ["body"]):
        for article_id, body in zip(batch["article_id"], batch["body"], strict=True):
            part = spans[article_id]
            cut = zip(part["start_char"], part["end_char"], part[words], strict=True)
            wrong += [article_id for start, end, printed in cut if body[start:end] != printed]
    return wrong
