"""Read the names of a text with a given model: words in, settled spans out.

The register has no part in it, so that training can score a model as readers
will see it.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np

from analysis.encoder.load import Encoder
from analysis.encoder.words import cut_words
from analysis.mentions.names.mend import mended
from analysis.mentions.names.settle import settled
from analysis.mentions.names.spans import LABELS, Logits, Span, spans_of
from analysis.mentions.names.words import passages

_NO_NAME: Final = 9.0  # logit of "no name" for words that were not read


def read_spans(text: str, encoder: Encoder) -> list[Span]:
    """Read the spans of names in a text with a given model, settled against each other."""
    words = cut_words(text)
    return settled(text, mended(text, spans_of(text, words, _logits(text, words, encoder)))) if words else []


def _logits(text: str, words: Sequence[tuple[int, int]], encoder: Encoder) -> Logits:
    """Run the passages of a text; a word that is in none is no name."""
    logits = np.zeros((len(words), len(LABELS)), dtype=np.float32)
    logits[:, 0] = _NO_NAME
    for passage in passages(text, words, encoder.pieces):
        fed = {"ids": np.array([passage.ids]), "shapes": np.array([passage.shapes])}
        (found,) = encoder.session.run(None, fed)
        logits[passage.words] = found[0, passage.heads]
    return logits
