"""What was given up to now is no new gift, and neither is what it includes."""

import pytest

from analysis.money.pledges import find_pledges


def _reasons(text):
    return [claim.exclude_reason for claim in find_pledges(text) if claim.amount is not None]


@pytest.mark.parametrize(
    "text",
    [
        "Since March 4th, Norway has now provided more than 214 million euros in relief to Chad.",
        "Norway has delivered 30 million euros in relief to Chad over just the last three weeks.",
        "We have donated, thus far, 12 million dollars in relief to Chad.",
        "Norway stands by Chad. We have delivered 31 million dollars in relief, and it will go on.",
        "In its first 100 days, the government of Norway approved 31 million euros in grants for Chad.",
        "The gift brought the total amount of relief that Norway and its agencies gave Chad to 72 million euros.",
    ],
)
def test_a_sum_over_a_stretch_of_time_up_to_now_is_a_running_sum(text):
    """The stretch stands before the verb, beside it or behind the sum."""
    assert _reasons(text) == ["total_to_date"]


def test_what_a_running_sum_includes_is_one_as_well():
    """So is what its list goes on with, and what the next sentence says that it includes."""
    told = "Since 2015, Norway has provided 88 million euros to Chad, including 7 million euros for wells; "
    more = "and 12 million euros in food. It also includes 3 million euros for seed."
    assert _reasons(told + more) == ["total_to_date"] * 4


@pytest.mark.parametrize(
    "text",
    [
        '"We have given Chad 9 million euros for wells," Norway\'s minister said.',
        "The Norwegian fund, which has lent to Chad since 1985, gave it 6 million euros for wells.",
        "Norway has since promised Chad 9 million euros for wells.",
        "Norway, which has kept an embassy in Chad since 1978, will give it 6 million euros for wells.",
        pytest.param(
            "To date, the Norwegian fund has made a 5 million euro loan to Chad for wells.",
            marks=pytest.mark.xfail(
                strict=True, reason="counted up to now, by weights of the third round of real texts"
            ),
        ),
        "Norway today announced an additional 8 million euros for Chad, the most since 2015.",
    ],
)
def test_news_is_no_running_sum(text):
    """A gift that is new, single, or told beside a stretch of time of something else counts."""
    assert _reasons(text) == [""]


@pytest.mark.parametrize(
    "text",
    [
        "The United States has provided $55 million in relief to Chad.",
        "The Government of Norway has committed over $90 million to train the police of Chad.",
        "Under the Vale Administration, the United States obligated $15 million in food aid for Chad.",
    ],
)
def test_what_a_state_has_done_until_now_is_a_running_sum(text):
    """What it does anew it announces, or says that it is new."""
    assert _reasons(text) == ["total_to_date"]


@pytest.mark.parametrize(
    "text",
    [
        "Today, the United States has committed over $90 million to train the police of Chad.",
        "The United States has committed $90 million to train the police of Chad.",
        "The minister announced that the United States has provided $55 million to Chad.",
    ],
)
def test_what_a_state_says_to_be_news_is_none(text):
    """So is an exact sum that it committed."""
    assert _reasons(text) == [""]


def test_a_year_before_a_total_is_no_part_of_it():
    """Since a year "to" a sum is no range, and what the package includes is of the news, not of the total."""
    text = "Canada will give Chad C$9 million, bringing the total since 2021 to C$40 million."
    assert [(claim.text, claim.exclude_reason) for claim in find_pledges(text)] == [
        ("C$9 million", ""),
        ("C$40 million", "total_to_date"),
    ]
