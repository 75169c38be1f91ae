"""Weigh the parties that may fill a role of a gift: a second opinion beside the rules.

A conditional logit: of all who may give an amount, or receive it, one does (or nobody), the likelier the
more the weights of its signs come to. What the rules chose is a sign among others,
weighed by how far it was right on text for which no rule was made. Fitted on annotated
news by `tests/gold/fit_parties.py`; the weights are a table that can be read,
`data/reference/party_weights.csv`, by role.
"""

from collections.abc import Collection, Mapping
from functools import cache
from typing import Final

from analysis.config import REFERENCE
from analysis.money.in_context.read import ROLES
from analysis.money.weighing.weights import Weights, read_weights, total

TABLE: Final = REFERENCE / "party_weights.csv"
NOBODY: Final = "nobody"
Options = Mapping[str | None, Collection[str]]  # the signs of each party that may fill a role, and of nobody (None)


def likeliest(role: str, options: Options, chosen: str | None, margin: float) -> str | None:
    """Give who most likely fills a role.

    Args:
        role: one of `ROLES`.
        options: the signs of everybody who may, by id, and of nobody.
        chosen: whom the rules chose, who is among them.
        margin: how much likelier another has to be to come before that one, as a
            natural logarithm of odds.

    Returns:
        An id of the options, or None for nobody.

    Source:
        Annotated articles, passages and sentences of tests/gold and tests/cases.

    >>> told = {"MLI": {">", ">path:for", ">lead:for"}, None: {NOBODY}}
    >>> likeliest("receiver", told, None, margin=0.0)
    'MLI'
    """
    weights = _table()[role]
    scores = {key: total(signs, weights) for key, signs in options.items()}
    best = max(scores, key=lambda key: (scores[key], key is None, key or ""))
    return best if scores[best] - scores[chosen] > margin else chosen


@cache
def _table() -> Weights:
    """Give the weights of signs by role."""
    return read_weights(TABLE, ROLES, needed=[(role, NOBODY) for role in ROLES])
