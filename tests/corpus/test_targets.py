"""Tone in the store: each sentence scored once, kept, and taken from there."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.corpus.store import open_store
from analysis.corpus.targets import keep_targets, scored_targets
from analysis.records import TargetScore
from analysis.schemas import TARGETS

CALLS: list[list[tuple[str, int, int]]] = []


def score(targets: list[tuple[str, int, int]]) -> list[TargetScore]:
    """Score by length, and remember what was asked."""
    CALLS.append(targets)
    return [TargetScore(len(text) % 3 - 1, (len(text) % 3 - 1) / 2, 0.9, True) for text, _, _ in targets]


@pytest.fixture(autouse=True)
def _forget():
    CALLS.clear()


def asked(*rows: tuple[str, int, str, str]) -> pd.DataFrame:
    """Rows to score: (article, start of the sentence, entity, sentence that opens with its name)."""
    return pd.DataFrame(
        {
            "article_id": [row[0] for row in rows],
            "start_char": [row[1] for row in rows],
            "end_char": [row[1] + len(row[3]) for row in rows],
            "entity_id": [row[2] for row in rows],
            "mention_start": [row[1] for row in rows],
            "mention_end": [row[1] + 4 for row in rows],
            "sentence": [row[3] for row in rows],
        }
    )


WIRE = asked(
    ("a1", 0, "NOR", "Oslo paid for the pumps."),
    ("a2", 40, "NOR", "Oslo paid for the pumps."),
    ("a2", 90, "NOR", "Oslo was late."),
)


def test_a_sentence_is_scored_once_however_many_articles_carry_it():
    """Two articles with one sentence cost one scoring, and both have its score."""
    rows = scored_targets(WIRE, TARGETS.empty(), score, "v1")

    assert [len(call) for call in CALLS] == [2]
    assert list(zip(rows["article_id"], rows["start_char"], rows["label"], strict=True)) == [
        ("a1", 0, -1),
        ("a2", 40, -1),
        ("a2", 90, 1),
    ]


def test_other_words_in_one_sentence_are_another_reading():
    """Two targets of one sentence are scored apart."""
    both = pd.concat([WIRE.head(1), WIRE.head(1).assign(entity_id="SWE", mention_start=5, mention_end=9)])
    scored_targets(both, TARGETS.empty(), score, "v1")

    assert sorted(CALLS[0]) == [("Oslo paid for the pumps.", 0, 4), ("Oslo paid for the pumps.", 5, 9)]


def test_what_is_known_is_not_scored_again():
    """Rows of the same version are taken as they are; those of another version are not."""
    known = scored_targets(WIRE, TARGETS.empty(), score, "v1")
    CALLS.clear()
    again = scored_targets(WIRE, known, score, "v1")
    asked_again = len(CALLS)
    scored_targets(WIRE, known, score, "v2")

    assert (again.equals(known), asked_again, len(CALLS)) == (True, 0, 1)


def test_nothing_asked_is_an_empty_table():
    """No sentence that names anybody is a table without rows, and no model is called."""
    rows = scored_targets(WIRE.head(0), TARGETS.empty(), score, "v1")

    assert (list(rows.columns), len(rows), CALLS) == (TARGETS.names, 0, [])


def test_the_store_keeps_what_was_scored(tmp_path):
    """A second run writes nothing; a new article costs its new sentences; a new version starts again."""
    store = open_store(tmp_path / "store", create=True)
    more = pd.concat([WIRE, asked(("a3", 0, "NOR", "Oslo was late."), ("a3", 30, "NOR", "Oslo gives beds."))])
    runs = [
        keep_targets(store, lambda _: WIRE, score, "v1"),
        keep_targets(store, lambda _: WIRE, score, "v1"),
        keep_targets(store, lambda _: more, score, "v1"),
        keep_targets(store, lambda _: WIRE, score, "v2"),
    ]

    assert [(run.rows, run.scored, run.store_version) for run in runs] == [(3, 2, 1), (0, 0, 1), (2, 1, 2), (3, 2, 3)]
    assert (len(store.targets()), set(store.targets()["scorer"])) == (3, {"v2"})


SENTENCES = st.sampled_from(["Oslo paid.", "Oslo was late again.", "Oslo gives beds to Lviv.", "Oslo said so."])
ROWS = st.lists(
    st.tuples(st.sampled_from("abc"), st.integers(0, 5), SENTENCES), unique_by=lambda row: row[:2], max_size=9
)


@settings(deadline=None, max_examples=40)
@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_articles_changes_nothing(rows, random):
    """Shuffled articles give the same rows."""
    table = asked(*[(article, 100 * place, "NOR", sentence) for article, place, sentence in rows])
    shuffled = table.iloc[random.sample(range(len(table)), len(table))]

    pd.testing.assert_frame_equal(
        scored_targets(table, TARGETS.empty(), score, "v1"), scored_targets(shuffled, TARGETS.empty(), score, "v1")
    )
