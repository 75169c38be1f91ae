"""What this edition says differently from the report published before it.

The earlier report's own `tables/pledges.csv` is the witness. A pledge that this
period's articles moved on is news, not a revision; what is compared here is the
past: figures that changed although nobody reported on them again.
"""

import csv
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pandas as pd

from analysis.briefing.edition import Edition
from analysis.briefing.wording import is_none

_COMPARED = ("low", "high", "currency", "status")


@dataclass(frozen=True, slots=True)
class Revision:
    """A pledge of the earlier report that reads differently now, or is gone."""

    pledge_id: str
    printed: str  # the amount as the earlier report printed it
    changed: tuple[str, ...]  # columns that differ; empty where the pledge is gone


def revisions(edition: Edition) -> list[Revision]:
    """Compare the past of this edition with the report before it, in the order of that report.

    Empty where there is no earlier report, or nothing changed.
    """
    folder = edition.parameters.previous
    file = folder / "tables" / "pledges.csv" if folder else None
    if file is None or not file.exists():
        return []
    now = {row["pledge_id"]: row for row in edition.pledges.to_dict("records")}
    start = edition.period.start.isoformat()
    found = []
    for then in _rows(file):
        row = now.get(then["pledge_id"])
        if row is None:
            found.append(Revision(then["pledge_id"], then["amount_text"], ()))
        elif is_none(row["last_reported"]) or row["last_reported"] < start:
            changed = tuple(name for name in _COMPARED if _plain(row[name]) != _plain(then[name]))
            if changed:
                found.append(Revision(then["pledge_id"], then["amount_text"], changed))
    return found


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as handle:
        return [row for row in csv.DictReader(handle) if {"pledge_id", "amount_text", *_COMPARED} <= set(row)]


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
