"""What a gift is for: its own aim, not that of a part of it."""

import pytest

from analysis.money.pledges import find_pledges

CASES = [
    # text, purpose of the first amount
    ("Norway gave Ukraine 5 million euros for schools.", "for schools"),
    ("Norway gave Ukraine 5 million euros to rebuild schools.", "to rebuild schools"),
    ("Norway gave Ukraine 5 million euros for schools, including desks.", "for schools"),
    ("Norway gave Ukraine 5 million euros, including 300,000 for desks.", None),
    ("Norway will give Ukraine 5 million euros, of which 1 million is for desks.", None),
    ("Norway gave Ukraine 5 million euros, 1 million of it for desks.", None),
    ("Norway gave Ukraine 5 million euros for schools, including 1 million euros for desks.", "for schools"),
]


@pytest.mark.parametrize(("text", "purpose"), CASES, ids=[text for text, _ in CASES])
def test_purpose(text, purpose):
    """The aim is the words behind the amount, up to where a part of it is told."""
    assert find_pledges(text)[0].purpose == purpose
