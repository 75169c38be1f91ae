"""What the lead of a list or the sum before says of how far a gift has come."""

import pytest

from analysis.money.pledges import find_pledges


def _stages(text: str) -> list[str]:
    return [claim.status for claim in find_pledges(text) if claim.exclude_reason in ("", "part")]


@pytest.mark.parametrize(
    ("text", "stages"),
    [
        (
            "The board of the Asian Development Bank met.\n\nAlso approved:\n\n• Laos – a loan of $12 million.",
            ["approved"],
        ),
        (
            "Talks ended on Friday.\n\nWhat was agreed\n\nGermany will give Bolivia 30 million euros for forests.",
            ["committed"],
        ),
        (
            "Talks ended.\n\nWhat was not agreed\n\nGermany will give Bolivia 30 million euros, its minister said.",
            ["pledged"],
        ),
    ],
)
def test_a_lead_tells_the_stage_of_its_list(text: str, stages: list[str]) -> None:
    """A heading or a line before a list says of all of it that it is agreed, approved or paid."""
    assert _stages(text) == stages


def test_a_part_is_as_far_as_its_sum() -> None:
    """What a sum is for does not set its parts back."""
    text = "Norway's parliament approved 90 million kroner for Malawi. Of this sum, 20 million kroner will buy seed."
    assert _stages(text) == ["approved", "approved"]


def test_a_line_is_as_far_as_the_sum_above_its_list() -> None:
    """What a line's money is to do is no promise of its own, where the sum over the list was decided."""
    text = (
        "Norway on Monday allocated 9 million euros for Chad.\n\n"
        "- 5 million euros will pay for wells\n- 4 million euros for schools"
    )
    assert _stages(text) == ["allocated"] * 3
    assert _stages(text.replace("allocated", "promised")) == ["pledged"] * 3
