"""Second sums of a sentence, told of another doer: who stands before them or before their verb gives."""

import pytest

from analysis.money.pledges import find_pledges


@pytest.mark.parametrize(
    ("text", "givers"),
    [
        ("Lund Oil gave Berga 5 million euros, and the Vask Trust 2 million euros.", ["lund-oil", "vask-trust"]),
        (
            "Lund Oil donated 5 million euros to Chad, and the payment house Vaskby 2 million euros.",
            ["lund-oil", "vaskby"],
        ),
        (
            "Ida Lund gave 5 million euros for a school in Chad and the Vask Trust approved 2 million euros for it.",
            ["ida-lund", "vask-trust"],
        ),
        (
            "Lund Oil said it is giving Chad 5 million euros, and brewer Vaskby said it has sent 2 million euros.",
            ["lund-oil", "vaskby"],
        ),
        # What the giver hands to two has one giver, and two names around "and" are one.
        ("The Lund Fund gave Oxfam 5 million euros and Caritas 2 million euros.", ["lund-fund", "lund-fund"]),
        (
            "Lund Oil gave Chad 5 million euros, and then gave Mali 2 million euros.",
            ["lund-oil", "lund-oil"],
        ),
    ],
)
def test_the_subject_of_its_own_clause_gives(text, givers):
    """Each sum is given by the doer of its clause."""
    assert [claim.donor for claim in find_pledges(text)] == givers
