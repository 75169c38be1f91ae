"""Measure a briefing beside papermill and nbconvert on an empty notebook.

    python -m tests.bench.briefing [--times N] [--out docs/benchmarks.md]

The floor is one process that lets papermill run a notebook of one empty cell
and nbconvert export it: what any report made with the two has to pay. The
briefing is `newsbook brief weekly` on the sample, whose names and tones are in
the store: rendered anew, and asked for when nothing is new. All are run in
turn; what counts is the processor time of all their processes, which other
work on the machine disturbs less than the clock.
"""

import argparse
import json
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench._page import put_section

ROOT = Path(__file__).resolve().parents[2]
TITLE = "Briefing"
FLOOR, SAME, RENDERED = (
    "papermill and nbconvert, an empty notebook",
    "the briefing, nothing new",
    "the briefing, rendered",
)
_FLOOR = """
import sys, nbformat, papermill
from nbconvert import HTMLExporter
made, ran, page = sys.argv[1:]
empty = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("")])
empty.metadata.kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
nbformat.write(empty, made)
papermill.execute_notebook(made, ran, progress_bar=False)
open(page, "w", encoding="utf-8").write(HTMLExporter().from_notebook_node(nbformat.read(ran, 4))[0])
"""

PAGE = """
| what | processor seconds | x floor |
| --- | --- | --- |
{rows}

- Floor: one process in which papermill runs a notebook of one empty cell and nbconvert exports it as it is.
- `newsbook brief weekly` on `data/sample`, whose names and tones are in the store. Nothing new: the store,
  the parameters, the notebook, the code and the files of the report are as its manifest says, so the report stands.
  Rendered: its folder was removed before; {cells} cells, charts, tables, a workbook and a manifest are made.
- Seconds of all processes together, the median of {times} runs each, in turn. Ratios carry over to other machines.

Machine: {machine}, Python {python}."""


def seconds_of(command: list[str], folder: Path) -> float:
    """Run a command and give the processor seconds of it and all that it started."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        command, cwd=folder, check=True, stdout=subprocess.DEVNULL, env=os.environ | {"PYTHONPATH": str(ROOT)}
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(home: Path, times: int) -> dict[str, list[float]]:
    """Give the seconds of the floor, and of the briefing with nothing new and rendered, run in turn."""
    store, reports = ["--store", str(home / "store")], home / "reports"
    newsbook = [sys.executable, "-m", "analysis"]
    brief = [*newsbook, "brief", "weekly", "--as-of", "2025-10-13", *store, "--reports", str(reports)]
    floor = [sys.executable, "-c", _FLOOR, *(str(home / name) for name in ("made.ipynb", "ran.ipynb", "page.html"))]
    subprocess.run([*newsbook, "ingest", "data/sample", *store], cwd=ROOT, check=True)
    seconds_of(brief, ROOT)
    seconds_of(floor, home)
    taken: dict[str, list[float]] = {FLOOR: [], SAME: [], RENDERED: []}
    for _ in range(times):
        taken[FLOOR].append(seconds_of(floor, home))
        taken[SAME].append(seconds_of(brief, ROOT))
        shutil.rmtree(reports)
        taken[RENDERED].append(seconds_of(brief, ROOT))
    return taken


def main() -> None:
    """Run both and write the section."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "benchmarks.md")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="newsbook-bench-") as folder:
        taken = {what: statistics.median(seconds) for what, seconds in measure(Path(folder), args.times).items()}
    rows = "\n".join(f"| {what} | {seconds:.2f} | {seconds / taken[FLOOR]:.2f} |" for what, seconds in taken.items())
    sys.stdout.write(f"{rows}\n")
    notebook = json.loads((ROOT / "notebooks" / "briefing.ipynb").read_text(encoding="utf-8"))
    cells = sum(cell["cell_type"] == "code" for cell in notebook["cells"])
    words = PAGE.format(
        rows=rows,
        cells=cells,
        times=args.times,
        machine=f"{platform.machine()}, {platform.system()}",
        python=platform.python_version(),
    )
    put_section(args.out, TITLE, words)


if __name__ == "__main__":
    main()
