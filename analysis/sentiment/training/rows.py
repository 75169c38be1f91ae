"""Read what the model learns from: labelled news sentences, and our own.

NewsMTSC comes as JSON Lines of {split, gid, sentence, start, end, polarity}. A
fifth of its articles, set apart by digest, is for validation and never fitted.
"""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

OWN: Final = Path(__file__).with_name("sentences.jsonl")

Row = dict[str, Any]


def is_validation(gid: str) -> bool:
    """Whether an article is set apart; the first three parts of `gid` name it.

    >>> is_validation("polusa_v1_1_x_7") == is_validation("polusa_v1_1_y_9")
    True
    """
    return int(hashlib.sha256(article_of(gid).encode()).hexdigest(), 16) % 5 == 0


def article_of(gid: str) -> str:
    """Name the article, or the event, of a row: the first three parts of its `gid`."""
    return "_".join(gid.split("_")[:3])


def read_news(path: Path) -> tuple[list[Row], list[Row]]:
    """Read NewsMTSC's training split: the rows to fit on, and the rows set apart."""
    rows = [row for row in read_rows(path) if row["split"] == "train"]
    return [r for r in rows if not is_validation(r["gid"])], [r for r in rows if is_validation(r["gid"])]


def read_own(path: Path = OWN) -> list[Row]:
    """Read sentences written for Newsbook, one row a target."""
    return [{"sentence": row["sentence"], **target} for row in read_rows(path) for target in row["targets"]]


def labels(rows: Sequence[Row]) -> list[int]:
    """Map the labels -1, 0, 1 to 0, 1, 2.

    >>> labels([{"polarity": -1}, {"polarity": 1}])
    [0, 2]
    """
    return [row["polarity"] + 1 for row in rows]


def read_rows(path: Path) -> list[Row]:
    """Read JSON Lines."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]
