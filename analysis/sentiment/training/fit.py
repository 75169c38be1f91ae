"""Fine-tune an encoder toward shares of the labels; it runs on a CPU or, where there is one, on CUDA.

Every random choice comes from the seed of its stage, so that the same packages
on the same kind of processor give the same weights; on a CPU one thread, so that
sums come out in one order.
"""

import math
import random
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from analysis.encoder.precision import half_precision

Shares = npt.NDArray[np.float32]  # rows x labels (-1, 0, 1)

SMOOTHING: Final = 0.1  # labels are right about nine times in ten, between coders
HEAD_RATE: Final = 1e-3
DECAY: Final = 0.9  # of the learning rate, per layer down: lower layers know English already
_LAYER: Final = re.compile(r"layer\.(\d+)\.")


@dataclass(frozen=True, slots=True)
class Stage:
    """One pass of training: in which order (seed), how fast, how long, how many at once."""

    seed: int
    rate: float
    epochs: int
    batch: int


@dataclass(frozen=True, slots=True)
class Special:
    """Token ids of an encoder: the mark that stands for the target, the padding, and what the mark begins as."""

    mark: int
    pad: int
    likened: tuple[int, ...]


def new_net(base: Path, special: Special) -> Any:
    """Load the encoder of a checkpoint under a head for [mean of states; state of the target].

    The weights are rounded to 16 bits, as they travelled to the machine that trained.

    Args:
        base: folder of the checkpoint, BERT's kind or MPNet's.
        special: of its tokenizer; the mark begins as the mean of `likened`.
    """
    import torch
    from transformers import AutoModel

    torch.manual_seed(0)
    body = AutoModel.from_pretrained(str(base), add_pooling_layer=False)
    width = body.config.hidden_size
    net = torch.nn.ModuleDict({"bert": body, "drop": torch.nn.Dropout(0.1), "head": torch.nn.Linear(2 * width, 3)})
    with torch.no_grad():
        for weight in body.parameters():
            weight.copy_(weight.half().float())
        words = body.embeddings.word_embeddings.weight
        words[special.mark] = words[list(special.likened)].mean(0)
    return net.to("cuda" if torch.cuda.is_available() else "cpu")


def logits(net: Any, ids: Any, mask: Any, mark: int) -> Any:
    """Run a padded batch; one row of three logits a target."""
    import torch

    states = net["bert"](input_ids=ids, attention_mask=mask).last_hidden_state
    here = mask.unsqueeze(-1).to(states.dtype)
    marked = (ids == mark).unsqueeze(-1).to(states.dtype)
    mean = (states * here).sum(1) / here.sum(1)
    target = (states * marked).sum(1) / marked.sum(1)
    return net["head"](net["drop"](torch.cat([mean, target], -1)))


def fit(net: Any, encoded: Sequence[list[int]], aims: Shares, stage: Stage, special: Special) -> None:
    """Train `net` in place, in bfloat16 where that is quick.

    Args:
        net: what `new_net` gave.
        encoded: token ids, as one epoch shows them.
        aims: what each should say, a share a label.
        stage: seed, rate, epochs and size of a batch.
        special: token ids of the mark and the padding.
    """
    import torch

    device = net["head"].weight.device
    torch.set_num_threads(1)
    torch.manual_seed(stage.seed)
    order = random.Random(stage.seed)  # noqa: S311 - shuffling, not secrets
    optimizer = torch.optim.AdamW(_groups(net, stage), weight_decay=0.01, fused=True)
    total = math.ceil(len(encoded) / stage.batch) * stage.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _slope(step, total))
    wanted = torch.tensor(aims, device=device)
    net.train()
    for epoch in range(stage.epochs):
        lost = torch.zeros((), device=device)
        for picked in _batches(encoded, order, stage.batch):
            ids, mask = pad([encoded[i] for i in picked], special.pad, device)
            with half_precision(device.type):
                said = torch.log_softmax(logits(net, ids, mask, special.mark).float(), -1)
                loss = (-(said * wanted[torch.tensor(picked, device=device)]).sum(-1)).mean()
            loss.backward()
            lost += loss.detach() * (len(picked) / len(encoded))
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)
        sys.stderr.write(f"seed {stage.seed}, epoch {epoch + 1} of {stage.epochs}: loss {float(lost):.4f}\n")


def say(net: Any, encoded: Sequence[list[int]], special: Special, batch: int = 256) -> Shares:
    """Give the shares of the labels that `net` says of each row."""
    import torch

    device = net["head"].weight.device
    net.eval()
    found = np.zeros((len(encoded), 3), dtype=np.float32)
    places = sorted(range(len(encoded)), key=lambda i: len(encoded[i]))
    for at in range(0, len(places), batch):
        picked = places[at : at + batch]
        ids, mask = pad([encoded[i] for i in picked], special.pad, device)
        with torch.no_grad(), half_precision(device.type):
            found[picked] = torch.softmax(logits(net, ids, mask, special.mark).float(), -1).cpu().numpy()
    return found


def average(states: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Average the weights of several runs, name by name."""
    return {name: sum(state[name] for state in states) / len(states) for name in states[0]}


def smoothed(labels: Sequence[int]) -> Shares:
    """Turn labels (0, 1, 2) into shares that leave room for a wrong one."""
    return np.asarray(np.eye(3)[list(labels)] * (1 - SMOOTHING) + SMOOTHING / 3, dtype=np.float32)


def pad(sequences: Sequence[list[int]], fill: int, device: Any) -> tuple[Any, Any]:
    """Stack token ids of unequal length; the second tensor marks what is not padding."""
    import torch

    width = max(map(len, sequences))
    ids = np.full((len(sequences), width), fill, dtype=np.int64)
    mask = np.zeros((len(sequences), width), dtype=np.int64)
    for row, sequence in enumerate(sequences):
        ids[row, : len(sequence)] = sequence
        mask[row, : len(sequence)] = 1
    return torch.from_numpy(ids).to(device), torch.from_numpy(mask).to(device)


def _groups(net: Any, stage: Stage) -> list[dict[str, Any]]:
    layers = net["bert"].config.num_hidden_layers
    groups = [{"params": list(net["head"].parameters()), "lr": HEAD_RATE}]
    for name, weight in net["bert"].named_parameters():
        found = _LAYER.search(name)
        depth = layers - 1 - int(found[1]) if found else layers
        decay = 0.0 if weight.ndim == 1 else 0.01
        groups.append({"params": [weight], "lr": stage.rate * DECAY**depth, "weight_decay": decay})
    return groups


def _slope(step: int, total: int) -> float:
    """Share of the full rate: up over the first tenth, then down to nothing."""
    return min((step + 1) / (0.1 * total), max(0.0, (total - step) / (0.9 * total)))


def _batches(encoded: Sequence[list[int]], order: random.Random, size: int) -> list[list[int]]:
    """Batches of like length, in random order: padding costs as much as words."""
    places = list(range(len(encoded)))
    order.shuffle(places)
    made = []
    for at in range(0, len(places), size * 32):
        chunk = sorted(places[at : at + size * 32], key=lambda i: len(encoded[i]))
        made += [chunk[k : k + size] for k in range(0, len(chunk), size)]
    order.shuffle(made)
    return made
