"""Fit the weights of `analysis/money/weighing/of_text.py` on annotated texts.

    python tests/gold/fit_texts.py            measure, a tenth of the sources at a time by a fit on the others
    python tests/gold/fit_texts.py --write    fit on all and write data/reference/text_weights.csv

An example is a text of a writer, of a newspaper or wire, or of a government: its words, and how many of its sums are
gifts. Names are no words of the table: what is mostly written with a capital inside a sentence is left out. It needs
scikit-learn (see `fitting.py`).
"""

import re
import sys
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import score_passages  # noqa: E402
from fitting import Weights, command, logistic, total, write_table  # noqa: E402

from analysis.money.weighing.of_text import TABLE, share_of_word, words_of  # noqa: E402

_SEEN, _SOURCES = 8, 4  # texts and sources in which a word must stand
_STRENGTH = 3.0  # inverse of the penalty on weights
_NAMES = 0.3  # share of a word's uses inside sentences with a capital, from which it is a name
_FOLDS = 10
_INSIDE = re.compile(r"(?<=[a-z,] )([A-Za-z][a-z'’-]{2,})")


@dataclass(frozen=True, slots=True)
class Text:
    """A text: where it is from, its words by kind, and the share of its sums that is given."""

    source: str
    words: frozenset[str]  # as "word:cup", "opening:cup"
    given: float
    text: str


def texts() -> list[Text]:
    """Give the annotated texts."""
    found = []
    for source in score_passages.annotated():
        for passage in score_passages.passages(source):
            gifts = sum(amount["reason"] in score_passages.scorer.COUNTED for amount in passage["amounts"])
            if passage["amounts"]:
                words = (f"{kind}:{word}" for kind, those in words_of(passage["text"]).items() for word in those)
                found.append(Text(source, frozenset(words), gifts / len(passage["amounts"]), passage["text"]))
    return found


def weigh(learned: Sequence[Text]) -> Weights:
    """Fit the weights on texts."""
    kept = _kept(learned)
    rows = [_row(one.words, kept) for one in learned]
    shares = [one.given for one in learned]
    labels = [True] * len(rows) + [False] * len(rows)
    often = [*shares, *(1 - share for share in shares)]
    fitted = logistic([*rows, *rows], labels, strength=_STRENGTH, often=often, tolerance=1e-4)["True"]
    return {name: fitted.get(name, 0.0) for name in ("always", *sorted(kept))}


def _kept(learned: Sequence[Text]) -> set[str]:
    """Give the words that stand in texts and sources enough, and are no names."""
    seen: Counter[str] = Counter()
    sources: dict[str, set[str]] = {}
    capital: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    for one in learned:
        seen.update(one.words)
        for word in one.words:
            sources.setdefault(word, set()).add(one.source)
        for match in _INSIDE.finditer(one.text):
            inside[match[1].lower()] += 1
            capital[match[1].lower()] += match[1][0].isupper()
    names = {word for word, n in inside.items() if n < _SOURCES - 1 or capital[word] >= _NAMES * n}
    plain = inside.keys() - names
    return {w for w, n in seen.items() if n >= _SEEN and len(sources[w]) >= _SOURCES and w.partition(":")[2] in plain}


def _row(words: Collection[str], kept: Collection[str]) -> dict[str, float]:
    known = [word for word in words if word in kept]
    return dict.fromkeys(known, share_of_word(len(known)))


def measure(found: Sequence[Text]) -> None:
    """Print how well texts of which a third or more is given stand above those of which nothing is."""
    sources = sorted({one.source for one in found})
    scores: list[tuple[float, float]] = []
    for fold in range(_FOLDS):
        apart = set(sources[fold::_FOLDS])
        weights = weigh([one for one in found if one.source not in apart])
        for one in (one for one in found if one.source in apart):
            row = _row(one.words, weights.keys())
            known = next(iter(row.values()), 0.0)
            scores.append((total(weights, row) * known + weights["always"], one.given))
    giving = [score for score, share in scores if share >= 1 / 3]
    other = [score for score, share in scores if not share]
    above = sum(sum(one > two for two in other) for one in giving) / max(len(giving) * len(other), 1)
    print(f"{len(found)} texts; of a third or more given above none given: {above:.3f}")  # noqa: T201
    for least in (-1.4, -1.2, -1.0, -0.8):
        below = [share for score, share in scores if score < least]
        print(f"below {least}: {len(below)} texts, of whose sums {sum(below) / max(len(below), 1):.3f} are given")  # noqa: T201


def table_of(learned: Sequence[Text]) -> dict[str, Weights]:
    """Give the weights as `of_text` has them, by kind."""
    table: dict[str, Weights] = {"word": {}, "opening": {}, "text": {}}
    for name, weight in weigh(learned).items():
        kind, _, word = name.rpartition(":")
        table[kind or "text"][word] = weight
    return table


def write(found: Sequence[Text]) -> None:
    """Fit on all texts, and write the table."""
    rows = [(kind, name, weight) for kind, weights in table_of(found).items() for name, weight in weights.items()]
    write_table(TABLE, rows)


if __name__ == "__main__":
    command(__doc__, texts, measure, write)
