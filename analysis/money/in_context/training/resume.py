"""Train the shipped encoder of amounts on, when there is more annotated text, at a fifth of the cost of a new one.

What it made of every window before is what it is held to on texts that it knows; of new ones the labels alone are told.
What is shipped then is the mean of the net before and after: it keeps more of what it knew of other texts (Wortsman and
others, Robust fine-tuning of zero-shot models, CVPR 2022).
"""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any, Final

from analysis.encoder.labels import new_net
from analysis.encoder.prune import narrow
from analysis.encoder.unpack import heads_and_inner, unpack
from analysis.money.in_context.read import ROLES
from analysis.money.in_context.training.fit import OUTPUTS, told_loss, train
from analysis.money.in_context.training.rows import Sample
from analysis.money.in_context.training.teach import TOLD, answers, groups, taught_loss
from analysis.money.in_context.windows import SHAPES

EPOCHS: Final = 3
RATE: Final = 2e-4  # half of that at which the net was made


def shipped(base: Path, graph: Path) -> Any:
    """Make a net of the weights of a graph; word vectors are those of the base."""
    import torch

    weights = unpack(graph)
    heads, inner = heads_and_inner(weights)
    net = new_net(base, shapes=SHAPES, labels=OUTPUTS, roles=len(ROLES))
    narrow(net, heads=heads, inner=inner)
    places = weights.pop("bert.embeddings.position_embeddings.weight")
    with torch.no_grad():
        own = net["bert"].embeddings
        own.position_embeddings.weight[: len(places)] = torch.from_numpy(places.copy())
        own.token_type_embeddings.weight.zero_()  # the graph has the sum of both
    found = net.load_state_dict({name: torch.from_numpy(value.copy()) for name, value in weights.items()}, strict=False)
    left = [name for name in found.missing_keys if ".embeddings." not in name]
    if left or found.unexpected_keys:
        raise ValueError(f"{graph} is of another net: without {left}, beyond it {found.unexpected_keys}")
    return net


def resume(net: Any, rows: Sequence[Sample], known: Collection[str], *, seed: int, unknown: int) -> Any:
    """Train `net` on in place and return it.

    Args:
        net: what `shipped` gave.
        rows: windows, with labels or without.
        known: the writers whose passages it was trained on.
        seed: of every random choice.
        unknown: the piece that stands for hidden ones.
    """
    said = answers(net, rows)
    new = [bool(row.targets) and len(row.source) <= 2 and row.source not in known for row in rows]

    def loss(found: Any, matched: Any, last: Any, batch: Sequence[int]) -> Any:
        total: Any = 0.0
        for weight, chosen in ((1.0, True), (TOLD, False)):
            told = [place for place, i in enumerate(batch) if rows[i].targets and new[i] == chosen]
            if told:
                total = total + weight * told_loss(found[told], matched[told], [rows[batch[k]] for k in told])
        old = [place for place, i in enumerate(batch) if not new[i]]
        if old:
            own = [batch[k] for k in old]
            total = total + taught_loss(
                found[old], matched[old], last[old], [rows[i] for i in own], [said[i] for i in own]
            )
        return total

    train(net, rows, loss, groups(net, RATE), epochs=EPOCHS, seed=seed, unknown=unknown)
    return net


def mean(before: Any, after: Any) -> Any:
    """Give `after` with every weight half way between what it was before and what it is."""
    old = before.state_dict()
    now = {
        name: (old[name] + value) / 2 if value.is_floating_point() else value
        for name, value in after.state_dict().items()
    }
    after.load_state_dict(now)
    return after
