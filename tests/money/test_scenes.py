"""What is searched of a text for the countries in it tells the same as all of it would."""

import pytest

from analysis.money.text.scenes import _LONGEST_NAME, OPENING, Scenes
from analysis.reference import load_entities

ENDING = "Aid for Guinea-Bissau, Papua New Guinea and South Sudan, and for Mali. " * 8


@pytest.mark.parametrize("shift", range(0, 64, 7))
def test_countries_of_the_opening_are_those_of_the_whole_text(shift):
    """A name that begins in the opening is read to its end, and one that begins beyond it is none of the opening's."""
    text = "a " * (OPENING // 2 - shift) + ENDING
    scenes = Scenes(text)

    spoken = [(spoken.party.id, spoken.start) for spoken in scenes.spoken_of]

    everywhere = scenes.countries_in(0, len(text))
    assert spoken == [(party.id, start) for party, start, _ in everywhere if start <= OPENING]


def test_no_name_is_longer_than_what_is_read_beyond_the_opening():
    """The names of the register end within what is searched of a text."""
    names = [name for one in load_entities() for name in (*one.names, *one.demonyms, *one.capitals, *one.exclusions)]

    assert max(map(len, names)) < _LONGEST_NAME


@pytest.mark.parametrize(("name", "code"), [("Papua New\nGuinea", "PNG"), ("South\nSudan", "SSD")])
def test_a_name_over_two_lines_is_one(name, code):
    """A line that is broken within a name does not make another country of its end."""
    text = f"The minister spoke of wells in {name} and left."

    assert {party.id for party, _, _ in Scenes(text).countries_in(0, len(text))} == {code}
