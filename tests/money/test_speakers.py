"""Whose "we" gives: the body or state for which the one who speaks does so."""

import pytest

from analysis import find_amounts
from analysis.money.pledges import find_pledges
from analysis.money.text.reader import Reader
from analysis.money.text.speakers import speaker
from analysis.money.text.turns import turn_at, turns_of


def _givers(text: str) -> list[str | None]:
    return [claim.donor for claim in find_pledges(text) if claim.exclude_reason in ("", "part")]


FUND = "Ida Berg, who runs the Lund Foundation, spoke to us in Chad."
LAYOUTS = [
    f"{FUND}\n\nQ: What will you do?\nA: We will give 5 million euros to Chad.\nQ: When?\nA: We start in May.",
    f"{FUND}\n\nGazette – What now?\nBerg – We will give 5 million euros to Chad.\nGazette – When?\nBerg – In May.",
    f"{FUND}\n\nWhat now?\n\nWe will give 5 million euros to Chad.\n\nWhen?\n\nI say May.\n\nAnd then?\n\nI rest.",
    f"{FUND}\n\nHOST: What will you do?\nBERG: We will give 5 million euros to Chad.\nHOST: When?\nBERG: In May.",
]


@pytest.mark.parametrize("text", LAYOUTS)
def test_an_answer_gives_for_the_body_of_who_is_asked(text):
    """By "Q:" and "A:", by dashes, by questions in lines of their own, and by labels."""
    assert _givers(text) == ["lund-foundation"]


def test_a_minister_gives_for_the_state_that_the_label_names():
    """Who asks says "we" too, and gives nothing."""
    text = (
        "MINISTER FOR DEVELOPMENT OF NORWAY: We will give Chad 5 million euros.\n"
        "REPORTER: We heard of 9 million euros for roads. Is that so?\n"
        "MINISTER FOR DEVELOPMENT OF NORWAY: No.\nREPORTER: And when?\nMINISTER FOR DEVELOPMENT OF NORWAY: In May."
    )
    assert _givers(text) == ["NOR"]


def test_a_mayor_speaks_for_no_state_that_others_are_of():
    """Of whom a mayor speaks often is not who the mayor speaks for."""
    text = (
        "Ola Lund has been mayor of Berga since 2024.\n\nWhat did you lose?\n\nThe Americans promised us a clinic. "
        "The Americans left.\n\nAnd then?\n\nWe signed for 30 million euros.\n\nIs it enough?\n\nI think we need more."
    )
    assert speaker(Reader(text, find_amounts(text)), text.index("We signed")) is None


def test_turns_of_a_long_transcript_are_those_of_its_labels():
    """A text that holds a question or two and no labels has no turns."""
    talk = "MS. BERG: We give.\nQ Why?\nMS. BERG: We may.\nREPORTER: When?\nMS. BERG: In May.\n" * 400
    assert (turn_at(talk, 12).key, turns_of("Why? " + "Norway gave. " * 4000)) == ("berg", ())
