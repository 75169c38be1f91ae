"""Tidy a store on request: join small files, delete what no version needs."""

from dataclasses import dataclass

from analysis.corpus.delta import compact_files, remove_unused
from analysis.corpus.lock import Notify
from analysis.corpus.runs import snapshots
from analysis.corpus.store import DATA_TABLES, Store


@dataclass(frozen=True, slots=True)
class CompactReport:
    """What `compact` did."""

    files_removed: int
    versions_kept: list[int]  # store versions that can still be opened
    megabytes_before: float
    megabytes_after: float
    store_version: int


def compact(
    store: Store, *, keep: int | None = None, wait: float = 300.0, notify: Notify | None = None
) -> CompactReport:
    """Join the small files of every table, and delete files that no kept version needs.

    A briefing can be rendered again only from a version that is kept, so every
    version is kept unless `keep` says otherwise; what then goes are files that
    unfinished runs left behind.

    Args:
        store: opened at its latest version.
        keep: how many of the latest store versions to keep; None keeps all.
        wait: seconds to wait for another run that is writing.
        notify: told in a sentence when it waits.

    Raises:
        StoreError: another run holds the store.
    """
    before = megabytes(store)
    with store.write("vacuum", wait=wait, notify=notify) as writer:
        for table in DATA_TABLES:
            compact_files(store.path, table)
        writer.changed = True
        writer.commit(inputs={"keep": keep})
        known = snapshots(store.runs())
        kept = sorted(known)[-keep:] if keep else sorted(known)
        removed = 0
        for table in DATA_TABLES:
            needed = sorted({known[version].tables.get(table.name, 0) for version in kept})
            removed += remove_unused(store.path, table, needed)
    return CompactReport(removed, kept, before, megabytes(store), store.version)


def megabytes(store: Store) -> float:
    """Measure the store on disk, old versions included."""
    return sum(path.stat().st_size for path in store.path.rglob("*") if path.is_file()) / 1e6
