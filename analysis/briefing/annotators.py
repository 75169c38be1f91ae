"""The finders that annotate the store, and the version that says when to run them again.

`corpus.annotate` is handed these, so that it imports none of the packages they
come from. The version is a digest of the code and the reference tables that the
finders are made of: changed rules annotate the corpus again, unchanged ones
cost nothing.
"""

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from analysis.config import REFERENCE, ROOT
from analysis.corpus.annotate import Annotators
from analysis.mentions.find import find_mentions
from analysis.money.amounts import find_amounts
from analysis.money.pledges import find_pledges
from analysis.records import Amount, Mention
from analysis.sentiment.score import score_sentences

# What decides an annotation. Corrections are replayed on the ledger, accuracy is only shown,
# and how a model was trained is in the model.
_CODE = ("records.py", "reference.py", "corpus/sentences.py", "mentions", "money", "sentiment")
_NOT_RULES = frozenset(["corrections.csv", "accuracy.toml", "accuracy_outside.toml", "training", "__pycache__"])


def annotators() -> Annotators:
    """Hand out the finders of this installation, with their version."""
    return Annotators(
        version=rules_version(),
        find_amounts=amounts_of,
        find_claims=find_pledges,
        find_mentions=mentions_of,
        score_sentences=scores_of,
    )


def amounts_of(text: str) -> list[Amount]:
    """Find the amounts of a text, once for the amounts and again for the tone."""
    return list(_amounts(text))


def mentions_of(text: str) -> list[Mention]:
    """Find the mentions of a text, once for the mentions and again for the tone."""
    return list(_mentions(text))


def scores_of(text: str) -> Iterator[dict[str, Any]]:
    """Score the sentences of a text without its names and its money.

    New Zealand is not new, and ten million is no praise: both are left out of
    the scoring.

    >>> [row["polarity"] for row in scores_of("It was good. New Zealand came.")]
    [0.7, None]
    """
    drop = [(named.start, named.end) for named in _mentions(text)]
    drop += [(amount.start, amount.end) for amount in _amounts(text)]
    for score in score_sentences(text, drop=drop):
        yield {
            "start_char": score.start,
            "end_char": score.end,
            "polarity": score.polarity,
            "subjectivity": score.subjectivity,
            "n_hits": score.n_hits,
            "vader": score.vader,
            "hits": [[hit.words, hit.polarity] for hit in score.hits],
        }


# A text is annotated by one finder after the other, so one text is enough to remember.
@lru_cache(maxsize=1)
def _amounts(text: str) -> tuple[Amount, ...]:
    return tuple(find_amounts(text))


@lru_cache(maxsize=1)
def _mentions(text: str) -> tuple[Mention, ...]:
    return tuple(find_mentions(text))


def rules_version() -> str:
    """Digest the code and the tables of the finders.

    Two installations with the same rules have the same version, wherever they
    lie.
    """
    digest = hashlib.sha256()
    for path in _rule_files():
        digest.update(path.relative_to(ROOT).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _rule_files() -> list[Path]:
    package = ROOT / "analysis"
    found: list[Path] = []
    for name in _CODE:
        path = package / name
        found += path.rglob("*") if path.is_dir() else [path]
    found += REFERENCE.rglob("*")
    kept = (path for path in found if path.is_file() and not _NOT_RULES & {*path.parts})
    return sorted(kept)
