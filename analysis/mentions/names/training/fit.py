"""Fine-tune the first layers of the encoder to label words.

Every random choice comes from the seed, so that the same packages on the same
kind of processor give the same weights.
"""

import math
import random
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from analysis.encoder.words import SHAPES
from analysis.mentions.names.spans import LABELS
from analysis.mentions.names.training.rows import Sample

LAYERS: Final = 3  # of the base's six: half the time to train and to read
EPOCHS: Final = 5
BATCH: Final = 8
RATE: Final = 4e-4
HEAD_RATE: Final = 1e-3
DECAY: Final = 0.9  # of the learning rate, per layer down
SMOOTHING: Final = 0.05  # coders disagree on about one name in twenty
FORGOTTEN: Final = 0.05  # share of pieces hidden in training, so that the words around count
_LAYER: Final = re.compile(r"layer\.(\d+)\.")
_IGNORED: Final = -100


def new_net(base: Path, *, shapes: int = SHAPES, labels: int = len(LABELS)) -> Any:
    """Load the first layers of `base` under a head that labels pieces; word vectors stay as they are.

    Args:
        base: folder of the base's weights.
        shapes: how many ways to write a word are told apart.
        labels: how many numbers the head gives a piece.
    """
    import torch
    from transformers import BertModel

    # Attention as plain products: on a CPU it trains at nearly twice the speed of the fused one.
    bert = BertModel.from_pretrained(
        str(base), add_pooling_layer=False, attn_implementation="eager", attention_probs_dropout_prob=0.0
    )
    bert.encoder.layer = bert.encoder.layer[:LAYERS]
    bert.embeddings.word_embeddings.weight.requires_grad_(False)
    width = bert.config.hidden_size
    looks, head = torch.nn.Embedding(shapes, width), torch.nn.Linear(width, labels)
    torch.nn.init.normal_(looks.weight, std=0.01)
    return torch.nn.ModuleDict({"bert": bert, "shapes": looks, "drop": torch.nn.Dropout(0.1), "head": head})


def logits(net: Any, ids: Any, shapes: Any, mask: Any) -> Any:
    """Run a padded batch: one row of logits a piece."""
    words = net["bert"].embeddings.word_embeddings(ids) + net["shapes"](shapes)
    states = net["bert"](inputs_embeds=words, attention_mask=mask).last_hidden_state
    return net["head"](net["drop"](states))


def fit(net: Any, rows: Sequence[Sample], *, seed: int, unknown: int, epochs: int = EPOCHS) -> None:
    """Train `net` in place on passages, in bfloat16 where it is exact enough.

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
            with torch.autocast("cpu", torch.bfloat16):
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


def parameter_groups(net: Any) -> list[dict[str, Any]]:
    """Give the weights that are trained with their rates: the lower a layer, the slower it learns."""
    own = [*net["head"].parameters(), *net["shapes"].parameters()]
    groups: list[dict[str, Any]] = [{"params": own, "lr": HEAD_RATE, "weight_decay": 0.01}]
    for name, weight in net["bert"].named_parameters():
        if not weight.requires_grad:
            continue
        found = _LAYER.search(name)
        depth = LAYERS - 1 - int(found[1]) if found else LAYERS
        decay = 0.0 if weight.ndim == 1 else 0.01
        groups.append({"params": [weight], "lr": RATE * DECAY**depth, "weight_decay": decay})
    return groups


def slope(step: int, total: int) -> float:
    """Share of the full rate: up over the first tenth, then down to nothing."""
    return min((step + 1) / (0.1 * total), max(0.0, (total - step) / (0.9 * total)))
