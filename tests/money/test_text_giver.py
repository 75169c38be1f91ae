"""Tests of givers taken from the rest of a text, of officers of bodies, and of whole names."""

from dataclasses import replace

from analysis.money.amounts import find_amounts
from analysis.money.pledges import find_pledges
from analysis.money.roles.officers import body_of
from analysis.money.roles.standing import Place
from analysis.money.roles.text_giver import with_text_giver
from analysis.money.roles.whole_names import national_society, whole_name
from analysis.money.text.reader import Reader
from analysis.records import Claim

TOLD = (
    "Finland gave Chad 2 million euros for wells. Finland gave Chad 3 million euros for clinics. "
    "A package of 6 million euros goes to nurses."
)


def _open(text: str) -> tuple[list[Claim], dict[str, Place]]:
    """Read a text, and leave the giver of its last sum open."""
    claims = find_pledges(text)
    reader = Reader(text, find_amounts(text))
    sentence = list(reader.sentences())[-1]
    items = reader.items(sentence)
    index = next(k for k, item in enumerate(items) if item.kind == "amount")
    last = replace(claims[-1], donor=None, donor_text=None, donor_level=None, exclude_reason="")
    return [*claims[:-1], last], {last.claim_id: Place(items, index, None, None, sentence)}


def test_an_open_gift_is_of_the_one_giver_of_the_text() -> None:
    """A text of one public giver gives it the sums that name nobody."""
    assert [claim.donor for claim in with_text_giver(*_open(TOLD))] == ["FIN", "FIN", "FIN"]


def test_an_open_gift_stays_open_between_two_givers() -> None:
    """Two givers of as many gifts leave a sum open."""
    two = TOLD.replace("Finland gave Chad 3", "Norway gave Chad 3")
    assert with_text_giver(*_open(two))[-1].donor is None


def test_who_holds_an_office_speaks_for_the_body() -> None:
    """An office beside a name tells for whom its bearer speaks."""
    found = body_of("Ida Lund", "Ida Lund, the director of the Lund Fund, came.")
    assert found is not None
    assert found.id == "lund-fund"
    assert body_of("Ida Lund", "Ida Lund came with the director of the Lund Fund.") is None


def test_a_name_is_not_lengthened_by_what_describes_it() -> None:
    """What is joined by a hyphen, or of another person, is no part of a name."""
    text = "The Malmo-based Brenning Foundation met Jon Berg and Ida Lund."
    assert whole_name("Brenning Foundation", text.find("Brenning"), text) == "Brenning Foundation"
    assert whole_name("Ida Lund", text.find("Ida"), text) == "Ida Lund"


def test_the_movement_is_of_no_nation() -> None:
    """Without a nation the movement gives."""
    assert national_society("Red Cross", 4, "The Red Cross gave 5 million euros.") is None
