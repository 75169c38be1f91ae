"""Means of sentence scores: by entity, outlet and period, each with n and an interval.

A document or an entity has no score of its own; it has the mean of its
sentences that carry a signal. The interval is a bootstrap over articles, not
over sentences, because sentences of one article agree with each other. Scoring
is `analysis.sentiment.score`; nothing here reads a file.
"""

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from analysis.errors import SchemaError

MIN_SENTENCES: Final = 5  # a mean of fewer sentences with a signal is not shown
MIN_ARTICLES: Final = 2  # one article has no spread to draw an interval from
RESAMPLES: Final = 2000
_SEED: Final = 20240226


@dataclass(frozen=True, slots=True)
class Disagreement:
    """How often the two lexicons point in opposite directions."""

    n: int  # sentences where both have a signal other than 0
    differ: int  # of them, those with opposite signs

    @property
    def share(self) -> float | None:
        """Share of sentences with opposite signs, 0 to 1; None where none has both."""
        return self.differ / self.n if self.n else None


def sentences_naming(sentences: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """Pair each scored sentence with the entities named in it.

    Args:
        sentences: `schemas.SENTENCES`.
        mentions: `schemas.MENTIONS`; filter by form first where capitals should
            not count.

    Returns:
        The columns of `sentences` and `entity_id`; a sentence that names an
        entity twice is there once. Sorted by `entity_id`, `article_id`,
        `start_char`.
    """
    left = mentions[["article_id", "entity_id", "start_char"]].rename(columns={"start_char": "at"})
    right = sentences.assign(at=sentences["start_char"])
    if left.empty or right.empty:
        # A period without articles; pandas cannot join text columns without a single chunk.
        return sentences.head(0).assign(entity_id=pd.Series(dtype="str"))
    joined = pd.merge_asof(
        left.sort_values(["at", "article_id", "entity_id"]), right.sort_values("at"), on="at", by="article_id"
    )
    inside = joined.loc[joined["at"] < joined["end_char"]].drop(columns="at")
    once = inside.drop_duplicates(["entity_id", "article_id", "start_char"])
    typed = once.astype({"start_char": "int64", "end_char": "int64", "n_hits": "int64"})
    return typed.sort_values(["entity_id", "article_id", "start_char"], ignore_index=True)


def tone_by_entity(
    sentences: pd.DataFrame,
    mentions: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    measure: str = "polarity",
    min_n: int = MIN_SENTENCES,
) -> pd.DataFrame:
    """Average the sentences that name each entity.

    It is the tone of sentences in which a name stands, not tone toward the one
    named: "Norway condemned the attack" is negative, and Norway is not.

    Args:
        sentences: `schemas.SENTENCES`.
        mentions: `schemas.MENTIONS`.
        articles: `schemas.ARTICLES`, canonical articles only; sentences and
            mentions of other articles are left out.
        measure: `"polarity"` (TextBlob) or `"vader"`.
        min_n: sentences with a signal below which the mean is null.

    Returns:
        One row an entity, sorted by it: `entity_id`, `mean`, `low` and `high`
        (95 %, bootstrap over articles), `n` (sentences with a signal),
        `sentences` (with and without), `articles` (with a signal). Mean and
        interval are null under `min_n` sentences or in one article alone.

    Raises:
        SchemaError: `measure` is not a score of `sentences`.
    """
    ids = set(articles["article_id"])
    named = sentences_naming(
        sentences.loc[sentences["article_id"].isin(ids)], mentions.loc[mentions["article_id"].isin(ids)]
    )
    return _tone(named, ["entity_id"], measure, min_n)


def tone_by_outlet(
    sentences: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    mentions: pd.DataFrame | None = None,
    measure: str = "polarity",
    min_n: int = MIN_SENTENCES,
) -> pd.DataFrame:
    """Average the sentences of each outlet; with `mentions`, by outlet and entity.

    Args and Returns as `tone_by_entity`, with `outlet` first.

    Raises:
        SchemaError: `measure` is not a score of `sentences`.
    """
    rows = sentences if mentions is None else sentences_naming(sentences, mentions)
    keyed = rows.merge(articles.loc[articles["outlet"].notna(), ["article_id", "outlet"]], on="article_id")
    return _tone(keyed, ["outlet", *([] if mentions is None else ["entity_id"])], measure, min_n)


def tone_by_period(
    sentences: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    freq: str = "W-MON",
    mentions: pd.DataFrame | None = None,
    measure: str = "polarity",
    min_n: int = MIN_SENTENCES,
) -> pd.DataFrame:
    """Average the sentences of each period; with `mentions`, by period and entity.

    Args and Returns as `tone_by_entity`, with `period` (its first day) first.
    Articles without a date are left out.

    Raises:
        SchemaError: `measure` is not a score of `sentences`.
    """
    rows = sentences if mentions is None else sentences_naming(sentences, mentions)
    dated = articles.loc[articles["published_at"].notna(), ["article_id", "published_at"]]
    labels = dated.groupby(pd.Grouper(key="published_at", freq=freq, label="left", closed="left")).size().index
    places = labels.searchsorted(dated["published_at"], side="right") - 1
    keyed = rows.merge(dated.assign(period=labels[places]), on="article_id")
    return _tone(keyed, ["period", *([] if mentions is None else ["entity_id"])], measure, min_n)


def disagreement(sentences: pd.DataFrame) -> Disagreement:
    """Count the sentences where TextBlob and VADER differ in sign.

    Only sentences to which both give a score other than 0 are compared.

    >>> table = pd.DataFrame({"polarity": [0.5, 0.2, None, 0.0], "vader": [-0.3, 0.4, 0.1, 0.9]})
    >>> disagreement(table), disagreement(table).share
    (Disagreement(n=2, differ=1), 0.5)
    """
    both = sentences["polarity"].fillna(0) * sentences["vader"].fillna(0)
    return Disagreement(n=int((both != 0).sum()), differ=int((both < 0).sum()))


def top_words(sentences: pd.DataFrame, *, top: int = 10) -> pd.DataFrame:
    """List the words behind a mean polarity, the weightiest first.

    Args:
        sentences: `schemas.SENTENCES`, or the part of it that a mean was made of.
        top: rows to return.

    Returns:
        `words`, `n` (hits), `polarity` (mean of its hits) and `contribution`:
        what it adds to the mean of the sentences with a signal. The
        contributions of all words add up to that mean.
    """
    scored = sentences.loc[sentences["polarity"].notna()]
    total = len(scored)
    rows = [
        (words, float(polarity), float(polarity) / n_hits / total)
        for hits, n_hits in zip(scored["hits"], scored["n_hits"], strict=True)
        for words, polarity in json.loads(hits)
    ]
    table = pd.DataFrame(rows, columns=["words", "polarity", "contribution"])
    grouped = table.groupby("words", as_index=False).agg(
        n=("polarity", "size"), polarity=("polarity", "mean"), contribution=("contribution", "sum")
    )
    ranked = grouped.assign(weight=grouped["contribution"].abs().round(12))
    ranked = ranked.sort_values(["weight", "words"], ascending=[False, True], ignore_index=True)
    return ranked.drop(columns="weight").head(top)


def extreme_sentences(sentences: pd.DataFrame, *, top: int = 3, measure: str = "polarity") -> pd.DataFrame:
    """Pick the most positive and the most negative sentences, as evidence.

    Returns:
        Rows of `sentences`, at most `top` above 0 and `top` below, most positive
        first; of equal scores the one with more hits, then the earlier in order
        of key.
    """
    order = sentences.sort_values(["n_hits", "article_id", "start_char"], ascending=[False, True, True])
    up = order.loc[order[measure] > 0].sort_values(measure, ascending=False, kind="stable").head(top)
    down = order.loc[order[measure] < 0].sort_values(measure, ascending=True, kind="stable").head(top)
    return pd.concat([up, down.iloc[::-1]], ignore_index=True)


def _tone(rows: pd.DataFrame, keys: Sequence[str], measure: str, min_n: int) -> pd.DataFrame:
    if measure not in ("polarity", "vader"):
        raise SchemaError("sentences", [f"`{measure}` is not a score; expected polarity or vader"])
    return mean_by(rows, keys, measure, min_n)


def mean_by(rows: pd.DataFrame, keys: Sequence[str], measure: str, min_n: int) -> pd.DataFrame:
    """Average a column of scored sentences by group: mean, interval, and what they rest on.

    Args:
        rows: `article_id`, the columns of `keys`, and `measure`, null where there is no signal.
        keys: what to group by.
        measure: the column to average.
        min_n: sentences with a signal below which mean and interval are null.

    Returns:
        One row a group, sorted by it, with the columns that `tone_by_entity` has.
    """
    every = rows.groupby(list(keys)).size().rename("sentences")
    scored = rows.loc[rows[measure].notna()]
    by_article = scored.groupby([*keys, "article_id"])[measure].agg(["sum", "size"]).sort_index()
    found = {}
    for group in every.index:
        part = by_article.loc[group] if group in by_article.index else by_article.iloc[:0]
        found[group] = _summary(part["sum"].to_numpy(), part["size"].to_numpy(), str(group), min_n)
    columns = ["mean", "low", "high", "n", "articles"]
    table = pd.DataFrame(list(found.values()), columns=columns, index=every.index).join(every).reset_index()
    return table[[*keys, "mean", "low", "high", "n", "sentences", "articles"]]


def _summary(
    sums: "np.ndarray[tuple[int], np.dtype[np.float64]]",
    sizes: "np.ndarray[tuple[int], np.dtype[np.int64]]",
    group: str,
    min_n: int,
) -> tuple[float, float, float, int, int]:
    """Mean, its bounds, sentences and articles of one group."""
    n, articles = int(sizes.sum()), len(sizes)
    if n < min_n or articles < MIN_ARTICLES:
        return np.nan, np.nan, np.nan, n, articles
    # Seeded by the group, so that another entity in the table changes nothing here.
    rng = np.random.default_rng([_SEED, zlib.crc32(group.encode())])
    drawn = rng.multinomial(articles, np.full(articles, 1 / articles), size=RESAMPLES)
    means = (drawn @ sums) / (drawn @ sizes)
    low, high = np.quantile(means, [0.025, 0.975])
    return float(sums.sum() / n), float(low), float(high), n, articles
