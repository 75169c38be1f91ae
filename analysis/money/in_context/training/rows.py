"""Read texts as windows, annotated ones with labels (`tests/gold/encoder_rows.py`), and part them into folds."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from analysis.encoder.words import Pieces
from analysis.money.in_context.read import ROLES
from analysis.money.in_context.windows import Window, groups, near, window
from analysis.money.notation.links import without_links
from analysis.money.weighing.classifier import LABELS

FOLDS: Final = 3  # writers are parted among them; other sources are in all
UNTOLD: Final = -100  # a stage or form that the gold leaves open


@dataclass(frozen=True, slots=True)
class Target:
    """An annotated amount of a window: its first piece, whether it counts, the numbers of stage and form, its parties.

    `counts` is None where the gold only says whose the amount is. `parties` gives by role the pieces that name
    who fills it, the first mark where the window names nobody who does, and none where that is not known.
    """

    piece: int
    counts: bool | None
    status: int
    instrument: int
    parties: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """A window with its annotated amounts, the offsets of these in the text, and where the text is from."""

    source: str
    window: Window
    targets: tuple[Target, ...]
    starts: tuple[int, ...]


def samples(path: Path, tokenizer: Any) -> list[Sample]:
    """Read every window of a file that has an annotated amount."""
    pieces = Pieces(tokenizer)
    with path.open(encoding="utf-8") as file:
        return [one for line in file for one in _windows(json.loads(line), pieces)]


def unlabelled(path: Path, tokenizer: Any, most: int) -> list[Sample]:
    """Read the windows of a file of texts that nobody annotated, each once, up to `most` of them."""
    pieces = Pieces(tokenizer)
    found: dict[tuple[int, ...], Sample] = {}
    with path.open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            amounts = [(start, end) for start, end in row["amounts"]]
            starts = [start for start, _ in amounts]
            plain = without_links(row["text"])
            for group in groups(amounts, len(row["text"])):
                cut = window(plain, group, near(amounts, starts, group), pieces)
                if cut.places and len(found) < most:
                    found.setdefault(tuple(cut.ids), Sample(row["source"], cut, (), ()))
    return list(found.values())


def _windows(row: dict[str, Any], pieces: Pieces) -> Iterator[Sample]:
    amounts = [(start, end) for start, end in row["amounts"]]
    told = {label["start"]: label for label in row["labels"]}
    plain = without_links(row["text"])
    for group in groups(amounts, len(row["text"])):
        cut = window(plain, group, amounts, pieces)
        starts = tuple(start for start in cut.places if start in told)
        if starts:
            targets = tuple(_target(cut, start, told[start]) for start in starts)
            yield Sample(row["source"], cut, targets, starts)


def _target(cut: Window, start: int, label: dict[str, Any]) -> Target:
    stage, form = (_number(kind, label.get(kind)) for kind in ("status", "instrument"))
    parties = tuple(_pieces(cut, label.get(role)) for role in ROLES)
    return Target(cut.places[start], label["counts"], stage, form, parties)


def _pieces(cut: Window, spans: list[list[int]] | None) -> tuple[int, ...]:
    """Give the pieces of a window that some spans of the text cover, its first mark if none."""
    if spans is None:
        return ()
    return tuple(k for k, word in enumerate(cut.words) if any(a <= word[0] < word[1] <= b for a, b in spans)) or (0,)


def _number(kind: str, label: str | None) -> int:
    return LABELS[kind].index(label) if label in LABELS[kind] else UNTOLD


def fold_of(source: str, writers: list[str]) -> int | None:
    """Give the fold of a writer; None for sources that are in all."""
    return writers.index(source) % FOLDS if source in writers else None


def writers_of(read: list[Sample]) -> list[str]:
    """List the writers of passages, whose names are one letter or two."""
    return sorted({one.source for one in read if len(one.source) <= 2})
