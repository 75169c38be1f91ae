"""The sentences that a number came from, with the words marked.

One sentence stands for all copies of its text: evidence is counted in
independent texts, and the copies are named beside it. Long lists are cut with a
count; `tables/claims.csv` holds every row.
"""

from dataclasses import dataclass

import pandas as pd
from markupsafe import Markup

from analysis.briefing.edition import Edition
from analysis.briefing.html import marked, web_address
from analysis.briefing.wording import is_none

SHOWN = 5  # independent texts shown for one number


@dataclass(frozen=True, slots=True)
class Evidence:
    """A printed sentence, where it was printed, and how often the same text ran."""

    sentence: Markup
    outlet: str
    day: str | None
    headline: str
    address: str  # safe to link to, or empty
    article_id: str
    start_char: int
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
    if rows.empty:
        return [], 0
    dated = rows.merge(edition.archive, on="article_id", how="inner")
    order = ["published_at", "is_canonical", "article_id", "start_char"]
    dated = dated.sort_values(order, ascending=[True, False, True, True], na_position="last", kind="stable")
    first = dated.drop_duplicates(subset=["story_id"])
    chosen = first.head(shown)
    return [_evidence(row, dated, words) for _, row in chosen.iterrows()], len(first) - len(chosen)


def _evidence(row: pd.Series, dated: pd.DataFrame, words: str) -> Evidence:
    same = dated.loc[(dated["story_id"] == row["story_id"]) & (dated["article_id"] != row["article_id"])]
    others = sorted({str(name) for name in same["outlet"].dropna()} - {row["outlet"]})
    return Evidence(
        sentence=marked(str(row["sentence"]), str(row[words])),
        outlet="" if is_none(row["outlet"]) else str(row["outlet"]),
        day=None if is_none(row["published_at"]) else row["published_at"].strftime("%Y-%m-%d"),
        headline="" if is_none(row["headline"]) else str(row["headline"]),
        address=web_address(row["url"]),
        article_id=str(row["article_id"]),
        start_char=int(row["start_char"]),
        copies=int(same["article_id"].nunique()),
        copy_outlets=tuple(others),
        said=_speaker(row),
    )


def _speaker(row: pd.Series) -> str:
    """Who is quoted, with office where it is printed."""
    parts = [str(row[name]) for name in ("speaker", "speaker_role") if name in row and not is_none(row[name])]
    return ", ".join(parts)
