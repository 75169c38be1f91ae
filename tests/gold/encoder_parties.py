"""Find the words of a text that name who gives an amount, or receives it, as the gold has them by id.

An id of the register stands wherever the reader resolves a party to it, pronouns and offices included;
an id that was made of the words of an unlisted giver ("vereinte-kassen") stands where most of its words do.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from analysis.encoder.words import Span
from analysis.money.text.items import Item
from analysis.money.text.parties import EU_BODIES
from analysis.money.text.reader import Reader
from analysis.money.text.resolve import party_of
from analysis.reference import load_entities

_HALF = 0.5  # share of the words of an id that a name has to hold
_APART = 3  # words between two of them
_SMALL = frozenset("of the and for in from at a an s de la".split())
_PLACING = frozenset(["of", "in", "from", "at", "for", "on"])
_WORD = re.compile(r"[^\W_]+")
_UNNAMED = ("various", "persons")  # ids that stand for several or for nobody by name

Word = tuple[int, int, str]  # where it stands, and how it reads in plain letters


class Named:
    """Who is named in a text, and where."""

    def __init__(self, reader: Reader) -> None:
        self._text = reader.text
        self._spans: dict[str, list[Span]] = {}
        for item, sentence_items in _parties(reader):
            party = party_of(item, *sentence_items)
            if party is not None:
                self._spans.setdefault(party.id, []).append((item.start, item.end))
            for one in item.donors:
                self._spans.setdefault(one.id, []).append((item.start, item.end))

    def spans(self, ids: str) -> list[Span] | None:
        """Give where any of some ids, parted by blanks, is named; None where none is found, or none can be."""
        found = [span for one in ids.split() for span in self._of(one)]
        return sorted(set(found)) or None

    def _of(self, one: str) -> Iterable[Span]:
        if one in _UNNAMED:
            return ()
        one = "EU" if one in EU_BODIES else one
        return self._spans.get(one) or (() if one in _listed() else _by_words(self._text, one))


@cache
def _listed() -> frozenset[str]:
    return frozenset(entity.id for entity in load_entities())


def _parties(reader: Reader) -> Iterator[tuple[Item, tuple[list[Item], object, Reader]]]:
    """Give every party of a text with what `party_of` asks for beside it."""
    for sentence in reader.sentences():
        items = reader.items(sentence)
        for item in items:
            if item.kind == "party":
                yield item, (items, sentence, reader)


def _by_words(text: str, one: str) -> list[Span]:
    """Give the heads of the runs of words that hold most of the words of an id."""
    wanted = {word for word in one.split("-") if word not in _SMALL} or set(one.split("-"))
    words = [(match.start(), match.end(), _plain(match.group())) for match in _WORD.finditer(text)]
    runs: list[list[int]] = []
    for k, (_, _, word) in enumerate(words):
        if _stem(word) in {_stem(w) for w in wanted}:
            if runs and k - runs[-1][-1] <= _APART:
                runs[-1].append(k)
            else:
                runs.append([k])
    shares = [len({_stem(words[k][2]) for k in run}) / len(wanted) for run in runs]
    best = max(shares, default=0.0)
    if best < _HALF:
        return []
    heads = [_head(words, run) for run, share in zip(runs, shares, strict=True) if share >= best - 1e-9]
    return [words[k][:2] for k in heads]


def _head(words: Sequence[Word], run: Sequence[int]) -> int:
    """Give the word that heads a name or a description: the last, or that before "of", "in", "from"."""
    place = next((k for k in range(run[0] + 1, run[-1]) if words[k][2] in _PLACING), run[-1] + 1)
    return max(k for k in run if k < place)


def _plain(word: str) -> str:
    return unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode().lower()


def _stem(word: str) -> str:
    return word.removesuffix("s") if len(word) > 3 else word
