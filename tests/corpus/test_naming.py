"""Names are read for the days that are asked for, once per text and version."""

import re

from analysis.corpus.annotate import annotate
from analysis.corpus.audit import check_corpus
from analysis.corpus.ingest import ingest
from analysis.corpus.naming import read_names
from analysis.corpus.store import open_store
from analysis.records import Name
from tests.corpus.stores import SIMPLE, article, write_jsonl

TEXT = "Mara Quist left. Nobody asked why she did so, or where she went on that long day. Quist came back."
WEEK = [("2025-03-01", "2025-03-07")]


def find(text):
    """Find Mara Quist; break on wells."""
    if "wells" in text:
        raise ValueError("a well")
    return [
        Name("person", "Mara Quist", None, 0.9, m.group(), m.start(), m.end())
        for m in re.finditer(r"(?:Mara )?Quist", text)
    ]


def _store(tmp_path, articles, name="store"):
    store = open_store(tmp_path / name, create=True)
    ingest([write_jsonl(tmp_path / f"{name}.jsonl", articles)], store)
    return store


def _texts(*days):
    return [article(n, f"{TEXT} It was day number {n}.", published_at=day) for n, day in enumerate(days)]


def test_names_become_rows_of_their_sentences(tmp_path):
    """Each occurrence is a row with its sentence, and its offsets cut it out of the body."""
    store = _store(tmp_path, _texts("2025-03-02"))

    read_names(store, find, "1", WEEK)
    rows = store.names()
    assert rows[["name", "text", "sentence"]].to_numpy().tolist() == [
        ["Mara Quist", "Mara Quist", "Mara Quist left."],
        ["Mara Quist", "Quist", "Quist came back."],
    ]
    assert check_corpus(store) == []


def test_only_days_that_are_asked_for_are_read(tmp_path):
    """Articles of other days, and undated ones, cost nothing; asking again writes nothing."""
    store = _store(tmp_path, _texts("2025-03-02", "2025-03-09", None))

    first = read_names(store, find, "1", WEEK)
    again = read_names(store, find, "1", WEEK)
    later = read_names(store, find, "1", [*WEEK, ("2025-03-08", "2025-03-14")])
    assert [(r.texts, r.store_version) for r in (first, again, later)] == [
        (1, first.store_version),
        (0, first.store_version),
        (1, first.store_version + 1),
    ]


def test_a_new_version_reads_again(tmp_path):
    """Rows of an earlier version go, and stay in the earlier version of the store."""
    store = _store(tmp_path, _texts("2025-03-02"))
    first = read_names(store, find, "1", WEEK)

    read_names(store, _nobody, "2", WEEK)
    assert (len(store.names()), len(open_store(store.path, version=first.store_version).names())) == (0, 2)


def _nobody(_text):
    return []


def test_a_text_that_breaks_the_finder_costs_itself(tmp_path):
    """The others are read, the broken one is tallied with its error, and not tried again."""
    broken = article(9, "They dug wells. " * 10, published_at="2025-03-03")
    store = _store(tmp_path, [*_texts("2025-03-02"), broken])

    report = read_names(store, find, "1", WEEK)
    tally = store.runs()["tally"].iloc[-1]
    assert (report.texts, report.failed, "ValueError: a well" in tally) == (2, 1, True)
    assert read_names(store, find, "1", WEEK).texts == 0


def test_names_and_annotations_leave_each_other_alone(tmp_path):
    """Reading names annotates nothing, and annotating again keeps the names."""
    store = _store(tmp_path, _texts("2025-03-02"))

    read_names(store, find, "1", WEEK)
    annotate(store, SIMPLE)
    assert (len(store.names()), store.sentences().empty) == (2, False)
