"""What parts paragraphs: empty lines as a text is written, line ends as an ingest stores it."""

import pytest

from analysis.money.pledges import find_pledges
from analysis.money.text.paragraphs import breaks, parted_by
from analysis.money.text.voice import is_paper

_LONG = "The minister spoke about the harvest, the price of bread and the long road to the coast for an hour. " * 3
_WRAPPED = """The minister will give Chad five million euros for the
schools that burnt down in spring. The money comes out
of the fund for wells, and nobody in the capital knows
when it will be spent, or by whom, or what will be left."""


def test_a_cleaned_body_has_a_paragraph_a_line():
    """Also where lines are short, as those of a list are."""
    listed = "Gifts of the week\n- Norway: 5 million for wells\n- Malta: 2 million for a school\n- Chile: 900,000"

    assert parted_by(f"{_LONG}\n{_LONG}") == parted_by(listed) == "\n"
    assert len(breaks(listed)) == 5


def test_an_empty_line_parts_paragraphs_where_there_is_one():
    """A single line end is none of them then."""
    assert parted_by("One.\n\nTwo.\nThree.") == "\n\n"
    assert len(breaks("One.\n\nTwo.\nThree.")) == 3


def test_lines_broken_to_fit_a_page_part_nothing():
    """The next word would have been too much for most of them."""
    assert parted_by(_WRAPPED) == "\n\n"
    (claim,) = find_pledges(_WRAPPED)
    assert (claim.recipient, claim.purpose is not None) == ("TCD", True)
    assert "schools that burnt down" in claim.sentence


def test_offsets_of_breaks_are_of_the_text():
    """Blanks behind a line end belong to it."""
    text = "Oslo gave 5m.\n  Lima gave 2m."

    assert [text[a:b] for a, b in zip(breaks(text), breaks(text)[1:], strict=False)] == [
        "Oslo gave 5m.\n  ",
        "Lima gave 2m.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"Clearing mines. {_LONG}\nTraining teachers. {_LONG}\n{_LONG}",
        f"Northern Region: The road was paved.\nSouthern Region: The port was dredged.\n{_LONG}",
        f"1. {_LONG}\n2. {_LONG}\n3. {_LONG}",
        f"Water and wells\n{_LONG}\nSchools and teachers\n{_LONG}",
    ],
)
def test_headings_make_a_paper(text: str):
    """A cleaned body has no bold type left to tell it by."""
    assert is_paper(text)


def test_a_report_with_one_heading_is_none():
    """Newspapers have headings, too."""
    assert not is_paper(f"Bread is dear\n{_LONG}\n{_LONG}\n{_LONG}")
    assert not is_paper(f"Bread is dear\n{_LONG}\n{_LONG}\nMills stand still\n{_LONG}\n{_LONG}\n{_LONG}")
