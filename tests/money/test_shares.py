"""Gifts that are parts of one told beside them, and parts of nothing, which are gifts."""

import pytest

from analysis.money.pledges import find_pledges


def _told(text):
    return [(c.amount.text, c.exclude_reason) for c in find_pledges(text) if c.amount]


def test_lines_under_a_sum_are_its_parts():
    """The first sum of each line, where they are no more than it together."""
    text = (
        "Norway announced $90 million for Malawi's schools, including:\n\n-   $60 million for new roofs.\n\n"
        "-   $25 million for teachers in the north.\n"
    )
    assert [reason for _, reason in _told(text)] == ["", "part", "part"]


def test_lines_that_are_more_than_the_sum_above_are_none():
    """The list tells of something else."""
    text = (
        "Norway announced $30 million for Malawi's schools, including:\n\n-   $25 million for new roofs.\n\n"
        "-   $25 million for teachers in the north.\n"
    )
    assert [reason for _, reason in _told(text)][1:] != ["part", "part"]


@pytest.mark.parametrize(
    "text",
    [
        "Sweden will give Moldova $90 million for its hospitals. Each of the hospitals will receive up to $3 million.",
        "Sweden will give Moldova $90 million for its hospitals. It will give up to $3 million per hospital.",
        "Sweden pledged $90 million to Moldova. As part of this pledge, it will give $3 million to Moldova's schools.",
    ],
)
def test_what_each_gets_is_a_part(text):
    """A share of a gift that is told before."""
    assert [reason for _, reason in _told(text)] == ["", "part"]


def test_sums_that_add_up_to_a_gift_are_its_parts():
    """Though no word says so."""
    text = "Denmark promised Kenya $70 million. It will give $45 million for wells. It will give $25 million for dams."
    assert [reason for _, reason in _told(text)] == ["", "part", "part"]


def test_a_part_of_a_sum_that_does_not_count_is_a_gift():
    """A word such as "including" makes a part of a gift alone."""
    text = "The port costs $90 million. The works on it go on, including with $3 million that Japan gave to Kenya."
    assert [reason for _, reason in _told(text)][1] != "part"


def test_lines_far_below_their_head_are_its_parts_too():
    """And every sum of a line, as long as they are no more than the head's together."""
    line = "-   $2 million for the school of {}, {} and $1 million for its roof.\n\n"
    names = "Lund Mora Vane Berg Holm Dahl Lind Falk".split()
    text = "Norway announced $90 million for Malawi's schools, including:\n\n" + "".join(
        line.format(name, "which lies where the river turns towards the lake " * 9) for name in names
    )
    told = [reason for _, reason in _told(text)]
    assert (told[0], set(told[1:15])) == ("", {"part"})


def test_a_head_may_tell_its_sum_again():
    """The gift that it repeats has the parts."""
    text = (
        "Norway will give Malawi $90 million for its schools.\n\nThe $90 million that Norway announced includes:\n\n"
        "-   $60 million for new roofs.\n\n-   $25 million for teachers in the north.\n"
    )
    assert [reason for _, reason in _told(text)][-2:] == ["part", "part"]


def test_sum_set_aside_of_another_is_its_part():
    """But a second one beside it is not."""
    aside = "Norway is providing $90 million in food aid to the Sahel, {} $7 million specifically for Chad."
    assert [reason for _, reason in _told(aside.format("with"))] == ["", "part"]
    assert [reason for _, reason in _told(aside.format("and"))] == ["", ""]


def test_waiver_beside_a_release_is_no_gift_of_its_own():
    """It only lets what is released beside it be handed out; alone it is the gift."""
    waiver = (
        "the authority under section 10(a) to furnish up to $40 million in assistance to Chad without regard to any "
        "provision of law"
    )
    release = (
        "the authority under section 12(b) to direct the drawdown of up to $40 million in equipment to provide "
        "assistance to Chad"
    )
    both = _told(f"I hereby delegate to the Secretary of State: (1) {waiver}; and (2) {release}.")
    assert [reason == "restatement" for _, reason in both] == [True, False]
    less = _told(f"I hereby delegate to the Secretary of State: (1) {waiver.replace('40', '30')}; and (2) {release}.")
    assert [reason == "part" for _, reason in less] == [True, False]
    assert [reason for _, reason in _told(f"I hereby delegate to the Secretary of State {waiver}.")] == [""]
