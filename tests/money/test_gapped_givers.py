"""Who gives behind a verb that is understood keeps the gift, whatever a model takes the name for."""

import pytest

from analysis import find_pledges


@pytest.mark.parametrize(
    "text",
    [
        "Slovenia is contributing 4 million euros and Croatia 9 million euros to the rebuilding fund.",
        "Slovenia gave 4 million euros and Croatia 9 million euros to the fund.",
        "Slovenia will contribute 4 million euros and Croatia 9 million euros.",
    ],
)
def test_each_gives_its_own(text: str) -> None:
    """Neither is given to, and neither gives both sums."""
    assert [(claim.donor, claim.recipient) for claim in find_pledges(text)] == [("SVN", None), ("HRV", None)]
