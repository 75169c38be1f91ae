"""Find the people, organisations, places and groups that a text names, listed or not.

A small encoder of our own labels the words (`model/`, described in its
MODEL_CARD.md); rules join, settle and link what it found. Who of them is in the
register is said beside each name. Counting over articles is
`analysis.mentions.names.count`.
"""

import re
from functools import cache
from pathlib import Path
from typing import Final

from analysis.encoder.load import Encoder, load_encoder
from analysis.encoder.words import unbroken
from analysis.mentions.find import find_mentions
from analysis.mentions.names.link import canonical_names
from analysis.mentions.names.listed import listed_ids, with_register
from analysis.mentions.names.read import read_spans
from analysis.mentions.names.spans import KINDS
from analysis.records import Name

_CAPITAL: Final = re.compile(r"[^\W\d_a-z]")  # without one there is no name, and no model is needed
MODEL: Final = Path(__file__).parent / "model"
MAX_CHARS: Final = 2**20  # of a text; the longest articles have a tenth of it


def find_names(text: str) -> list[Name]:
    """Find every name of a person, organisation, place or group, in order, without overlaps.

    A name is found by how it is written and by the words around it, so it need
    not be in any list. Titles, articles and possessives are left outside.
    Nationalities, religions and peoples are groups. One name has one kind in a
    text, unless the text says otherwise of it with more weight.

    Args:
        text: any text; offsets of the result count its characters. Of a text
            longer than a million characters the rest is not read.

    Returns:
        `Name` records; `name` is the fullest form in this text, so that a
        surname and an acronym go by it, and `entity_id` is that of the
        register, where it lists the name.

    Raises:
        ModelError: a model file is missing or altered.

    Source:
        Fine-tuned from all-MiniLM-L6-v2; data, scores and failures are in
        model/MODEL_CARD.md.

    >>> [(n.kind, n.name) for n in find_names("Dr. Amina Yusuf left Mombasa. Yusuf is Kenyan.")]
    [('person', 'Amina Yusuf'), ('place', 'Mombasa'), ('person', 'Amina Yusuf'), ('group', 'Kenyan')]

    Capitals alone make no name:

    >>> find_names("On Monday the Minister of the Interior resigned.")
    []
    """
    read = unbroken(text[:MAX_CHARS])
    if not _CAPITAL.search(read):
        return []
    mentions = find_mentions(read)
    spans = [span for span in with_register(read, read_spans(read, _model()), mentions) if span.kind in KINDS]
    listed = listed_ids(read, spans, mentions)
    names = canonical_names(read, spans)
    return [
        Name(span.kind, name, entity, span.probability, text[span.start : span.end], span.start, span.end)
        for span, name, entity in zip(spans, names, listed, strict=True)
    ]


@cache
def _model() -> Encoder:
    """Read the model once a process, when the first text has words."""
    return load_encoder(MODEL, "names")
