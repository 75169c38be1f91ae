"""Who lists grants as waste gives nothing."""

from analysis.money.pledges import find_pledges

LINES = (
    "- $2 million for puppet plays in Chad.\n\n"
    "- $14 million to the Brenning Centre for Weaving, including $3 million for looms in Mali.\n"
)


def _counted(text):
    return [claim.text for claim in find_pledges(text) if claim.exclude_reason in ("", "part")]


def test_lines_of_a_list_of_waste_are_no_gifts():
    """Its head says so, or what is said after it; the lines do not."""
    assert _counted(f"Here are some examples of the waste that we found:\n\n{LINES}") == []
    assert _counted(f"Listen to these numbers:\n\n{LINES}\nAnd we have canceled all of these.") == []


def test_lines_of_a_list_of_grants_are_gifts():
    """Nobody decries them, or a word of waste stands far off from what is given."""
    assert len(_counted(f"The United States will provide:\n\n{LINES}")) == 3
