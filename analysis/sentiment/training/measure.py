"""Scores of a classifier of three labels: macro-F1, calibration error, temperature.

Shared by training and by the accuracy gate; numpy alone.
"""

from typing import Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Labels = npt.NDArray[np.int64]
BINS: Final = 10


def macro_f1(gold: Labels, found: Labels) -> float:
    """Average the F1 of the labels, each counting the same however rare.

    >>> macro_f1(np.array([-1, 0, 1, 1]), np.array([-1, 0, 1, 0])).__round__(3)
    0.778
    """
    scores = []
    for label in (-1, 0, 1):
        right = int(((gold == label) & (found == label)).sum())
        wrong = int(((gold == label) ^ (found == label)).sum())
        scores.append(2 * right / (2 * right + wrong) if right else 0.0)
    return float(np.mean(scores))


def calibration_error(probability: Floats, right: npt.NDArray[np.bool_]) -> float:
    """Average how far stated probability and share of right labels lie apart, in ten bins by probability.

    >>> calibration_error(np.array([0.8, 0.8]), np.array([True, False])).__round__(3)
    0.3
    """
    bins = np.minimum((np.ceil(probability * BINS) - 1).astype(int), BINS - 1)
    gaps = [
        (bins == k).mean() * abs(probability[bins == k].mean() - right[bins == k].mean())
        for k in range(BINS)
        if (bins == k).any()
    ]
    return float(sum(gaps))


def shares(logits: Floats, temperature: float) -> Floats:
    """Turn logits (rows x labels) into probabilities at a temperature."""
    scaled = logits / temperature
    powers = np.exp(scaled - scaled.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))


def best_temperature(logits: Floats, gold: Labels) -> float:
    """Find the temperature under which the labels (0, 1, 2) are likeliest, to 0.01."""
    grid = np.arange(0.3, 3.0, 0.01)
    losses = [-np.log(shares(logits, t)[np.arange(len(gold)), gold]).mean() for t in grid]
    return float(round(grid[int(np.argmin(losses))], 2))
