"""What a whole text says of its sums when one looks back on it: running sums, gifts told again."""

from collections.abc import Mapping, Sequence

from analysis.money.reasons.running_goods import without_running_goods
from analysis.money.reasons.running_sums import with_running_sums
from analysis.money.reasons.told_again import with_told_again
from analysis.money.roles.standing import Place
from analysis.money.terms.list_stages import with_list_stages
from analysis.money.terms.sure_stages import with_sure_stages
from analysis.money.text.reader import Reader
from analysis.records import Claim


def looked_back(claims: Sequence[Claim], places: Mapping[str, Place], reader: Reader) -> list[Claim]:
    """Give the claims of a text without running sums, and with gifts read alike at each mention.

    Args:
        claims: those of the text, in order.
        places: those of amounts, by claim id.
        reader: the text that they were found in.
    """
    text = reader.text
    staged = with_list_stages(
        with_sure_stages(with_running_sums(without_running_goods(claims, text), text), reader.plain), reader
    )
    return with_told_again(staged, places, reader)
