"""Intervals for shares and their differences, so that noise is not reported as news.

Source:
    Wilson 1927 for one share; Newcombe 1998 (method 10) for the difference of
    two independent ones, and with the shares' correlation for two of the same
    cases. They hold their level for shares near 0 and few
    articles, where the textbook interval does not.
"""

from math import nan, sqrt
from statistics import NormalDist
from typing import Final

Z95: Final = 1.959963984540054  # two-sided 95 %


def share_interval(hits: float, total: float) -> tuple[float, float]:
    """Bound a share with 95 % confidence (Wilson).

    Returns:
        Lower and upper bound, 0 to 1; nulls where `total` is 0.

    >>> tuple(round(bound, 3) for bound in share_interval(2, 8))
    (0.071, 0.591)
    >>> share_interval(0, 0)
    (nan, nan)
    """
    if not total:
        return nan, nan
    share = hits / total
    centre = share + Z95**2 / (2 * total)
    half = Z95 * sqrt(share * (1 - share) / total + Z95**2 / (4 * total**2))
    scale = 1 + Z95**2 / total
    # Rounding may leave the bound of an empty or full share a hair outside.
    return max(0.0, (centre - half) / scale), min(1.0, (centre + half) / scale)


def difference_interval(hits: float, total: float, hits_before: float, total_before: float) -> tuple[float, float]:
    """Bound the difference of two shares with 95 % confidence (Newcombe).

    Returns:
        Bounds of (share - share before), -1 to 1; nulls where a total is 0.

    Two more articles of eight are noise, twenty more of eighty are not:

    >>> tuple(round(bound, 2) for bound in difference_interval(4, 8, 2, 8))
    (-0.19, 0.59)
    >>> tuple(round(bound, 2) for bound in difference_interval(40, 80, 20, 80))
    (0.1, 0.38)
    """
    if not total or not total_before:
        return nan, nan
    share, before = hits / total, hits_before / total_before
    low, high = share_interval(hits, total)
    low_before, high_before = share_interval(hits_before, total_before)
    difference = share - before
    down = sqrt((share - low) ** 2 + (high_before - before) ** 2)
    up = sqrt((high - share) ** 2 + (before - low_before) ** 2)
    return difference - down, difference + up


def is_apart(one: tuple[float, float, float], other: tuple[float, float, float], comparisons: int) -> bool:
    """Whether two means differ by more than noise, where the widest of several differences was picked.

    Args:
        one: mean, and the bounds of its 95 % interval.
        other: the same of the other.
        comparisons: pairs that could have been picked (Bonferroni 1936).

    Of three outlets, a difference that would do between two is noise:

    >>> [is_apart((0.4, 0.3, 0.5), (0.24, 0.14, 0.34), pairs) for pairs in (1, 3)]
    [True, False]
    """
    errors = [(high - low) / (2 * Z95) for _, low, high in (one, other)]
    level = NormalDist().inv_cdf(1 - 0.025 / max(comparisons, 1))
    return abs(one[0] - other[0]) > level * sqrt(errors[0] ** 2 + errors[1] ** 2)


def difference_of_shares(hits: float, others: float, total: float) -> tuple[float, float]:
    """Bound the difference of two shares of the same cases, where no case is in both.

    Returns:
        Bounds of (hits - others) / total, -1 to 1; nulls where `total` is 0.

    Five of five prove less than fifty of fifty:

    >>> [tuple(round(bound, 2) for bound in difference_of_shares(n, 0, n)) for n in (5, 50)]
    [(0.39, 1.0), (0.9, 1.0)]
    >>> difference_of_shares(0, 0, 0)
    (nan, nan)
    """
    if not total:
        return nan, nan
    one, two = hits / total, others / total
    (low, high), (low_two, high_two) = share_interval(hits, total), share_interval(others, total)
    spread = sqrt(one * (1 - one) * two * (1 - two))
    together = -one * two / spread if spread else 0.0  # cases of one kind are none of the other
    down = (one - low) ** 2 - 2 * together * (one - low) * (high_two - two) + (high_two - two) ** 2
    up = (high - one) ** 2 - 2 * together * (high - one) * (two - low_two) + (two - low_two) ** 2
    return max(-1.0, one - two - sqrt(down)), min(1.0, one - two + sqrt(up))
