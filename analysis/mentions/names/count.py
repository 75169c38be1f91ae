"""Count who is newly in the news: named in a period, listed nowhere, printed in no earlier article.

Rows of `names` come in. `new_name_rows` yields the rows that every count here
is a count of. Reading names is `analysis.corpus.naming`; nothing here reads a
file.
"""

from collections.abc import Iterable
from typing import Final

import ahocorasick_rs
import pandas as pd

from analysis.mentions.names.link import name_key
from analysis.schemas import NAME_KINDS, NEW_NAMES

SURE: Final = 0.7  # probability from which a name is put before a reader


def new_name_rows(names: pd.DataFrame, articles: pd.DataFrame, printed_before: Iterable[str] = ()) -> pd.DataFrame:
    """List the occurrences of names that nobody listed and no earlier article prints.

    People count with a name of at least two words: a surname alone may be
    anybody's. Spellings that differ in case or accents are one name.

    Args:
        names: `schemas.NAMES` of the period's articles.
        articles: the period's articles: `article_id`, `story_id`, `is_canonical`, `published_at`.
        printed_before: names that stand in earlier articles, as `names_printed` found them.

    Returns:
        Rows of `names` with `key` (what one name's spellings share) and
        `story_id`, `published_at` of their article, the oldest first.
    """
    known = set(printed_before)
    unlisted = names.loc[names["entity_id"].isna() & (names["probability"] >= SURE)]
    keyed = unlisted.assign(
        key=pd.Series([name_key(name) for name in unlisted["name"]], index=unlisted.index, dtype="str")
    )
    listed = {name_key(name) for name in names.loc[names["entity_id"].notna(), "name"]}
    alone = (keyed["kind"] == "person") & ~keyed["key"].str.contains(" ")
    fresh = keyed.loc[~alone & ~keyed["key"].isin(listed) & ~keyed["name"].isin(known)]
    placed = fresh.merge(articles[["article_id", "story_id", "published_at"]], on="article_id", validate="many_to_one")
    return placed.sort_values(["published_at", "article_id", "start_char"], kind="stable", ignore_index=True)


def new_names(names: pd.DataFrame, articles: pd.DataFrame, printed_before: Iterable[str] = ()) -> pd.DataFrame:
    """Count the articles that print each new name, with its first sentence as evidence.

    Copies of one text have one vote in `independent_texts`, which orders the
    table; `articles` counts them all. Arguments are those of `new_name_rows`.

    Returns:
        `schemas.NEW_NAMES`: one row a name, most texts first; of equals people, then organisations.
    """
    rows = new_name_rows(names, articles, printed_before)
    if rows.empty:
        return NEW_NAMES.empty()
    printed = articles.groupby("story_id")["article_id"].nunique()
    grouped = rows.groupby("key", sort=True)
    first = grouped[["article_id", "start_char", "text", "sentence", "published_at"]].first()
    stories = rows.drop_duplicates(["key", "story_id"])
    counts = pd.DataFrame(
        {
            "name": grouped["name"].agg(_most_frequent),
            "kind": grouped["kind"].agg(_most_frequent),
            "independent_texts": grouped["story_id"].nunique(),
            "articles": stories["story_id"].map(printed).groupby(stories["key"]).sum().astype("int64"),
            "occurrences": grouped.size(),
        }
    )
    table = counts.join(first).rename(columns={"published_at": "first_printed"}).reset_index(drop=True)
    ranked = table.assign(rank=[NAME_KINDS.index(kind) for kind in table["kind"]])
    order = ["independent_texts", "rank", "occurrences", "name"]
    ordered = ranked.sort_values(order, ascending=[False, True, False, True], ignore_index=True)
    return NEW_NAMES.check(ordered.drop(columns="rank"))


def _most_frequent(values: "pd.Series[str]") -> str:
    return str(values.mode().iloc[0])


def names_printed(names: Iterable[str], texts: Iterable[str]) -> set[str]:
    """Find which names stand in any of the texts, as whole words, whatever their case.

    >>> names_printed(["Amina Yusuf", "Oslo"], ["AMINA YUSUF spoke.", "Osloers came."])
    {'Amina Yusuf'}
    """
    wanted: dict[str, list[str]] = {}
    for name in names:
        wanted.setdefault(name.casefold(), []).append(name)
    found: set[str] = set()
    if not wanted:
        return found
    patterns = sorted(wanted)
    automaton = ahocorasick_rs.AhoCorasick(patterns)
    for text in texts:
        folded = text.casefold()
        for index, start, end in automaton.find_matches_as_indexes(folded, overlapping=True):
            if not (folded[start - 1 : start].isalnum() or folded[end : end + 1].isalnum()):
                found.update(wanted[patterns[index]])
        if len(found) == sum(map(len, wanted.values())):
            break
    return found
