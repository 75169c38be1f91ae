"""Find names in real news whose tone nobody labelled: what the teacher labels for the student.

    python -m analysis.sentiment.training.unlabelled FILE FOLDER OUT MODULE:FUNCTION

`FILE` is NewsMTSC, `FOLDER` holds texts (`*.txt`, and `text` of `*.jsonl` and
`*.jsonl.gz`), `FUNCTION` finds names in a text, which is no work of this package. Which
names are taken hangs on digests alone, so that the same texts give the same rows.
"""

import gzip
import hashlib
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from itertools import accumulate, takewhile
from pathlib import Path
from typing import Any, Final

from analysis.corpus.sentences import split_sentences
from analysis.sentiment.training.rows import Row, read_news

MAX_FILE: Final = 3_000_000  # characters taken of one file: a large archive would drown the rest
MAX_TEXT: Final = 12_000  # characters of one text; the news is at its head
_LENGTHS: Final = range(30, 451)  # characters of a sentence
_EACH: Final = 3  # targets of a sentence
_MARKUP: Final = re.compile(r"\]\(|#|\*\*|\n.*\n", re.DOTALL)
# Pronouns stand for targets in NewsMTSC, but are so many that they are thinned.
_SHARES: Final = {
    "he": 0.8, "she": 1.0, "him": 0.8, "her": 0.7, "his": 0.5, "they": 0.4, "them": 0.3,
    "their": 0.25, "it": 0.08, "we": 0.12, "you": 0.08, "i": 0.1,
}  # fmt: skip
_PRONOUN: Final = re.compile(rf"\b(?:{'|'.join(_SHARES)}|I)\b".replace("|i|", "|"))

Place = tuple[int, int]
Finder = Callable[[str], Iterable[Any]]  # gives records with `start` and `end`


def main() -> None:
    """Write the rows of a folder as JSON Lines."""
    news, folder, out, finder = sys.argv[1:]
    module, _, function = finder.partition(":")
    rows = read_unlabelled(Path(folder), read_news(Path(news))[0], getattr(import_module(module), function))
    Path(out).write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")


def read_unlabelled(folder: Path, labelled: Sequence[Row], find: Finder) -> list[Row]:
    """Read targets nobody labelled: in the sentences of `labelled`, and in the texts under `folder`.

    Returns:
        Rows of `sentence`, `start`, `end`, without those of `labelled`, each once.
    """
    known = {_key(row) for row in labelled}
    alone = sorted({row["sentence"] for row in labelled})
    rows = [row for sentence in alone for row in _picked(sentence, _targets(sentence, find), len(sentence))]
    for text in texts(folder):
        rows += _of_text(text, find)
    return list({_key(row): row for row in rows if _key(row) not in known}.values())


def texts(folder: Path, cap: int = MAX_FILE) -> Iterator[str]:
    """Yield the texts under a folder, in an order that hangs on names and digests alone."""
    for path in sorted(folder.rglob("*.txt")):
        yield path.read_text(encoding="utf-8")[:MAX_TEXT]
    for path in sorted([*folder.rglob("*.jsonl"), *folder.rglob("*.jsonl.gz")]):
        held = sorted(_column(path), key=_digest)
        sizes = accumulate(len(text) for text in held)
        yield from (text for text, _ in takewhile(lambda pair: pair[1] <= cap, zip(held, sizes, strict=True)))


def _column(path: Path) -> Iterator[str]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if isinstance(row.get("text"), str):
                yield row["text"][:MAX_TEXT]


def _of_text(text: str, find: Finder) -> Iterator[Row]:
    places = _targets(text, find)
    for sentence in split_sentences(text):
        if len(sentence.text) in _LENGTHS and not _MARKUP.search(sentence.text):
            inside = [
                (a - sentence.start, b - sentence.start) for a, b in places if sentence.start <= a < b <= sentence.end
            ]
            yield from _picked(sentence.text, inside, _EACH)


def _targets(text: str, find: Finder) -> list[Place]:
    names = [(name.start, name.end) for name in find(text)]
    return sorted({*names, *(match.span() for match in _PRONOUN.finditer(text))})


def _picked(sentence: str, places: Iterable[Place], most: int) -> Iterator[Row]:
    held = list(places)
    rows: list[Row] = [{"sentence": sentence, "start": start, "end": end} for start, end in held]
    kept = [row for row, place in zip(rows, held, strict=True) if _chance(row) < _share(sentence[slice(*place)])]
    yield from sorted(kept, key=_chance)[:most]


def _share(target: str) -> float:
    return _SHARES.get(target.lower(), 1.0)


def _chance(row: Row) -> float:
    return int(_digest("/".join(map(str, _key(row))))[:8], 16) / 2**32


def _key(row: Row) -> tuple[str, int, int]:
    return row["sentence"], row["start"], row["end"]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


if __name__ == "__main__":
    main()
