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


def test_an_acronym_in_a_paper_of_a_state_is_its_own():
    """An agency or a programme that the paper does not explain is no firm; one that it explains as a charity is."""
    paper = (
        "The Biden Administration awards grants.\n\n"
        "- **Ports:** BPRO awarded 5 million dollars to 3 harbors in Ohio.\n\n"
        "- **Parks:** The Elmet Nature Foundation (ENFO) met. ENFO awarded 7 million dollars to 3 parks in Ohio."
    )

    assert [claim.donor for claim in find_pledges(paper)] == ["USA", "elmet-nature-foundation"]


def test_a_list_that_names_one_donor_alone_is_its_paper():
    """However often it names whom it helps."""
    paper = (
        "- **Wells:** Kenya will get 40 wells. Kenya has few.\n"
        "- **Schools:** 3 million dollars was provided to Kenya.\n"
        "- **Roads:** Experts of the United States see to the roads of Kenya."
    )

    assert [claim.donor for claim in find_pledges(paper)] == ["USA"]
