"""The last output of a briefing notebook: proof that it ran to its end.

A notebook can stop early without an error (`SystemExit(0)` does, and a kernel
that dies in the last cell). The publish gate asks for this output, and that its
totals agree with the parameters the run was given and the tables it wrote.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from analysis.briefing.params import Parameters

MIME = "application/vnd.newsbook.sentinel+json"


@dataclass(frozen=True, slots=True)
class Sentinel:
    """What the notebook says it counted, shown as one display output."""

    start: str
    end: str
    currency: str
    store_version: int
    totals: Mapping[str, Any]

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        # IPython calls this; the template hides the plain form.
        facts = {
            "start": self.start,
            "end": self.end,
            "currency": self.currency,
            "store_version": self.store_version,
            "totals": dict(self.totals),
        }
        return {MIME: facts, "text/plain": "The briefing ran to its end."}


def sentinel(parameters: Parameters, totals: Mapping[str, Any], *, store_version: int) -> Sentinel:
    """Say that the notebook reached its last cell, with the totals it computed.

    A total named like a table that was written (`pledges`, `claims`,
    `mentions`, `sentiment`, `amounts_not_counted`) has to equal its rows: the
    publish gate compares them.

    Args:
        parameters: what `check_parameters` returned in the first cell.
        totals: plain numbers and texts by name: `{"articles": 61, "pledges": 9}`.
        store_version: the version that was read, where `parameters` left it to
            the store (`store_version=0`).

    Returns:
        An object to leave as the last expression of the last cell.

    Raises:
        TypeError: a total is not a plain number or text.
    """
    plain = {name: _plain(value) for name, value in totals.items()}
    return Sentinel(
        parameters.start.isoformat(), parameters.end.isoformat(), parameters.currency, int(store_version), plain
    )


def _plain(value: Any) -> Any:
    """Turn a number of numpy, pandas or decimal into what JSON writes."""
    if hasattr(value, "item"):
        value = value.item()
    if not isinstance(value, str | int | float | type(None)):
        value = str(value)
    json.dumps(value, allow_nan=False)
    return value
