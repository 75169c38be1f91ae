"""Write the trained encoder of tone as an ONNX graph of 8-bit weights.

A call holds one sentence, so that no sentence changes the score of another.
How the layers are written is `analysis.encoder.graph`.
"""

from typing import Final

import numpy as np

from analysis.encoder.graph import Graph, Weights, encode, finish

LAYERS: Final = 6


def build(weights: Weights, mark: int) -> bytes:
    """Build the model as ONNX bytes: `ids` (1 x tokens, int64) in, `logits` (1 x 3) out.

    Args:
        weights: names as in a BERT checkpoint, `bert.` before the encoder's.
        mark: token id that stands for the target.
    """
    from onnx import TensorProto, helper

    graph = Graph()
    hidden = encode(graph, weights, LAYERS)
    _head(graph, weights, hidden, mark)
    inputs = [helper.make_tensor_value_info("ids", TensorProto.INT64, [1, "tokens"])]
    outputs = [helper.make_tensor_value_info("logits", TensorProto.FLOAT, [1, 3])]
    return finish(graph, "target", inputs, outputs)


def _head(graph: Graph, weights: Weights, hidden: str, mark: int) -> None:
    mean = graph.node("ReduceMean", [hidden, graph.weight("across", np.array([1]))], "mean", keepdims=0)
    found = graph.node("Equal", ["ids", graph.weight("mark", np.array([mark]))], "found")
    ones = graph.node("Cast", [found], "ones", to=1)
    share = graph.node("Div", [ones, graph.node("ReduceSum", [ones, "across"], "many", keepdims=1)], "share")
    row = graph.node("Unsqueeze", [share, "across"], "share.1")
    target = graph.node("Squeeze", [graph.node("MatMul", [row, hidden], "target.1"), "across"], "target")
    both = graph.node("Concat", [mean, target], "both", axis=1)
    head = graph.weight("head.w", weights["head.weight"].T)
    graph.node("Gemm", [both, head, graph.weight("head.b", weights["head.bias"])], "logits")
