"""Annotate what is new in the store, once per text, in worker processes.

The finders are handed in (`Annotators`), so that this module imports none of
them. A batch of texts in, Arrow tables out: a pure function, which gives the
same rows however many workers there are. Batches stream, so memory does not
grow with the corpus; one transaction makes the whole run visible, or nothing.
"""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

import pandas as pd
import pyarrow as pa

from analysis.corpus.cluster import Cluster, map_on_cluster
from analysis.corpus.delta import rows_to_arrow
from analysis.corpus.reuse import TextDay, copied_rows, same_texts, text_days
from analysis.corpus.rows import Annotators, Row, keyed_rows, text_rows
from analysis.corpus.runs import Tally
from analysis.corpus.store import Store, Writer
from analysis.corpus.workers import cores, map_batches
from analysis.errors import StoreError
from analysis.schemas import AMOUNTS, ANNOTATED, CLAIMS, MENTIONS, SENTENCES

__all__ = ["AnnotateReport", "Annotators", "annotate", "annotate_batch"]

Progress = Callable[[int, int], None]

_TABLES = {table.name: table for table in (MENTIONS, SENTENCES, AMOUNTS, CLAIMS)}
_READ = "en"  # and texts without a language: those too short to tell are most often English briefs
_BATCH_CHARS = 200_000  # of text in one batch: a second of work, a few MB of rows
_FLUSH_ROWS = 40_000  # of one table before they are written
_ALONE_TEXTS = 400  # below this many texts, starting workers costs more than they save


@dataclass(frozen=True, slots=True)
class AnnotateReport:
    """What one run of `annotate` did."""

    annotated: int  # articles, copies included
    texts: int  # distinct texts among them
    reused: int  # of the articles, those whose text an earlier run had read
    not_english: int  # articles skipped, because the measures read English
    failed: int  # articles whose text broke a finder; in `tally` with the error
    rows: dict[str, int]  # rows added, by table
    tally: dict[str, Any]
    store_version: int
    seconds: float


@dataclass(frozen=True, slots=True)
class _Job:
    """A text, and the articles that carry it."""

    article_ids: tuple[str, ...]
    text_hash: str
    day: date | None
    text: str = ""


@dataclass(frozen=True, slots=True)
class _Result:
    tables: dict[str, pa.Table]
    texts: int
    outcomes: list[Row]  # rows of `annotated`
    failures: list[tuple[str, str]]  # article, error


def annotate(
    store: Store,
    annotators: Annotators,
    *,
    workers: int | None = None,
    engine: Cluster | None = None,
    wait: float = 300.0,
    notify: Callable[[str], None] | None = None,
    progress: Progress | None = None,
) -> AnnotateReport:
    """Annotate every article that these annotators have not seen yet.

    Articles in other languages than English are counted and skipped; an article
    whose language could not be told is read as English. With a new
    `annotators.version` every article is annotated again. A text that several
    articles carry, in this run or since an earlier one, is annotated once for
    each day of publication, because claims are dated against it.

    Args:
        store: opened at its latest version; shows the new rows afterwards.
        annotators: the finders and their version.
        workers: processes; one for each core by default, none where there is
            little to do. The rows do not depend on it.
        engine: a Dask cluster (`cluster.read_engine`) whose workers annotate in
            place of processes here; the rows do not depend on it either.
        wait: seconds to wait for another run that is writing.
        notify: told in a sentence when it waits.
        progress: called with (texts done, texts in all).

    Raises:
        StoreError: another run holds the store, the disk is full, or a worker
            process died; the store keeps its last good version.
        EngineError: the cluster cannot be used, or was lost; the store keeps
            its last good version.
    """
    began = time.monotonic()
    with store.write("annotate", wait=wait, notify=notify) as writer:
        pending = _pending(store, writer, annotators.version)
        english = pending.loc[pending["language"].isna() | (pending["language"] == _READ)]
        counts = _Counts(not_english=len(pending) - len(english))
        if len(pending):
            writer.append(ANNOTATED, _not_english(pending.drop(english.index), annotators.version))
            sources = same_texts(store, english, annotators.version)
            _store_copies(writer, sources, english, annotators.version, counts)
            carriers = _carriers(english.loc[~english["article_id"].isin(sources)])
            function, batches = partial(annotate_batch, annotators), _batches(store, carriers)
            if engine is not None and carriers:
                results = map_on_cluster(function, batches, engine, installed=annotators.installed, notify=notify)
            else:
                workers = workers or (cores() if len(carriers) > _ALONE_TEXTS else 1)
                results = map_batches(function, batches, workers=workers)
            _store_results(writer, results, counts, len(carriers), progress)
            writer.commit(inputs={"annotators": annotators.version}, outputs=counts.outputs(), tally=counts.tally())
    return AnnotateReport(
        annotated=counts.annotated,
        texts=counts.texts,
        reused=counts.reused,
        not_english=counts.not_english,
        failed=len(counts.failures),
        rows=counts.rows,
        tally=counts.tally(),
        store_version=store.version,
        seconds=time.monotonic() - began,
    )


class _Counts:
    """What a run has done so far."""

    def __init__(self, not_english: int) -> None:
        self.not_english = not_english
        self.annotated = 0
        self.texts = 0
        self.reused = 0
        self.rows = dict.fromkeys(_TABLES, 0)
        self.failures: list[tuple[str, str]] = []

    def add(self, result: _Result) -> None:
        self.annotated += len(result.outcomes) - len(result.failures)
        self.texts += result.texts
        self.rows = {name: n + len(result.tables[name]) for name, n in self.rows.items()}
        self.failures += result.failures

    def add_copies(self, articles: int, tables: dict[str, pd.DataFrame]) -> None:
        self.annotated += articles
        self.reused += articles
        self.rows = {name: n + len(tables[name]) for name, n in self.rows.items()}

    def outputs(self) -> dict[str, Any]:
        return {"rows": self.rows, "articles": self.annotated, "texts": self.texts, "reused": self.reused}

    def tally(self) -> dict[str, Any]:
        tally = Tally()
        if self.not_english:
            tally.add("not_english", "kept, and skipped by the measures that read English", self.not_english)
        for article_id, error in sorted(self.failures):
            tally.add("annotation_failed", f"article {article_id}: {error}")
        return tally.to_dict()


def _pending(store: Store, writer: Writer, version: str) -> pd.DataFrame:
    """Select the articles to annotate; clears the tables where other annotators filled them."""
    seen = store.annotations(ANNOTATED)
    if (seen["annotators"] != version).any():
        for table in (*_TABLES.values(), ANNOTATED):
            writer.clear(table)
        seen = ANNOTATED.empty()
    articles = store.articles(columns=["article_id", "text_hash", "language", "published_at"])
    return articles.loc[~articles["article_id"].isin(seen["article_id"])]


def _not_english(skipped: pd.DataFrame, version: str) -> pd.DataFrame:
    rows = skipped[["article_id", "text_hash"]].assign(annotators=version, outcome="not_english")
    return ANNOTATED.check(rows)


def _carriers(articles: pd.DataFrame) -> dict[str, _Job]:
    """One job for each text and day, without its text, by the article whose body is to be read."""
    found: dict[TextDay, list[str]] = defaultdict(list)
    for article_id, place in zip(articles["article_id"], text_days(articles), strict=True):
        found[place].append(article_id)
    return {min(ids): _Job(tuple(sorted(ids)), text_hash, day) for (text_hash, day), ids in found.items()}


def _batches(store: Store, carriers: dict[str, _Job]) -> Iterator[list[_Job]]:
    """Batches of jobs with their texts, in stored order."""
    batch: list[_Job] = []
    size = 0
    for rows in store.bodies(carriers, ["body"]):
        for article_id, body in zip(rows["article_id"], rows["body"], strict=True):
            batch.append(replace(carriers[article_id], text=body))
            size += len(body)
            if size >= _BATCH_CHARS:
                yield batch
                batch, size = [], 0
    if batch:
        yield batch


# --- the pure function, in a worker ---------------------------------------------------


def annotate_batch(annotators: Annotators, jobs: Iterable[_Job]) -> _Result:
    """Annotate a batch of texts; a text that breaks a finder is reported and costs only itself."""
    jobs = list(jobs)
    try:
        return _annotate(annotators, jobs)
    except Exception as error:  # the fault boundary between texts: tallied and shown
        if len(jobs) > 1:
            return _joined([annotate_batch(annotators, [job]) for job in jobs])
        return _failed(annotators, jobs[0], f"{type(error).__name__}: {error}")


def _annotate(annotators: Annotators, jobs: list[_Job]) -> _Result:
    rows: dict[str, list[Row]] = {name: [] for name in _TABLES}
    outcomes = []
    for job in jobs:
        found = text_rows(annotators, job.text, job.day)
        for article_id in job.article_ids:
            for name, keyed in keyed_rows(found, article_id).items():
                rows[name] += keyed
        outcomes += _stamps(annotators, job, "annotated")
    return _Result({name: rows_to_arrow(table, rows[name]) for name, table in _TABLES.items()}, len(jobs), outcomes, [])


def _failed(annotators: Annotators, job: _Job, error: str) -> _Result:
    none = {name: rows_to_arrow(table, []) for name, table in _TABLES.items()}
    return _Result(none, 1, _stamps(annotators, job, "failed"), [(article_id, error) for article_id in job.article_ids])


def _stamps(annotators: Annotators, job: _Job, outcome: str) -> list[Row]:
    stamp = {"text_hash": job.text_hash, "annotators": annotators.version, "outcome": outcome}
    return [{"article_id": article_id, **stamp} for article_id in job.article_ids]


def _joined(results: list[_Result]) -> _Result:
    return _Result(
        {name: pa.concat_tables([result.tables[name] for result in results]) for name in _TABLES},
        sum(result.texts for result in results),
        [row for result in results for row in result.outcomes],
        [failure for result in results for failure in result.failures],
    )


def _store_copies(
    writer: Writer, sources: dict[str, str], articles: pd.DataFrame, version: str, counts: "_Counts"
) -> None:
    """Give articles whose text was read before the rows of that reading."""
    hashes = articles.set_index("article_id")["text_hash"]
    for ids, tables in copied_rows(writer.store, sources, _TABLES.values()):
        for name, table in _TABLES.items():
            writer.append(table, tables[name])
        stamp = {"annotators": version, "outcome": "annotated"}
        writer.append(ANNOTATED, ANNOTATED.frame({"article_id": i, "text_hash": hashes[i], **stamp} for i in ids))
        counts.add_copies(len(ids), tables)


# --- streaming ----------------------------------------------------------------------------


def _whole(results: Iterator[_Result], store: Store) -> Iterator[_Result]:
    try:
        yield from results
    except BrokenProcessPool as error:
        todo = "Memory may have run out: run again with one worker."
        raise StoreError(store.path, "a worker process died while annotating.", todo=todo) from error


def _store_results(
    writer: Writer, results: Iterator[_Result], counts: "_Counts", texts: int, progress: Progress | None
) -> None:
    waiting: list[_Result] = []
    for result in _whole(results, writer.store):
        waiting.append(result)
        counts.add(result)
        if progress:
            progress(counts.texts, texts)
        if sum(len(table) for done in waiting for table in done.tables.values()) >= _FLUSH_ROWS:
            _flush(writer, waiting)
            waiting = []
    if waiting:
        _flush(writer, waiting)


def _flush(writer: Writer, results: list[_Result]) -> None:
    joined = _joined(results)
    for name, table in _TABLES.items():
        writer.append(table, joined.tables[name])
    writer.append(ANNOTATED, ANNOTATED.frame(joined.outcomes))
