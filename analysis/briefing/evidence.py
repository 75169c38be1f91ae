"""The sentences that a number came from, with the words marked.

One sentence stands for all copies of its text: evidence is counted in
independent texts, and the copies are named beside it. Long lists are cut with a
count; `tables/claims.csv` holds every row.
"""

from dataclasses import dataclass
from typing import Any

import pandas as pd
from markupsafe import Markup

from analysis.briefing.edition import Edition
from analysis.briefing.html import marked, said, web_address
from analysis.briefing.wording import is_none

SHOWN = 5  # independent texts shown for one number

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A printed sentence, where it was printed, and how often the same text ran."""

    sentence: Markup
    outlet: str
    day: str | None
    headline: str
    address: str  # safe to link to, or empty
    article_id: str
    start_char: int | None  # where the words stand in the article; None of an article itself
    copies: int  # other articles with the same text
    copy_outlets: tuple[str, ...]
    said: str = ""  # who is quoted, with office


def evidence_for(rows: pd.DataFrame, edition: Edition, *, words: str, shown: int = SHOWN) -> tuple[list[Evidence], int]:
    """Make evidence of rows that have `article_id`, `sentence`, `start_char` and the words to mark.

    Args:
        rows: claims or mentions, in any order.
        edition: where the articles are looked up.
        words: the column that holds the words to mark.
        shown: how many independent texts to show at most.

    Returns:
        The evidence, oldest text first, and how many texts are left out.
    """
    known = edition.article_records
    printed = [{**known[row["article_id"]], **row} for row in rows.to_dict("records") if row["article_id"] in known]
    stories: dict[str, list[Record]] = {}
    for row in sorted(printed, key=_oldest_first):
        stories.setdefault(row["story_id"], []).append(row)
    chosen = list(stories.values())[:shown]
    return [_evidence(same, words) for same in chosen], len(stories) - len(chosen)


def as_printed(article: Record) -> Evidence:
    """Make evidence of an article itself: its headline, where and when it ran."""
    headline = "without a headline" if is_none(article["headline"]) else article["headline"]
    return Evidence(
        sentence=said(headline, 200),
        outlet="" if is_none(article["outlet"]) else str(article["outlet"]),
        day=None if is_none(article["published_at"]) else article["published_at"].strftime("%Y-%m-%d"),
        headline="",
        address=web_address(article["url"]),
        article_id=str(article["article_id"]),
        start_char=None,
        copies=0,
        copy_outlets=(),
    )


def _oldest_first(row: Record) -> tuple[bool, str, bool, str, int]:
    undated = is_none(row["published_at"])
    when = "" if undated else row["published_at"].isoformat()
    return undated, when, not row["is_canonical"], row["article_id"], row["start_char"]


def _evidence(same: list[Record], words: str) -> Evidence:
    """Make evidence of the rows of one text: the first is quoted, the others are its copies."""
    row = same[0]
    others = {other["article_id"]: other["outlet"] for other in same if other["article_id"] != row["article_id"]}
    outlets = {str(outlet) for outlet in others.values() if not is_none(outlet)} - {row["outlet"]}
    return Evidence(
        sentence=marked(str(row["sentence"]), str(row[words])),
        outlet="" if is_none(row["outlet"]) else str(row["outlet"]),
        day=None if is_none(row["published_at"]) else row["published_at"].strftime("%Y-%m-%d"),
        headline="" if is_none(row["headline"]) else str(row["headline"]),
        address=web_address(row["url"]),
        article_id=str(row["article_id"]),
        start_char=int(row["start_char"]),
        copies=len(others),
        copy_outlets=tuple(sorted(outlets)),
        said=", ".join(str(row[part]) for part in ("speaker", "speaker_role") if not is_none(row.get(part))),
    )
