"""Sums that stand beside a name without a sentence around them: in rows of tables, and in pairs of a list."""

from collections.abc import Sequence

from analysis.money.roles.pairs import with_pairs
from analysis.money.roles.table_rows import with_table_rows
from analysis.money.text.reader import Reader
from analysis.records import Claim


def with_rows(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give the claims with the sums of tables and of pairs read by the names beside them.

    Args:
        claims: those of the text, in order.
        reader: the text that they were found in.
    """
    return with_table_rows(with_pairs(claims, reader), reader)
