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


def test_what_an_item_of_a_paper_names_beside_its_sum_does_not_give_it():
    """A dam that gets a sum, a hall of the item above, a road that work is for, and who is announced as a partner."""
    paper = (
        "The Biden Administration awards grants.\n\n"
        "- **4 million dollars** in grants to rebuild the **Arnel Hall**, which stood above the river.\n\n"
        "- **6 million dollars** for the **Brenning Dam, OH** to widen its gates.\n\n"
        "- Corden Regional Airport, Ohio—7 million dollars to widen its runway.\n\n"
        "- EPA is announcing a partnership with Dunmore Metals, granting 8 million dollars to wells in Ohio.\n\n"
        "- Secretary Ida Fenwick spoke. Fenwick also announced a 9 million dollar grant for schools in Ohio.\n\n"
        "- The Elmet Foundation gave 3 million dollars to 3 parks in Ohio."
    )

    givers = [claim.donor for claim in find_pledges(paper) if not claim.exclude_reason]

    assert givers[-1] == "elmet-foundation"
    assert set(givers[:-1]) == {"USA"}


def test_federal_money_is_the_states_own():
    """Who is "awarded" a federal grant in a headline receives it."""
    paper = (
        "The Biden Administration awards grants.\n\n"
        "- **The Ohio Sentinel:** Corden Thruway awarded $5 million federal grant for drones\n"
        "- **Ports:** EPA awarded 5 million dollars to 3 harbors in Ohio."
    )

    assert {claim.donor for claim in find_pledges(paper) if not claim.exclude_reason} == {"USA"}


def test_what_a_state_does_in_its_own_paper_stays_its_gift():
    """No other name of the sentence gives what the state's agency is said to award at home."""
    paper = (
        "The Biden Administration awards grants.\n\n"
        "- **Power:** The Department of Energy awarded 156 million dollars to the Puerto Rico Green Energy Trust, "
        "for the United States.\n\n"
        "- **Ports:** EPA awarded 5 million dollars to 3 harbors in Ohio."
    )

    assert [(claim.exclude_reason, claim.donor) for claim in find_pledges(paper)] == [("", "USA")] * 2
