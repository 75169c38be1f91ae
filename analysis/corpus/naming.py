"""Read the names of the articles of some days, once per text and version of the finder.

Reading names takes a model, and a hundred times the work of the other
annotations; only a briefing asks who is new, and only in its own period. So
names are read for the days a briefing asks for, and kept. The finder is handed
in, so that this module imports none.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

import pandas as pd

from analysis.corpus.rows import Row, name_rows
from analysis.corpus.runs import Tally
from analysis.corpus.store import Day, Store, Writer
from analysis.corpus.workers import cores, map_batches
from analysis.records import Name
from analysis.schemas import NAMED, NAMES

_READ = "en"  # and texts without a language, as in `corpus.annotate`
_BATCH_CHARS = 50_000  # of text in one batch: a second of work
_ALONE_TEXTS = 100  # below this many texts, starting workers costs more than they save

Finder = Callable[[str], list[Name]]
Texts = list[tuple[str, str, str]]  # article, digest of its text, body


@dataclass(frozen=True, slots=True)
class NamesReport:
    """What one run of `read_names` did."""

    texts: int
    rows: int
    failed: int  # texts that broke the finder; in the log of the run with the error
    store_version: int


@dataclass(frozen=True, slots=True)
class _Result:
    rows: pd.DataFrame
    outcomes: list[Row]
    failures: list[tuple[str, str]]


def read_names(
    store: Store,
    finder: Finder,
    version: str,
    days: Iterable[tuple[Day, Day]],
    *,
    wait: float = 300.0,
    notify: Callable[[str], None] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> NamesReport:
    """Read the names of the counted English articles of some days, those not read yet.

    With nothing to read the store is not written, and the model is not loaded.
    With a new `version` the rows of the earlier one go.

    Args:
        store: opened at its latest version; shows the new rows afterwards.
        finder: a function of a module, because worker processes import it by name.
        version: of the finder.
        days: first and last day of each stretch, both inside.
        wait: seconds to wait for another run that is writing.
        notify: told in a sentence when it waits.
        progress: called with (texts done, texts in all).

    Raises:
        StoreError: another run holds the store, or the disk is full.
    """
    days = list(days)
    if _pending(store, version, days).empty:
        return NamesReport(0, 0, 0, store.version)
    with store.write("annotate", wait=wait, notify=notify) as writer:
        pending = _pending(store, version, days)
        if (store.annotations(NAMED)["finder"] != version).any():
            writer.clear(NAMES)
            writer.clear(NAMED)
        rows, failures = _store_results(writer, _results(store, finder, pending), version, len(pending), progress)
        tally = Tally()
        for article_id, error in failures:
            tally.add("annotation_failed", f"article {article_id}: {error}")
        inputs = {"finder": version, "days": [[str(day) for day in stretch] for stretch in days]}
        writer.commit(inputs=inputs, outputs={"rows": {"names": rows}, "texts": len(pending)}, tally=tally.to_dict())
    return NamesReport(len(pending), rows, len(failures), store.version)


def _pending(store: Store, version: str, days: Iterable[tuple[Day, Day]]) -> pd.DataFrame:
    """Articles of those days to read: counted, English, not read by this version."""
    columns = ["article_id", "text_hash", "language"]
    found = pd.concat([store.articles(*stretch, canonical_only=True, columns=columns) for stretch in days])
    articles = found.drop_duplicates("article_id")
    seen = store.annotations(NAMED)
    done = seen.loc[seen["finder"] == version, "article_id"]
    english = articles["language"].isna() | (articles["language"] == _READ)
    return articles.loc[english & ~articles["article_id"].isin(done)]


def _results(store: Store, finder: Finder, pending: pd.DataFrame) -> Iterator[_Result]:
    hashes = dict(zip(pending["article_id"], pending["text_hash"], strict=True))
    workers = cores() if len(hashes) > _ALONE_TEXTS else 1
    yield from map_batches(partial(_read, finder), _batches(store, hashes), workers=workers)


def _batches(store: Store, hashes: dict[str, str]) -> Iterator[Texts]:
    batch: Texts = []
    size = 0
    for rows in store.bodies(hashes, ["body"]):
        for article_id, body in zip(rows["article_id"], rows["body"], strict=True):
            batch.append((article_id, hashes[article_id], body))
            size += len(body)
            if size >= _BATCH_CHARS:
                yield batch
                batch, size = [], 0
    if batch:
        yield batch


def _read(finder: Finder, texts: Texts) -> _Result:
    """Read a batch; a text that breaks the finder is reported and costs only itself."""
    rows: list[Row] = []
    outcomes: list[Row] = []
    failures = []
    for article_id, text_hash, body in texts:
        outcome = "annotated"
        try:
            rows += [{**row, "article_id": article_id} for row in name_rows(finder(body), body)]
        except Exception as error:  # the fault boundary between texts: tallied and shown
            outcome = "failed"
            failures.append((article_id, f"{type(error).__name__}: {error}"))
        outcomes.append({"article_id": article_id, "text_hash": text_hash, "outcome": outcome})
    return _Result(NAMES.frame(rows), outcomes, failures)


def _store_results(
    writer: Writer,
    results: Iterator[_Result],
    version: str,
    texts: int,
    progress: Callable[[int, int], None] | None,
) -> tuple[int, list[tuple[str, str]]]:
    """Write results as they come; the number of rows, and what failed."""
    rows, done = 0, 0
    failures: list[tuple[str, str]] = []
    for result in results:
        writer.append(NAMES, result.rows)
        writer.append(NAMED, NAMED.frame({**row, "finder": version} for row in result.outcomes))
        rows += len(result.rows)
        done += len(result.outcomes)
        failures += result.failures
        if progress:
            progress(done, texts)
    return rows, failures
