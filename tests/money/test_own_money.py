"""A bare "$" is the money of the country that gives, where its own papers write it so and nothing says otherwise."""

import pytest

from analysis import find_pledges


@pytest.mark.parametrize(
    ("text", "currencies"),
    [
        ("Australia will give Palau $6 million for schools.", ["AUD"]),
        # The giver is told in another sentence, and who receives is named more often.
        ("Canada helps Haiti, and Haitians.\n\nPolice in Haiti: $5 million\n\nCanada will train 40 of them.", ["CAD"]),
        ("\"We are giving $7 million to Jamaica's police,\" Canada's minister said.", ["CAD"]),
        # English text writes the dollars of others as America's.
        ("Taiwan will give Palau $6 million for schools.", ["USD"]),
        ("Mexico will give Honduras $6 million for schools.", ["USD"]),
        ("Australia will give Palau US$6 million for schools.", ["USD"]),
        ("Canada is contributing $10 million and Japan $41 million to the fund.", ["USD", "USD"]),
        ("SUVA, Fiji - Australia will give Fiji $6 million for schools.", ["FJD"]),
    ],
)
def test_whose_dollars(text: str, currencies: list[str]) -> None:
    """The currency of each counted gift, in order."""
    claims = [claim for claim in find_pledges(text) if claim.exclude_reason == ""]

    assert [claim.amount.currency for claim in claims if claim.amount is not None] == currencies
