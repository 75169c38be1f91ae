"""What a whole text says of its sums when one looks back on it: running sums, gifts told again, lists of waste."""

from collections.abc import Mapping, Sequence

from analysis.money.decried import with_decried
from analysis.money.running_sums import with_running_sums
from analysis.money.standing import Place
from analysis.money.sure_stages import with_sure_stages
from analysis.money.told_again import with_told_again
from analysis.records import Claim


def looked_back(claims: Sequence[Claim], places: Mapping[str, Place], text: str) -> list[Claim]:
    """Give the claims of a text without running sums and lists of waste, and with gifts read alike at each mention.

    Args:
        claims: those of the text, in order.
        places: those of amounts, by claim id.
        text: the text that they were found in.
    """
    claims = with_sure_stages(with_running_sums(claims, text), text)
    return with_decried(with_told_again(claims, places, text), text)
