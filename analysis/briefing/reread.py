"""What a briefing reads in its articles again: names of a watchlist, and where names stand.

The store holds mentions of the register, found once. A watchlist is an
analyst's own, so its names are looked for when the briefing is made, by the
same function and in the same articles. Headlines and first paragraphs are
looked at here too, for the period alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.corpus.rows import mention_rows
from analysis.corpus.sentences import split_sentences
from analysis.corpus.store import Store
from analysis.mentions.find import find_mentions
from analysis.mentions.prominence import headline_ids, lede_end, prominence
from analysis.mentions.register import Register, default_register
from analysis.reference import load_entities
from analysis.schemas import MENTIONS

_READ = (None, "en")  # languages that the finder reads; one that could not be told is read as English
Row = dict[str, Any]


@dataclass
class _Found:
    """What was read so far."""

    ledes: dict[str, int | None] = field(default_factory=dict)
    headlines: dict[str, frozenset[str]] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    searched: set[str] = field(default_factory=set)  # articles that name somebody of the watchlist


def reread(
    store: Store, recent: Iterable[str], now: Iterable[str], watchlist: Path | None
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Give the mentions of recent articles, a watchlist's among them, and who is prominent now.

    Args:
        store: opened at the version that the briefing is made of.
        recent: ids of the articles of the trend.
        now: ids of the articles of the period, which headlines and first
            paragraphs are looked at of.
        watchlist: names to look for beside the register; None for none.

    Returns:
        `schemas.MENTIONS` of the recent articles, and what
        `mentions.prominence.prominence` returns of those of the period.

    Raises:
        ReferenceFileError: the watchlist has faults; lists them all.
    """
    recent, period = list(recent), set(now)
    stored = store.mentions(article_ids=recent)
    register = Register.load(watchlist=watchlist) if watchlist else default_register()
    watched = frozenset(entity.id for entity in load_entities(watchlist)) if watchlist else frozenset()
    found = _Found()
    wanted = recent if watched else list(period)
    for frame in store.bodies(wanted, ["headline", "language", "body"]) if wanted else ():
        columns = (frame[name] for name in ("article_id", "headline", "language", "body"))
        for article, headline, language, body in zip(*columns, strict=True):
            if (None if pd.isna(language) else language) not in _READ:
                continue
            if watched:
                _search(found, article, body, register, watched)
            if article in period:
                found.ledes[article] = lede_end(body)
                found.headlines[article] = frozenset() if pd.isna(headline) else headline_ids(headline, body, register)
    mentions = _with_watched(stored, found, watched)
    return mentions, prominence(mentions, found.ledes, found.headlines)


def _search(found: _Found, article: str, body: str, register: Register, watched: frozenset[str]) -> None:
    """Keep the mentions of an article that names somebody of the watchlist."""
    mentions = find_mentions(body, register)
    if not any(mention.entity_id in watched for mention in mentions):
        return
    sentences = [{"start_char": s.start, "end_char": s.end} for s in split_sentences(body)]
    found.searched.add(article)
    found.rows += [{"article_id": article, **row} for row in mention_rows(mentions, sentences, body)]


def _with_watched(stored: pd.DataFrame, found: _Found, watched: frozenset[str]) -> pd.DataFrame:
    """Put the rows of searched articles in place of the stored ones.

    They are taken whole, because a name of the watchlist may hold one of the
    register: "Jordan Pumps" is no mention of Jordan.
    """
    if not watched:
        return stored
    # Somebody of the register whom the watchlist redefines is what the watchlist says, everywhere.
    replaced = stored["article_id"].isin(found.searched) | stored["entity_id"].isin(watched)
    together = pd.concat([stored.loc[~replaced], MENTIONS.frame(found.rows)])
    return MENTIONS.check(together.sort_values(["article_id", "start_char"], kind="stable", ignore_index=True))
