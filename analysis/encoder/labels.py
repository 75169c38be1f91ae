"""An encoder that labels pieces: the net that is trained on the first layers of the base, and its graph.

What the labels mean is each model's own. For training alone; a graph whose call holds one passage, so that
no passage changes what is read of another.
"""

import re
from pathlib import Path
from typing import Any, Final

import numpy as np

from analysis.encoder.graph import Graph, Weights, encode, finish

LAYERS: Final = 3  # of the base's six: half the time to train and to read
RATE: Final = 4e-4
HEAD_RATE: Final = 1e-3
DECAY: Final = 0.9  # of the learning rate, per layer down
POINTED: Final = 64  # numbers by which one piece points at another
_LAYER: Final = re.compile(r"layer\.(\d+)\.")


def new_net(base: Path, *, shapes: int, labels: int, roles: int = 0, layers: int = LAYERS) -> Any:
    """Load the first layers of `base` under a head that labels pieces; word vectors stay as they are.

    Args:
        base: folder of the base's weights.
        shapes: how many ways to write a word are told apart.
        labels: how many numbers the head gives a piece.
        roles: how many others a piece points at, by a score for each piece of the passage.
        layers: how many of the base's six.
    """
    import torch
    from transformers import BertModel

    # Attention as plain products: on a CPU it trains at nearly twice the speed of the fused one.
    bert = BertModel.from_pretrained(
        str(base), add_pooling_layer=False, attn_implementation="eager", attention_probs_dropout_prob=0.0
    )
    bert.encoder.layer = bert.encoder.layer[:layers]
    bert.embeddings.word_embeddings.weight.requires_grad_(False)
    width = bert.config.hidden_size
    looks, head = torch.nn.Embedding(shapes, width), torch.nn.Linear(width, labels)
    torch.nn.init.normal_(looks.weight, std=0.01)
    parts = {"bert": bert, "shapes": looks, "drop": torch.nn.Dropout(0.1), "head": head}
    if roles:
        parts |= {name: torch.nn.Linear(width, roles * POINTED) for name in ("from", "at")}
    return torch.nn.ModuleDict(parts)


def logits(net: Any, ids: Any, shapes: Any, mask: Any) -> Any:
    """Run a padded batch: one row of logits a piece."""
    return net["head"](net["drop"](_states(net, ids, shapes, mask)[-1]))


def pointed(net: Any, ids: Any, shapes: Any, mask: Any) -> tuple[Any, Any, Any]:
    """Run a padded batch: logits, how far each piece points at each by role, and the last states.

    The second is passages x roles x pieces x pieces. What is pointed at is read one layer below: so the last runs for
    the pieces alone that point.
    """
    states = _states(net, ids, shapes, mask)
    last, below = net["drop"](states[-1]), net["drop"](states[-2])
    turned = [
        net[name](part).unflatten(2, (-1, POINTED)).transpose(1, 2) for name, part in (("from", last), ("at", below))
    ]
    scores = turned[0] @ turned[1].transpose(2, 3) / POINTED**0.5
    return net["head"](last), scores.masked_fill(mask[:, None, None] == 0, -1e4), last


def _states(net: Any, ids: Any, shapes: Any, mask: Any) -> Any:
    words = net["bert"].embeddings.word_embeddings(ids) + net["shapes"](shapes)
    return net["bert"](inputs_embeds=words, attention_mask=mask, output_hidden_states=True).hidden_states


def parameter_groups(net: Any) -> list[dict[str, Any]]:
    """Give the weights that are trained with their rates: the lower a layer, the slower it learns."""
    own = [weight for name, part in net.items() if name != "bert" for weight in part.parameters()]
    layers = len(net["bert"].encoder.layer)
    groups: list[dict[str, Any]] = [{"params": own, "lr": HEAD_RATE, "weight_decay": 0.01}]
    for name, weight in net["bert"].named_parameters():
        if not weight.requires_grad:
            continue
        found = _LAYER.search(name)
        depth = layers - 1 - int(found[1]) if found else layers
        decay = 0.0 if weight.ndim == 1 else 0.01
        groups.append({"params": [weight], "lr": RATE * DECAY**depth, "weight_decay": decay})
    return groups


def slope(step: int, total: int) -> float:
    """Share of the full rate: up over the first tenth, then down to nothing."""
    return min((step + 1) / (0.1 * total), max(0.0, (total - step) / (0.9 * total)))


def build(weights: Weights, *, name: str, places: int, some: bool = False) -> bytes:
    """Build the model as ONNX bytes: `ids` and `shapes` (1 x pieces, int64) in, `logits` (1 x pieces x labels) out.

    Where the weights say how pieces point, `pointed` (1 x roles x pieces x pieces), before any softmax,
    is another output.

    Args:
        weights: names as in a BERT checkpoint, `bert.` before the encoder's.
        name: of the graph.
        places: the longest input.
        some: whether a third input, `rows` (int64), says of which pieces, in order, the logits are wanted.
    """
    from onnx import TensorProto, helper

    graph = Graph()
    below, hidden = encode(graph, weights, LAYERS, places=places, shapes="shapes", rows="rows" if some else None)
    _linear(graph, weights, "head", hidden, "logits")
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, [1, "pieces"]) for name in ("ids", "shapes")]
    wanted = "rows" if some else "pieces"
    inputs += [helper.make_tensor_value_info("rows", TensorProto.INT64, [wanted])] if some else []
    outputs = [helper.make_tensor_value_info("logits", TensorProto.FLOAT, [1, wanted, len(weights["head.bias"])])]
    if "at.weight" in weights:
        roles = len(weights["at.bias"]) // POINTED
        split = graph.weight("split", np.array([0, 0, roles, POINTED]))
        turned = [
            graph.node(
                "Transpose",
                [graph.node("Reshape", [_linear(graph, weights, part, source), split], f"{part}.split")],
                f"{part}.turned",
                perm=order,
            )
            for part, source, order in (("from", hidden, (0, 2, 1, 3)), ("at", below, (0, 2, 3, 1)))
        ]
        scale = graph.weight("scale", np.array(POINTED**-0.5, dtype=np.float32))
        graph.node("Mul", [graph.node("MatMul", turned, "matched"), scale], "pointed")
        outputs.append(helper.make_tensor_value_info("pointed", TensorProto.FLOAT, [1, roles, wanted, "pieces"]))
    return finish(graph, name, inputs, outputs)


def _linear(graph: Graph, weights: Weights, name: str, source: str, output: str | None = None) -> str:
    product = graph.node("MatMul", [source, graph.weight(f"{name}.w", weights[f"{name}.weight"].T)], name)
    return graph.node("Add", [product, graph.weight(f"{name}.b", weights[f"{name}.bias"])], output or f"{name}.sum")
