"""The screen leaves out no pattern that matches."""

import json
import re
from pathlib import Path

import pytest

from analysis.money.reasons.figures import by_phrase
from analysis.money.reasons.sayings_lexicon import ROWS
from analysis.money.text.screen import Screen, Sparse, needed, numbers

CASES = Path(__file__).parents[1] / "cases"
SENTENCES = sorted(
    {
        row["text"]
        for name in ("claims.jsonl", "amounts.jsonl")
        for row in map(json.loads, (CASES / name).read_text(encoding="utf-8").splitlines())
    }
)

NEEDED = [
    (r"\b(?:budget|request)s?\b", {"budget", "request"}),
    (r"mobili[sz]ed|raised", {"mobili", "raised"}),
    (r"(?:report|story)\W+(?:false|untrue)", {"report", "story"}),
    (r"(?:so\ that)+\b", {"so that"}),
    (r"(?i)Belgrade", {"belgrade"}),
    (r"(?<!not )(?!un)paid(?=\W)", {"paid"}),
    # rarer words before common ones, which nearly every text holds
    (r"\b(?:turn|appeal)\w*\ to\ \w+", {"turn", "appeal"}),
    (r"\bon\ the\ \w+\ (?:quay|pier)", {" quay", " pier"}),
    # nothing that must be there, or nothing long enough to look for
    (r"(?:budget)?\W", set()),
    (r"(?:budget|\d+)", set()),
    (r"(?:budget|a)", set()),
    (r"in\s+(?:19|20)\d\d", {"19", "20"}),
    (r"(?:budget)*", set()),
    (r"", set()),
]


@pytest.mark.parametrize(("pattern", "literals"), NEEDED, ids=[case[0] for case in NEEDED])
def test_literals_are_those_that_every_match_holds(pattern, literals):
    """One literal of the set is in all that the pattern can match; where that is not sure the set is empty."""
    assert needed(re.compile(pattern)) == literals


def test_table_is_answered_as_by_asking_every_row():
    """The first row that matches is the same with the screen and without."""

    def asked_one_by_one(left, right):
        found = (row for row in ROWS if row.left.search(left) and row.right.match(right) and row.gift)
        return next((row.reason for row in found), "")

    for sentence in SENTENCES:
        for place in (m.start() for m in re.finditer(r"\b\d", sentence)):
            left, right = " ".join(sentence[:place].split()).lower() + " ", sentence[place + 1 :].lower()
            if right == " ".join(right.split()):
                assert by_phrase(left, right, gives=True) == asked_one_by_one(left, right), sentence


def test_screen_gives_the_patterns_whose_words_stand_in_the_text():
    """A pattern without a word of its own is always among them."""
    screen = Screen([re.compile("budget"), re.compile(r"\d"), re.compile("levy|tax")])

    assert list(numbers(screen.may_match("a levy"))) == [1, 2]


@pytest.mark.parametrize("text", ["It is ON HOLD again.", "a household", ""])
def test_a_sparse_pattern_answers_as_the_pattern_does(text):
    """What it finds, gives one by one and takes out is what the pattern itself would."""
    pattern = re.compile(r"\bon\ hold\b", re.IGNORECASE)
    screened = Sparse(pattern)

    found = [screened.search(text), *screened.finditer(text), screened.match(text)]
    asked = [pattern.search(text), *pattern.finditer(text), pattern.match(text)]
    assert [match and match.span() for match in found] == [match and match.span() for match in asked]
    assert screened.without(text) == pattern.sub("", text)


def test_a_sparse_pattern_made_later_is_asked_too():
    """What a text was found to hold before is not taken for all that it may match."""
    text = "The quay is on hold."
    assert Sparse(re.compile("a first pattern")).search(text) is None

    assert Sparse(re.compile("on hold")).search(text) is not None
