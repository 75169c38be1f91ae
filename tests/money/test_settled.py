"""Receivers that the words of a gift settle at the end."""

from dataclasses import replace

from analysis.money.amounts import find_amounts
from analysis.money.pledges import find_pledges
from analysis.money.roles.settled import settled
from analysis.money.text.reader import Reader

_PAPER = """The United States lists what its agencies have done. The Biden-Harris Administration thanks Mali and
friends of Mali in Bern, and our partners in Mali. Americans stand with Mali; the U.S. Government is proud of that.

- The U.S. Department of Energy awarded $5 million to build {where}.

- The United States keeps its embassies open."""


def _receivers(text: str) -> list[str | None]:
    return [claim.recipient for claim in find_pledges(text)]


def test_what_a_state_gives_to_a_land_of_its_own_stays_in_it() -> None:
    """Guam is of the United States, and gets what they give it."""
    assert _receivers(_PAPER.format(where="a pier in Guam")) == ["USA"]
    assert _receivers(_PAPER.format(where="a pier in Ohio")) == [None]


def test_an_adjective_of_a_part_of_the_world_names_no_receiver() -> None:
    """African singers may sing anywhere."""
    assert _receivers("Norway gave 5 million euros to help African singers.") == [None]
    assert _receivers("Norway gave 5 million euros for schools in Africa.") == ["AFRICA"]


def test_two_countries_that_and_joins_receive_together() -> None:
    """Neither of two that a word leads to has it alone."""
    assert _receivers("Norway gave 5 million euros to the Governments of Mali and Chad for wells.") == ["MLI TCD"]
    assert _receivers("In Mali and Chad, Norway will give 5 million euros for wells.") == ["MLI TCD"]
    assert _receivers("Norway gave 5 million euros for Mali, and Chad's army watched.") == ["MLI"]


def test_words_lead_to_a_union_of_states() -> None:
    """A union is helped where its name, or its initials behind the name, follow "strengthen" or "to"."""
    text = "Norway met the Pacific Islands Forum. Norway intends to give $500,000 to strengthen the PIF’s staff."
    assert _receivers(text) == ["PIF"]
    assert _receivers(text.replace("PIF’s staff", "PIF’s Reef Facility")) != ["PIF"]


def test_a_name_of_a_country_stands_over_two_lines_of_a_list() -> None:
    """Blanks that set a line in are of no name."""
    text = "- Norway helps Papua New\n    Guinea and\n    Fiji."
    assert [(party.id, text[low : low + 4]) for party, low, _ in Reader(text, []).places(0, len(text))] == [
        ("NOR", "Norw"),
        ("PNG", "Papu"),
        ("FJI", "Fiji"),
    ]


def test_a_state_that_speaks_receives_nothing_by_its_own_name() -> None:
    """What it gives at home to speed up "U.S. regions", or out of a law of its, names nobody who gets it."""
    text = _PAPER.format(where="quays that help some U.S. regions to grow")
    reader, read = Reader(text, find_amounts(text)), find_pledges(text)
    for words in ("U.S.", "the country", "Harbour Plan"):
        (claim,) = settled([replace(claim, recipient="USA", recipient_text=words) for claim in read], reader)
        assert claim.recipient is None
