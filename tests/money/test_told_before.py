"""Sums that a text comes back to, and goods that it only counts, are no news."""

from analysis.money.pledges import find_pledges


def _reasons(text: str) -> list[str]:
    return [claim.exclude_reason for claim in find_pledges(text)]


def test_a_commitment_that_was_made_is_told_again() -> None:
    """So is what is surpassed."""
    told = "Norway is on track to fulfill the commitment it made in Lund to invest $75 million in wells in Chad."
    assert _reasons(told) == ["restatement"]
    told = "Norway gave Chad $21 million for wells, surpassing its $14 million commitment."
    assert _reasons(told)[-1] not in ("", "part")


def test_steps_taken_are_built_upon() -> None:
    """The steps stand in a list behind "including"."""
    told = "These actions build on steps that Norway has taken, including by giving $40 million to Chad for wells."
    assert _reasons(told) == ["restatement"]


def test_goods_that_are_counted_or_sold_are_not_given() -> None:
    """Oil of a reserve is sold, and figures are told."""
    assert _reasons("The United States will deliver 10 million barrels of oil from the Strategic Oil Reserve.") == []
    assert _reasons("Norway gave Chad the numbers for today: 200 trucks.") == []


PAPER = "Our report on aid:\n\n- Norway gives much.\n- We in Norway stand by our friends, and we help them.\n- {}"


def _last(told: str) -> str:
    return _reasons(PAPER.format(told))[-1]


def test_a_paper_tells_of_a_gift_of_a_past_year() -> None:
    """Who lists what it gave has no other news of it; a round sum of a year adds up, and a report looks back."""
    assert _last("Last year, Norway gave Chad 7 million euros for wells.") == ""
    assert _last("Last year, Norway gave Chad more than 7 million euros for wells.") == "restatement"
    assert _reasons("Last year, Norway gave Chad 7 million euros for wells.") == ["restatement"]


def test_no_past_time_is_that_of_what_is_done_now() -> None:
    """It is told of something else in the clause."""
    assert _reasons("Norway is giving 7 million euros to the school in Chad that was opened last year.") == [""]
    assert _reasons("As part of today’s 7 million euro package, Norway will help Chad.") == [""]


def test_what_was_announced_lately_is_news_where_a_verb_says_so() -> None:
    """Before a noun the same words point to news of another day."""
    assert _last("The Norwegian aid agency recently announced 7 million euros in grants for wells in Chad.") == ""
    assert _last("This adds to the recently announced 7 million euros in grants for wells in Chad.") == "restatement"


def test_building_on_is_not_always_told_of_a_sum() -> None:
    """Capacities are built on a subject, and a gift may be what something is built upon with."""
    assert _last("Norway supports capacity building on farms in Chad through its 7 million euro grant.") == ""
    assert _last("Norway will build on its work in Chad by providing 7 million euros for wells.") == ""


def test_a_transcript_may_tell_of_two_gifts_of_one_size() -> None:
    """They go to two who receive them."""
    told = (
        "MS. LUND: Norway is announcing grants today. Alder House in Chad will receive 7 million euros. "
        "And Birch House in Chad will receive 7 million euros."
    )
    assert _reasons(told) == ["", ""]


def test_what_the_speaker_has_pledged_is_told_of_him_alone() -> None:
    """What "we have given" counts up; a pledge is news."""
    assert _reasons("MS. LUND: We in Norway care. We have also pledged 7 million euros to Chad for wells.") == [""]


def test_a_paper_counts_a_figure_once() -> None:
    """What is no gift by its own words tells again of the gift of that size; news may tell it in other words."""
    told = "Norway will give Chad 7.3 million euros for wells.\n- Digging wells in Chad costs 7.3 million euros."
    assert _last(told) == "price"
    assert _reasons(told.replace("\n- ", " "))[-1] == ""


def test_a_part_that_comes_on_top_is_none_of_the_sum_before() -> None:
    """An additional sum is new."""
    told = "Norway has given Chad 90 million euros since 2019. It will help with wells, including an additional {}."
    assert _reasons(told.format("7 million euros in grants"))[-1] in ("", "part")
