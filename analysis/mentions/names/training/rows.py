"""What the model of names learns from: news with names marked, and sentences written here.

News is JSON Lines of `id`, `text` and `spans`: a list of [start, end, kind] with
the kinds of the OntoNotes tradition. Our own sentences carry their marks inline:
`[Oslo|place]`.
"""

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from analysis.encoder.words import Pieces, Span, cut_words
from analysis.mentions.names.spans import LABELS, bare
from analysis.mentions.names.words import Passage, passages

OWN: Final = Path(__file__).with_name("sentences.txt")
FOLDS: Final = 5
_KINDS: Final = {
    "Person": "person",
    "Organization": "organization",
    "Location": "place",
    "NORP": "group",
    "Facility": "other",
    "Misc": "other",
    "Product": "other",
}
_MARKED: Final = re.compile(r"\[(?P<name>[^\[\]|]+)\|(?P<kind>[a-z]+)\]")

Marked = tuple[int, int, str]  # start, end, kind


@dataclass(frozen=True, slots=True)
class Text:
    """A text and the names marked in it."""

    id: str
    text: str
    names: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """One passage, and the label of each of its words as a place in `LABELS`."""

    passage: Passage
    labels: list[int]


def fold_of(key: str) -> int:
    """Give the fold of an article: the same whatever the other articles.

    >>> fold_of("a_1") == fold_of("a_1"), fold_of("a_1") < FOLDS
    (True, True)
    """
    return int(hashlib.sha256(key.encode()).hexdigest(), 16) % FOLDS


def read_news(path: Path) -> list[Text]:
    """Read marked news; kinds that the model does not learn are left out."""
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [Text(row["id"], row["text"], tuple(_names(row["text"], row["spans"]))) for row in rows]


def _names(text: str, spans: Iterable[tuple[int, int, str]]) -> Iterable[Marked]:
    for start, end, kind in spans:
        if kind in _KINDS:
            yield *bare(text, start, end), _KINDS[kind]


def read_own(path: Path = OWN) -> list[Text]:
    """Read the sentences written for Newsbook, a paragraph each; neighbours are no article."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [unmarked(f"own_{number}", line) for number, line in enumerate(lines, start=1)]


def unmarked(key: str, line: str) -> Text:
    """Take the marks out of a line.

    >>> unmarked("x", "Go to [Oslo|place].")
    Text(id='x', text='Go to Oslo.', names=((6, 10, 'place'),))
    """
    text, names, last = "", [], 0
    for match in _MARKED.finditer(line):
        text += line[last : match.start()]
        names.append((len(text), len(text) + len(match["name"]), match["kind"]))
        text += match["name"]
        last = match.end()
    return Text(key, text + line[last:], tuple(names))


def samples(texts: Iterable[Text], tokenizer: Any) -> list[Sample]:
    """Cut texts into passages with the labels of their words."""
    made = []
    pieces = Pieces(tokenizer)
    for text in texts:
        words = cut_words(text.text)
        labels = labels_of(words, text.names)
        made += [
            Sample(passage, [labels[number] for number in passage.words])
            for passage in passages(text.text, words, pieces)
        ]
    return made


def labels_of(words: list[Span], names: Iterable[Marked]) -> list[int]:
    """Label each word; of names within each other the one that readers see wins: the longest of the four kinds.

    >>> [LABELS[n] for n in labels_of([(0, 3), (4, 8), (8, 9)], [(0, 8, "place")])]
    ['B-place', 'I-place', 'O']
    """
    labels = [0] * len(words)
    for start, end, kind in sorted(names, key=lambda name: (name[2] != "other", name[1] - name[0])):
        mark = "B"
        for number, (first, last) in enumerate(words):
            if start <= first and last <= end:
                labels[number] = LABELS.index(f"{mark}-{kind}")
                mark = "I"
    return labels
