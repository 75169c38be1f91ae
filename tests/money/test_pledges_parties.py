"""Who gives and who receives, in sentences written for this project."""

import json
from datetime import date
from pathlib import Path

import pytest

from analysis.money.pledges import find_pledges

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "cases" / "parties.jsonl").read_text(encoding="utf-8").splitlines()
]
DAY = date(2025, 6, 15)


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_finds_the_parties(case):
    """A text gives the parties its case states; those it does not state are not asked."""
    wanted = {name: value for name, value in case.items() if name not in ("rule", "text", "claim")}

    claim = [c for c in find_pledges(case["text"], published_at=DAY) if c.amount is not None][case.get("claim", 0)]

    assert {name: getattr(claim, name) for name in wanted} == wanted
