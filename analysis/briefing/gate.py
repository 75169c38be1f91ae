"""The publish gate: whether a notebook that ran may become a report.

papermill's word is not enough: `SystemExit(0)` ends a notebook without an
error, and a dead kernel leaves half of it. So every code cell has to have run,
no output may be an error, and the last cell's sentinel has to agree with the
parameters of the run and with the tables it wrote.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.briefing.sentinel import MIME
from analysis.errors import BriefingError

if TYPE_CHECKING:
    from nbformat import NotebookNode

# What the sentinel repeats of the parameters it was made from.
_REPEATED = ("start", "end", "currency", "store_version")
_FIELD_LIMIT = 2**31 - 1  # characters; an article's text is one field


def check_run(name: str, notebook: NotebookNode, parameters: Mapping[str, Any], tables: Path) -> dict[str, Any]:
    """Check that a briefing ran to its end, and return what its sentinel says.

    Args:
        name: of the briefing, for the message.
        notebook: as papermill wrote it.
        parameters: what the run was given.
        tables: the folder that the run wrote its tables to.

    Returns:
        `{start, end, currency, store_version, totals}`; of a notebook without a
        parameter `tables`, which writes none and needs no sentinel, no totals.

    Raises:
        BriefingError: one of the conditions does not hold; names the first.
    """
    fault = next(_faults(notebook), "")
    if fault:
        raise BriefingError(name, f"did not run to its end: {fault}.")
    if "tables" not in parameters:
        return {"totals": {}}
    facts = _sentinel(name, notebook)
    for key in _REPEATED:
        if parameters.get(key) and facts.get(key) != parameters[key]:
            what = f"its last cell speaks of `{key}` {facts.get(key)!r}, the run was given {parameters[key]!r}."
            raise BriefingError(name, what)
    for table, rows in table_rows(tables).items():
        stated = facts["totals"].get(table, rows)
        if stated != rows:
            raise BriefingError(name, f"its last cell counts {stated} {table}, tables/{table}.csv has {rows} rows.")
    return facts


def _faults(notebook: NotebookNode) -> Iterator[str]:
    """Everything that shows the notebook did not run whole, in order of its cells."""
    for number, cell in enumerate(notebook.cells, start=1):
        if cell.cell_type != "code":
            continue
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                yield f"cell {number} failed with {output.ename}: {output.evalue}"
        # An empty cell is never sent to the kernel.
        if cell.source.strip() and cell.get("execution_count") is None:
            yield f"cell {number} did not run"
        status = cell.metadata.get("papermill", {}).get("status", "completed")
        if cell.source.strip() and status != "completed":
            yield f"cell {number} is {status}"
        if cell.metadata.get("papermill", {}).get("exception"):
            yield f"cell {number} failed"


def _sentinel(name: str, notebook: NotebookNode) -> dict[str, Any]:
    found = [
        output.data[MIME]
        for cell in notebook.cells
        if cell.cell_type == "code"
        for output in cell.get("outputs", [])
        if MIME in output.get("data", {})
    ]
    if len(found) != 1:
        todo = "Its last cell has to show `sentinel(...)` of analysis.briefing.run."
        raise BriefingError(name, f"its last cell left {len(found)} sentinels, expected 1.", todo=todo)
    return dict(found[0])


def table_rows(folder: Path) -> dict[str, int]:
    """Count the rows of every CSV in a folder, headings apart."""
    csv.field_size_limit(_FIELD_LIMIT)
    counts = {}
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as handle:
            counts[path.stem] = sum(1 for _ in csv.reader(handle)) - 1
    return counts
