"""Take what an outlet prints under many of its articles out of those just stored.

What recurs is found by `boilerplate`, in the new articles and in the latest
ones that the store holds of the same outlets. Only new articles are changed:
what was annotated keeps the text that its offsets count.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from analysis.corpus.boilerplate import MIN_ARTICLES, Habits, without_boilerplate
from analysis.corpus.clean import clean_article
from analysis.corpus.identity import text_hash
from analysis.corpus.runs import canonical_json
from analysis.corpus.store import Writer
from analysis.corpus.syndication import sign
from analysis.records import Cleaned, Removed
from analysis.schemas import ARTICLES, SIGNATURES

_EARLIER = 500  # articles of an outlet that are looked at again, the latest: a run costs what is new
_UPDATE_CHARS = 20_000_000  # of text changed at once
_TEXT = ["article_id", "text_hash", "dateline", "body", "removed"]
_COMPARED = ["article_id", "n_words", "n_shingles", "minhash"]  # not the digests that tell what is stored already

Keys = Mapping[str, frozenset[str]]


def strip_recurring(writer: Writer, new: set[str]) -> int:
    """Take recurring paragraphs out of the articles `new`, and return how many articles changed.

    The paragraphs are kept in `removed` with the role `boilerplate`. The digests
    by which an article is known again stay those of the text before, so that
    reading it again adds nothing.

    Args:
        writer: a transaction that has stored the articles.
        new: ids of the articles to change.
    """
    outlets = writer.read(ARTICLES, ["article_id", "outlet", "published_at"]).dropna(subset="outlet")
    is_new = outlets["article_id"].isin(new)
    concerned = outlets["outlet"].isin(outlets.loc[is_new, "outlet"])
    enough = outlets.groupby("outlet")["article_id"].transform("size") >= MIN_ARTICLES
    fresh = outlets.loc[is_new & enough]
    latest = outlets.loc[concerned & enough & ~is_new].sort_values(["published_at", "article_id"], na_position="first")
    earlier = latest.groupby("outlet").tail(_EARLIER)
    keys = _found(writer, {*fresh["article_id"], *earlier["article_id"]})
    changed = 0
    for rows in _changes(writer, set(fresh.loc[fresh["outlet"].isin(list(keys)), "article_id"]), keys):
        writer.update(ARTICLES, rows[_TEXT])
        writer.update(SIGNATURES, sign(rows)[_COMPARED])
        changed += len(rows)
    return changed


def _found(writer: Writer, ids: set[str]) -> dict[str, frozenset[str]]:
    habits = Habits()
    for rows in writer.bodies(ids, ["outlet", "body", "removed"]):
        for outlet, body, removed in zip(rows["outlet"], rows["body"], rows["removed"], strict=True):
            habits.add(outlet, body, [part["text"] for part in json.loads(removed) if part["role"] == "boilerplate"])
    return habits.found()


def _changes(writer: Writer, ids: set[str], keys: Keys) -> Iterator[pd.DataFrame]:
    """Yield the articles that change as they are to be, some megabytes at a time."""
    waiting: list[dict[str, Any]] = []
    size = 0
    for rows in writer.bodies(ids, ["outlet", "url", "dateline", "body", "removed"]) if ids else ():
        for row in rows.to_dict("records"):
            stripped = _stripped(row["body"], keys[row["outlet"]])
            if stripped.body != row["body"]:
                waiting.append(_changed(row, stripped))
                size += len(stripped.body)
        if size >= _UPDATE_CHARS:
            yield _frame(waiting)
            waiting, size = [], 0
    if waiting:
        yield _frame(waiting)


def _stripped(body: str, keys: frozenset[str]) -> Cleaned:
    """Strip and clean again: a dateline may have stood under a pitch, a teaser above one."""
    stripped = without_boilerplate(Cleaned(body, ()), keys)
    if stripped.body == body:
        return stripped
    again = clean_article(stripped.body)
    return Cleaned(again.body, (*stripped.removed, *again.removed), again.dateline) if again.body else stripped


def _changed(row: Mapping[Any, Any], stripped: Cleaned) -> dict[str, Any]:
    dateline = row["dateline"] if isinstance(row["dateline"], str) else stripped.dateline
    return {
        "article_id": row["article_id"],
        "url": row["url"],
        "text_hash": text_hash(stripped.body),
        "dateline": dateline,
        "body": stripped.body,
        "removed": canonical_json([*json.loads(row["removed"]), *map(_entry, stripped.removed)]),
    }


def _entry(part: Removed) -> dict[str, str]:
    return {"role": part.role, "text": part.text}


def _frame(rows: list[dict[str, Any]]) -> pd.DataFrame:
    return ARTICLES.only([*_TEXT, "url"]).frame(rows)
