"""Let teachers label for the student: a larger encoder, fine-tuned without each fold in turn.

    python -m analysis.sentiment.training.teach --base FOLDER --news FILE --unlabelled FILE

`FOLDER` is the all-mpnet-base-v2 checkpoint. A row that a teacher was fitted on it
knows by heart, so the labelled rows are read only by teachers that have not seen their
article. What they say is kept in `labels.npz`, by digests: no text is in it.
"""

import argparse
import hashlib
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from analysis.encoder.base import check_base
from analysis.sentiment.training.base import TEACHER_DIGEST, tokenizer
from analysis.sentiment.training.fit import Shares, Stage, fit, new_net, say, smoothed
from analysis.sentiment.training.labels import write_labels
from analysis.sentiment.training.measure import macro_f1
from analysis.sentiment.training.rows import Row, article_of, labels, read_news, read_own, read_rows
from analysis.sentiment.training.stages import encode

FOLDS: Final = 5
SEEDS: Final = (0, 1)
RATE: Final = 6e-5
EPOCHS: Final = 3
BATCH: Final = 32
OWN: Final = 2  # how often an epoch shows each of our own rows; it shows the news once
KEPT: Final = Path("build/teachers")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the teachers read: labelled news, our own rows, rows nobody labelled, and the fold of each in that order."""

    news: list[Row]
    own: list[Row]
    rest: list[Row]
    folds: list[int]

    @property
    def rows(self) -> list[Row]:
        """All rows, in the order of their folds."""
        return [*self.news, *self.own, *self.rest]


def main() -> None:
    """Train every teacher, write what they say, and print how right they are on what they have not seen."""
    parser = argparse.ArgumentParser(prog="analysis.sentiment.training.teach", description=__doc__)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--news", type=Path, required=True)
    parser.add_argument("--unlabelled", type=Path, required=True)
    asked = parser.parse_args()
    check_base(asked.base, TEACHER_DIGEST)
    news, own, rest = read_news(asked.news)[0], read_own(), read_rows(asked.unlabelled)
    all_of = Asked(news, own, rest, folds_of(news, own, rest))
    said = {(fold, seed): kept(asked.base, all_of, fold, seed) for fold in range(FOLDS) for seed in SEEDS}
    shares = merged(said, all_of.folds)
    write_labels(all_of.rows, shares)
    for name, part in (("news", slice(0, len(news))), ("own", slice(len(news), len(news) + len(own)))):
        gold = np.array([row["polarity"] for row in [*news, *own][part]])
        sys.stdout.write(
            f"{name}: macro-F1 {macro_f1(gold, shares[part].argmax(1) - 1):.4f} by teachers not fitted on it\n"
        )


def folds_of(news: Sequence[Row], own: Sequence[Row], rest: Sequence[Row]) -> list[int]:
    """Give each row the fold of its article, of its sentence where that is our own, or -1 where no row is labelled."""
    known = {row["sentence"]: _fold(article_of(row["gid"])) for row in news}
    known |= {row["sentence"]: _fold(row["sentence"]) for row in own}
    return [_fold(article_of(row["gid"])) for row in news] + [known.get(row["sentence"], -1) for row in [*own, *rest]]


def kept(base: Path, asked: Asked, fold: int, seed: int) -> Shares:
    """Read what one teacher said, or train it."""
    told = hashlib.sha256(repr((asked, RATE, EPOCHS, BATCH, OWN)).encode("utf-8", "replace")).hexdigest()
    path = KEPT / f"{told[:16]}-{fold}-{seed}.npy"
    if not path.exists():
        KEPT.mkdir(parents=True, exist_ok=True)
        np.save(path, taught(base, asked, fold, seed))
    return np.asarray(np.load(path))


def taught(base: Path, asked: Asked, fold: int, seed: int) -> Shares:
    """Train a teacher without a fold; it says the shares of all rows: news, our own, and the rest."""
    words, special = tokenizer(base)
    encoded = encode(words, asked.rows)
    often = [1] * len(asked.news) + [OWN] * len(asked.own)
    shown = [
        i for i, (many, apart) in enumerate(zip(often, asked.folds, strict=False)) if apart != fold for _ in range(many)
    ]
    gold = labels([*asked.news, *asked.own])
    aims = smoothed([gold[i] for i in shown])
    net = new_net(base, special)
    fit(net, [encoded[i] for i in shown], aims, Stage(10 * fold + seed, RATE, EPOCHS, BATCH), special)
    return say(net, encoded, special)


def merged(said: Mapping[tuple[int, int], Shares], folds: Sequence[int]) -> Shares:
    """Average the teachers: for a row of a fold those that left it out, for the rest all of them."""
    shares = np.mean(list(said.values()), axis=0)
    of = np.array(folds)
    for fold in range(FOLDS):
        apart = [found for (left, _), found in said.items() if left == fold]
        if apart:
            shares[of == fold] = np.mean(apart, axis=0)[of == fold]
    return np.asarray(shares, dtype=np.float32)


def _fold(key: str) -> int:
    return int(hashlib.sha256(f"teacher {key}".encode()).hexdigest(), 16) % FOLDS


if __name__ == "__main__":
    main()
