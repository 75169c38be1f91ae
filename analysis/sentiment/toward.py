"""Tone toward those named: which sentences to score, and what their scores add up to.

Every measure gives the same table of tones, so that a briefing shows one like
another: the encoder of `analysis.sentiment.target`, the lexicons of
`analysis.sentiment.score`, or a model of somebody else's. An article has no
tone of its own; it has that of its sentences. Nothing here scores a sentence.
"""

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
import pandas as pd

from analysis.intervals import difference_of_shares
from analysis.sentiment.aggregate import MIN_SENTENCES, mean_by

TONES: Final = ("article_id", "start_char", "end_char", "entity_id", "label", "polarity", "probability", "value")


def asked_targets(mentions: pd.DataFrame, sentences: pd.DataFrame, entities: Iterable[str]) -> pd.DataFrame:
    """List the sentences that name one of `entities`, each with the words that name it.

    Args:
        mentions: `schemas.MENTIONS`; filter by form first where capitals should
            not count.
        sentences: `schemas.SENTENCES`, for where sentences begin and end.
        entities: whom to list.

    Returns:
        `article_id`, `start_char`, `end_char` (of the sentence), `entity_id`,
        `mention_start`, `mention_end` (in the body) and `sentence` (its text).
        A sentence that names an entity twice is there once, with the first
        words that do.
    """
    ours = mentions.loc[mentions["entity_id"].isin(set(entities))]
    named = ours[["article_id", "entity_id", "start_char", "end_char", "sentence"]].rename(
        columns={"start_char": "mention_start", "end_char": "mention_end"}
    )
    inside = in_sentences(named, sentences).sort_values("mention_start")
    once = inside.drop_duplicates(["article_id", "start_char", "entity_id"])
    ordered = once.sort_values(["article_id", "start_char", "entity_id"], ignore_index=True)
    return ordered[["article_id", "start_char", "end_char", "entity_id", "mention_start", "mention_end", "sentence"]]


def in_sentences(spans: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Give spans of bodies the sentence that each lies in; those that lie in none are left out.

    Args:
        spans: `article_id`, `mention_start`, `mention_end` and whatever else.
        sentences: `schemas.SENTENCES`.

    Returns:
        Rows of `spans` with `start_char` and `end_char` of the sentence.
    """
    places = sentences[["article_id", "start_char", "end_char"]]
    if spans.empty or places.empty:
        # pandas cannot join text columns without a single chunk.
        return spans.head(0).assign(start_char=pd.Series(dtype="int64"), end_char=pd.Series(dtype="int64"))
    joined = pd.merge_asof(
        spans.assign(at=spans["mention_start"]).sort_values(["at", "article_id"]),
        places.assign(at=places["start_char"]).sort_values("at"),
        on="at",
        by="article_id",
    )
    inside = joined.loc[joined["mention_end"] <= joined["end_char"]].drop(columns="at")
    return inside.astype({"start_char": "int64", "end_char": "int64"})


def tones_of_targets(targets: pd.DataFrame) -> pd.DataFrame:
    """Make tones of scores toward a target; positive or negative only where the score is clear.

    Args:
        targets: `schemas.TARGETS`, or rows with its columns.

    Returns:
        `TONES`: `label` and `polarity` as scored, `probability` of the label,
        and `value`, which is averaged: the label where it is clear, else 0.
    """
    value = targets["label"].where(targets["clear"], 0).astype("float64")
    return targets.assign(value=value)[list(TONES)]


def tones_of_sentences(asked: pd.DataFrame, sentences: pd.DataFrame, *, measure: str = "polarity") -> pd.DataFrame:
    """Make tones of the scores of a lexicon, which knows nothing of targets: all named share a sentence's score.

    Args:
        asked: what `asked_targets` returned.
        sentences: `schemas.SENTENCES`.
        measure: `"polarity"` (TextBlob) or `"vader"`.

    Returns:
        `TONES`: `polarity` is the lexicon's, null where no word hit, and is
        what is averaged; `label` is its sign, null where no word hit;
        `probability` is null, for a lexicon has none.
    """
    scored = asked.merge(sentences[["article_id", "start_char", measure]], on=["article_id", "start_char"], how="left")
    polarity = scored[measure].astype("float64")
    label = pd.Series(np.sign(polarity), index=scored.index).astype("Int64")
    return scored.assign(label=label, polarity=polarity, probability=np.nan, value=polarity)[list(TONES)]


def tone_toward(
    tones: pd.DataFrame, articles: pd.DataFrame, *, by: Sequence[str] = ("entity_id",), min_n: int = MIN_SENTENCES
) -> pd.DataFrame:
    """Add up tones by entity, outlet, period, or several of them.

    Args:
        tones: `TONES`.
        articles: `article_id` and what `by` names besides `entity_id`;
            canonical articles only. Tones of other articles are left out.
        by: columns to group by.
        min_n: sentences with a signal below which mean and interval are null.

    Returns:
        One row a group, sorted by it: `mean` of the values, -1 to 1 (for a
        target: positive less negative sentences, as a share of all), `low` and
        `high` (95 %, bootstrap over articles; where values are labels never
        narrower than what so few sentences allow), `n` (sentences with a
        signal), `sentences`, `articles` (with a signal), and how many sentences
        are `positive`, `negative`, or neither (`unclear`, among the n).
    """
    rows = tones.merge(articles[["article_id", *(name for name in by if name != "entity_id")]], on="article_id")
    table = mean_by(rows, by, "value", min_n)
    signs = pd.DataFrame(
        {"positive": (rows["value"] > 0).astype("int64"), "negative": (rows["value"] < 0).astype("int64")}
    )
    counted = signs.groupby([rows[name] for name in by]).sum().reset_index()
    joined = table.merge(counted, on=list(by), how="left")
    told = joined.assign(unclear=joined["n"] - joined["positive"] - joined["negative"])
    return _widened(told) if bool(rows["value"].dropna().isin([-1.0, 0.0, 1.0]).all()) else told


def _widened(table: pd.DataFrame) -> pd.DataFrame:
    """Widen intervals of labels to what the number of sentences allows: five alike sentences prove little."""
    bounds = [
        difference_of_shares(positive, negative, n) if n and not np.isnan(mean) else (np.nan, np.nan)
        for positive, negative, n, mean in zip(
            table["positive"], table["negative"], table["n"], table["mean"], strict=True
        )
    ]
    wide = pd.DataFrame(bounds, columns=["low", "high"], index=table.index, dtype="float64")
    return table.assign(low=np.minimum(table["low"], wide["low"]), high=np.maximum(table["high"], wide["high"]))
