"""Measure between which values the inputs of a graph's products lie.

For training alone. A graph whose products have fixed ranges scores a text the
same whatever stands beside it in a batch.
"""

from collections.abc import Iterable
from typing import Any

from analysis.encoder.graph import Ranges
from analysis.encoder.load import open_session


def measure_ranges(graph: bytes, names: Iterable[str], inputs: Iterable[dict[str, Any]]) -> Ranges:
    """Run texts through a graph that shows the inputs of its products, and keep the extremes.

    Args:
        graph: with `names` among its outputs.
        names: outputs to watch.
        inputs: what to run, one text each; some hundreds are enough, since the
            extremes are those of a few dimensions and hardly move.

    Returns:
        Bounds by name, rounded outwards to hundredths, so that they do not hang
        on the last bits of the machine that measured them.
    """
    watched = list(names)
    session = open_session(graph)
    found: Ranges = dict.fromkeys(watched, (0.0, 0.0))
    for given in inputs:
        for name, values in zip(watched, session.run(watched, given), strict=True):
            low, high = found[name]
            found[name] = (min(low, float(values.min())), max(high, float(values.max())))
    return {name: (round(low - 0.005, 2), round(high + 0.005, 2)) for name, (low, high) in found.items()}
