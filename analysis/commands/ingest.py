"""`newsbook ingest`: articles into the store, and what is new annotated."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from analysis.briefing.annotators import annotators
from analysis.commands.screen import note, progress, say, show_tally
from analysis.corpus.annotate import AnnotateReport, annotate
from analysis.corpus.cluster import LOCAL, read_engine
from analysis.corpus.ingest import IngestReport, ingest
from analysis.corpus.store import Store, open_store
from analysis.errors import ParameterError
from analysis.schemas import ARTICLES


def run_ingest(paths: Iterable[Path], *, store: Path, columns: Iterable[str] = (), engine: str = LOCAL) -> Store:
    """Ingest files, folders and globs, annotate what is new, and say what was done.

    Args:
        paths: files, folders and globs, in the order they are read.
        store: folder of the store; made where there is none.
        columns: `headline=Title` for tables whose columns have other names.
        engine: who annotates, as `cluster.read_engine` reads it.

    Returns:
        The store, at its new version.

    Raises:
        NewsbookError: a path that does not exist, a store that is busy ...
    """
    names = column_names(columns)
    cluster = read_engine(engine)
    opened = open_store(store, create=True)
    with progress("reading articles") as shown:
        task = shown.task_ids[0]
        report = ingest(
            [near(path) for path in paths],
            opened,
            columns=names,
            notify=note,
            progress=lambda file, read: shown.update(task, completed=read, description=f"reading {Path(file).name}"),
        )
    with progress("annotating texts") as shown:
        task = shown.task_ids[0]
        annotated = annotate(
            opened,
            annotators(),
            engine=cluster,
            notify=note,
            progress=lambda done, total: shown.update(task, completed=done, total=total),
        )
    _tell(report, annotated, opened)
    return opened


def near(path: Path) -> str:
    """Name a path from the working folder where it lies below it.

    What is left out is shown in the briefing with its file, and a page for
    everyone should not name the folders of the machine that made it.

    >>> near(Path.cwd() / "data" / "raw"), near(Path("/srv/news"))
    ('data/raw', '/srv/news')
    """
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)


def column_names(pairs: Iterable[str]) -> dict[str, str]:
    """Read `--map` as part of an article -> column.

    >>> column_names(["headline=Title"])
    {'headline': 'Title'}
    >>> column_names(["titel=Title"])  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    analysis.errors.ParameterError: Unknown parameter `titel` for --map. Known: ...
    """
    known = {*ARTICLES.names} - {"article_id", "text_hash", "removed", "story_id", "is_canonical"}
    found = {}
    for pair in pairs:
        name, equals, column = pair.partition("=")
        if not equals or not column:
            raise ParameterError(pair, "--map", what="expected PART=COLUMN, such as --map headline=Title.")
        if name not in known:
            raise ParameterError(name, "--map", known=known)
        found[name] = column
    return found


def _tell(report: IngestReport, annotated: AnnotateReport, store: Store) -> None:
    show_tally(report.tally)
    show_tally(annotated.tally)
    if report.undated:
        note(f"{report.undated} of the new articles have no date; they are kept, and counted in no period")
    unchanged = f", {report.files_unchanged} unchanged" if report.files_unchanged else ""
    added = f"{_many(report.added, 'article')} added, {report.already_there} already there"
    say(f"{_many(report.files, 'file')}{unchanged}: {added}.")
    say(f"{_many(annotated.texts, 'text')} annotated ({_rows(annotated.rows)}).")
    say(f"Store {store.path} is at version {store.version}.")


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _rows(rows: dict[str, Any]) -> str:
    return ", ".join(f"{count} {name}" for name, count in sorted(rows.items())) or "nothing new"
