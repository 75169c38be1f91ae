"""Where in an article somebody is named: headline, first paragraph, or further down.

A count of articles treats an aside like the subject; this tells them apart.
A headline is another text than the body: it has no offsets among the
`mentions`, and is read with the body behind it, so that "Jordan" or a surname
in a headline means what it means in its article.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Final

import pandas as pd

from analysis.mentions.count import NAMED
from analysis.mentions.find import find_mentions
from analysis.mentions.register import Register

COLUMNS: Final = ("article_id", "entity_id", "in_headline", "in_lede")

_ENDS_LIKE_PROSE: Final = re.compile(r"[.!?…][\"'”’)]*\s*\Z")
_HEADING: Final = 80  # a first line shorter than this, and without a full stop, is a heading


def lede_end(body: str) -> int | None:
    r"""Find where the first paragraph ends; None where the body is one block.

    Paragraphs are lines of a cleaned body. A heading above the first one
    belongs to it.

    >>> lede_end("Oslo pays.\nSo does Bern.")
    10
    >>> lede_end("AT A GLANCE\nOslo pays.\nSo does Bern.")
    22

    A text without a line end has no first paragraph that could be told:

    >>> lede_end("Oslo pays. So does Bern.") is None
    True
    """
    start = 0
    while (end := body.find("\n", start)) >= 0:
        line = body[start:end]
        if len(line) >= _HEADING or _ENDS_LIKE_PROSE.search(line):
            return end
        start = end + 1
    return None


def headline_ids(headline: str, body: str, register: Register | None = None) -> frozenset[str]:
    """List who is named in a headline, read in the light of its article; capitals are left out.

    >>> sorted(headline_ids("Jordan signs for Bulls", "Michael Jordan signed in Chicago."))
    []
    >>> sorted(headline_ids("Jordan signs pact", "Amman will pay, Jordanian officials said."))
    ['JOR']
    """
    found = find_mentions(f"{headline}\n\n{body}", register)
    return frozenset(m.entity_id for m in found if m.end <= len(headline) and m.form in NAMED)


def prominence(
    mentions: pd.DataFrame, ledes: Mapping[str, int | None], headlines: Mapping[str, Iterable[str]]
) -> pd.DataFrame:
    """Tell for each article and entity whether headline and first paragraph name it.

    Args:
        mentions: `schemas.MENTIONS`; articles that `ledes` does not know are left out.
        ledes: where the first paragraph of an article ends; None where it has none.
        headlines: who is named in the headline of an article.

    Returns:
        One row per (`article_id`, `entity_id`) named in the body, sorted, with
        `in_headline` and `in_lede` (bool). Who is in a headline and not in its
        body has no row: a mention is one of the body.
    """
    ours = mentions.loc[mentions["form"].isin(NAMED) & mentions["article_id"].isin(list(ledes))]
    first = ours.groupby(["article_id", "entity_id"], as_index=False)["start_char"].min()
    ends = first["article_id"].map({article: end for article, end in ledes.items() if end is not None})
    ends = ends.astype("float64")
    named = {article: frozenset(ids) for article, ids in headlines.items()}
    pairs = zip(first["article_id"], first["entity_id"], strict=True)
    table = first.assign(
        in_headline=pd.Series([entity in named.get(article, ()) for article, entity in pairs], dtype="bool"),
        in_lede=(first["start_char"] < ends).astype("bool"),
    )
    chosen: pd.DataFrame = table[list(COLUMNS)]
    return chosen


def prominent_counts(table: pd.DataFrame, article_ids: Iterable[str]) -> pd.DataFrame:
    """Count the articles that name each entity in headline, first paragraph, or either.

    Args:
        table: what `prominence` returned.
        article_ids: the articles that count, such as canonical ones.

    Returns:
        One row an entity, indexed by `entity_id`: `in_headline`, `in_lede`,
        `prominent` (articles with either).
    """
    ours = table.loc[table["article_id"].isin(list(article_ids))]
    either = ours.assign(prominent=ours["in_headline"].astype("bool") | ours["in_lede"].astype("bool"))
    counts: pd.DataFrame = either.groupby("entity_id")[["in_headline", "in_lede", "prominent"]].sum().astype("int64")
    return counts
