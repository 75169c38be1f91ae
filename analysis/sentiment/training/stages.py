"""The stages of training, and what each of them reads.

A stage that was done before is read from `build/stages`, so that a training
that was cut off goes on where it was.
"""

import hashlib
from pathlib import Path
from typing import Any, Final

from analysis.sentiment.clause import MARK, encode_target
from analysis.sentiment.training.fit import Examples, Stage, average, fit, new_net
from analysis.sentiment.training.rows import Row, labels, read_own

# The news alone, from the base: what keeps the average good at news.
NEWS: Final = Stage(seed=0, rate=1e-4, epochs=3, own=0, words=True)
# The news has hardly any aid in it, so our own sentences are shown more than once an epoch.
FIRST: Final = Stage(seed=0, rate=1e-4, epochs=3, own=2, late=False)
BRANCHES: Final = (Stage(seed=11, rate=8e-5, epochs=1, own=3), Stage(seed=12, rate=8e-5, epochs=1, own=1))
KEPT: Final = Path("build/stages")


def encode(words: Any, rows: list[Row]) -> list[list[int]]:
    """Give the token ids of each row, its target masked."""
    return [encode_target(words, row["sentence"], row["start"], row["end"]) for row in rows]


def train(base: Path, words: Any, news: list[Row]) -> dict[str, Any]:
    """Train over the news alone, then anew with our own sentences, go on in branches, average all.

    Args:
        base: folder of the base weights.
        words: tokenizer with the mark in it.
        news: the rows of news to fit on.

    Returns:
        Weights by name, as numpy arrays of float32.
    """
    mark = int(words.token_to_id(MARK))
    alone = _run(new_net(base, mark), words, news, NEWS)
    net = new_net(base, mark)
    first = _run(net, words, news, FIRST)
    branches = []
    for stage in BRANCHES:
        net.load_state_dict(first)
        branches.append(_run(net, words, news, stage))
    return {name: weight.numpy() for name, weight in average([first, *branches, alone]).items()}


def _run(net: Any, words: Any, news: list[Row], stage: Stage) -> dict[str, Any]:
    """Train `net` in one stage and give its weights; one done before is read."""
    import torch

    rows = news + read_own(late=stage.late) * stage.own
    examples = encode(words, rows), labels(rows)
    kept = KEPT / f"{_digest(net, examples, stage)}.pt"
    if not kept.exists():
        fit(net, examples, stage, int(words.token_to_id(MARK)))
        KEPT.mkdir(parents=True, exist_ok=True)
        torch.save(net.state_dict(), kept)
    return dict(torch.load(kept))


def _digest(net: Any, examples: Examples, stage: Stage) -> str:
    """Name a stage by all that its weights hang on, but for the code and the packages."""
    told = hashlib.sha256(repr((stage, examples)).encode())
    for weight in net.state_dict().values():
        told.update(weight.numpy().tobytes())
    return told.hexdigest()[:16]
