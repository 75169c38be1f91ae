"""Annotations of a text that an earlier run made, for articles that carry the same text.

An exact copy that arrives later costs a copy of rows, not another reading. A
text is the same for annotation where its digest and its day of publication
are, because claims are dated against the day.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import pandas as pd

from analysis.corpus.rows import rekeyed_claims
from analysis.corpus.store import Store
from analysis.schemas import ANNOTATED, CLAIMS, Table

TextDay = tuple[str, date | None]

_AT_ONCE = 500  # articles whose rows are in memory together


def same_texts(store: Store, articles: pd.DataFrame, annotators: str) -> dict[str, str]:
    """Find the articles whose text these annotators have read: article -> an article that has its rows.

    Args:
        store: what earlier runs annotated.
        articles: `article_id`, `text_hash`, `published_at` of articles without rows.
        annotators: version; rows of another one are not taken.
    """
    outcomes = store.annotations(ANNOTATED)
    done = outcomes.loc[(outcomes["annotators"] == annotators) & (outcomes["outcome"] == "annotated"), ["article_id"]]
    stored = store.articles(columns=["article_id", "text_hash", "published_at"]).merge(done, on="article_id")
    ordered = stored.sort_values("article_id", ascending=False)  # the lowest id is taken
    known = dict(zip(text_days(ordered), ordered["article_id"], strict=True))
    asked = zip(articles["article_id"], text_days(articles), strict=True)
    return {article_id: known[place] for article_id, place in asked if place in known}


def text_days(articles: pd.DataFrame) -> list[TextDay]:
    """Return what the rows of each article depend on, from `text_hash` and `published_at`."""
    days = articles["published_at"].dt.date
    return [(text, None if pd.isna(day) else day) for text, day in zip(articles["text_hash"], days, strict=True)]


def copied_rows(
    store: Store, sources: Mapping[str, str], tables: Iterable[Table]
) -> Iterator[tuple[list[str], dict[str, pd.DataFrame]]]:
    """Yield, some articles at a time, their ids and their rows in each table.

    Args:
        store: holds the rows of the sources.
        sources: article -> the article with the same text whose rows it gets.
        tables: the tables to copy rows of.
    """
    every = sorted(sources)
    tables = list(tables)
    for start in range(0, len(every), _AT_ONCE):
        ids = every[start : start + _AT_ONCE]
        pairs = pd.DataFrame({"article_id": [sources[new] for new in ids], "new": ids}, dtype="str")
        yield ids, {table.name: _copied(store, pairs, table) for table in tables}


def _copied(store: Store, pairs: pd.DataFrame, table: Table) -> pd.DataFrame:
    rows = store.annotations(table, article_ids=set(pairs["article_id"])).merge(pairs, on="article_id")
    if table is CLAIMS and len(rows):
        new_ids: dict[tuple[str, str], str] = {}
        for new, claims in rows.groupby("new"):
            old = str(claims["article_id"].iloc[0])
            printed = zip(claims["claim_id"], claims["sentence"], claims["text"], strict=True)
            new_ids |= {(str(new), was): now for was, now in rekeyed_claims(printed, old, str(new)).items()}
        keys = zip(rows["new"], rows["claim_id"], strict=True)
        rows = rows.assign(claim_id=pd.Series([new_ids[key] for key in keys], dtype="str", index=rows.index))
    return table.check(rows.assign(article_id=rows["new"]).drop(columns="new"))
