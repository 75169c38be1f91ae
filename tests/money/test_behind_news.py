"""Gifts of an earlier year that a report tells behind its news are none of now."""

from datetime import date

import pytest

from analysis.money.pledges import find_pledges

DAY = date(2025, 6, 15)
LEAD = """WARSAW - Ministers of Chad were in Warsaw on Monday to speak of roads in the dry north of the country, where
the rains come late and the wells are few. They saw the harbour and the old town, spoke with owners of two mills, and
went home with a letter in which the hosts say how much they think of the people of the lake. Nobody would tell what
is to come of it, and the talks will go on in the autumn, when the harvest is in and the roads are dry.
"""


def reason(sentence: str, day: date | None = DAY) -> str:
    """Give why the last sum of a report that ends with a sentence is no gift."""
    return find_pledges(f"{LEAD}\n{sentence}", published_at=day)[-1].exclude_reason


@pytest.mark.parametrize(
    "sentence",
    [
        "Poland lent Chad 40 million euros for wells and dams in late 2021.",
        "Poland gives the country 40 million euros for wells under a 2021 treaty.",
        "In 2021 the World Bank granted Chad 40 million euros for the wells.",
        "Poland counted Chad among its friends in 2021 and said it would give the country 40 million euros.",
        "Poland had pledged 40 million euros for Chad at a meeting in March.",
        "At the donors' conference in Lisbon in March, Poland promised Chad 40 million euros for wells.",
        "Chad is to get 40 million euros from Poland for wells, a loan agreed at a summit in February.",
        "Poland approved 90 million euros for Chad under a 2021 decision, of which 40 million euros came as a loan.",
    ],
)
def test_leaves_out_what_an_earlier_year_gave(sentence: str) -> None:
    """A year before the report's, in the simple past, and a month with "had" look back."""
    assert reason(sentence) == "restatement"
    assert reason(sentence, None) == "restatement"


@pytest.mark.parametrize(
    "sentence",
    [
        "The ties date from 2021, and on Monday Poland gave Chad 40 million euros for wells.",
        "Poland will lend Chad 40 million euros in 2026 under a plan of its bank.",
        "Poland will give Chad 40 million euros for wells at the donors' conference in November.",
        "Poland said on Monday that it had pledged 40 million euros for Chad.",
        "Poland gave Chad 40 million euros for wells under a 2025 treaty.",
    ],
)
def test_keeps_what_is_given_now(sentence: str) -> None:
    """A year of another clause, the year of the report and what comes are the gift's no past."""
    assert reason(sentence) in ("", "part")


def test_keeps_a_dated_gift_that_is_the_news() -> None:
    """A note of a few sentences may tell of nothing else."""
    assert find_pledges("In March, Poland gave Chad 40 million euros.", published_at=DAY)[0].exclude_reason == ""
