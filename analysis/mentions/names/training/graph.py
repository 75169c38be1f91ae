"""Write a trained encoder that labels pieces as an ONNX graph of 8-bit weights.

A call holds one passage, so that no passage changes the names of another.
"""

from analysis.encoder.graph import Graph, Weights, encode, finish
from analysis.mentions.names.training.fit import LAYERS
from analysis.mentions.names.words import MAX_PIECES


def build(weights: Weights, *, name: str = "names", places: int = MAX_PIECES, some: bool = False) -> bytes:
    """Build the model as ONNX bytes: `ids` and `shapes` (1 x pieces, int64) in, `logits` (1 x pieces x labels) out.

    Args:
        weights: names as in a BERT checkpoint, `bert.` before the encoder's.
        name: of the graph.
        places: the longest input.
        some: whether a third input, `rows` (int64), says of which pieces, in order, the logits are wanted.
    """
    from onnx import TensorProto, helper

    graph = Graph()
    hidden = encode(graph, weights, LAYERS, places=places, shapes="shapes", rows="rows" if some else None)
    product = graph.node("MatMul", [hidden, graph.weight("head.w", weights["head.weight"].T)], "head")
    graph.node("Add", [product, graph.weight("head.b", weights["head.bias"])], "logits")
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, [1, "pieces"]) for name in ("ids", "shapes")]
    wanted = "rows" if some else "pieces"
    inputs += [helper.make_tensor_value_info("rows", TensorProto.INT64, [wanted])] if some else []
    outputs = [helper.make_tensor_value_info("logits", TensorProto.FLOAT, [1, wanted, len(weights["head.bias"])])]
    return finish(graph, name, inputs, outputs)
