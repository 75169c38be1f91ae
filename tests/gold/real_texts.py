"""Give the texts of real documents that are annotated: labels are kept here, texts lie beside the checkout.

A path names a text of `../shared/data`:

    press-briefings/2021-12/....md                 a document of the White House
    newswire.jsonl#ID, pledges.jsonl#ID            a row of a table, by its id
    pages/gold.jsonl#FILE                          the body of a saved page
    quotes/dev/....txt                             a file
    exports/koheiw_newspapers/lexis/nyt1.docx#17   an article of an export, by its place in the file, as it is read
"""

import gzip
import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from analysis.corpus.load import load_file
from analysis.records import Article

DATA = Path(__file__).resolve().parents[2] / ".." / "shared" / "data"
WHITE_HOUSE = "white_house.jsonl.gz"
_KEYS = {"newswire.jsonl": ("id", "text"), "pledges.jsonl": ("id", "text"), "pages/gold.jsonl": ("file", "body")}


def texts(paths: Iterable[str]) -> dict[str, str]:
    """Give the texts of these paths; of those that the data does not hold, none."""
    wanted: dict[str, set[str]] = defaultdict(set)
    for path in paths:
        wanted[_file(path)].add(path)
    return {path: text for file, some in wanted.items() for path, text in _of_file(file, some).items()}


def _file(path: str) -> str:
    """Tell the file that a text lies in."""
    return path.partition("#")[0] if "#" in path or path.startswith("quotes/") else WHITE_HOUSE


def _of_file(file: str, paths: set[str]) -> dict[str, str]:
    if file.startswith("quotes/"):
        return {file: (DATA / file).read_text(encoding="utf-8")}
    if file.startswith("exports/"):
        articles = (part for part in load_file(DATA / file) if isinstance(part, Article))
        return {path: one.body for one in articles if (path := f"{file}#{one.source_row}") in paths}
    if file == WHITE_HOUSE:
        with gzip.open(DATA / file, "rt", encoding="utf-8") as lines:
            return {row["path"]: row["text"] for row in map(json.loads, lines) if row["path"] in paths}
    key, text = _KEYS[file]
    rows = map(json.loads, (DATA / file).read_text(encoding="utf-8").splitlines())
    return {path: row[text] for row in rows if (path := f"{file}#{row[key]}") in paths}
