"""Notebooks named for how they end, and the jobs that run them, for tests of running and publishing."""

from datetime import date
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from analysis.briefing.periods import Period
from analysis.briefing.run import Job
from analysis.briefing.standing import Briefing
from analysis.corpus.store import open_store

WEEK = Period(date(2025, 10, 6), date(2025, 10, 12), "week")

PARAMETERS = """\
start: str = "2025-10-06"  # first day
end: str = "2025-10-12"  # last day = inside
currency: str = "EUR"
watchlist: str = ""
store: str = "data/store"
store_version: int = 0
top: int = 10
previous: str = ""
tables: str = ""
"""
WRITES = """\
from pathlib import Path
Path(tables).mkdir()
Path(tables, "pledges.csv").write_text("pledge_id\\nP1\\nP2\\n")
"""
# The sentinel as the notebook's own leaves it, without what takes long to import.
ENDS = """\
from IPython.display import display
display({{"application/vnd.newsbook.sentinel+json": {{"start": start, "end": end, "currency": currency,
         "store_version": store_version, "totals": {{"pledges": {pledges}}}}}, "text/plain": "done"}}, raw=True)
"""
GOOD = (WRITES, ENDS.format(pledges=2))

ENDINGS = {
    "good": GOOD,
    "error_cell": (WRITES, "1 / 0", ENDS.format(pledges=2)),
    "sysexit0": (WRITES, "raise SystemExit(0)", ENDS.format(pledges=2)),
    "dead_kernel": (WRITES, "import os; os._exit(3)", ENDS.format(pledges=2)),
    "dead_in_last_cell": (WRITES, ENDS.format(pledges=2), "import os; os._exit(3)"),
    "no_sentinel": (WRITES, "2"),
    "two_sentinels": (WRITES, ENDS.format(pledges=2), ENDS.format(pledges=2)),
    "other_total": (WRITES, ENDS.format(pledges=3)),
    "other_period": (WRITES, "start = '2025-09-29'", ENDS.format(pledges=2)),
    "slow_cell": (WRITES, "import time; time.sleep(60)", ENDS.format(pledges=2)),
    "shows_path": (WRITES, "print(tables)", ENDS.format(pledges=2)),
}


def write_notebook(path: Path, *sources: str, parameters: str = PARAMETERS) -> Path:
    """Write a notebook with a parameters cell and these cells after it."""
    cells = [
        new_markdown_cell("# What?"),
        new_code_cell(parameters, metadata={"tags": ["parameters"]}),
        *(new_code_cell(source) for source in sources),
    ]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(new_notebook(cells=cells, metadata={"kernelspec": kernel}), path)
    return path


def make_job(folder: Path, ending: str = "good", *, period: Period = WEEK, **given) -> Job:
    """Make the job of a notebook that ends in one way, on an empty store."""
    notebook = write_notebook(folder / f"{ending}.ipynb", *ENDINGS[ending])
    store = folder / "store"
    open_store(store, create=True)
    briefing = Briefing("weekly", notebook, "The week, {period}", "week")
    return Job(briefing, period, store, folder / "reports", 0, given)
