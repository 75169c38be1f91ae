"""`newsbook check`: what should not be in a store, and which outlets changed since a version."""

from pathlib import Path

from analysis.commands.screen import note, say, show_table
from analysis.corpus.audit import check_corpus, coverage_change
from analysis.corpus.store import open_store
from analysis.errors import StoreError


def run_check(*, store: Path, since: int | None) -> None:
    """Look for what no single table's contract can see, and for days that lost articles.

    Raises:
        StoreError: there is no store or no such version, something in it
            cannot be, or an outlet has fewer articles of a day than it had.
    """
    opened = open_store(store)
    faults = check_corpus(opened)
    for fault in faults:
        note(fault)
    lost = 0
    if since is not None:
        changed = coverage_change(open_store(store, version=since), opened)
        rows = [
            [str(row.outlet), str(row.day), str(row.before), str(row.now)] for row in changed.itertuples(index=False)
        ]
        show_table(f"Articles by outlet and day, since version {since}", ["outlet", "day", "before", "now"], rows)
        lost = int((changed["now"] < changed["before"]).sum())
    if faults or lost:
        wrong = [f"{len(faults)} things in it cannot be"] if faults else []
        wrong += [f"{lost} days of an outlet have fewer articles than in version {since}"] if lost else []
        todo = "Ingest the sources into a new store; `newsbook status` lists the runs that made this one."
        raise StoreError(str(store), f"{'; '.join(wrong)}.", todo=todo)
    say(f"Store {store}, version {opened.version}: nothing in it that cannot be.")
