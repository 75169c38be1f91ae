"""Lists that pair names with the sums of a round or of a drive."""

import pytest

from analysis.money.amounts import find_amounts
from analysis.money.pledges import find_pledges
from analysis.money.text.list_runs import list_runs
from analysis.money.text.reader import Reader


def _counted(text: str) -> list[tuple[str, str | None]]:
    return [(c.text, c.donor) for c in find_pledges(text) if c.exclude_reason in ("", "part")]


def test_those_named_under_awards_give_nothing():
    """Whoever shares out the round gives all its sums, a trust's or a club's as well."""
    text = (
        "The Vask Foundation has awarded 400,000 euros to groups.\n\nGrants were awarded to:\n\nNorth ward\n"
        "• Mill Lane Trust (90,000 euros)\n• Berga Rovers (14,500 euros) – nets\n\nSouth\n• Lund Choir (2,100 euros)"
    )
    assert {donor for _, donor in _counted(text)} == {"vask-foundation"}
    assert len(_counted(text)) == 4


def test_those_named_under_gifts_give_each():
    """Who is named in a list of gifts gives; where it is, and for what, is no part of the name."""
    text = (
        "The hospice has closed its drive.\n\nGifts that came in this spring:\n\nLund Rowing Club: 5,000 euros\n"
        "The Berglund family (Mora): 12,000 euros\nEstate of Ida Salmi: 40,000 euros\nHarbour Bank: 9,000 euros, in May"
    )
    assert [donor for _, donor in _counted(text)] == [
        "lund-rowing-club",
        "berglund-family",
        "ida-salmi",
        "harbour-bank",
    ]


def test_lines_that_add_up_to_a_gift_are_its_parts():
    """They are of its giver, whoever else is told of between the two."""
    text = (
        "Ida Salmi has given 30 million euros to Berga University. The gift is larger than the 9 million euros that "
        "Jon Vask left in 2001.\n\nThe plan:\n\n• 20 million euros for a library\n• 7 million euros for chairs\n"
        "• 3 million euros for the garden"
    )
    parts = [claim for claim in find_pledges(text) if claim.exclude_reason == "part"]
    assert [claim.donor for claim in parts] == ["ida-salmi"] * 3


def test_columns_of_a_table_are_read_by_their_heads():
    """What a project costs is given by nobody."""
    text = (
        "The Vask Foundation has awarded 900,000 euros to three halls.\n\nHall | Award | Total cost\n"
        "Lund Hall | 400,000 euros | 900,000 euros\nBerga Hall | 300,000 euros | 1.2 million euros\n"
        "Mora Hall | 200,000 euros | 450,000 euros"
    )
    assert [sum_ for sum_, _ in _counted(text)] == [
        "900,000 euros",
        "400,000 euros",
        "300,000 euros",
        "200,000 euros",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The sale at Berga drew a crowd.\n\nTop prices:\n\nLund Farm: 4,000 euros\nMill Farm: 3,500 euros",
        "Winners of the Lund lottery:\n\nIda Salmi: 40,000 euros\nJon Vask: 30,000 euros\nUlla Berg: 20,000 euros",
    ],
)
def test_prices_and_prizes_are_no_gifts(text):
    """A list of names and sums is one of gifts only where its heading says so."""
    assert _counted(text) == []


@pytest.mark.parametrize(
    "lines",
    [
        "Grants:\n\n- 4,000 euros: Lund Choir, robes\n- 3,000 euros: Berga Rovers, nets",
        "No. | Body | Award\n1 | Lund Choir, Lund | 4,000 euros\n2 | Berga Rovers, Mora | 3,000 euros",
    ],
)
def test_names_behind_sums_and_in_cells_receive(lines):
    """Who gets a sum may stand behind it, or cells before it."""
    claims = find_pledges(f"The Vask Trust has awarded 90,000 euros to local groups.\n\n{lines}")
    assert [claim.recipient_text for claim in claims[1:]] == ["Lund Choir", "Berga Rovers"]


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("Among the grants:", "takers"),
        ("Where the money went", "takers"),
        ("It will be shared as follows:", "takers"),
        ("Donations received since May", "givers"),
        ("Thank you to…", "givers"),
        ("Among the others:", "others"),
        ("Top lots", ""),
    ],
)
def test_the_heading_says_who_is_named(head, kind):
    """Those that get the sums, those that give them, others than told before, or neither."""
    text = f"A report from Lund.\n\n{head}\n\nBerga Club: 4,000 euros\nMill Choir: 3,000 euros"
    assert [run.kind for run in list_runs(Reader(text, find_amounts(text)))] == [kind]


def test_the_register_names_who_gets_a_share():
    """An agency or a state that opens the line of a share gets it."""
    shared = find_pledges("""Oslo has granted 6 million euros for Chad. The grant will be divided as follows:

- WFP: 4 million euros for food and lorries
- UNICEF: 2 million euros for wells""")
    assert [claim.recipient for claim in shared] == ["TCD", "WFP", "UNICEF"]


def test_agencies_under_a_larger_gift_of_a_state_get_what_their_lines_say():
    """Agencies live on gifts: where a state gives more above, they open the lines of its parts."""
    text = """{opening}

Food and health
- World Food Programme: $40 million for school meals
- International Committee of the Red Cross: $13 million
- UNHCR: $9 million"""
    shared = find_pledges(text.format(opening="Canada today announced $90 million for people in and around Chad."))
    assert {claim.donor for claim in shared} == {"CAN"}
    assert [claim.recipient for claim in shared[1:]] == ["WFP", "ICRC", "UNHCR"]
    smaller = find_pledges(text.format(opening="Canada today announced $9 million for people in and around Chad."))
    assert "CAN" not in {claim.donor for claim in smaller[1:]}


def test_charities_that_head_grants_give_what_stands_below_each():
    """From one heading to the next, who gives changes."""
    claims = find_pledges("""Grants made: May

Lund Ocean Trust
Mora Harbour School, £45,000
Berga Choir, £36,000

Vale Arts Foundation
Ely Town Band, £8,500""")
    assert [claim.donor for claim in claims] == ["lund-ocean-trust", "lund-ocean-trust", "vale-arts-foundation"]
    assert claims[2].recipient_text == "Ely Town Band"


def test_lines_that_tell_no_stage_have_that_of_the_gift_above():
    """A line says how far its sum is only where it has a word for it."""
    claims = find_pledges("""The Vask Trust has allocated 9,000 euros to local groups. It will be shared as follows:

- Lund Choir: 4,000 euros for robes
- Berga Rovers: 3,000 euros, paid in May
- Mora Band: 2,000 euros""")
    assert [claim.status for claim in claims] == ["allocated", "allocated", "disbursed", "allocated"]
