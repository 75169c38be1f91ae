"""Read the weights back out of a graph that `labels.build` wrote, to train on from it.

What 8 bits lost stays lost: a weight comes back as the graph has it. For training alone.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from analysis.encoder.graph import HEAD, Weights

_JOINED = {"qkv": ("query", "key", "value"), "kv": ("key", "value"), "q": ("query",)}


def unpack(path: Path) -> Weights:
    """Read the weights of a graph by their names in a BERT checkpoint, without word vectors, which are not trained.

    Args:
        path: of the ONNX file.
    """
    import onnx
    from onnx import numpy_helper

    held = {one.name: numpy_helper.to_array(one) for one in onnx.load(str(path)).graph.initializer}
    found: Weights = {"shapes.weight": held["shapes.w"], "bert.embeddings.position_embeddings.weight": held["places.w"]}
    for name, value in held.items():
        part, _, kind = name.rpartition(".")
        if kind == "g":
            found |= {f"{part}.weight": value, f"{part}.bias": held[f"{part}.b"]}
        elif kind == "s" and part != "words":
            weight = (held[f"{part}.w"].astype(np.float32) * value).T
            found |= dict(_parted(part, weight, held[f"{part}.b"]))
        elif kind == "w" and value.dtype == np.float32 and f"{part}.b" in held:
            found |= {f"{part}.weight": value.T, f"{part}.bias": held[f"{part}.b"]}
    return found


def heads_and_inner(weights: Weights) -> tuple[int, int]:
    """Give how many heads of attention and how many inner numbers a layer has."""
    layer = "bert.encoder.layer.0"
    own = weights[f"{layer}.attention.self.query.bias"]
    return len(own) // HEAD, len(weights[f"{layer}.intermediate.dense.bias"])


def _parted(name: str, weight: np.ndarray, bias: np.ndarray) -> Iterator[tuple[str, np.ndarray]]:
    """Give a product's weights and bias by name, those of an attention that are multiplied at once apart."""
    at, _, short = name.rpartition(".")
    if short not in _JOINED:
        yield from ((f"{name}.weight", weight), (f"{name}.bias", bias))
        return
    parts = _JOINED[short]
    own = zip(parts, np.split(weight, len(parts)), np.split(bias, len(parts)), strict=True)
    for part, rows, shift in own:
        yield from ((f"{at}.attention.self.{part}.weight", rows), (f"{at}.attention.self.{part}.bias", shift))
