"""Sums that are no gifts of now: everyday money, misspoken, told again, included in an earlier gift, or denounced.

These are read last, of sums that all else takes for gifts.
"""

from collections.abc import Sequence

from analysis.money.reasons.behind_news import without_old_gifts
from analysis.money.reasons.by_neighbours import with_neighbours
from analysis.money.reasons.denounced import with_denounced
from analysis.money.reasons.everyday import without_everyday
from analysis.money.reasons.headlines import with_headline
from analysis.money.reasons.included import with_included
from analysis.money.reasons.known_funds import without_known_funds
from analysis.money.reasons.misspoken import without_misspoken
from analysis.money.reasons.overlooked import with_handed_out
from analysis.money.reasons.own_dealings import without_own_dealings
from analysis.money.reasons.own_share import without_own_shares
from analysis.money.reasons.own_works import without_works
from analysis.money.reasons.recalled import with_recalled
from analysis.money.reasons.retold import with_retold
from analysis.money.reasons.shares import with_shares
from analysis.money.reasons.sums_of_names import without_sums_of_names
from analysis.money.reasons.told_once import with_told_once
from analysis.money.reasons.under_leads import with_leads
from analysis.money.reasons.ungiven import without_ungiven
from analysis.money.roles.added_up import with_added_up
from analysis.money.text.reader import Reader
from analysis.records import Claim


def without_old(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give the claims with sums that are no news left out.

    Args:
        claims: those of the text, in order.
        reader: the text that they were found in.
    """
    text = reader.text
    found = without_misspoken(without_everyday(claims, reader), text)
    found = with_handed_out(with_denounced(found, text), reader)
    found = with_leads(with_told_once(without_known_funds(found, reader), text), reader)
    found = without_works(with_recalled(with_retold(without_own_shares(found, reader), reader), reader), text)
    found = without_ungiven(with_included(with_neighbours(found, reader), text), reader)
    found = without_old_gifts(without_own_dealings(without_sums_of_names(found, reader), reader), reader)
    found = with_headline(found, text)
    return with_shares(with_added_up(found, text), reader)
