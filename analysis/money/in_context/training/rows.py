"""Read annotated texts (`tests/gold/encoder_rows.py`) as windows with labels, and part them into folds."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from analysis.money.classifier import LABELS
from analysis.money.in_context.windows import Window, groups, window

FOLDS: Final = 3  # writers are parted among them; other sources are in all
UNTOLD: Final = -100  # a stage or form that the gold leaves open


@dataclass(frozen=True, slots=True)
class Target:
    """An annotated amount of a window: its first piece, whether it counts, and the numbers of stage and form."""

    piece: int
    counts: bool
    status: int
    instrument: int


@dataclass(frozen=True, slots=True)
class Sample:
    """A window with its annotated amounts, the offsets of these in the text, and where the text is from."""

    source: str
    window: Window
    targets: tuple[Target, ...]
    starts: tuple[int, ...]


def samples(path: Path, tokenizer: Any) -> list[Sample]:
    """Read every window of a file that has an annotated amount."""
    with path.open(encoding="utf-8") as file:
        return [one for line in file for one in _windows(json.loads(line), tokenizer)]


def _windows(row: dict[str, Any], tokenizer: Any) -> Iterator[Sample]:
    amounts = [(start, end) for start, end in row["amounts"]]
    told = {label["start"]: label for label in row["labels"]}
    for group in groups(amounts, len(row["text"])):
        cut = window(row["text"], group, amounts, tokenizer)
        starts = tuple(start for start in cut.places if start in told)
        if starts:
            targets = tuple(_target(cut.places[start], told[start]) for start in starts)
            yield Sample(row["source"], cut, targets, starts)


def _target(piece: int, label: dict[str, Any]) -> Target:
    stage, form = (_number(kind, label.get(kind)) for kind in ("status", "instrument"))
    return Target(piece, label["counts"], stage, form)


def _number(kind: str, label: str | None) -> int:
    return LABELS[kind].index(label) if label in LABELS[kind] else UNTOLD


def fold_of(source: str, writers: list[str]) -> int | None:
    """Give the fold of a writer; None for sources that are in all."""
    return writers.index(source) % FOLDS if source in writers else None


def writers_of(read: list[Sample]) -> list[str]:
    """List the writers of passages, whose names are single letters."""
    return sorted({one.source for one in read if len(one.source) == 1})
