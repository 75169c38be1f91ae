"""The finders handed to the store, and the version of their rules."""

import pickle

from analysis.briefing import versions as module
from analysis.briefing.annotators import annotators, scores_of
from analysis.briefing.versions import names_version, rules_version
from analysis.schemas import SENTENCES

TEXT = "New Zealand gave a wonderful 5 million euros. It was late."


def test_scores_are_rows_of_the_table():
    """A score has the columns of `sentences`, but for the article's id, and its offsets cut the sentence."""
    rows = list(scores_of(TEXT))

    assert (set(rows[0]), [TEXT[row["start_char"] : row["end_char"]] for row in rows]) == (
        set(SENTENCES.names) - {"article_id"},
        ["New Zealand gave a wonderful 5 million euros.", "It was late."],
    )


def test_names_and_money_have_no_tone():
    """A name that is a lexicon word, and an amount, leave no hit."""
    assert [[words for words, _ in row["hits"]] for row in scores_of(TEXT)] == [["wonderful"], ["late"]]


def test_finders_reach_worker_processes():
    """The finders are functions of a module, which other processes import by name."""
    # The bytes are our own.
    assert pickle.loads(pickle.dumps(annotators())) == annotators()  # noqa: S301


def test_version_is_stable():
    """The same rules have the same version, and names have one of their own."""
    assert (rules_version(), names_version()) == (rules_version(), names_version())
    assert rules_version() != names_version()


def test_changed_rules_have_another_version(tmp_path, monkeypatch):
    """A changed table of the rules gives another version; a correction does not."""
    root = tmp_path
    for name in ("analysis/money/a.py", "data/reference/entities.csv", "data/reference/corrections.csv"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("1")
    for name in ("records.py", "reference.py", "corpus/sentences.py"):
        (root / "analysis" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "analysis" / name).write_text("1")
    monkeypatch.setattr(module, "ROOT", root)
    monkeypatch.setattr(module, "REFERENCE", root / "data" / "reference")
    versions = [rules_version()]
    (root / "data/reference/corrections.csv").write_text("2")
    versions.append(rules_version())
    (root / "data/reference/entities.csv").write_text("2")
    versions.append(rules_version())

    assert (versions[0] == versions[1], versions[1] == versions[2]) == (True, False)
