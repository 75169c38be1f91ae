"""Fine-tune the encoder: long stages and short branches, whose weights are averaged.

Every random choice comes from the seed of its stage, so that the same packages
on the same kind of processor give the same weights; one thread, so that sums
come out in one order.
"""

import math
import random
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

SMOOTHING: Final = 0.1  # labels are right about nine times in ten, between coders
BATCH: Final = 16
HEAD_RATE: Final = 1e-3
DECAY: Final = 0.9  # of the learning rate, per layer down: lower layers know English already
Examples = tuple[list[list[int]], list[int]]
_LAYER: Final = re.compile(r"layer\.(\d+)\.")


@dataclass(frozen=True, slots=True)
class Stage:
    """One pass of training: in which order (seed), how fast, how long, on what."""

    seed: int
    rate: float
    epochs: int
    own: int  # how often an epoch shows each of our own rows; it shows the news once
    words: bool = False  # whether the word vectors move
    late: bool = True  # with our own sentences written after the first stage began


def new_net(base: Path, mark: int) -> Any:
    """Load the encoder of `base` under a head for [mean of states; state of the target].

    Args:
        base: folder of the all-MiniLM-L6-v2 checkpoint.
        mark: token id that stands for the target; begins as a mean of pronouns.
    """
    import torch
    from transformers import BertModel

    torch.manual_seed(0)
    bert = BertModel.from_pretrained(str(base), add_pooling_layer=False, attn_implementation="sdpa")
    net = torch.nn.ModuleDict({"bert": bert, "drop": torch.nn.Dropout(0.1), "head": torch.nn.Linear(768, 3)})
    with torch.no_grad():
        words = bert.embeddings.word_embeddings.weight
        words[mark] = words[[103, 2002, 2016, 2027]].mean(0)  # [MASK], he, she, they
    return net


def logits(net: Any, ids: Any, mask: Any, mark: int) -> Any:
    """Run a padded batch; one row of three logits a target."""
    import torch

    states = net["bert"](input_ids=ids, attention_mask=mask).last_hidden_state
    here = mask.unsqueeze(-1).to(states.dtype)
    marked = (ids == mark).unsqueeze(-1).to(states.dtype)
    mean = (states * here).sum(1) / here.sum(1)
    target = (states * marked).sum(1) / marked.sum(1)
    return net["head"](net["drop"](torch.cat([mean, target], -1)))


def fit(net: Any, examples: Examples, stage: Stage, mark: int) -> None:
    """Train `net` in place, in bfloat16 where it is exact enough.

    Args:
        net: what `new_net` gave.
        examples: token ids and labels (0, 1, 2), as one epoch shows them.
        stage: seed, rate and epochs.
        mark: token id that stands for the target.
    """
    import torch

    torch.set_num_threads(1)
    torch.manual_seed(stage.seed)
    order = random.Random(stage.seed)  # noqa: S311 - shuffling, not secrets
    encoded, gold = examples
    optimizer = torch.optim.AdamW(_groups(net, stage), weight_decay=0.01, fused=True)
    total = math.ceil(len(encoded) / BATCH) * stage.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _slope(step, total))
    aims = torch.nn.functional.one_hot(torch.tensor(gold), 3).float() * (1 - SMOOTHING) + SMOOTHING / 3
    net.train()
    for epoch in range(stage.epochs):
        lost = 0.0
        for picked in _batches(encoded, order):
            ids, mask = pad([encoded[i] for i in picked])
            with torch.autocast("cpu", torch.bfloat16):
                shares = torch.log_softmax(logits(net, ids, mask, mark).float(), -1)
                loss = (-(shares * aims[picked]).sum(-1)).mean()
            loss.backward()
            lost += float(loss.detach()) * len(picked) / len(encoded)
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)
        sys.stderr.write(f"seed {stage.seed}, epoch {epoch + 1} of {stage.epochs}: loss {lost:.4f}\n")


def average(states: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Average the weights of several runs, name by name."""
    return {name: sum(state[name] for state in states) / len(states) for name in states[0]}


def pad(sequences: Sequence[list[int]]) -> tuple[Any, Any]:
    """Stack token ids of unequal length; the second tensor marks what is not padding."""
    import torch

    width = max(map(len, sequences))
    ids = torch.zeros(len(sequences), width, dtype=torch.long)
    mask = torch.zeros(len(sequences), width, dtype=torch.long)
    for row, sequence in enumerate(sequences):
        ids[row, : len(sequence)] = torch.tensor(sequence)
        mask[row, : len(sequence)] = 1
    return ids, mask


def _groups(net: Any, stage: Stage) -> list[dict[str, Any]]:
    groups = [{"params": list(net["head"].parameters()), "lr": HEAD_RATE}]
    net["bert"].embeddings.word_embeddings.requires_grad_(stage.words)
    for name, weight in net["bert"].named_parameters():
        if not weight.requires_grad:
            continue
        found = _LAYER.search(name)
        depth = 5 - int(found[1]) if found else 6
        decay = 0.0 if weight.ndim == 1 else 0.01
        groups.append({"params": [weight], "lr": stage.rate * DECAY**depth, "weight_decay": decay})
    return groups


def _slope(step: int, total: int) -> float:
    """Share of the full rate: up over the first tenth, then down to nothing."""
    return min((step + 1) / (0.1 * total), max(0.0, (total - step) / (0.9 * total)))


def _batches(encoded: Sequence[list[int]], order: random.Random) -> list[list[int]]:
    """Batches of like length, in random order: padding costs as much as words."""
    places = list(range(len(encoded)))
    order.shuffle(places)
    made = []
    for at in range(0, len(places), BATCH * 32):
        chunk = sorted(places[at : at + BATCH * 32], key=lambda i: len(encoded[i]))
        made += [chunk[k : k + BATCH] for k in range(0, len(chunk), BATCH)]
    order.shuffle(made)
    return made
