"""Compare the ledger of each annotated passage with its gifts, each once.

    python tests/gold/passage_ledgers.py NAME ...

A gift of the gold is a giver, a figure and a receiver, by id or by name, that count; parts hang under their totals,
and a gift that is told again is the same. A line of the ledger that hangs under no other has to be one of them, by
its figure within half a per cent; of those that are, giver and receiver are compared.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import score_passages  # noqa: E402
from score_pledges import field_right  # noqa: E402

from analysis.corpus.rows import claim_row  # noqa: E402
from analysis.money.amounts import find_amounts  # noqa: E402
from analysis.money.ledger import merge_claims  # noqa: E402
from analysis.money.pledges import find_pledges  # noqa: E402
from analysis.schemas import CLAIMS  # noqa: E402

_CLOSE = Decimal("0.005")
_WORD = re.compile(r"\b[A-Z]\w+")  # of a name
Gift = tuple[Decimal, dict[str, Any]]


def tally(names: Sequence[str]) -> Counter[str]:
    """Count gifts, lines, lines that are gifts, and of those givers and receivers that are right."""
    counts: Counter[str] = Counter()
    for passage in (passage for name in names for passage in score_passages.passages(name)):
        free = list(_gifts(passage))
        counts["gifts"] += len(free)
        for line in _lines(passage):
            counts["lines"] += 1
            values = [value for value in (line["low"], line["high"]) if value is not None]
            fits = [gift for gift in free if any(_same(value, gift[0]) for value in values)]
            if not fits:
                continue
            gift = next((one for one in fits if field_right(line, one[1], "donor")), fits[0])
            free.remove(gift)
            counts["right"] += 1
            counts["donor"] += field_right(line, gift[1], "donor")
            if "recipient" in gift[1]:
                counts["recipient told"] += 1
                counts["recipient"] += field_right(line, gift[1], "recipient")
    return counts


def _same(value: Decimal, figure: Decimal) -> bool:
    return abs(value - figure) <= _CLOSE * figure


def _gifts(passage: dict[str, Any]) -> Iterator[Gift]:
    """Give the gifts of a passage, each once, with its figure."""
    told: list[Gift] = []
    for amount in passage["amounts"]:
        figures = [bound for found in find_amounts(amount["text"]) for bound in (found.low, found.high) if bound]
        if "value" in amount:  # of a table, whose cell does not print the currency
            figures = [Decimal(str(amount["value"]))]
        if amount["reason"] or not figures:
            continue
        if any(_same(figures[0], other) and _is_repeat(amount, gift) for other, gift in told):
            continue
        told.append((figures[0], amount))
        yield told[-1]


def _is_repeat(one: dict[str, Any], two: dict[str, Any]) -> bool:
    """Whether giver and receiver are the same; words for a receiver are of another where both name and share none."""
    if any(one.get(role) != two.get(role) for role in ("donor", "recipient")):
        return False
    first, second = (set(_WORD.findall(gift.get("recipient_text") or "")) for gift in (one, two))
    return not (first and second) or bool(first & second)


def _lines(passage: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Give the lines of a passage's ledger that hang under no other, but for goods without a worth."""
    claims = find_pledges(passage["text"], published_at=score_passages.day_of(passage))
    if not claims:
        return
    where = {"article_id": passage["id"], "said_on": passage.get("date")}
    rows = [{**dict.fromkeys(CLAIMS.names), **claim_row(one), "claim_id": one.claim_id, **where} for one in claims]
    ledger = merge_claims(CLAIMS.frame(rows)).astype(object)
    for line in ledger.where(ledger.notna(), None).to_dict("records"):
        if line["parent_id"] is None and not pd.isna(line["low"] or line["high"] or float("nan")):
            yield line


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="+")
    counted = tally(parser.parse_args().names)
    precision, recall = counted["right"] / max(counted["lines"], 1), counted["right"] / max(counted["gifts"], 1)
    print(f"precision {precision:.3f} ({counted['right']} of {counted['lines']})")  # noqa: T201
    print(f"recall {recall:.3f} ({counted['right']} of {counted['gifts']})")  # noqa: T201
    print(f"f1 {2 * precision * recall / ((precision + recall) or 1):.3f}")  # noqa: T201
    print(f"donor {counted['donor'] / max(counted['right'], 1):.3f}")  # noqa: T201
    print(f"recipient {counted['recipient'] / max(counted['recipient told'], 1):.3f}")  # noqa: T201
