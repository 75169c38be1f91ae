"""Gifts told in the papers of a donor state: who gives them where no line says so, and to whom they go."""

from analysis.money.pledges import find_pledges

PAPER = (
    "The Biden Administration awards grants.\n\n- **Ports:** EPA awarded 5 million dollars to 3 harbors in Ohio.\n\n"
    "- **Roads:** FHWA awarded 7 million dollars in grants to Georgia and Florida.\n\n"
    "- **Brenning Bridge** will receive 9 million dollars in federal funds."
)


def test_a_paper_of_a_state_gives_what_its_lines_leave_open():
    """Agencies give for their state, a bridge receives, and Georgia beside Ohio is no country."""
    read = [(claim.exclude_reason, claim.donor, claim.recipient) for claim in find_pledges(PAPER)]

    assert read == [("", "USA", None)] * 3


def test_georgia_beside_the_caucasus_is_a_country():
    """A text that names Georgia alone speaks of the country."""
    (claim,) = find_pledges("The United States will give Georgia 9 million dollars for schools in Tbilisi.")

    assert (claim.donor, claim.recipient) == ("USA", "GEO")
