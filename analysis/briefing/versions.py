"""The versions that say when to annotate again: digests of the rules and of what they read.

Changed rules annotate the corpus again, unchanged ones cost nothing. Nothing
here imports a finder, because a rendering alone need not pay for that.
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from analysis.config import REFERENCE, ROOT

# What decides an annotation. Corrections are replayed on the ledger, accuracy is only shown,
# and how a model was trained is in the model.
_ENCODER = ("encoder/load.py", "encoder/words.py")
_LEXICONS = ("sentiment/score.py", "sentiment/scan.py", "sentiment/vader.py")
_CODE = ("records.py", "reference.py", "corpus/sentences.py", *_ENCODER, "mentions", "money", *_LEXICONS)
_NOT_RULES = frozenset(
    ["corrections.csv", "accuracy.toml", "accuracy_outside.toml", "MODEL_CARD.md", "training", "__pycache__"]
)
# Names are read with a model of their own, and for the days of a briefing alone (`corpus.naming`).
_NAMES = "names"
_NAMES_CODE = ("records.py", "reference.py", "corpus/sentences.py", *_ENCODER, "mentions")


def rules_version() -> str:
    """Digest the code and the tables of the finders.

    Two installations with the same rules have the same version, wherever they
    lie.
    """
    return _digest(_rule_files(_CODE, _NOT_RULES | {_NAMES}))


def names_version() -> str:
    """Digest the code, the model and the tables that names are read with."""
    return _digest(_rule_files(_NAMES_CODE, _NOT_RULES))


def targets_version() -> str:
    """Digest the model that scores tone toward a target, and the code that puts sentences in its form."""
    folder = ROOT / "analysis" / "sentiment"
    model = (path for path in (folder / "model").iterdir() if path.suffix != ".md")
    return _digest(sorted([folder / "clause.py", folder / "target.py", *model]))


def _digest(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.relative_to(ROOT).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _rule_files(code: Iterable[str], left_out: frozenset[str]) -> list[Path]:
    package = ROOT / "analysis"
    found: list[Path] = []
    for name in code:
        path = package / name
        found += path.rglob("*") if path.is_dir() else [path]
    found += REFERENCE.rglob("*")
    kept = (path for path in found if path.is_file() and not left_out & {*path.relative_to(ROOT).parts})
    return sorted(kept)
