"""Take files into the store: read, clean, tell the language, group copies, append.

An article that is already there adds nothing; a file that did not change is not
even opened. What cannot be read, and what is left out, is tallied with its
reason. One transaction: a run that ends early, however it ends, leaves the
store at its last good version.
"""

import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures.process import BrokenProcessPool
from dataclasses import asdict, dataclass, field
from hashlib import blake2b, file_digest
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.corpus.audit import odd_dates, story_faults
from analysis.corpus.clean import clean_article
from analysis.corpus.copies import Text
from analysis.corpus.identity import text_hash
from analysis.corpus.language import identify_language
from analysis.corpus.load import find_files, load_file
from analysis.corpus.recurring import strip_recurring
from analysis.corpus.runs import Tally, canonical_json
from analysis.corpus.store import Store, Writer
from analysis.corpus.syndication import copy_links, sign, stories, text_from
from analysis.corpus.workers import cores, map_batches
from analysis.errors import SchemaError, StoreError
from analysis.records import Article, Problem
from analysis.schemas import ARTICLES, SIGNATURES

Progress = Callable[[str, int], None]

_BATCH_CHARS = 1_000_000  # of text prepared at once
_FLUSH_ARTICLES = 2_000  # prepared before they are written
_TOLD_ARTICLES = 100  # read between two signs of progress
_ALONE_BYTES = 4_000_000  # below this much to read, starting workers costs more than it saves
_STORY = ["article_id", "story_id", "is_canonical"]
_COMPARED = ["body", "headline", "outlet", "url", "published_at"]


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What one run of `ingest` did."""

    files: int  # files named
    files_unchanged: int  # of them, not opened, because their content was ingested before
    read: int  # articles read from the others
    added: int  # of them, new to the store
    updates: int  # of those added, new texts at an address that the store knew
    already_there: int  # read, and in the store as they are
    shortened: int  # of those added, articles that lost a paragraph which their outlet prints under many
    copies: int  # of those added, copies of another article
    undated: int  # of those added, without a date of publication
    tally: dict[str, Any]  # what could not be read, by reason: {reason: {count, examples}}
    store_version: int
    seconds: float


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A batch of articles as rows, and what was left out of it."""

    articles: pd.DataFrame
    signatures: pd.DataFrame
    problems: list[Problem]


@dataclass
class _Count:
    read: int = 0
    added: int = 0
    updates: int = 0
    already_there: int = 0
    undated: int = 0
    tally: Tally = field(default_factory=Tally)


def ingest(
    paths: Iterable[str | Path],
    store: Store,
    *,
    columns: Mapping[str, str] | None = None,
    workers: int | None = None,
    wait: float = 300.0,
    notify: Callable[[str], None] | None = None,
    progress: Progress | None = None,
) -> IngestReport:
    """Add the articles of files, folders and globs to the store.

    An article is known by its address, or else by outlet, day and words
    (`identity.article_id`). The first text stored at an address keeps the id;
    another text at the same address is an update, stored beside it under an id
    of its own, and grouped with it unless the page was written anew.

    Args:
        paths: files, folders and globs, in the order they are to be read.
        store: opened at its latest version; shows the articles afterwards.
        columns: part of an article -> column, for tables with unusual names.
        workers: processes that clean; one a core by default, none for little.
        wait: seconds to wait for another run that is writing.
        notify: told in a sentence when it waits.
        progress: called with (file, articles read so far), within long files and after each.

    Raises:
        ReadError: a path does not exist, or the only file named is no articles.
        StoreError: another run holds the store, the disk is full, or a worker
            process died; the store keeps its last good version.
        SchemaError: what is to be stored is not sound; nothing is stored.
    """
    began = time.monotonic()
    count = _Count()
    files = [path for asked in paths for path in find_files(asked, count.tally.add_problem)]
    files = list(dict.fromkeys(files))
    with store.write("ingest", wait=wait, notify=notify) as writer:
        described = [_describe(path, columns) for path in files]
        before = _ingested(store)
        todo = [(path, known) for path, known in zip(files, described, strict=True) if _content(known) not in before]
        known = _Known(store)
        articles = _read([path for path, _ in todo], columns, known, count, strict=len(files) == 1, progress=progress)
        small = sum(entry["bytes"] for _, entry in todo) < _ALONE_BYTES
        prepared = map_batches(prepare_batch, _batches(articles), workers=workers or (1 if small else cores()))
        new = _store_all(writer, _whole(prepared, store), known, count)
        shortened = strip_recurring(writer, new) if new else 0
        copies = _group(writer, new) if new else 0
        counts = {name: value for name, value in asdict(count).items() if name != "tally"}
        counts |= {"shortened": shortened, "copies": copies}
        if todo:
            writer.commit(inputs={"files": [entry for _, entry in todo]}, outputs=counts, tally=count.tally.to_dict())
    return IngestReport(
        files=len(files),
        files_unchanged=len(files) - len(todo),
        tally=count.tally.to_dict(),
        store_version=store.version,
        seconds=time.monotonic() - began,
        **counts,
    )


# --- files ------------------------------------------------------------------------------


def _describe(path: Path, columns: Mapping[str, str] | None) -> dict[str, Any]:
    with path.open("rb") as handle:
        digest = file_digest(handle, "sha256").hexdigest()
    entry = {"path": path.as_posix(), "bytes": path.stat().st_size, "sha256": digest}
    return entry | ({"columns": dict(columns)} if columns else {})


def _content(entry: Mapping[str, Any]) -> str:
    """Name what makes reading a file again pointless: the same bytes, understood the same way."""
    return canonical_json([entry["sha256"], entry.get("columns")])


def _ingested(store: Store) -> set[str]:
    runs = store.runs()
    done = runs.loc[(runs["what"] == "ingest") & (runs["outcome"] == "ok"), "inputs"]
    return {_content(entry) for inputs in done for entry in json.loads(inputs).get("files", [])}


# --- articles -----------------------------------------------------------------------------


class _Known:
    """Which articles, and which of their texts, are in the store or on their way into it."""

    def __init__(self, store: Store) -> None:
        signed = store.annotations(SIGNATURES, columns=["article_id", "base_id", "raw_hash", "words_hash"])
        self.raw = set(zip(signed["base_id"], signed["raw_hash"], strict=True))
        self.words = set(zip(signed["base_id"], signed["words_hash"], strict=True))
        self.ids = set(signed["article_id"])


def _read(
    files: list[Path],
    columns: Mapping[str, str] | None,
    known: _Known,
    count: _Count,
    *,
    strict: bool,
    progress: Progress | None,
) -> Iterator[Article]:
    """Yield the articles of the files whose text, as read, is not in the store."""
    for path in files:
        for item in load_file(path, columns, strict=strict):
            if isinstance(item, Problem):
                count.tally.add_problem(item)
                continue
            count.read += 1
            if progress and count.read % _TOLD_ARTICLES == 0:
                progress(path.as_posix(), count.read)
            if (item.article_id, item.text_hash) in known.raw:
                count.already_there += 1
            else:
                known.raw.add((item.article_id, item.text_hash))
                yield item
        if progress:
            progress(path.as_posix(), count.read)


def _batches(articles: Iterator[Article]) -> Iterator[list[Article]]:
    batch: list[Article] = []
    size = 0
    for article in articles:
        batch.append(article)
        size += len(article.body) + 500
        if size >= _BATCH_CHARS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def prepare_batch(batch: list[Article]) -> _Prepared:
    """Clean a batch of articles and tell their language: a pure function, for worker processes."""
    rows = []
    problems = []
    for number, article in enumerate(batch):
        cleaned = clean_article(article.body)
        if not cleaned.body:
            what = "nothing is left of the text after cleaning"
            problems.append(Problem(article.source_file, article.source_row, "nothing_left", what))
            continue
        removed = [{"role": part.role, "text": part.text} for part in (*article.removed, *cleaned.removed)]
        rows.append(
            {name: getattr(article, name) for name in ARTICLES.names}
            | {
                "article_id": str(number),  # the id is settled when it is known what the store holds
                "base_id": article.article_id,
                "raw_hash": article.text_hash,
                "text_hash": text_hash(cleaned.body),
                "dateline": cleaned.dateline or article.dateline,
                "language": article.language or identify_language(cleaned.body),
                "body": cleaned.body,
                "removed": canonical_json(removed),
                "story_id": "",
                "is_canonical": True,
            }
        )
    signatures = sign(pd.DataFrame(rows, columns=[*ARTICLES.names, "base_id", "raw_hash"]))
    return _Prepared(ARTICLES.frame(rows), signatures, problems)


def _whole(prepared: Iterator[_Prepared], store: Store) -> Iterator[_Prepared]:
    try:
        yield from prepared
    except BrokenProcessPool as error:
        todo = "Memory may have run out: run again with one worker."
        raise StoreError(store.path, "a worker process died while reading.", todo=todo) from error


# --- storing --------------------------------------------------------------------------------


def _store_all(writer: Writer, prepared: Iterator[_Prepared], known: _Known, count: _Count) -> set[str]:
    """Append what is new, some thousands of articles at a time; returns the new ids."""
    new: set[str] = set()
    waiting: list[_Prepared] = []
    for batch in prepared:
        waiting.append(_settle_ids(batch, known, count))
        if sum(len(each.articles) for each in waiting) >= _FLUSH_ARTICLES:
            new |= _flush(writer, waiting)
            waiting = []
    return new | _flush(writer, waiting)


def _settle_ids(batch: _Prepared, known: _Known, count: _Count) -> _Prepared:
    """Leave out texts that the store holds, and give the others their ids."""
    for problem in batch.problems:
        count.tally.add_problem(problem)
    ids: list[str | None] = []
    for base_id, words in zip(batch.signatures["base_id"], batch.signatures["words_hash"], strict=True):
        if (base_id, words) in known.words:
            ids.append(None)
            count.already_there += 1
            continue
        is_update = base_id in known.ids
        article_id = blake2b(f"{base_id} {words}".encode(), digest_size=10).hexdigest() if is_update else base_id
        ids.append(article_id)
        known.words.add((base_id, words))
        known.ids.add(article_id)
        count.added += 1
        count.updates += is_update
    settled = pd.Series(ids, dtype="str", index=batch.articles.index)
    is_new = settled.notna()
    articles = batch.articles.assign(article_id=settled, story_id=settled).loc[is_new]
    count.undated += int(articles["published_at"].isna().sum())
    for odd in articles.loc[odd_dates(articles)].itertuples():
        what = f"dated {odd.published_at:%Y-%m-%d}, in the future or before 1700; kept under that date"
        count.tally.add_problem(Problem(str(odd.source_file), int(str(odd.source_row)), "odd_date", what))
    return _Prepared(articles, batch.signatures.assign(article_id=settled).loc[is_new], [])


def _flush(writer: Writer, waiting: list[_Prepared]) -> set[str]:
    if not waiting:
        return set()
    articles = ARTICLES.check(pd.concat([batch.articles for batch in waiting], ignore_index=True))
    writer.append(ARTICLES, articles)
    signatures = pd.concat([batch.signatures for batch in waiting], ignore_index=True)
    writer.append(SIGNATURES, SIGNATURES.check(signatures))
    return set(articles["article_id"])


# --- copies -----------------------------------------------------------------------------------


def _group(writer: Writer, new: set[str]) -> int:
    """Join the new articles to stories, and settle who is canonical; returns how many of them are copies."""
    dated = writer.read(ARTICLES, [*_STORY, "published_at"])
    known = dated.merge(writer.read(SIGNATURES, SIGNATURES.names), on="article_id")

    def read(ids: Iterable[str]) -> Iterator[tuple[str, Text]]:
        for rows in writer.bodies(ids, _COMPARED):
            for row in rows.itertuples(index=False):
                yield str(row.article_id), text_from(row)

    links = copy_links(known, new, read)
    joined = known.loc[known["article_id"] != known["story_id"], ["article_id", "story_id"]]
    settled = stories(known, [*links, *joined.itertuples(index=False, name=None)])
    faults = list(story_faults(settled))
    if faults or len(settled) != len(dated):
        raise SchemaError("articles", faults or [f"{len(dated)} articles, and {len(settled)} with a signature"])
    before = known[_STORY].sort_values("article_id", ignore_index=True)
    changed = (settled["story_id"] != before["story_id"]) | (settled["is_canonical"] != before["is_canonical"])
    writer.update(ARTICLES, settled.loc[changed].reset_index(drop=True))
    return int((~settled["is_canonical"] & settled["article_id"].isin(new)).sum())
