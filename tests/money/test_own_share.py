"""What the receiver of a loan pays into the same project is its own spending."""

import pytest

from analysis import find_pledges

LOAN = "The African Development Bank approved a loan of 60 million euros to Mali for a road to Kayes."


@pytest.mark.parametrize(
    ("follows", "reason"),
    [
        ("The Government of Mali will put in 8 million euros.", "budget"),
        ("The Malian state is contributing a local counterpart of 8 million euros.", "budget"),
        ("Germany will put in 8 million euros.", ""),
    ],
)
def test_what_a_receiver_puts_in_itself_is_its_own_spending(follows: str, reason: str):
    """Beside the loan that it gets; another state that puts in as much gives it."""
    claims = find_pledges(f"{LOAN} {follows}")
    assert [claim.exclude_reason for claim in claims] == ["", reason]
