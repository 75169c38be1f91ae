"""What a store holds, for `newsbook status`: figures only, the command prints them."""

from dataclasses import dataclass

import pandas as pd

from analysis.corpus.compact import megabytes
from analysis.corpus.store import DATA_TABLES, Store
from analysis.schemas import ANNOTATED

_LAST_RUNS = 10


@dataclass(frozen=True, slots=True)
class Status:
    """A store at one version."""

    path: str
    version: int
    rows: dict[str, int]  # by table
    megabytes: float  # on disk, old versions included
    articles: int
    stories: int  # articles without their copies
    outlets: int
    undated: int
    first_day: str | None  # ISO dates of publication
    last_day: str | None
    languages: dict[str, int]  # articles by language, the most frequent first
    annotators: str | None  # version of the functions that annotated the corpus
    not_annotated: int  # articles that `annotate` has still to see
    last_runs: pd.DataFrame  # the last of `schemas.RUNS`, newest first
    unfinished: int  # runs since the last good one that failed


def status(store: Store) -> Status:
    """Look over a store without reading a text."""
    articles = store.articles(columns=["article_id", "published_at", "outlet", "language", "is_canonical"])
    seen = store.annotations(ANNOTATED, columns=["article_id", "annotators"])
    days = articles["published_at"].dropna().dt.strftime("%Y-%m-%d")
    runs = store.runs().sort_values("run_id", ascending=False, ignore_index=True)
    good = runs.index[runs["outcome"] == "ok"]
    return Status(
        path=store.path.as_posix(),
        version=store.version,
        rows={table.name: store.count(table) for table in DATA_TABLES},
        megabytes=megabytes(store),
        articles=len(articles),
        stories=int(articles["is_canonical"].sum()),
        outlets=articles["outlet"].nunique(),
        undated=len(articles) - len(days),
        first_day=None if days.empty else str(days.min()),
        last_day=None if days.empty else str(days.max()),
        languages={str(code): int(n) for code, n in articles["language"].fillna("und").value_counts().items()},
        annotators=None if seen.empty else str(seen["annotators"].iloc[0]),
        not_annotated=int((~articles["article_id"].isin(seen["article_id"])).sum()),
        last_runs=runs.head(_LAST_RUNS),
        unfinished=int(good.min()) if len(good) else len(runs),
    )
