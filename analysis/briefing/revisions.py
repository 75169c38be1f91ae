"""What this edition says differently from the report published before it, and why.

The earlier report's own `tables/pledges.csv` is the witness. A pledge that this
period's articles moved on is news, not a revision; what is compared here is the
past: figures that changed although nobody reported on them again.
"""

import csv
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.briefing.edition import Edition
from analysis.briefing.manifest import read_manifest
from analysis.briefing.versions import rules_version
from analysis.briefing.wording import is_none
from analysis.errors import BriefingError

_COMPARED = ("low", "high", "currency", "status")
_CONVERTED = ("low_converted", "high_converted")
_NEEDED = {"pledge_id", "amount_text", *_COMPARED}

_WORDS = {
    "low": "lower bound",
    "high": "upper bound",
    "status": "stage",
    "low_converted": "converted sum",
    "high_converted": "converted sum",
}

LATE = "articles that came late"
CORRECTED = "a correction"
RATE = "another exchange rate"
RULES = "a new version of the rules"
UNKNOWN = "another reading"


@dataclass(frozen=True, slots=True)
class Revision:
    """A pledge of the earlier report that reads differently now, or is gone."""

    pledge_id: str
    printed: str  # the amount as the earlier report printed it
    changed: tuple[str, ...]  # columns that differ; empty where the pledge is gone
    reason: str = UNKNOWN


@dataclass(frozen=True)
class _Since:
    """What may have changed since the earlier report."""

    rules: bool  # whether other rules read the articles
    corrected: frozenset[str]  # claims that a correction touches
    late: frozenset[str]  # articles that the store did not hold then
    articles: Mapping[str, str] = field(default_factory=dict)  # of each claim


def revisions(edition: Edition) -> list[Revision]:
    """Compare the past of this edition with the report before it, in the order of that report.

    A pledge goes by the id of its earliest claim, which a late article may
    change; it is gone only where none of its claims is in a pledge any more.
    Empty where there is no earlier report, or nothing changed.
    """
    folder = edition.parameters.previous
    file = folder / "tables" / "pledges.csv" if folder else None
    if folder is None or file is None or not file.exists():
        return []
    now = {str(row["pledge_id"]): row for row in edition.pledges.to_dict("records")}
    heirs = {claim: name for name, row in now.items() for claim in json.loads(row["claim_ids"])}
    since, start = _since(folder, edition), edition.period.start.isoformat()
    found = []
    for then in _rows(file):
        claims = json.loads(then.get("claim_ids") or "[]")
        heir = next((heirs[claim] for claim in claims if claim in heirs), "")
        row = now.get(then["pledge_id"]) or now.get(heir)
        if row is None:
            found.append(Revision(then["pledge_id"], then["amount_text"], (), _reason(claims, since)))
        elif is_none(row["last_reported"]) or row["last_reported"] < start:
            changed = _differing(row, then, _COMPARED)
            why = _reason([*claims, *json.loads(row["claim_ids"])], since)
            if not changed and row["converted_currency"] == then.get("converted_currency"):
                changed, why = _differing(row, then, _CONVERTED), RATE
            if changed:
                found.append(Revision(str(row["pledge_id"]), then["amount_text"], changed, why))
    return found


def column_words(columns: Iterable[str]) -> list[str]:
    """Name what differs in words, each once.

    >>> column_words(("low", "status")), column_words(("low_converted", "high_converted"))
    (['lower bound', 'stage'], ['converted sum'])
    """
    return list(dict.fromkeys(_WORDS.get(name, name) for name in columns))


def _differing(row: Mapping[Any, Any], then: Mapping[str, str], columns: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in columns if name in then and _plain(row[name]) != _plain(then[name]))


def _since(folder: Path, edition: Edition) -> _Since:
    try:
        made_from = read_manifest(folder)["rendered_from"]
    except BriefingError:
        made_from = {}
    known = edition.known_before
    return _Since(
        rules=made_from.get("rules", rules_version()) != rules_version(),
        corrected=frozenset(edition.corrections["claim_id"]) if len(edition.corrections) else frozenset(),
        late=frozenset(edition.archive["article_id"]) - known if known is not None else frozenset(),
        articles=dict(zip(edition.claims["claim_id"], edition.claims["article_id"], strict=True)),
    )


def _reason(claims: list[str], since: _Since) -> str:
    """Say why a pledge of these claims, then and now, is not what it was: the surest reason first."""
    if since.corrected & set(claims):
        return CORRECTED
    if since.late & {since.articles.get(claim, "") for claim in claims}:
        return LATE
    return RULES if since.rules else UNKNOWN


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as handle:
        return [row for row in csv.DictReader(handle) if set(row) >= _NEEDED]


def _plain(value: object) -> str:
    """Write a cell as text that compares: 5 is 5.00, and nothing is the empty text.

    >>> _plain(Decimal("5.00")) == _plain("5"), _plain(None), _plain("EUR")
    (True, '', 'EUR')
    """
    if is_none(value) or value is pd.NA:
        return ""
    try:
        return str(Decimal(str(value)).normalize())
    except InvalidOperation:
        return str(value)
