"""Fine-tune the first layers of the encoder to label words.

Every random choice comes from the seed, so that the same packages on the same
kind of processor give the same weights.
"""

import math
import random
from collections.abc import Sequence
from typing import Any, Final

from analysis.encoder.labels import logits, parameter_groups, slope
from analysis.encoder.precision import half_precision
from analysis.mentions.names.spans import LABELS
from analysis.mentions.names.training.rows import Sample

EPOCHS: Final = 5
BATCH: Final = 8
SMOOTHING: Final = 0.05  # coders disagree on about one name in twenty
FORGOTTEN: Final = 0.05  # share of pieces hidden in training, so that the words around count
_IGNORED: Final = -100


def fit(net: Any, rows: Sequence[Sample], *, seed: int, unknown: int, epochs: int = EPOCHS) -> None:
    """Train `net` in place on passages, in bfloat16 where that is quick.

    Args:
        net: what `new_net` returned.
        rows: passages with labels.
        seed: of every random choice.
        unknown: the piece that stands for hidden ones.
        epochs: rounds over the rows.
    """
    import torch

    order = random.Random(seed)  # noqa: S311 - shuffling, not secrets
    optimizer = torch.optim.AdamW(parameter_groups(net), fused=True)
    total = math.ceil(len(rows) / BATCH) * epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: slope(step, total))
    loss_of = torch.nn.CrossEntropyLoss(ignore_index=_IGNORED, label_smoothing=SMOOTHING)
    net.train()
    for _ in range(epochs):
        places = list(range(len(rows)))
        order.shuffle(places)
        for at in range(0, len(places), BATCH):
            ids, shapes, mask, gold = pad([rows[i] for i in places[at : at + BATCH]])
            hidden = torch.tensor([[order.random() < FORGOTTEN for _ in row] for row in ids.tolist()]) & (shapes > 0)
            with half_precision():
                found = logits(net, ids.masked_fill(hidden, unknown), shapes, mask)
            loss_of(found.float().view(-1, len(LABELS)), gold.view(-1)).backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)


def pad(rows: Sequence[Sample]) -> tuple[Any, Any, Any, Any]:
    """Stack passages of unequal length: pieces, shapes, what is no padding, and labels at the heads of words."""
    import torch

    width = max(len(row.passage.ids) for row in rows)
    ids, shapes, mask = (torch.zeros(len(rows), width, dtype=torch.long) for _ in range(3))
    gold = torch.full((len(rows), width), _IGNORED)
    for place, row in enumerate(rows):
        length = len(row.passage.ids)
        ids[place, :length] = torch.tensor(row.passage.ids)
        shapes[place, :length] = torch.tensor(row.passage.shapes)
        mask[place, :length] = 1
        gold[place, torch.tensor(row.passage.heads)] = torch.tensor(row.labels)
    return ids, shapes, mask, gold
