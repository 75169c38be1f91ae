"""Who gives in plain news: lists, couples, the passive, names that are told elsewhere."""

import json
from pathlib import Path

import pytest

from analysis.money.pledges import find_pledges

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "cases" / "givers.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_names_the_giver(case):
    """Each amount of a text has the giver that a careful reader finds, or none."""
    assert [claim.donor for claim in find_pledges(case["text"])] == case["givers"]
