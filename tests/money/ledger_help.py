"""Build claims and articles for the ledger tests from plain text."""

from datetime import date
from decimal import Decimal
from typing import Any

import pandas as pd

from analysis.corpus.rows import claim_row
from analysis.money.ledger import merge_claims
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


def article_row(key: str, day: str, story: str) -> dict[str, Any]:
    """Make a row of articles: one text of an outlet of its own, or a copy where `story` is another's."""
    return _article({"id": key, "date": day, "outlet": f"Outlet {key}", "story": story, "text": ""})


def whole(value: Decimal | None) -> str | None:
    """Give a Decimal as the cases print it."""
    return None if value is None or pd.isna(value) else f"{value.normalize():f}"


MILLION = Decimal(1_000_000)


def claim(key: str, article: str = "a", **columns: object) -> dict[str, Any]:
    """Make a row of claims: Norway promises Ukraine 100 million euros, unless told otherwise."""
    row = {
        **dict.fromkeys(CLAIMS.names),
        "claim_id": key,
        "article_id": article,
        "donor": "NOR",
        "donor_text": "Norway",
        "donor_level": "government",
        "recipient": "UKR",
        "recipient_text": "Ukraine",
        "sector": "other",
        "instrument": "grant",
        "status": "pledged",
        "low": 100 * MILLION,
        "high": 100 * MILLION,
        "currency": "EUR",
        "certainty": "stated",
        "qualifier": "exact",
        "equivalents": "[]",
        "earmark": "unearmarked",
        "polarity": "actual",
        "sentence": "Norway will give Ukraine a grant of 100 million euros.",
        "start_char": 36,
        "end_char": 53,
        "text": "100 million euros",
        "exclude_reason": "",
        "confidence": 0.9,
    }
    return {**row, **columns}


def ledger_of(*claims: dict[str, Any], days: dict[str, str] | None = None, **settings: Any) -> list[dict[str, Any]]:
    """Merge hand-made claims; `days` gives articles a day and, after a blank, the text they are a copy of."""
    told = days or {}
    names = sorted({row["article_id"] for row in claims})
    places = {name: [*told.get(name, "2025-03-03").split(), name][:2] for name in names}
    articles = [
        _article({"id": name, "date": day, "outlet": f"Outlet {name}", "story": story, "text": ""})
        for name, (day, story) in places.items()
    ]
    ledger = merge_claims(CLAIMS.frame(list(claims)), ARTICLES.frame(articles), **settings)
    return ledger.astype(object).where(ledger.notna(), None).to_dict("records")
