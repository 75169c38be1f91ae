"""Take out of a net the heads of attention and the inner numbers that it needs least.

What one is worth is told by its values times their gradients: how far the loss would move without it
(Michel, Levy and Neubig 2019 for heads; Molchanov et al. 2017 for numbers). For training alone.
"""

from collections.abc import Iterable
from typing import Any

from analysis.encoder.graph import HEAD


def prune(net: Any, losses: Iterable[Any], *, heads: int, inner: int) -> None:
    """Keep of each layer the `heads` and the `inner` numbers that weigh most; the net is changed in place.

    Args:
        net: what `labels.new_net` made.
        losses: its loss on some batches, each computed when it is asked for.
        heads: of a layer's attention, that are kept.
        inner: numbers between the two products of a layer, that are kept.
    """
    layers = list(net["bert"].encoder.layer)
    held: dict[tuple[int, str], Any] = {}
    worth: dict[tuple[int, str], Any] = {}
    hooks = [
        part.register_forward_pre_hook(_keep(held, (k, name)))
        for k, layer in enumerate(layers)
        for name, part in (("heads", layer.attention.output.dense), ("inner", layer.output.dense))
    ]
    net.eval()
    for loss in losses:
        loss.backward()
        for key, values in held.items():
            moved = (values * values.grad).float().sum((0, 1)).detach()
            moved = moved.unflatten(0, (-1, HEAD)).sum(1) if key[1] == "heads" else moved
            worth[key] = worth.get(key, 0.0) + moved.abs()
        net.zero_grad(set_to_none=True)
    for hook in hooks:
        hook.remove()
    net.train()
    for k, layer in enumerate(layers):
        _narrow(layer, _best(worth[k, "inner"], inner))
        _behead(layer.attention, _best(worth[k, "heads"], heads))


def narrow(net: Any, *, heads: int, inner: int) -> None:
    """Keep of each layer the first `heads` and the first `inner` numbers: the shape of a net that `prune` cut."""
    import torch

    for layer in net["bert"].encoder.layer:
        _narrow(layer, torch.arange(inner))
        _behead(layer.attention, torch.arange(heads))


def _keep(held: dict[tuple[int, str], Any], key: tuple[int, str]) -> Any:
    def hook(_: Any, inputs: tuple[Any, ...]) -> None:
        inputs[0].retain_grad()
        held[key] = inputs[0]

    return hook


def _best(worth: Any, count: int) -> Any:
    return worth.topk(count).indices.sort().values


def _narrow(layer: Any, kept: Any) -> None:
    layer.intermediate.dense = _linear(layer.intermediate.dense, rows=kept)
    layer.output.dense = _linear(layer.output.dense, columns=kept)


def _behead(attention: Any, kept: Any) -> None:
    import torch

    own = attention.self
    places = (kept[:, None] * HEAD + torch.arange(HEAD)).flatten()
    for name in ("query", "key", "value"):
        setattr(own, name, _linear(getattr(own, name), rows=places))
    attention.output.dense = _linear(attention.output.dense, columns=places)
    own.num_attention_heads, own.all_head_size = len(kept), len(places)


def _linear(old: Any, rows: Any = None, columns: Any = None) -> Any:
    """Make a product of some rows or columns of another."""
    import torch

    weight, bias = old.weight.detach(), old.bias.detach()
    if rows is not None:
        weight, bias = weight[rows], bias[rows]
    if columns is not None:
        weight = weight[:, columns]
    made = torch.nn.Linear(weight.shape[1], weight.shape[0])
    made.weight.data, made.bias.data = weight.clone(), bias.clone()
    return made
