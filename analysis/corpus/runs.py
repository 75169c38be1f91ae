"""The log of runs, and the store versions it names.

A row of `runs` that ended well and names a new `store_version` *is* the commit
of that version: it lists the Delta version of every table, and readers look at
nothing newer. Rows of briefings are logged beside them and change no version.
Nothing here touches a file.
"""

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pandas as pd

from analysis.records import Problem
from analysis.schemas import RUNS

EXAMPLES_KEPT = 3


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A version of the store: the Delta version of each table, 0 where none is named."""

    version: int
    tables: Mapping[str, int] = field(default_factory=dict)


def snapshots(runs: pd.DataFrame) -> dict[int, Snapshot]:
    """Every version that `runs` commits, oldest first; version 0 is the empty store.

    >>> list(snapshots(RUNS.empty()))
    [0]
    """
    found = {0: Snapshot(0)}
    rows = runs.loc[runs["outcome"] == "ok"].sort_values(["store_version", "run_id"])
    for version, tables in zip(rows["store_version"], rows["table_versions"], strict=True):
        # Runs that changed nothing repeat the version and its tables; the first row made it.
        found.setdefault(int(version), Snapshot(int(version), json.loads(tables)))
    return found


@dataclass
class Tally:
    """What was left out, by reason, with a few examples of each."""

    counts: dict[str, int] = field(default_factory=dict)
    examples: dict[str, list[str]] = field(default_factory=dict)

    def add(self, reason: str, example: str, count: int = 1) -> None:
        """Count one thing left out."""
        self.counts[reason] = self.counts.get(reason, 0) + count
        kept = self.examples.setdefault(reason, [])
        if len(kept) < EXAMPLES_KEPT and example:
            kept.append(example)

    def add_problem(self, problem: Problem) -> None:
        """Count one problem that a reader reported."""
        place = problem.source_file + (f" row {problem.source_row}" if problem.source_row else "")
        self.add(problem.reason, f"{place}: {problem.detail}")

    def to_dict(self) -> dict[str, dict[str, Any]]:
        """`{reason: {count, examples}}`, sorted by reason.

        >>> tally = Tally()
        >>> tally.add("no_text", "a.jsonl row 3: empty body")
        >>> tally.to_dict()
        {'no_text': {'count': 1, 'examples': ['a.jsonl row 3: empty body']}}
        """
        return {
            reason: {"count": self.counts[reason], "examples": self.examples.get(reason, [])}
            for reason in sorted(self.counts)
        }


def canonical_json(value: Any) -> str:
    """`value` as JSON text that is the same for equal values: sorted keys, no spaces.

    >>> canonical_json({"b": 1, "a": ["é"]})
    '{"a":["é"],"b":1}'
    """
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)


def new_run_id(started_at: datetime) -> str:
    """Make a unique id that sorts by time."""
    return f"{started_at:%Y%m%dT%H%M%S.%f}Z-{secrets.token_hex(3)}"


def run_row(
    what: str,
    started_at: datetime,
    snapshot: Snapshot,
    *,
    outcome: str = "ok",
    inputs: Any = None,
    outputs: Any = None,
    tally: Mapping[str, Any] | None = None,
    message: str = "",
) -> pd.DataFrame:
    """One checked row of `schemas.RUNS`, ended now."""
    row = {
        "run_id": new_run_id(started_at),
        "what": what,
        "started_at": started_at,
        "ended_at": datetime.now(UTC),
        "outcome": outcome,
        "store_version": snapshot.version,
        "table_versions": canonical_json(dict(snapshot.tables)),
        "inputs": canonical_json(inputs or {}),
        "outputs": canonical_json(outputs or {}),
        "tally": canonical_json(tally or {}),
        "message": message,
    }
    return RUNS.frame([row])
