"""Let a small net learn from a large one: fewer layers, fewer heads, narrower, and nearly as good.

The large one was trained on the labels; the small one learns them too, but most from what the large one makes of
every amount, also of text that nobody annotated (Hinton, Vinyals and Dean 2015).
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from analysis.encoder.labels import HEAD_RATE
from analysis.encoder.prune import prune
from analysis.money.in_context.training.fit import (
    AMOUNTS,
    FORMS,
    POINTS,
    batches,
    pad,
    read,
    say,
    told_loss,
    train,
)
from analysis.money.in_context.training.rows import Sample
from analysis.money.weighing.classifier import LABELS

TEACHER: Final = 6  # layers of the large net: all of the base
KEPT: Final = (0, 1, 5)  # of which the small one begins with these, as many as `labels.LAYERS`
HEADS: Final = 6  # of twelve that a layer keeps
INNER: Final = 768  # and of 1536 numbers between its products
EPOCHS: Final = 5
RATE: Final = 4e-4
TOLD: Final = 0.5  # what the labels weigh beside the teacher's answers
STATES: Final = 1.0  # and what the last states do, as far as they differ from the teacher's
_UNGIVEN: Final = 0.1  # what stage, form and parties weigh of an amount that the teacher takes for no gift
_ASKED: Final = 60  # batches on which heads and numbers are weighed


@dataclass(frozen=True, slots=True)
class Answer:
    """What the teacher makes of the amounts of a window: logits, how far they point at each piece, last states.

    amounts x `fit.OUTPUTS`; roles x amounts x pieces; amounts x width.
    """

    logits: Any
    pointed: Any
    states: Any


def teach(teacher: Any, rows: Sequence[Sample], *, seed: int, unknown: int) -> Any:
    """Cut a net down and train what is left; return it. The teacher is cut itself, and lost.

    Args:
        teacher: a trained net of `TEACHER` layers.
        rows: windows, with labels or without.
        seed: of every random choice.
        unknown: the piece that stands for hidden ones.
    """
    import torch

    torch.manual_seed(seed)
    said = answers(teacher, rows)

    def loss(found: Any, matched: Any, last: Any, batch: Sequence[int]) -> Any:
        told = [place for place, i in enumerate(batch) if rows[i].targets]
        sum_of = TOLD * told_loss(found[told], matched[told], [rows[batch[k]] for k in told]) if told else 0.0
        return sum_of + taught_loss(found, matched, last, [rows[i] for i in batch], [said[i] for i in batch])

    def asked() -> Iterator[Any]:
        for batch in batches(rows, random.Random(seed))[:_ASKED]:  # noqa: S311 - shuffling, not secrets
            yield loss(*read(teacher, *pad([rows[i] for i in batch])), batch)

    encoder = teacher["bert"].encoder
    encoder.layer = torch.nn.ModuleList([encoder.layer[k] for k in KEPT])
    prune(teacher, asked(), heads=HEADS, inner=INNER)
    train(teacher, rows, loss, groups(teacher, RATE), epochs=EPOCHS, seed=seed, unknown=unknown)
    return teacher


def answers(teacher: Any, rows: Sequence[Sample]) -> list[Answer]:
    """Read every window with the teacher."""
    import torch

    say(f"reading {len(rows)} windows ...")
    found: dict[int, Answer] = {}
    order = sorted(range(len(rows)), key=lambda i: len(rows[i].window.ids))
    teacher.eval()
    with torch.no_grad():
        for at in range(0, len(order), 16):
            batch = order[at : at + 16]
            logits, matched, last = read(teacher, *pad([rows[i] for i in batch]))
            for place, i in enumerate(batch):
                own, size = list(rows[i].window.places.values()), len(rows[i].window.ids)
                found[i] = Answer(logits[place, own], matched[place][:, own, :size], last[place, own])
    return [found[i] for i in range(len(rows))]


def taught_loss(found: Any, matched: Any, last: Any, rows: Sequence[Sample], said: Sequence[Answer]) -> Any:
    """Sum up how far a batch is from what the teacher says of every amount in it."""
    import torch
    from torch.nn import functional

    places = [(place, piece) for place, row in enumerate(rows) for piece in row.window.places.values()]
    if not places:
        return 0.0
    windows, pieces = [window for window, _ in places], [piece for _, piece in places]
    own, logits = found[windows, pieces], torch.cat([one.logits for one in said])
    gives = torch.sigmoid(logits[:, 0])
    weight = _UNGIVEN + (1 - _UNGIVEN) * gives
    loss = functional.binary_cross_entropy_with_logits(own[:, 0], gives, reduction="sum")
    stages = len(LABELS["status"])
    for part in (slice(1, 1 + stages), slice(1 + stages, None)):
        loss = loss + FORMS * (_apart(logits[:, part], own[:, part]) * weight).sum()
    width = matched.shape[3]
    wanted = torch.cat([functional.pad(one.pointed, (0, width - one.pointed.shape[2]), value=-1e4) for one in said], 1)
    points = torch.stack([matched[window, :, piece] for window, piece in places], 1)
    loss = loss + POINTS * (_apart(wanted, points).sum(0) * weight).sum()
    states = torch.cat([one.states for one in said])
    return (loss + STATES * ((last[windows, pieces] - states) ** 2).mean(1).sum()) / AMOUNTS


def _apart(wanted: Any, own: Any) -> Any:
    """Give the Kullback-Leibler divergence of distributions from the wanted ones, both as logits."""
    sure = wanted.log_softmax(-1)
    return (sure.exp() * (sure - own.log_softmax(-1))).sum(-1)


def groups(net: Any, rate: float) -> list[dict[str, Any]]:
    """Give what is trained, all at one rate: after the cut, the lower layers have as much to learn as the upper."""
    own = [weight for name, part in net.items() if name != "bert" for weight in part.parameters()]
    rest = [weight for weight in net["bert"].parameters() if weight.requires_grad]
    return [
        {"params": own, "lr": HEAD_RATE * (rate / RATE), "weight_decay": 0.01},
        {"params": [weight for weight in rest if weight.ndim > 1], "lr": rate, "weight_decay": 0.01},
        {"params": [weight for weight in rest if weight.ndim == 1], "lr": rate, "weight_decay": 0.0},
    ]
