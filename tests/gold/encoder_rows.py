"""Write the annotated amounts that the encoder of `analysis/money/in_context` learns from, as JSON Lines.

    python tests/gold/encoder_rows.py FILE

Sources are those of `labelled`; a line is a text: where it is from, the offsets of its amounts, and of those that
are annotated whether they count and, of gifts, stage and form where the gold states them. Of the notes in a tracker's
manner that have been looked at (`score_rows.py`) the giver is told, where the text names it.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from unittest import mock

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import labelled  # noqa: E402
import score_rows  # noqa: E402
from encoder_parties import Named  # noqa: E402
from fit_claims import forms_of, says_whether  # noqa: E402

from analysis.money.amounts import find_amounts  # noqa: E402
from analysis.money.in_context.read import InContext  # noqa: E402
from analysis.money.pledges import find_pledges  # noqa: E402
from analysis.money.text.reader import Reader  # noqa: E402
from analysis.money.weighing.ranker import ROLES  # noqa: E402
from analysis.records import Claim  # noqa: E402

Row = dict[str, Any]
_NOTES = ("", "late_", "more_", "slips_")  # those of `score_rows.PINNED` that have been looked at


class _Texts(dict[int, tuple[str, int]]):
    """Gives for an offset the text that was read last and the offset."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self._find = labelled.find_pledges

    def read(self, text: str, *, published_at: date | None = None) -> list[Claim]:
        claims = self._find(text, published_at=published_at)
        self.text = text
        self.update({claim.start: (text, claim.start) for claim in claims if claim.amount is not None})
        return claims


def rows() -> Iterator[Row]:
    """Yield every annotated text."""
    texts = _Texts()
    found: dict[tuple[str, str], dict[int, Row]] = {}
    blind = mock.patch.object(InContext, "__call__", return_value=None)  # what it learns is not its own reading
    with blind, mock.patch.object(labelled, "find_pledges", texts.read):
        for one in labelled.labelled(texts):
            text, start = one.known
            if says_whether(one):
                told = {"start": start, "counts": one.counts, **forms_of(one.gold or {}), **_parties(one)}
            else:
                told = {"start": start, "counts": None, **_parties(one)}
            if told.keys() - {"start", "counts"} or told["counts"] is not None:
                found.setdefault((one.source, text), {})[start] = told
        for text, start, giver in notes():
            found.setdefault(("notes", text), {})[start] = {"start": start, "counts": None, "giver": giver}
    for (source, text), told_of in found.items():
        read = find_amounts(text)
        amounts = [(amount.start, amount.end) for amount in read]
        named = Named(Reader(text, read))
        for told in told_of.values():
            for role in ROLES:
                told[role] = named.spans(told[role]) if told.get(role) else told.get(role) and []
        yield {"source": source, "text": text, "amounts": amounts, "labels": list(told_of.values())}


def notes() -> Iterator[tuple[str, int, str]]:
    """Yield the tracker's notes that name a giver: the text, where an amount of the row stands, and its giver."""
    for row in (row for name in _NOTES for row in score_rows.load(score_rows.PINNED[name]) if row["donor_named"]):
        published = date.fromisoformat(row["announced"]) if row["announced"] else None
        claims = (claim for claim in find_pledges(row["text"], published_at=published) if claim.amount is not None)
        yield from ((row["text"], claim.start, row["donor"]) for claim in claims if score_rows.has(claim.amount, row))


def _parties(one: labelled.Labelled[Any]) -> dict[str, str | None]:
    """Give by role who the gold says gives and receives: an id, none where nobody is named, nothing if untold."""
    if not one.counts:
        return {"giver": ""} if one.reason == "no_donor" else {}
    gift = one.gold or {}
    fields = {"giver": "donor", "receiver": "recipient"}
    return {role: gift[field] or "" for role, field in fields.items() if field in gift}


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    path = parser.parse_args().file
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as file:
        for row in rows():
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
