"""Score sentences by the lexicons again, without the names that nobody listed.

The store's scores leave out names of the register and money. Names found in
the period are left out here: a minister called Grace Noble is no grace.
"""

from collections import defaultdict
from typing import Any

import pandas as pd

from analysis.corpus.rows import sentence_row
from analysis.sentiment.score import score_sentence
from analysis.sentiment.toward import in_sentences

_SCORES = ["polarity", "subjectivity", "n_hits", "vader", "hits"]
_KEY = ["article_id", "start_char"]


def without_names(
    sentences: pd.DataFrame, names: pd.DataFrame, mentions: pd.DataFrame, amounts: pd.DataFrame
) -> pd.DataFrame:
    """Give sentences with the scores they have without names that nobody listed.

    Args:
        sentences: `schemas.SENTENCES`.
        names: `schemas.NAMES`; those in the register are left out already.
        mentions: `schemas.MENTIONS` of the same articles.
        amounts: `schemas.AMOUNTS` of the same articles.

    Returns:
        `sentences` in their order; only the scores of those that hold such a
        name differ.
    """
    found = in_sentences(_spans(names.loc[names["entity_id"].isna()], "sentence"), sentences)
    if found.empty:
        return sentences
    texts = found.drop_duplicates(_KEY).set_index(_KEY)["sentence"]
    others = [in_sentences(_spans(table), sentences) for table in (mentions, amounts)]
    beside = [rows.loc[pd.MultiIndex.from_frame(rows[_KEY]).isin(texts.index)] for rows in others if len(rows)]
    every = pd.concat([found, *beside])
    spans: dict[Any, list[tuple[int, int]]] = defaultdict(list)
    columns = ("article_id", "start_char", "mention_start", "mention_end")
    for article, start, first, last in zip(*(every[name] for name in columns), strict=True):
        spans[article, start].append((first - start, last - start))
    rows = [_score(text, spans[key]) for key, text in zip(texts.index, texts, strict=True)]
    scores = pd.DataFrame(rows, columns=_SCORES, index=texts.index)
    return _replaced(sentences, scores)


def _spans(table: pd.DataFrame, *columns: str) -> pd.DataFrame:
    wanted = table[["article_id", "start_char", "end_char", *columns]]
    return wanted.rename(columns={"start_char": "mention_start", "end_char": "mention_end"})


def _score(text: str, spans: list[tuple[int, int]]) -> list[Any]:
    row = sentence_row(score_sentence(text, drop=spans).row())
    return [row[name] for name in _SCORES]


def _replaced(sentences: pd.DataFrame, scores: pd.DataFrame) -> pd.DataFrame:
    keyed = sentences.set_index(_KEY)
    same = keyed.index.isin(scores.index)
    fresh = scores.reindex(keyed.index)
    columns = {name: keyed[name].where(~same, fresh[name]).astype(keyed[name].dtype) for name in _SCORES}
    return keyed.assign(**columns).reset_index()[list(sentences.columns)]
