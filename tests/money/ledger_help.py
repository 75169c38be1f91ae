"""Build claims and articles for the ledger tests from plain text."""

from datetime import date
from decimal import Decimal
from typing import Any

import pandas as pd

from analysis.corpus.rows import claim_row
from analysis.money.pledges import find_pledges
from analysis.schemas import ARTICLES, CLAIMS


def tables(articles: list[dict[str, Any]]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Give the claims found in articles given as {id, date, outlet, story, text}, and the articles."""
    rows, claims = [], []
    for article in articles:
        rows.append(_article(article))
        day = date.fromisoformat(article["date"])
        for number, claim in enumerate(find_pledges(article["text"], published_at=day)):
            key = f"{article['id']}-{number}"
            claims.append(
                {**dict.fromkeys(CLAIMS.names), **claim_row(claim), "claim_id": key, "article_id": article["id"]}
            )
    return CLAIMS.frame(claims), ARTICLES.frame(rows)


def _article(article: dict[str, Any]) -> dict[str, Any]:
    return {
        "article_id": article["id"],
        "text_hash": article["id"],
        "outlet": article["outlet"],
        "published_at": f"{article['date']}T08:00:00Z",
        "body": article["text"],
        "removed": "[]",
        "story_id": article["story"],
        "is_canonical": article["story"] == article["id"],
        "source_file": "story.jsonl",
        "source_row": 1,
    }


def whole(value: Decimal | None) -> str | None:
    """Give a Decimal as the cases print it."""
    return None if value is None or pd.isna(value) else f"{value.normalize():f}"
