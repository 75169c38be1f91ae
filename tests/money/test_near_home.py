"""Gifts that stay where they are do not go to the country that a text is about."""

from analysis.money.pledges import find_pledges


def _receivers(text: str) -> list[str | None]:
    return [claim.recipient for claim in find_pledges(text) if not claim.exclude_reason]


_FAR = "The Rotary Club of Bath has sent 9,000 pounds to Malawi for wells. Malawi had asked for help.\n\n"


def test_a_paragraph_that_turns_homeward_is_about_no_country_abroad() -> None:
    """What is near is where its money is from, and so is the next gift there."""
    text = f"{_FAR}Closer to home, Hobbs Bakery gave 500 pounds for the choir. Lund Motors added 200 pounds."
    assert _receivers(text) == ["MWI", "GBR", "GBR"]


def test_a_lifeboat_is_at_home() -> None:
    """Some good causes are those of a place alone."""
    assert _receivers(f"{_FAR}On Monday the club promised 700 pounds to the lifeboat.") == ["MWI", "GBR"]
    assert _receivers(f"{_FAR}On Monday the club promised 700 pounds to the wells.") == ["MWI", "MWI"]
