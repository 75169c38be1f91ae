"""The corpus as Delta Lake tables: read at one version, written in one transaction.

`open_store` gives a `Store`, whose readers return checked pandas frames of
`analysis.schemas`. A version of the store pins the Delta version of every
table, and is committed by one row of `runs` (`analysis.corpus.runs`), so that a
run that is killed at any moment, or still at work, is invisible to readers.
How one table is read and written is `analysis.corpus.delta`.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from functools import reduce
from operator import and_
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds

from analysis.corpus.delta import (
    WRITE_FAULTS,
    append_rows,
    clear_rows,
    create_table,
    current_version,
    open_dataset,
    read_frame,
    restore_table,
    table_exists,
    to_arrow,
    to_frame,
    update_rows,
)
from analysis.corpus.lock import Notify, locked
from analysis.corpus.runs import Snapshot, run_row, snapshots
from analysis.errors import StoreError
from analysis.schemas import AMOUNTS, ARTICLES, CLAIMS, KEPT, MENTIONS, NAMES, RUNS, SENTENCES, STORED, TARGETS, Table

DATA_TABLES = (*(table for table in STORED if table is not RUNS), *KEPT)

Day = str | date | None


def open_store(path: str | Path, *, version: int | None = None, create: bool = False) -> "Store":
    """Open the store in the folder `path`, at its latest version or at `version`.

    Args:
        path: folder of the store, such as `data/store`.
        version: an earlier store version, to see exactly the corpus that a
            briefing saw; such a store cannot be written.
        create: make an empty store where there is none.

    Raises:
        StoreError: there is no store at `path` and `create` is false; it has no
            such version; or its files are damaged.
    """
    folder = Path(path)
    if not table_exists(folder, RUNS):
        if not create:
            raise StoreError(folder, "does not exist.", todo="Add articles with `newsbook ingest PATH...`.")
        _create(folder)
    return Store(folder, version=version)


class Store:
    """Tables of one corpus at one version. Made by `open_store`.

    `version` counts the runs that changed the corpus; 0 is an empty store.
    """

    def __init__(self, path: Path, *, version: int | None = None) -> None:
        self.path = path
        self._asked = version
        self._snapshot = Snapshot(0)
        self.refresh()

    @property
    def version(self) -> int:
        """The store version that the readers look at."""
        return self._snapshot.version

    def refresh(self) -> None:
        """Look at the latest version again, or at the one that was asked for."""
        known = snapshots(self.runs())
        if self._asked is not None and self._asked not in known:
            raise StoreError(self.path, f"has no version {self._asked}.", todo=f"It has {min(known)} to {max(known)}.")
        self._snapshot = known[max(known) if self._asked is None else self._asked]

    # --- readers --------------------------------------------------------------------

    def articles(
        self,
        start: Day = None,
        end: Day = None,
        *,
        canonical_only: bool = False,
        columns: Iterable[str] | None = None,
    ) -> pd.DataFrame:
        """Articles, ordered by time of publication (undated last), then id.

        Args:
            start: first day, ISO 8601 or a date; None for no bound.
            end: last day, inside the range. Days are UTC days. With either
                bound given, articles without a date are left out.
            canonical_only: one article per group of copies.
            columns: some columns of `schemas.ARTICLES`; leave out `body` to be quick.

        Returns:
            `schemas.ARTICLES`, or those columns of it.
        """
        wanted = list(columns) if columns is not None else ARTICLES.names
        needed = list(dict.fromkeys([*wanted, "published_at", "article_id"]))
        rows = self._read(ARTICLES, needed, _article_filter(start, end, canonical_only=canonical_only))
        ordered = rows.sort_values(["published_at", "article_id"], na_position="last", ignore_index=True)
        return ARTICLES.only(wanted).check(ordered[wanted])

    def mentions(self, start: Day = None, end: Day = None, **filters: Any) -> pd.DataFrame:
        """Mentions (`schemas.MENTIONS`) in articles of those days; filters as for `annotations`."""
        return self.annotations(MENTIONS, start, end, **filters)

    def names(self, start: Day = None, end: Day = None, **filters: Any) -> pd.DataFrame:
        """Names (`schemas.NAMES`) in articles of those days that a briefing asked for; filters as for `annotations`."""
        return self.annotations(NAMES, start, end, **filters)

    def sentences(self, start: Day = None, end: Day = None, **filters: Any) -> pd.DataFrame:
        """Scored sentences (`schemas.SENTENCES`) of articles of those days; filters as for `annotations`."""
        return self.annotations(SENTENCES, start, end, **filters)

    def targets(self, start: Day = None, end: Day = None, **filters: Any) -> pd.DataFrame:
        """Tone toward those named (`schemas.TARGETS`) that a briefing asked for; filters as for `annotations`."""
        return self.annotations(TARGETS, start, end, **filters)

    def amounts(self, start: Day = None, end: Day = None, **filters: Any) -> pd.DataFrame:
        """Amounts (`schemas.AMOUNTS`) in articles of those days; filters as for `annotations`."""
        return self.annotations(AMOUNTS, start, end, **filters)

    def claims(self, start: Day = None, end: Day = None, **filters: Any) -> pd.DataFrame:
        """Claims (`schemas.CLAIMS`) in articles of those days; filters as for `annotations`."""
        return self.annotations(CLAIMS, start, end, **filters)

    def annotations(
        self,
        table: Table,
        start: Day = None,
        end: Day = None,
        *,
        article_ids: Iterable[str] | None = None,
        canonical_only: bool = False,
        columns: Iterable[str] | None = None,
    ) -> pd.DataFrame:
        """Rows of a table keyed by article, ordered by article and place in it.

        Args:
            table: a contract with the column `article_id`.
            start: first day of publication, as for `articles`.
            end: last day of publication.
            article_ids: only these articles.
            canonical_only: only articles that are counted, no copies.
            columns: some columns of the table.
        """
        wanted = list(columns) if columns is not None else table.names
        order = [name for name in ("article_id", "start_char") if name in table.names]
        chosen = None
        if article_ids is not None:
            chosen = _among(article_ids)
        if start is not None or end is not None or canonical_only:
            ids = self.articles(start, end, canonical_only=canonical_only, columns=["article_id"])["article_id"]
            chosen = _among(ids) if chosen is None else chosen & _among(ids)
        rows = self._read(table, list(dict.fromkeys([*wanted, *order])), chosen)
        return table.only(wanted).check(rows.sort_values(order, kind="stable", ignore_index=True)[wanted])

    def runs(self) -> pd.DataFrame:
        """Every run that was logged (`schemas.RUNS`), oldest first, whatever the version looked at."""
        rows = read_frame(open_dataset(self.path, RUNS, None), RUNS, RUNS.names, None)
        return RUNS.check(rows.sort_values("run_id", ignore_index=True))

    def count(self, table: Table) -> int:
        """Count the rows of a table without reading them."""
        return int(self._dataset(table).count_rows()) if table_exists(self.path, table) else 0

    def bodies(self, article_ids: Iterable[str], columns: Iterable[str], *, rows: int = 64) -> Iterator[pd.DataFrame]:
        """Read some columns of some articles, a few rows at a time and in stored order.

        Reads one file of the table after the other, and only files that hold
        one of the articles, so that memory and time follow what is asked for.
        """
        return _bodies(self._dataset(ARTICLES), set(article_ids), list(dict.fromkeys(["article_id", *columns])), rows)

    def _dataset(self, table: Table) -> ds.Dataset:
        return open_dataset(self.path, table, self._snapshot.tables.get(table.name, 0))

    def _read(self, table: Table, columns: list[str], chosen: pc.Expression | None) -> pd.DataFrame:
        if not table_exists(self.path, table):
            # A table that this store's makers did not know yet.
            return table.only(columns).empty()
        return read_frame(self._dataset(table), table, columns, chosen)

    # --- writing --------------------------------------------------------------------

    @contextmanager
    def write(self, what: str, *, wait: float = 300.0, notify: Notify | None = None) -> Iterator["Writer"]:
        """Change the corpus in one transaction, alone; `Writer.commit` makes it visible.

        What an earlier, unfinished run left behind is put back first. A block
        that fails, or ends without a commit, leaves the version as it was; a
        failure is logged in `runs`.

        Raises:
            StoreError: another run holds the store longer than `wait` seconds,
                the store was opened at an earlier version, or the disk is full.
        """
        if self._asked is not None:
            raise StoreError(self.path, f"was opened at version {self._asked}, which cannot be written.")
        with locked(self.path, what, timeout=wait, notify=notify):
            self.refresh()
            writer = Writer(self, what)
            try:
                writer.restore()
                yield writer
            except BaseException as error:
                writer.log_failure(error)
                if isinstance(error, WRITE_FAULTS):
                    raise _cannot_write(self.path, error) from error
                raise
            finally:
                self.refresh()

    def log_run(
        self,
        what: str,
        started_at: datetime,
        *,
        outcome: str = "ok",
        inputs: Any = None,
        outputs: Any = None,
        tally: Mapping[str, Any] | None = None,
        message: str = "",
    ) -> str:
        """Log a run that does not change the corpus, such as a briefing; returns its `run_id`.

        Args:
            what: `brief` or `correct`.
            started_at: when it began, with a time zone.
            outcome: `ok` or `failed`.
            inputs: anything JSON can hold: name, parameters.
            outputs: anything JSON can hold: files with digests.
            tally: `{reason: {count, examples}}` of what was left out.
            message: what went wrong.
        """
        row = run_row(
            what,
            started_at,
            self._snapshot,
            outcome=outcome,
            inputs=inputs,
            outputs=outputs,
            tally=tally,
            message=message,
        )
        append_rows(self.path, RUNS, to_arrow(RUNS, row))
        return str(row["run_id"].iloc[0])


class Writer:
    """One transaction on a store. Made by `Store.write`."""

    def __init__(self, store: Store, what: str) -> None:
        self.store = store
        self.what = what
        self.changed = False
        self._started_at = datetime.now(UTC)
        self._base = store._snapshot  # noqa: SLF001 - the writer is the store's other half

    def restore(self) -> None:
        """Put every table back to the version the store's snapshot names."""
        for table in DATA_TABLES:
            create_table(self.store.path, table)
            restore_table(self.store.path, table, self._base.tables.get(table.name, 0))

    def append(self, table: Table, rows: pd.DataFrame | pa.Table) -> None:
        """Add rows that keep the table's contract; the caller has checked them."""
        if len(rows):
            append_rows(self.store.path, table, rows if isinstance(rows, pa.Table) else to_arrow(table, rows))
            self.changed = True

    def read(self, table: Table, columns: Iterable[str]) -> pd.DataFrame:
        """Read some columns of a table with what this transaction has written, in any order."""
        return read_frame(open_dataset(self.store.path, table, None), table, list(columns), None)

    def bodies(self, article_ids: Iterable[str], columns: Iterable[str]) -> Iterator[pd.DataFrame]:
        """Read as `Store.bodies` does, with what this transaction has written."""
        dataset = open_dataset(self.store.path, ARTICLES, None)
        return _bodies(dataset, set(article_ids), list(dict.fromkeys(["article_id", *columns])), 64)

    def clear(self, table: Table) -> None:
        """Take every row out of a table."""
        clear_rows(self.store.path, table)
        self.changed = True

    def update(self, table: Table, rows: pd.DataFrame) -> None:
        """Set the columns of `rows` in the rows of `table` that have the same key."""
        if len(rows):
            update_rows(self.store.path, table, rows)
            self.changed = True

    def commit(self, *, inputs: Any = None, outputs: Any = None, tally: Mapping[str, Any] | None = None) -> int:
        """Make what was written the store's next version, and return that version.

        A run that changed nothing and left nothing out keeps the version.
        """
        snapshot = self._base
        if self.changed or tally:
            versions = {table.name: current_version(self.store.path, table) for table in DATA_TABLES}
            snapshot = Snapshot(self._base.version + 1, versions)
        row = run_row(self.what, self._started_at, snapshot, inputs=inputs, outputs=outputs, tally=tally)
        append_rows(self.store.path, RUNS, to_arrow(RUNS, row))
        return snapshot.version

    def log_failure(self, error: BaseException) -> None:
        """Log that this run failed; a disk that is full takes no log either."""
        message = str(error) or type(error).__name__
        row = run_row(self.what, self._started_at, self._base, outcome="failed", message=message)
        try:
            append_rows(self.store.path, RUNS, to_arrow(RUNS, row))
        except WRITE_FAULTS:
            return


def _bodies(dataset: ds.Dataset, wanted: set[str], names: list[str], rows: int) -> Iterator[pd.DataFrame]:
    for fragment in dataset.get_fragments():
        # The schema is named, because a file may hold its text as another Arrow type.
        ids = fragment.to_table(schema=dataset.schema, columns=["article_id"])["article_id"].to_pylist()
        if wanted.isdisjoint(ids):
            continue
        read = fragment.to_batches(schema=dataset.schema, columns=names, batch_size=rows, batch_readahead=1)
        for batch in read:
            kept = batch.filter(pc.is_in(batch["article_id"], pa.array(list(wanted), pa.string())))
            if kept.num_rows:
                yield to_frame(ARTICLES.only(names), pa.Table.from_batches([kept]))


def _article_filter(start: Day, end: Day, *, canonical_only: bool) -> pc.Expression | None:
    tests = []
    if start is not None:
        tests.append(pc.field("published_at") >= _midnight(start))
    if end is not None:
        tests.append(pc.field("published_at") < _midnight(end) + timedelta(days=1))
    if canonical_only:
        tests.append(pc.field("is_canonical"))
    return reduce(and_, tests) if tests else None


def _midnight(day: str | date) -> datetime:
    whole = date.fromisoformat(day) if isinstance(day, str) else day
    return datetime(whole.year, whole.month, whole.day, tzinfo=UTC)


def _among(article_ids: Iterable[str]) -> pc.Expression:
    return pc.field("article_id").isin(pa.array(sorted(set(article_ids)), pa.string()))


def _create(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with locked(folder, "create"):
            for table in (*DATA_TABLES, RUNS):  # `runs` last: with it the store is whole
                create_table(folder, table)
    except WRITE_FAULTS as error:
        raise _cannot_write(folder, error) from error


def _cannot_write(folder: Path, error: BaseException) -> StoreError:
    return StoreError(
        folder, f"could not be written: {error}", todo="The last good version is untouched; free the cause, run again."
    )
