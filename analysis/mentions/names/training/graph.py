"""Write the trained encoder of names as an ONNX graph of 8-bit weights.

A call holds one passage, so that no passage changes the names of another.
"""

from analysis.encoder.graph import Graph, Weights, encode, finish
from analysis.mentions.names.spans import LABELS
from analysis.mentions.names.training.fit import LAYERS
from analysis.mentions.names.words import MAX_PIECES


def build(weights: Weights) -> bytes:
    """Build the model as ONNX bytes: `ids` and `shapes` (1 x pieces, int64) in, `logits` (1 x pieces x labels) out.

    Args:
        weights: names as in a BERT checkpoint, `bert.` before the encoder's.
    """
    from onnx import TensorProto, helper

    graph = Graph()
    hidden = encode(graph, weights, LAYERS, places=MAX_PIECES, shapes="shapes")
    product = graph.node("MatMul", [hidden, graph.weight("head.w", weights["head.weight"].T)], "head")
    graph.node("Add", [product, graph.weight("head.b", weights["head.bias"])], "logits")
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, [1, "pieces"]) for name in ("ids", "shapes")]
    outputs = [helper.make_tensor_value_info("logits", TensorProto.FLOAT, [1, "pieces", len(LABELS)])]
    return finish(graph, "names", inputs, outputs)
