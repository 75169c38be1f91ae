"""Figures that are put right, figures of names, and words that say no aim."""

import pytest

from analysis.money.pledges import find_pledges


@pytest.mark.parametrize(
    "text",
    [
        "And Norway will give Moldova more than $20 million [$200 million] for its schools.",
        "And Norway will give Moldova more than <s>$20 million</s> [$200 million] for its schools.",
        "And Norway will give Moldova more than $20 million \\[$200 million\\] for its schools.",
    ],
)
def test_the_figure_in_brackets_counts(text):
    """What a transcript puts right was not promised."""
    assert [(int(c.amount.low), c.exclude_reason) for c in find_pledges(text)] == [
        (20_000_000, "other"),
        (200_000_000, ""),
    ]


def test_a_conversion_in_brackets_puts_nothing_right():
    """Another currency in brackets is the same sum."""
    (claim,) = find_pledges("Norway will give Moldova 50 million kroner [$5 million] for its schools.")
    assert (claim.exclude_reason, claim.amount.currency) == ("", "NOK")


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The British will send Challenger 2 tanks to Ukraine.", []),
        ("Germany will send Ukraine 14 Leopard 2 tanks.", [14]),
        ("In March Germany gave Ukraine 2 tanks and New Zealand 3 trucks.", [2, 3]),
    ],
)
def test_a_figure_of_a_name_counts_no_goods(text, counts):
    """A figure behind the name of a tank is its kind; one behind a country counts."""
    assert [int(c.in_kind[0]) for c in find_pledges(text)] == counts


def test_goods_end_with_their_sentence():
    """What the next sentence begins with counts nothing; an abbreviation may stand within goods."""
    text = "Sweden gave medicine to 12 countries. Beyond vaccines, it will give Chad 3 U.S. trucks."
    assert [(int(c.in_kind[0]), c.in_kind[1]) for c in find_pledges(text)] == [(3, "U.S. trucks")]


def test_what_is_let_out_is_not_given():
    """Tons of CO2 are no goods."""
    assert find_pledges("Norway's flights to Chad contributed to 130,000 tons of CO2 emissions.") == []


def test_without_regard_to_a_law_is_no_aim():
    """What a power may pass over is not what its money is for."""
    (claim,) = find_pledges(
        "The president delegated the authority to furnish $150 million in assistance to Ukraine without regard to "
        "any provision of law."
    )
    assert claim.purpose is None


def test_a_text_with_a_bracket_and_no_gift():
    """Nothing to put right is no fault."""
    assert find_pledges("The choir [of forty] sang.") == []
