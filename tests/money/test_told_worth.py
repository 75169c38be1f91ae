"""What things handed over before are worth is a gift, whatever the things are called."""

import pytest

from analysis.money.pledges import find_pledges


def _read(text):
    return [(c.text, c.exclude_reason, c.instrument) for c in find_pledges(text) if c.amount is not None]


@pytest.mark.parametrize(
    "text",
    [
        "Norway handed over rice and blankets to Chad. They are worth 3 million kroner.",
        "Norway unloaded rice and oil at a port of Chad. The shipment cost 3 million kroner.",
        "Norway sent Chad a scanner, for which its health ministry paid 3 million kroner.",
    ],
)
def test_what_was_handed_over_is_worth_the_sum(text):
    """A word that goes back to it stands at the sum."""
    assert _read(text)[-1] == ("3 million kroner", "", "in_kind")


@pytest.mark.parametrize(
    "text",
    [
        "Norway handed over rice to Chad. A new bridge there cost 3 million kroner.",
        "Norway handed over rice to Chad. The mayor lost 2 million francs; they cost 3 million kroner.",
    ],
)
def test_another_price_is_no_gift(text):
    """Without such a word, or with another sum between."""
    assert _read(text)[-1][1] != ""
