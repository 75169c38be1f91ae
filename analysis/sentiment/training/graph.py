"""Write the trained encoder of tone as an ONNX graph of 8-bit weights.

A call holds sentences of one length, without padding; the ranges of its
activations are fixed, so that no sentence changes the score of another. How the
layers are written is `analysis.encoder.graph`.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np

from analysis.encoder.graph import Graph, Ranges, Weights, encode, finish
from analysis.encoder.ranges import measure_ranges

LAYERS: Final = 6


def build(weights: Weights, mark: int, texts: Sequence[Sequence[int]]) -> bytes:
    """Build the model as ONNX bytes: `ids` (sentences x tokens, int64) in, `logits` (sentences x 3) out.

    Args:
        weights: names as in a BERT checkpoint, `bert.` before the encoder's.
        mark: token id that stands for the target.
        texts: token ids of some hundred sentences, to measure the ranges of activations on.
    """
    loose, watched = _build(weights, mark, None)
    runs = ({"ids": np.array([ids], dtype=np.int64)} for ids in texts)
    return _build(weights, mark, measure_ranges(loose, watched, runs))[0]


def _build(weights: Weights, mark: int, ranges: Ranges | None) -> tuple[bytes, list[str]]:
    """Give the graph, and the inputs of its products; without ranges they are outputs, too."""
    from onnx import TensorProto, helper

    graph = Graph(ranges)
    _, hidden = encode(graph, weights, LAYERS)
    _head(graph, weights, hidden, mark)
    inputs = [helper.make_tensor_value_info("ids", TensorProto.INT64, ["sentences", "tokens"])]
    outputs = [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["sentences", 3])]
    watched = [] if ranges else graph.multiplied
    outputs += [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in watched]
    return finish(graph, "target", inputs, outputs), graph.multiplied


def _head(graph: Graph, weights: Weights, hidden: str, mark: int) -> None:
    """Weigh the mean of all states and the mean of the target's: each sentence by sums of its own.

    A mean, or a product, of all sentences at once would add up in another order
    for each number of them.
    """
    across, head = graph.weight("across", np.array([1])), weights["head.weight"]
    found = graph.node("Equal", ["ids", graph.weight("mark", np.array([mark]))], "found")
    masks = [graph.node("Equal", ["ids", "ids"], "tokens"), found]
    rows = [graph.node("Unsqueeze", [_share(graph, mask), across], f"{mask}.row") for mask in masks]
    means = graph.node("MatMul", [graph.node("Concat", rows, "rows", axis=1), hidden], "means")
    flat = graph.node("Reshape", [means, graph.weight("flat", np.array([-1, 1, head.shape[1]]))], "means.flat")
    parts = graph.node("Mul", [flat, graph.weight("head.w", head)], "parts")
    summed = graph.node("ReduceSum", [parts, graph.weight("inner", np.array([2]))], "parts.sum", keepdims=0)
    graph.node("Add", [summed, graph.weight("head.b", weights["head.bias"])], "logits")


def _share(graph: Graph, mask: str) -> str:
    """Give each token that a mask names the same share, the shares of a sentence adding up to one."""
    ones = graph.node("Cast", [mask], f"{mask}.ones", to=1)
    many = graph.node("ReduceSum", [ones, "across"], f"{mask}.many", keepdims=1)
    return graph.node("Div", [ones, many], f"{mask}.share")
