"""Load articles from whatever an analyst has: files, folders, globs, archives.

This module walks, tells formats apart and turns what the readers yield into
`Article` records. Bodies are as read: cleaning (`analysis.corpus.clean`),
languages and copies are settled at ingest.
"""

import glob
import re
import warnings
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from analysis.corpus.containers import DAMAGED, TooLargeError, file_source, head_of, unpacked
from analysis.corpus.dates import When, parse_date
from analysis.corpus.detect import format_of, has_article_extension, is_ignored
from analysis.corpus.drafts import Draft, Source
from analysis.corpus.identity import article_id, host_of, text_hash
from analysis.corpus.language import language_code
from analysis.corpus.markup import plain_text
from analysis.corpus.readers import reader_of
from analysis.corpus.unicode import repair
from analysis.errors import DroppedWarning, ReadError
from analysis.records import Article, Problem

_TABLE_NAME = re.compile(r"\.(?:csv|tsv|tab)(?:\.(?:gz|bz2|xz))?$", re.IGNORECASE)
OnProblem = Callable[[Problem], None]


def load_articles(
    path: str | Path, *, columns: Mapping[str, str] | None = None, on_problem: OnProblem | None = None
) -> Iterator[Article]:
    """Load every article under `path`, one at a time.

    The format of a file is told by its content. In a folder only files with an
    extension that articles come in are opened; others are reported, hidden
    files and READMEs passed over. Nothing is lost in silence: what could not be
    read, and every date that nobody can parse, becomes a `Problem`.

    A row that states no outlet gets the host of its address. A time without a
    zone is taken as UTC; `published_precision` says how much was stated.

    Args:
        path: File, folder or glob; `.gz`, `.zip`, `.bz2` and `.xz` are looked into.
        columns: Names for tables and JSON that are not understood by themselves:
            part of an article -> column, such as `{"headline": "Title"}`.
        on_problem: Called with each problem; without it each is a `DroppedWarning`.

    Returns:
        An iterator of articles with their bodies as read, in a fixed order.

    Raises:
        ReadError: `path` does not exist, or is one file that no reader knows, or
            a table without a text column.

    >>> list(load_articles("no/such/file.csv"))
    Traceback (most recent call last):
        ...
    analysis.errors.ReadError: no/such/file.csv: does not exist. Give a file, a folder or a glob such as 'news/*.jsonl'.
    """
    report = on_problem or _warn
    files = find_files(path, report)
    alone = len(files) == 1 and not Path(path).is_dir()
    return _load_all(files, columns, report, strict=alone)


def find_files(path: str | Path, report: OnProblem) -> list[Path]:
    """Return the files that `path` names, sorted; what a folder holds beside articles goes to `report`.

    Raises:
        ReadError: There is none.
    """
    asked = Path(path)
    if asked.is_file():
        return [asked]
    if asked.is_dir():
        return _walk(asked, report)
    matched = sorted(Path(match) for match in glob.iglob(str(path), recursive=True))  # noqa: PTH207 - a pattern may be absolute
    if not matched:
        raise ReadError(path, "does not exist.", todo="Give a file, a folder or a glob such as 'news/*.jsonl'.")
    found: list[Path] = []
    for match in matched:
        found += _walk(match, report) if match.is_dir() else [match]
    return found


def _walk(folder: Path, report: OnProblem) -> list[Path]:
    found = []
    others: dict[tuple[Path, str], list[str]] = {}
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder).parts
        if path.is_dir() or any(is_ignored(part) for part in inside):
            continue
        if has_article_extension(path.name):
            found.append(path)
        else:
            others.setdefault((path.parent, path.suffix), []).append(path.name)
    for (parent, suffix), names in others.items():
        what = f"not opened, articles do not come as {suffix or 'files without an extension'}: {', '.join(names[:20])}"
        report(Problem(parent.as_posix(), None, "not_an_article_format", what))
    return found


def _load_all(
    files: list[Path], columns: Mapping[str, str] | None, report: OnProblem, *, strict: bool
) -> Iterator[Article]:
    for path in files:
        for item in load_file(path, columns, strict=strict):
            if isinstance(item, Problem):
                report(item)
            else:
                yield item


def load_file(
    path: Path, columns: Mapping[str, str] | None = None, *, strict: bool = False
) -> Iterator[Article | Problem]:
    """Return the articles of one file, and what was wrong with it, in order.

    Args:
        path: A file.
        columns: As in `load_articles`.
        strict: Whether a file that no reader knows raises instead of being reported.
    """
    try:
        for source in unpacked(file_source(path)):
            if isinstance(source, Problem):
                yield source
            else:
                yield from _guarded(source, columns, strict=strict and source.name == path.as_posix())
    except TooLargeError as error:
        yield Problem(path.as_posix(), None, error.reason, str(error))
    except DAMAGED as error:
        yield Problem(path.as_posix(), None, "unreadable_file", f"{type(error).__name__}: {error}")


def _guarded(source: Source, columns: Mapping[str, str] | None, *, strict: bool) -> Iterator[Article | Problem]:
    """Read one source; whatever goes wrong in it is a problem of that source alone."""
    try:
        yield from _load_source(source, columns)
    except ReadError as error:
        if strict:
            raise
        yield source.problem(None, "unreadable", f"{error.what} {error.todo}".strip())
    except TooLargeError as error:
        yield source.problem(None, error.reason, str(error))
    except DAMAGED as error:
        yield source.problem(None, "unreadable_file", f"{type(error).__name__}: {error}")
    except RecursionError:
        yield source.problem(None, "nested_too_deep", "nested deeper than any article")
    except Exception as error:  # fault boundary: parsers of other people meet hostile bytes here
        yield source.problem(None, "reader_failed", f"{type(error).__name__}: {error}"[:300])


def _load_source(source: Source, columns: Mapping[str, str] | None) -> Iterator[Article | Problem]:
    kind = format_of(head_of(source))
    if kind == "text" and _TABLE_NAME.search(source.name):
        kind = "table"  # too short to show its columns, or with names of its own
    if kind == "empty":
        yield source.problem(None, "empty", "the file is empty")
        return
    read = reader_of(kind)
    if read is None:
        what = "a sitemap lists addresses, not articles" if kind == "sitemap" else "no format that articles come in"
        raise ReadError(source.name, f"{what}.", todo="Known: JSON, CSV, Parquet, text, HTML, feeds, NewsML, DOCX.")
    silent = True
    for part in read(source, columns):
        silent = False
        if isinstance(part, Problem):
            yield part
        else:
            yield from finish(part, source)
    if silent:
        yield source.problem(None, "no_articles", f"read as {kind}, holds nothing that is an article")


def finish(draft: Draft, source: Source) -> Iterator[Article | Problem]:
    """Return the article that a draft states, and what could not be made of it."""
    body = plain_text(draft.body) if draft.markup == "unknown" else draft.body
    headline = _line(draft.headline)
    body = _without_headline(body, headline)
    if not body.strip():
        body = headline or ""
        if not body or not (draft.url or draft.published or draft.outlet):
            yield source.problem(draft.row, "no_text", "no text, nor a headline with an address, a date or an outlet")
            return
        yield source.problem(draft.row, "headline_only", "no text is stated; the headline stands in for it")
    published, problem = _published(draft, source)
    if problem:
        yield problem
    accessed = next(filter(None, (parse_date(value) for value in draft.accessed)), None)
    outlet = _line(draft.outlet) or host_of(draft.url)
    day = published.at.date().isoformat() if published else None
    yield Article(
        article_id=article_id(url=draft.url, outlet=outlet, headline=headline, published=day, body=body),
        text_hash=text_hash(body),
        url=_line(draft.url),
        outlet=outlet,
        headline=headline,
        standfirst=_line(draft.standfirst),
        byline=_line(draft.byline),
        dateline=_line(draft.dateline),
        published_at=published.at if published else None,
        published_precision=published.precision if published else None,
        accessed_at=accessed.at if accessed else None,
        language=language_code(draft.language),
        section=_line(draft.section),
        body=body,
        removed=draft.removed,
        source_file=source.name,
        source_row=draft.row,
    )


def _without_headline(body: str, headline: str | None) -> str:
    """Return the body without the headline that stands above it once more."""
    first, _, rest = body.lstrip().partition("\n")
    same = headline is not None and first.strip(" .").casefold() == headline.strip(" .").casefold()
    return rest.lstrip() if same and rest.strip() else body


def _published(draft: Draft, source: Source) -> tuple[When | None, Problem | None]:
    for value in draft.published:
        found = parse_date(value, day_first=draft.day_first)
        if found is not None and 1600 <= found.at.year <= datetime.now(UTC).year + 5:
            return found, None
    if not draft.published:
        return None, None
    shown = str(draft.published[0])[:60]
    what = (
        f"`published_at` is {shown!r}, expected ISO 8601 such as 2024-03-04T09:00Z; the article is kept without a date"
    )
    return None, source.problem(draft.row, "unreadable_date", what)


def _line(text: str | None) -> str | None:
    """Return a short text on one line, without markup; None if empty."""
    if not text:
        return None
    if "<" in text or "&" in text or "*" in text:
        text = plain_text(text)
    if "\\" in text:  # titles cut out of YAML and JSON keep their escapes: "A\\u2019s", "one\\ \\ two"
        text = text.replace("\\ ", " ")
    return " ".join(repair(text).split()) or None


def _warn(problem: Problem) -> None:
    place = f" line {problem.source_row}" if problem.source_row else ""
    warnings.warn(f"{problem.source_file}{place}: {problem.detail} ({problem.reason})", DroppedWarning, stacklevel=3)
