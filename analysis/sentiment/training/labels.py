"""What the teachers said, kept by digests: no text of others is in the package."""

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from analysis.sentiment.training.fit import Shares
from analysis.sentiment.training.rows import Row

LABELS: Final = Path(__file__).with_name("labels.npz")
_STEPS: Final = 255  # a share is kept in 8 bits


def write_labels(rows: Sequence[Row], shares: Shares, path: Path = LABELS) -> None:
    """Keep the shares of rows, in the order of their digests.

    Args:
        rows: `sentence`, `start`, `end`.
        shares: one row each, adding up to one.
        path: where to.
    """
    keys = np.array([digest(row["sentence"]) for row in rows], dtype=np.uint64)
    places = np.array([(row["start"], row["end"]) for row in rows], dtype=np.uint16)
    order = np.lexsort((places[:, 1], places[:, 0], keys))
    steps = np.rint(shares * _STEPS).astype(np.uint8)
    np.savez_compressed(path, sentences=keys[order], places=places[order], shares=steps[order])


def labelled(sentences: Iterable[str], path: Path = LABELS) -> tuple[list[Row], Shares]:
    """Find the rows that were labelled in `sentences`.

    Returns:
        Rows of `sentence`, `start`, `end` in the order of the file, and their shares.
    """
    with np.load(path) as held:
        keys, places, steps = held["sentences"], held["places"], held["shares"]
    wanted = set(keys.tolist())
    known = {key: sentence for sentence in sentences if (key := digest(sentence)) in wanted}
    here = [i for i, key in enumerate(keys.tolist()) if key in known]
    rows = [{"sentence": known[keys[i].item()], "start": int(places[i, 0]), "end": int(places[i, 1])} for i in here]
    shares: npt.NDArray[Any] = steps[here].astype(np.float32)
    return rows, np.asarray(shares / shares.sum(axis=1, keepdims=True), dtype=np.float32)


def digest(sentence: str) -> int:
    """Give 64 bits of a sentence's digest."""
    return int.from_bytes(hashlib.sha256(sentence.encode("utf-8", "replace")).digest()[:8], "big")
