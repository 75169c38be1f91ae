"""Sector and instrument from the words around a gift."""

import pytest

from analysis.money.pledges import find_pledges
from analysis.money.terms.kinds import in_crisis, sector

SECTORS = [
    # purpose, crisis, sector
    ("for a hospital", False, "other"),
    ("for a hospital", True, "humanitarian"),
    ("for schools and roads", True, "reconstruction"),
    ("to rebuild a hospital", True, "reconstruction"),
    ("for solar roofs on schools", True, "climate"),
    ("for ammunition", False, "military"),
]


@pytest.mark.parametrize(("purpose", "crisis", "expected"), SECTORS)
def test_what_is_bought_is_not_why(purpose, crisis, expected):
    """Buildings and roads belong to a sector where a war or a disaster is told; words of a cause always do."""
    assert sector(purpose, "", "", "", crisis=crisis) == expected


def test_a_crisis_is_told_near_the_beginning():
    """A war that is named pages later is not what a text is about."""
    assert (in_crisis("After the flood ..."), in_crisis("x " * 5000 + "flood")) == (True, False)


def test_the_ministry_is_no_purpose():
    """A defence ministry may send stoves."""
    assert sector(None, "", "The defence ministry sent stoves.", "", crisis=True) == "humanitarian"


INSTRUMENTS = [
    # text, instrument
    ("Spain will give Chad 5 million euros.", "grant"),
    ("Spain promised to give Chad 5 million euros.", "grant"),
    ("Spain promised Chad 5 million euros.", "unknown"),
    ("Spain announced a 5 million euro package for Chad.", "grant"),
    ("Spain announced a 5 million euro package of grants and loans for Chad.", "unknown"),
    ("Spain pledged 5 million euros in relief to Chad.", "grant"),
    ("Spain will insure loans to Chad of 5 million euros against default.", "guarantee"),
    ("Spain will equip a hospital in Chad at a cost of 5 million euros.", "in_kind"),
]


@pytest.mark.parametrize(("text", "instrument"), INSTRUMENTS, ids=[case[0] for case in INSTRUMENTS])
def test_handing_over_makes_a_grant(text, instrument):
    """A verb that hands money over makes a grant; a bare promise or a mixture leaves it unknown."""
    assert [c.instrument for c in find_pledges(text)] == [instrument]
