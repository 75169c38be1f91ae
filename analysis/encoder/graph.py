"""Write a trained encoder as an ONNX graph of 8-bit weights.

The graph is built node by node, not traced, so that its bytes depend on the
weights alone. Weights keep 7 of their 8 bits: processors without an 8-bit dot
product add pairs of products in 16 bits, which overflow at 8, and a score must
not depend on the machine. Activations are scaled per call, or, where their
ranges are given, by those: then calls may hold many texts, and none changes the
score of another. What stands on top of the last layer is each model's own.
"""

from typing import Any, Final

import numpy as np
import numpy.typing as npt

HEAD: Final = 32  # numbers of a head of attention, of which a layer may have fewer than the base's twelve
_LEVELS: Final = 63  # 7 bits and a sign
_MICROSOFT: Final = "com.microsoft"
_LN: Final = 1e-12

Weights = dict[str, npt.NDArray[np.float32]]
Ranges = dict[str, tuple[float, float]]  # least and greatest value of each input of a product


class Graph:
    """Nodes and weights of a graph while it is put together."""

    def __init__(self, ranges: Ranges | None = None) -> None:
        self.nodes: list[Any] = []
        self.weights: list[Any] = []
        self.ranges = ranges or {}
        self.multiplied: list[str] = []  # the inputs of its products, in order

    def node(self, op: str, inputs: list[str], output: str, **attributes: Any) -> str:
        """Add a node with one output; return the output's name."""
        from onnx import helper

        ours = op in ("DynamicQuantizeMatMul", "MatMulIntegerToFloat", "MultiHeadAttention", "BiasGelu")
        self.nodes.append(
            helper.make_node(op, inputs, [output], name=output, domain=_MICROSOFT if ours else "", **attributes)
        )
        return output

    def weight(self, name: str, value: npt.NDArray[Any]) -> str:
        """Add a constant; return its name."""
        from onnx import numpy_helper

        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def product(self, source: str, name: str, weight: npt.NDArray[np.float32]) -> str:
        """Multiply by `weight` (inputs x outputs) in 8 bits, one scale an output."""
        scale = np.maximum(np.abs(weight).max(axis=0), 1e-8) / _LEVELS
        packed = self.weight(f"{name}.w", np.rint(weight / scale).astype(np.int8))
        scales = self.weight(f"{name}.s", scale.astype(np.float32))
        self.multiplied.append(source)
        if source not in self.ranges:
            return self.node("DynamicQuantizeMatMul", [source, packed, scales], name)
        low, high = min(self.ranges[source][0], 0.0), max(self.ranges[source][1], 0.0)
        step = self.weight(f"{name}.step", np.array((high - low) / 255, dtype=np.float32))
        zero = self.weight(f"{name}.zero", np.array(round(-255 * low / (high - low)), dtype=np.uint8))
        rounded = self.node("QuantizeLinear", [source, step, zero], f"{name}.rounded")
        return self.node("MatMulIntegerToFloat", [rounded, packed, step, scales, zero], name)


def encode(
    graph: Graph, weights: Weights, layers: int, places: int = 128, shapes: str | None = None, rows: str | None = None
) -> tuple[str, str]:
    """Add the encoder of a BERT checkpoint over the input `ids`; return the names of its states, last but one and last.

    Args:
        graph: where the nodes go.
        weights: names as in a BERT checkpoint, `bert.` before the encoder's.
        layers: how many of its layers.
        places: the longest input.
        shapes: a second input, whose rows of `shapes.weight` are added to the words'.
        rows: another, the pieces whose last states are wanted, in order; all of them where it is not given.
    """
    below = hidden = _embed(graph, weights, places, shapes)
    for layer in range(layers):
        below, hidden = hidden, _layer(graph, weights, layer, hidden, rows if layer == layers - 1 else None)
    return below, hidden


def finish(graph: Graph, name: str, inputs: list[Any], outputs: list[Any]) -> bytes:
    """Close a graph: its bytes, the same for the same nodes and weights."""
    from onnx import helper

    made = helper.make_graph(graph.nodes, name, inputs, outputs, graph.weights)
    opsets = [helper.make_opsetid("", 21), helper.make_opsetid(_MICROSOFT, 1)]
    return bytes(helper.make_model(made, opset_imports=opsets, ir_version=10).SerializeToString(deterministic=True))


def _embed(graph: Graph, weights: Weights, places: int, shapes: str | None) -> str:
    words = weights["bert.embeddings.word_embeddings.weight"]
    scale = np.maximum(np.abs(words).max(axis=1, keepdims=True), 1e-8) / 127  # never multiplied in 8 bits
    packed = graph.weight("words.w", np.rint(words / scale).astype(np.int8))
    rows = graph.node("Cast", [graph.node("Gather", [packed, "ids"], "words.rows")], "words.cast", to=1)
    scales = graph.node("Gather", [graph.weight("words.s", scale.astype(np.float32)), "ids"], "words.scales")
    tokens = graph.node("Mul", [rows, scales], "words")
    if shapes is not None:
        looks = graph.node("Gather", [graph.weight("shapes.w", weights["shapes.weight"]), shapes], "shapes.rows")
        tokens = graph.node("Add", [tokens, looks], "words.shaped")
    place = (
        weights["bert.embeddings.position_embeddings.weight"]
        + weights["bert.embeddings.token_type_embeddings.weight"][0]
    )
    length = graph.node("Shape", ["ids"], "length", start=1)
    zero, axis = graph.weight("zero", np.array([0])), graph.weight("axis", np.array([0]))
    sliced = graph.node("Slice", [graph.weight("places.w", place[:places]), zero, length, axis], "places")
    spread = graph.node("Unsqueeze", [sliced, axis], "places.1")
    return _norm(graph, weights, "bert.embeddings.LayerNorm", tokens, spread, None)


def _norm(graph: Graph, weights: Weights, name: str, left: str, right: str, bias: str | None) -> str:
    gamma = graph.weight(f"{name}.g", weights[f"{name}.weight"])
    beta = graph.weight(f"{name}.b", weights[f"{name}.bias"])
    summed = graph.node("Add", [left, right], f"{name}.sum")
    if bias:
        summed = graph.node("Add", [summed, bias], f"{name}.biased")
    # Not SkipLayerNormalization, the same in one node: with it onnxruntime 1.32 takes a fifth longer for all.
    return graph.node("LayerNormalization", [summed, gamma, beta], name, axis=-1, epsilon=_LN)


def _layer(graph: Graph, weights: Weights, layer: int, hidden: str, rows: str | None) -> str:
    at = f"bert.encoder.layer.{layer}"
    if rows is None:
        query, key, value = _projected(graph, weights, at, ("query", "key", "value"), hidden)
    else:  # the others' states only serve as keys and values
        key, value = _projected(graph, weights, at, ("key", "value"), hidden)
        hidden = graph.node("Gather", [hidden, rows], f"{at}.rows", axis=1)
        (query,) = _projected(graph, weights, at, ("query",), hidden)
    heads = len(weights[f"{at}.attention.self.query.bias"]) // HEAD
    seen = graph.node("MultiHeadAttention", [query, key, value], f"{at}.seen", num_heads=heads)
    said = _dense(graph, weights, f"{at}.attention.output.dense", seen)
    hidden = _norm(graph, weights, f"{at}.attention.output.LayerNorm", said[0], hidden, said[1])
    wide = graph.node("BiasGelu", [*_dense(graph, weights, f"{at}.intermediate.dense", hidden)], f"{at}.gelu")
    back = _dense(graph, weights, f"{at}.output.dense", wide)
    return _norm(graph, weights, f"{at}.output.LayerNorm", back[0], hidden, back[1])


def _projected(graph: Graph, weights: Weights, at: str, parts: tuple[str, ...], hidden: str) -> list[str]:
    """Multiply once for several parts of an attention; return the name of each."""
    from onnx import helper

    short = "".join(part[0] for part in parts)  # "qkv"
    names = [f"{at}.attention.self.{part}" for part in parts]
    joined = np.concatenate([weights[f"{name}.weight"].T for name in names], axis=1)
    bias = graph.weight(f"{at}.{short}.b", np.concatenate([weights[f"{name}.bias"] for name in names]))
    packed = graph.node("Add", [graph.product(hidden, f"{at}.{short}", joined), bias], f"{at}.{short}.1")
    if len(parts) == 1:
        return [packed]
    split = [f"{at}.{part[0]}" for part in parts]
    graph.nodes.append(helper.make_node("Split", [packed], split, name=f"{at}.split", axis=2, num_outputs=len(parts)))
    return split


def _dense(graph: Graph, weights: Weights, name: str, source: str) -> tuple[str, str]:
    """Multiply; return the product and the bias that the next node adds."""
    return graph.product(source, name, weights[f"{name}.weight"].T), graph.weight(f"{name}.b", weights[f"{name}.bias"])
