"""Sentences written for this project, with the claim a careful reader makes of each."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from analysis.corpus.rows import claim_row
from analysis.money.pledges import find_pledges
from analysis.schemas import EXCLUDE_REASONS, INSTRUMENTS, STATUSES

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "cases" / "claims.jsonl").read_text(encoding="utf-8").splitlines()
]
DAY = date(2025, 6, 15)


_KNOWN = pytest.mark.xfail(reason="known failure, see the case", strict=True)


@pytest.mark.parametrize(
    "case",
    [pytest.param(case, id=case["text"][:60], marks=[_KNOWN] * ("known_failure" in case)) for case in CASES],
)
def test_reads_the_claim(case):
    """A sentence gives the claim its case states: who, to whom, stage, instrument, or why it does not count."""
    claims = find_pledges(case["text"], published_at=DAY)
    claims = [c for c in claims if (c.amount is None) == ("in_kind" in case)]
    claim = claims[-1] if case["exclude_reason"] == "part" else claims[0]

    found = {name: getattr(claim, name) for name in case if name not in ("text", "in_kind", "known_failure")}
    if "in_kind" in case:
        count, item = claim.in_kind
        found["in_kind"] = [str(Decimal(count)), item]
    assert found == {name: value for name, value in case.items() if name not in ("text", "known_failure")}


def test_every_claim_fits_the_table():
    """Whatever the sentence, reason, stage and form are those of the schema, which the briefing has words for."""
    texts = [case["text"] for case in CASES]
    rows = [claim_row(claim) for text in texts for claim in find_pledges(text, published_at=DAY)]

    for name, allowed in (("exclude_reason", EXCLUDE_REASONS), ("status", STATUSES), ("instrument", INSTRUMENTS)):
        assert {row[name] for row in rows} <= {"", None, *allowed}


def test_half_of_the_cases_are_not_pledges():
    """The cases ask as often for silence as for speech."""
    counted = sum(case["exclude_reason"] == "" for case in CASES)

    assert len(CASES) >= 300
    assert 0.4 <= counted / len(CASES) <= 0.6
