"""A later mention of a sum takes its stage and form from its first telling."""

import pytest

from analysis.money.pledges import find_pledges

_LOAN = "Norway's parliament approved a loan of 18 million euros to Mali. "

MENTIONS = [
    # text; stage and form of the last sum
    (_LOAN + "The 18 million euros will move eleven villages.", ("approved", "loan")),
    (_LOAN + "Sweden will give Chad 18 million euros for wells.", ("pledged", "grant")),
    (_LOAN + "The 18 million euro grant that Sweden will give Mali is another matter.", ("pledged", "grant")),
]


@pytest.mark.parametrize(("text", "told"), MENTIONS)
def test_a_mention_has_what_was_told_first(text: str, told: tuple[str, str]):
    """What "the" points back to was told; another sum of like size was not."""
    last = find_pledges(text)[-1]
    assert (last.status, last.instrument) == told
