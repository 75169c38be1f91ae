"""Fine-tune layers of the base to read amounts.

Every random choice comes from the seed, so that the same packages on the same
kind of processor give the same weights.
"""

import math
import random
import sys
from collections.abc import Callable, Sequence
from typing import Any, Final

from analysis.encoder.labels import parameter_groups, pointed, slope
from analysis.encoder.precision import half_precision
from analysis.money.in_context.training.rows import UNTOLD, Sample
from analysis.money.weighing.classifier import LABELS

EPOCHS: Final = 4
BATCH: Final = 8
CASES: Final = 6.0  # times that a sentence of tests/cases weighs: it is short, and settles a rule
FORMS: Final = 0.5  # what a stage and a form weigh beside whether an amount counts
POINTS: Final = 1.0  # and what a giver and a receiver do
SMOOTHING: Final = 0.05  # of stage and form; coders disagree on some
DOUBT: Final = 0.02  # the same of whether an amount counts
FORGOTTEN: Final = 0.05  # share of pieces hidden in training, so that the words around count
AMOUNTS: Final = 20.0  # of a usual batch, which the sum of losses is divided by: each weighs the same
OUTPUTS: Final = 1 + sum(len(labels) for labels in LABELS.values())
_SORTED: Final = 16  # batches whose windows are sorted by length

# Of a batch: what `labels.pointed` gives, and the numbers of its windows.
Loss = Callable[[Any, Any, Any, Sequence[int]], Any]


def fit(net: Any, rows: Sequence[Sample], *, seed: int, unknown: int) -> None:
    """Train `net` in place on windows with labels.

    Args:
        net: a net whose head gives `OUTPUTS` numbers a piece.
        rows: windows with labels.
        seed: of every random choice.
        unknown: the piece that stands for hidden ones.
    """

    def loss(found: Any, matched: Any, _: Any, batch: Sequence[int]) -> Any:
        return told_loss(found, matched, [rows[i] for i in batch])

    train(net, rows, loss, parameter_groups(net), epochs=EPOCHS, seed=seed, unknown=unknown)


def train(
    net: Any,
    rows: Sequence[Sample],
    loss: Loss,
    groups: list[dict[str, Any]],
    *,
    epochs: int,
    seed: int,
    unknown: int,
) -> None:
    """Train `net` in place, in bfloat16 where that is quick, by any loss.

    Args:
        net: a net whose head gives `OUTPUTS` numbers a piece.
        rows: windows.
        loss: of a batch.
        groups: what is trained, and at which rate.
        epochs: how many times each window is read.
        seed: of every random choice.
        unknown: the piece that stands for hidden ones.
    """
    import torch

    order = random.Random(seed)  # noqa: S311 - shuffling, not secrets
    optimizer = torch.optim.AdamW(groups, fused=True)
    total = math.ceil(len(rows) / BATCH) * epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: slope(step, total))
    net.train()
    for epoch in range(epochs):
        say(f"round {epoch + 1} of {epochs} over {len(rows)} windows ...")
        for batch in batches(rows, order):
            ids, shapes, mask = pad([rows[i] for i in batch])
            hidden = torch.tensor([[order.random() < FORGOTTEN for _ in row] for row in ids.tolist()]) & (shapes > 0)
            loss(*read(net, ids.masked_fill(hidden, unknown), shapes, mask), batch).backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)


def read(net: Any, ids: Any, shapes: Any, mask: Any) -> tuple[Any, Any, Any]:
    """Run a padded batch as `labels.pointed` does, in bfloat16 where that is quick."""
    with half_precision():
        found, matched, last = pointed(net, ids, shapes, mask)
    return found.float(), matched.float(), last.float()


def say(line: str) -> None:
    """Print how far training has come."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def batches(rows: Sequence[Sample], order: random.Random) -> list[list[int]]:
    """Deal the windows out anew by number, those of about a length together."""
    places = list(range(len(rows)))
    order.shuffle(places)
    found: list[list[int]] = []
    for at in range(0, len(places), BATCH * _SORTED):
        block = sorted(places[at : at + BATCH * _SORTED], key=lambda i: len(rows[i].window.ids))
        found += [block[k : k + BATCH] for k in range(0, len(block), BATCH)]
    order.shuffle(found)
    return found


def pad(rows: Sequence[Sample]) -> tuple[Any, Any, Any]:
    """Stack windows of unequal length: pieces, shapes, and what is no padding."""
    import torch

    width = max(len(row.window.ids) for row in rows)
    ids, shapes, mask = (torch.zeros(len(rows), width, dtype=torch.long) for _ in range(3))
    for place, row in enumerate(rows):
        length = len(row.window.ids)
        ids[place, :length] = torch.tensor(row.window.ids)
        shapes[place, :length] = torch.tensor(row.window.shapes)
        mask[place, :length] = 1
    return ids, shapes, mask


def told_loss(found: Any, matched: Any, rows: Sequence[Sample]) -> Any:
    """Sum up what is wrong with a batch: whether amounts count, and stage, form and parties where they are told."""
    import torch
    from torch.nn import functional

    told = [(place, target, row.source) for place, row in enumerate(rows) for target in row.targets]
    read = found[[place for place, _, _ in told], [target.piece for _, target, _ in told]]
    often = torch.tensor([CASES if source in ("claims", "parties") else 1.0 for _, _, source in told])
    counts = torch.tensor([1 - DOUBT if target.counts else DOUBT for _, target, _ in told])
    known = often * torch.tensor([target.counts is not None for _, target, _ in told])
    loss = (functional.binary_cross_entropy_with_logits(read[:, 0], counts, reduction="none") * known).sum()
    stages = len(LABELS["status"])
    for part, labels in (
        (read[:, 1 : 1 + stages], [target.status for _, target, _ in told]),
        (read[:, 1 + stages :], [target.instrument for _, target, _ in told]),
    ):
        each = functional.cross_entropy(
            part, torch.tensor(labels), reduction="none", ignore_index=UNTOLD, label_smoothing=SMOOTHING
        )
        loss = loss + FORMS * (each * often).sum()
    likely = matched.log_softmax(dim=3)
    for (place, target, _), weight in zip(told, often.tolist(), strict=True):
        for role, pieces in enumerate(target.parties):
            if pieces:
                loss = loss - POINTS * weight * likely[place, role, target.piece, list(pieces)].logsumexp(0)
    return loss / AMOUNTS
