"""Score the tone of a sentence toward the one it names.

A small encoder of our own, shipped in `model/` and described in its
MODEL_CARD.md, run by onnxruntime on one thread. It is loaded when first used.
Finding who is named is `analysis.mentions`; means are `sentiment.aggregate`.
Nothing here trains, and nothing here needs torch.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
from onnxruntime import InferenceSession
from tokenizers import Tokenizer

from analysis.encoder.load import load_encoder
from analysis.errors import SpanError
from analysis.records import TargetScore
from analysis.sentiment.clause import encode_target

CLEAR: Final = 0.8  # calibrated probability from which a tone is called clear
MODEL: Final = Path(__file__).parent / "model"
_LABELS: Final = (-1, 0, 1)
_PLACES: Final = 6  # logits have seven digits; further ones hang on how a processor computes powers
_TOGETHER: Final = 16  # sentences of one length in a call; more are no faster

_Ids = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Model:
    session: InferenceSession
    tokenizer: Tokenizer
    temperature: float


def score_target(sentence: str, start: int, end: int) -> TargetScore:
    """Score what `sentence` says of the one named at `start` to `end`.

    It is tone toward the one named, never approval by it, and it is what the
    sentence says, not what befalls: a town that is bombed has no tone. The name
    is masked before scoring, so that who is named changes nothing. Names beside
    it do count.

    Args:
        sentence: one sentence; a longer text is read around the target only.
        start: offset of the target's first character.
        end: offset after its last; title and possessive may be inside.

    Returns:
        Label -1, 0 or 1, the expected label as polarity (-1 to 1), and the
        calibrated probability of the label; `clear` from 0.8.

    Raises:
        SpanError: the target is not in the sentence, or is white space.
        ModelError: a model file is missing or altered.

    Source:
        Fine-tuned from all-MiniLM-L6-v2 on NewsMTSC (Hamborg and Donnay 2021)
        and on sentences written for Newsbook; see model/MODEL_CARD.md.

    >>> score_target("Oslo broke its promise and left the refugees to starve.", 0, 4).label
    -1

    A sentence that says nothing of the target has no tone toward it:

    >>> score_target("The delegates will meet in Oslo on Tuesday.", 27, 31).label
    0
    """
    (score,) = score_targets([(sentence, start, end)])
    return score


def score_targets(targets: Iterable[tuple[str, int, int]]) -> list[TargetScore]:
    """Score many (sentence, start, end), as `score_target` does one.

    Targets that read the same once masked are scored once. Sentences of the
    same number of tokens go through the encoder together, so none is padded, and
    the encoder's scales of rounding are fixed: no sentence moves the score of
    another, whatever the order or company.

    Returns:
        One score a target, in order.

    Raises:
        SpanError: a target is not in its sentence, or is white space.
        ModelError: a model file is missing or altered.

    >>> score_targets([])
    []
    """
    asked = list(targets)
    for sentence, start, end in asked:
        if not 0 <= start < end <= len(sentence) or not sentence[start:end].strip():
            raise SpanError(start, end, len(sentence))
    if not asked:
        return []
    model = _load()
    encoded = [tuple(encode_target(model.tokenizer, *target)) for target in asked]
    scores: dict[_Ids, TargetScore] = {}
    for batch in _batches(set(encoded)):
        scores |= zip(batch, _score(model, batch), strict=True)
    return [scores[ids] for ids in encoded]


def _batches(texts: Iterable[_Ids]) -> Iterator[list[_Ids]]:
    """Yield texts of one length together, the shortest first."""
    for _, same in groupby(sorted(texts, key=lambda ids: (len(ids), ids)), key=len):
        waiting = list(same)
        for start in range(0, len(waiting), _TOGETHER):
            yield waiting[start : start + _TOGETHER]


def _score(model: _Model, batch: Sequence[_Ids]) -> list[TargetScore]:
    (logits,) = model.session.run(None, {"ids": np.array(batch, dtype=np.int64)})
    return [_read(row, model.temperature) for row in logits]


def _read(logits: npt.NDArray[np.float32], temperature: float) -> TargetScore:
    scaled = logits.astype(np.float64) / temperature
    shares = np.exp(scaled - scaled.max())
    shares /= shares.sum()
    best = int(shares.argmax())
    return TargetScore(
        label=_LABELS[best],
        polarity=round(float(shares[2] - shares[0]), _PLACES),
        probability=round(float(shares[best]), _PLACES),
        clear=bool(shares[best] >= CLEAR),
    )


@cache
def _load() -> _Model:
    """Read the model and check it against its digests, once a process."""
    encoder = load_encoder(MODEL, "target")
    return _Model(encoder.session, encoder.tokenizer, float(encoder.facts["temperature"]))
