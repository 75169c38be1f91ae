"""The stages of training, and what each of them reads.

A stage that was done before is read from `build/stages`, so that a training
that was cut off goes on where it was.
"""

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np

from analysis.sentiment.clause import encode_target
from analysis.sentiment.training.base import tokenizer
from analysis.sentiment.training.fit import Shares, Special, Stage, average, fit, new_net, smoothed
from analysis.sentiment.training.labels import labelled
from analysis.sentiment.training.rows import Row, labels

MIX: Final = 0.5  # of the aim of a labelled row is what the teachers said, the rest its label
NEWS: Final = 2  # how often an epoch shows each labelled row of news; it shows the unlabelled ones once
OWN: Final = 3  # and each of our own: the news has hardly any aid in it
TRUNK: Final = Stage(seed=0, rate=4e-4, epochs=3, batch=128)
# Two rounds of branches: each goes on from the average of those before.
ROUNDS: Final = (
    tuple(Stage(seed=seed, rate=3e-4, epochs=4, batch=128) for seed in (1, 2, 3, 4)),
    tuple(Stage(seed=seed, rate=2e-4, epochs=3, batch=128) for seed in (11, 12, 13, 14)),
)
KEPT: Final = Path("build/stages")

Examples = tuple[list[list[int]], Shares]


def encode(words: Any, rows: Iterable[Row]) -> list[list[int]]:
    """Give the token ids of each row, its target masked."""
    return [encode_target(words, row["sentence"], row["start"], row["end"]) for row in rows]


def train(base: Path, examples: Examples) -> dict[str, Any]:
    """Train a trunk from the base, go on from it in rounds of branches, and average what the rounds gave.

    Args:
        base: folder of the base weights.
        examples: what `gathered` gave.

    Returns:
        Weights by name, as numpy arrays of float32.
    """
    special = tokenizer(base)[1]
    net = new_net(base, special)
    last = _run(net, examples, TRUNK, special)
    averages = []
    for branches in ROUNDS:
        grown = []
        for stage in branches:
            net.load_state_dict(last)
            grown.append(_run(net, examples, stage, special))
        last = average(grown)
        averages.append(last)
    return {name: weight.numpy() for name, weight in average(averages).items()}


def gathered(words: Any, news: Sequence[Row], own: Sequence[Row], sentences: Iterable[str]) -> Examples:
    """Gather what the student learns from: labelled rows, and what teachers said of them and of others.

    Args:
        words: tokenizer with the mark in it.
        news: labelled rows of news.
        own: labelled rows of our own.
        sentences: of other news; those that no teacher read are passed over.
    """
    gold = [*news, *own]
    rows, shares = labelled([*(row["sentence"] for row in gold), *sentences])
    told = {_key(row): share for row, share in zip(rows, shares, strict=True)}
    firm = smoothed(labels(gold))
    soft = np.array([told.pop(_key(row), aim) for row, aim in zip(gold, firm, strict=True)])
    rest = [row for row in rows if _key(row) in told]
    aims = np.concatenate([(1 - MIX) * firm + MIX * soft, np.array([told[_key(row)] for row in rest]).reshape(-1, 3)])
    often = np.repeat((NEWS, OWN, 1), (len(news), len(own), len(rest)))
    shown = np.repeat(np.arange(len(often)), often)
    encoded = encode(words, [*gold, *rest])
    return [encoded[place] for place in shown], aims[shown].astype(np.float32)


def _key(row: Row) -> tuple[str, int, int]:
    return row["sentence"], row["start"], row["end"]


def _run(net: Any, examples: Examples, stage: Stage, special: Special) -> dict[str, Any]:
    """Train `net` in one stage and give its weights; one done before is read."""
    import torch

    kept = KEPT / f"{_digest(net, examples, stage)}.pt"
    if not kept.exists():
        fit(net, *examples, stage, special)
        KEPT.mkdir(parents=True, exist_ok=True)
        torch.save({name: weight.cpu() for name, weight in net.state_dict().items()}, kept)
    return dict(torch.load(kept, weights_only=True))


def _digest(net: Any, examples: Examples, stage: Stage) -> str:
    """Name a stage by all that its weights hang on, but for the code and the packages."""
    told = hashlib.sha256(repr((stage, examples[0])).encode() + examples[1].tobytes())
    for weight in net.state_dict().values():
        told.update(weight.cpu().numpy().tobytes())
    return told.hexdigest()[:16]
