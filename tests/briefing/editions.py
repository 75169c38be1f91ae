"""Small editions made by hand, for tests of what the page says about them."""

import json
from datetime import UTC, datetime
from decimal import Decimal

import pandas as pd

from analysis.briefing.edition import Edition
from analysis.briefing.params import check_parameters
from analysis.briefing.periods import trend_of, whole_period
from analysis.schemas import ARTICLES, CLAIMS, MENTIONS, PLEDGES, SENTENCES

PARAMETERS = check_parameters("2025-10-06", "2025-10-12")
MILLION = Decimal(1_000_000)


def article(number: int, day: str | None, **columns):
    """Make a row of `articles`; `day` is the day of publication, or None."""
    when = None if day is None else datetime.fromisoformat(f"{day}T09:00:00").replace(tzinfo=UTC)
    row = {
        "article_id": f"a{number}",
        "text_hash": f"h{number}",
        "url": f"https://example.org/{number}",
        "outlet": "Harbour Wire",
        "headline": f"Headline {number}",
        "published_at": when,
        "language": "en",
        "body": "",
        "removed": "[]",
        "story_id": f"a{number}",
        "is_canonical": True,
        "source_file": "made.jsonl",
        "source_row": number,
    }
    return row | columns


def claim(number: int, article_id: str, sentence: str, text: str, **columns):
    """Make a row of `claims`: Norway gives Ukraine euros, unless told otherwise."""
    row = {
        "claim_id": f"c{number}",
        "article_id": article_id,
        "donor": "NOR",
        "donor_text": "Oslo",
        "donor_level": "government",
        "recipient": "UKR",
        "recipient_text": "Ukraine",
        "sector": "military",
        "instrument": "grant",
        "status": "pledged",
        "low": 100 * MILLION,
        "high": 100 * MILLION,
        "currency": "EUR",
        "certainty": "stated",
        "qualifier": "exact",
        "equivalents": "[]",
        "earmark": "softly",
        "polarity": "actual",
        "sentence": sentence,
        "start_char": sentence.index(text),
        "end_char": sentence.index(text) + len(text),
        "text": text,
        "exclude_reason": "",
        "confidence": 0.9,
    }
    return row | columns


def pledge(number: int, claims: list[dict], first: str | None, **columns):
    """Make a row of `pledges` made of claims, already in euros."""
    head = claims[0]
    row = {
        "pledge_id": f"p{number}",
        **{name: head.get(name) for name in PLEDGES.names if name in head},
        "amount_text": head["text"],
        "first_reported": first,
        "last_reported": first,
        "articles": len(claims),
        "independent_texts": len(claims),
        "outlets": 1,
        "stages": json.dumps([{"date": first, "status": head["status"], "text": head["text"]}]),
        "merge_rule": "same donor, recipient and amount within 14 days",
        "claim_ids": json.dumps(sorted(c["claim_id"] for c in claims)),
        "low_converted": head["low"],
        "high_converted": head["high"],
        "best_converted": head["low"],
        "converted_currency": "EUR",
        "rate": None,
        "rate_date": None,
        "note": "",
    }
    return row | columns


def mention(number: int, entity: str, alias: str, sentence: str, **columns):
    """Make a row of `mentions` in article `number`."""
    row = {
        "article_id": f"a{number}",
        "entity_id": entity,
        "kind": "country",
        "form": "name",
        "alias": alias,
        "start_char": sentence.index(alias),
        "end_char": sentence.index(alias) + len(alias),
        "sentence": sentence,
    }
    return row | columns


def scored(number: int, sentence: str, polarity: float | None, hits: list | None = None):
    """Make a row of `sentences` that begins article `number`."""
    return {
        "article_id": f"a{number}",
        "start_char": 0,
        "end_char": len(sentence),
        "polarity": polarity,
        "subjectivity": None if polarity is None else 0.5,
        "n_hits": len(hits or []),
        "vader": polarity,
        "hits": json.dumps(hits or []),
    }


def edition(
    *, articles=(), claims=(), pledges=(), mentions=(), sentences=(), dropped=(), parameters=PARAMETERS
) -> Edition:
    """Make an edition of rows, as `load_edition` would give it."""
    archive = ARTICLES.frame(articles)
    return Edition(
        parameters=parameters,
        periods=trend_of(whole_period(parameters.start, parameters.end)),
        store_version=3,
        archive=archive[
            ["article_id", "url", "outlet", "headline", "published_at", "language", "story_id", "is_canonical"]
        ],
        claims=CLAIMS.frame(claims),
        pledges=PLEDGES.frame(pledges),
        mentions=MENTIONS.frame(mentions),
        sentences=SENTENCES.frame(sentences),
        dropped=pd.DataFrame(list(dropped), columns=["reason", "count", "example"]),
        unmatched=pd.DataFrame(columns=["claim_id"]),
    )
