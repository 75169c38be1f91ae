"""False starts and questions of transcripts."""

import pytest

from analysis.money.pledges import find_pledges

CASES = [
    # text, reasons in order
    ("Sweden has a $6 million package — a $60 million package for Mali.", ["denied", ""]),
    ("Norway announced a $20 million — 20 — $20 million grant to Mali.", ["denied", ""]),
    ("Norway pledged 5 million euros to Mali — the EU gave Mali 10 million euros.", ["", ""]),
    ("Would Norway give Mali 5 million euros?", ["conditional"]),
    ("She wondered whether Norway would give Mali 5 million euros.", ["conditional"]),
    ("Asked about fish, she said that Norway would give Mali 5 million euros.", [""]),
]


@pytest.mark.parametrize(("text", "reasons"), CASES, ids=[case[0][:40] for case in CASES])
def test_only_what_is_told_counts(text, reasons):
    """What is taken back or asked does not count; a dash or a question elsewhere changes nothing."""
    assert [c.exclude_reason for c in find_pledges(text)] == reasons
