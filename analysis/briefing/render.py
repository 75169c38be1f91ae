"""From a notebook that ran to the files of a report, the same bytes every time.

What differs between two runs of the same thing is taken out: ids, times,
durations, and every path of the machine. The page itself is made by
`analysis.briefing.exporter`.
"""

import copy
from collections.abc import Iterable
from pathlib import Path

from nbformat import NotebookNode

from analysis.briefing.exporter import export_html
from analysis.briefing.notebooks import notebook_text
from analysis.errors import BriefingError

# Parameters that say where things lie on one machine; the manifest names what was in them.
PLACES = ("store", "previous", "tables", "watchlist")


def settled(notebook: NotebookNode) -> NotebookNode:
    """Copy a notebook that ran, without what differs between two runs of it.

    Cell ids are numbered, times and paths of papermill's metadata go, and the
    injected parameters keep their values but for places on this machine.
    """
    kept = copy.deepcopy(notebook)
    kept.metadata = type(kept.metadata)(kernelspec=kept.metadata.get("kernelspec", {}))
    for number, cell in enumerate(kept.cells):
        cell["id"] = f"cell-{number:02d}"
        for name in ("papermill", "execution"):
            cell.metadata.pop(name, None)
        if "injected-parameters" in cell.metadata.get("tags", []):
            lines = cell.source.splitlines()
            cell.source = "\n".join(line for line in lines if line.split(" = ")[0] not in PLACES)
    return kept


def write_page(name: str, notebook: NotebookNode, folder: Path, *, title: str, secrets: Iterable[str] = ()) -> None:
    """Write `briefing.html` and `executed.ipynb` of a settled notebook.

    Args:
        name: of the briefing, for the message.
        notebook: what `settled` returned.
        folder: where the two files go.
        title: of the page, where the notebook states none.
        secrets: paths of this machine that no file of a report may hold.

    Raises:
        BriefingError: one of `secrets` is in the page or the notebook.
    """
    page = export_html(notebook, title=title)
    ran = notebook_text(notebook)
    for secret in secrets:
        for text, where in ((page, "briefing.html"), (ran, "executed.ipynb")):
            if secret in text:
                raise BriefingError(name, f"{where} would show a path of this machine: {secret}.")
    (folder / "briefing.html").write_text(page, encoding="utf-8")
    (folder / "executed.ipynb").write_text(ran, encoding="utf-8")
