"""The fund that the United Nations draw on: what they release behind a gift out of it is out of it, too.

"The United Nations released 100 million from the Central Emergency Response Fund. The largest sums go to Mali (20
million)": the second is the fund's as the first is.
"""

from collections.abc import Sequence
from dataclasses import replace

from analysis.records import Claim

_COUNTED = frozenset(["", "part"])
_FUND, _OWNER = "CERF", "UN"


def with_pools(claims: Sequence[Claim]) -> list[Claim]:
    """Give the claims with the gifts of the United Nations that follow one of their fund as that fund's."""
    found: list[Claim] = []
    drawn = False
    for claim in claims:
        counts = claim.exclude_reason in _COUNTED and claim.amount is not None
        own = counts and drawn and claim.donor == _OWNER
        found.append(replace(claim, donor=_FUND) if own else claim)
        drawn = drawn or (counts and claim.donor == _FUND)
    return found
