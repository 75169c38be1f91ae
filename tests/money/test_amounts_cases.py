"""Every case of tests/cases/amounts.jsonl is read as written there, or is a known failure."""

import json
from pathlib import Path
from typing import Any

import pytest

from analysis.money.amounts import find_amounts
from analysis.records import Amount

CASES = Path(__file__).parents[1] / "cases" / "amounts.jsonl"


def _cases() -> list[Any]:
    rows = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]
    known = pytest.mark.xfail(reason="known failure, see the case", strict=True)
    return [
        pytest.param(
            row["text"],
            row["expected"],
            id=f"{row['form']}: {row['text'][:50]}",
            marks=[known] * bool(row.get("known_failure")),
        )
        for row in rows
    ]


def _plain(amount: Amount) -> dict[str, Any]:
    def number(value: object) -> str | None:
        return None if value is None else format(value, "f")

    return {
        "text": amount.text,
        "low": number(amount.low),
        "high": number(amount.high),
        "currency": amount.currency,
        "certainty": amount.certainty,
        "qualifier": amount.qualifier,
        "per": amount.per,
        "years": number(amount.years),
        "equivalents": [
            {"currency": each.currency, "certainty": each.certainty, "low": number(each.low)}
            for each in amount.equivalents
        ],
    }


@pytest.mark.parametrize(("text", "expected"), _cases())
def test_case(text: str, expected: list[dict[str, Any]]) -> None:
    """A sentence gives exactly the amounts its case lists, words and all."""
    assert [_plain(amount) for amount in find_amounts(text)] == expected


def test_there_are_enough_cases() -> None:
    """At least 600 cases, a third of them without any amount."""
    rows = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]

    assert (len(rows) >= 600, sum(not row["expected"] for row in rows) * 3 >= len(rows)) == (True, True)
