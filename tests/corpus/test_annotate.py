import dataclasses
import os

import pytest

from analysis.corpus.annotate import annotate
from analysis.corpus.ingest import ingest
from analysis.corpus.store import open_store
from analysis.errors import StoreError
from analysis.schemas import ANNOTATED
from tests.corpus.stores import SIMPLE, TEXTS, article, content, fails_on_wells, find_mentions, write_jsonl


def _store(tmp_path, articles, name="store"):
    store = open_store(tmp_path / name, create=True)
    ingest([write_jsonl(tmp_path / f"{name}.jsonl", articles)], store)
    return store


def test_each_table_is_filled(tmp_path):
    """One article gives its mentions, sentences, amounts and claims, with offsets into its body."""
    store = _store(tmp_path, [article(0, TEXTS[0])])

    report = annotate(store, SIMPLE)
    body = store.articles()["body"].iloc[0]
    (mention,) = store.mentions().to_dict("records")
    (amount,) = store.amounts().to_dict("records")
    (claim,) = store.claims().to_dict("records")
    assert report.rows == {"mentions": 1, "sentences": 3, "amounts": 1, "claims": 1}
    assert body[mention["start_char"] : mention["end_char"]] == mention["alias"] == "Norway"
    assert (str(amount["low"]), amount["text"], claim["said_on"]) == ("20000000", "€20 million", "2025-03-01")
    assert mention["sentence"] == claim["sentence"] == store.sentences().pipe(lambda s: body[: s["end_char"].iloc[0]])


def test_only_what_is_new_is_annotated(tmp_path):
    """A second run sees new articles only; with nothing new it keeps the version."""
    store = _store(tmp_path, [article(n) for n in range(3)])

    first = annotate(store, SIMPLE)
    idle = annotate(store, SIMPLE)
    ingest([write_jsonl(tmp_path / "more.jsonl", [article(n) for n in range(2, 5)])], store)
    second = annotate(store, SIMPLE)
    counts = [report.annotated for report in (first, idle, second)]
    assert (counts, idle.store_version, len(store.amounts())) == ([3, 0, 2], first.store_version, 5)


def test_new_annotators_annotate_everything_again(tmp_path):
    """With another version the rows of the earlier one are replaced, and still there in the earlier version."""
    store = _store(tmp_path, [article(n) for n in range(3)])
    first = annotate(store, SIMPLE)

    silent = dataclasses.replace(SIMPLE, version="2", find_amounts=_nothing)
    report = annotate(store, silent)
    earlier = open_store(store.path, version=first.store_version)
    assert (report.annotated, len(store.amounts()), len(earlier.amounts()), len(store.claims())) == (3, 0, 3, 3)


def _nothing(_text):
    return []


def test_a_text_that_several_carry_is_annotated_once(tmp_path):
    """Exact copies of one day share the work, and each has its rows under its own ids."""
    same = [article(n, TEXTS[0], published_at="2025-03-01") for n in range(4)]
    store = _store(tmp_path, [*same, article(9, TEXTS[1])])

    report = annotate(store, SIMPLE)
    claims = store.claims()
    assert (report.annotated, report.texts, len(claims), claims["claim_id"].nunique()) == (5, 2, 5, 5)


def test_a_text_that_an_earlier_run_read_is_not_read_again(tmp_path):
    """A copy that arrives later gets the rows of the first, and the same rows as if both had come together."""
    twice = "Norway gives €5 million.\nNorway gives €5 million.\nIt gives €7 million."
    same = [article(n, twice, published_at="2025-03-01") for n in range(3)]
    others = [article(7, twice, published_at="2025-03-02"), article(8), article(9, language="no")]
    store = _store(tmp_path, [same[0], others[1]])
    annotate(store, SIMPLE)

    ingest([write_jsonl(tmp_path / "more.jsonl", [*same, *others])], store)
    report = annotate(store, SIMPLE)
    together = _store(tmp_path, [*same, *others], "together")
    annotate(together, SIMPLE)
    assert (report.annotated, report.reused, report.texts, report.failed) == (3, 2, 1, 0)
    rows, expected = content(store), content(together)
    assert {name: rows[name] for name in report.rows} == {name: expected[name] for name in report.rows}


def test_another_version_reuses_nothing(tmp_path):
    """What other annotators made of a text is not taken over for its copy."""
    first, copy = (article(n, TEXTS[0], published_at="2025-03-01") for n in (1, 2))
    store = _store(tmp_path, [first])
    annotate(store, SIMPLE)

    ingest([write_jsonl(tmp_path / "more.jsonl", [copy])], store)
    report = annotate(store, dataclasses.replace(SIMPLE, version="2", find_amounts=_nothing))
    assert (report.annotated, report.reused, report.texts, len(store.amounts())) == (2, 0, 1, 0)


def test_claims_of_one_sentence_have_ids_of_their_own(tmp_path):
    """The same words twice in an article are two claims, and their ids do not change between runs."""
    twice = "Norway gives €5 million.\nNorway gives €5 million."
    store = _store(tmp_path, [article(0, twice)], "a")
    other = _store(tmp_path, [article(1), article(0, twice)], "b")
    annotate(store, SIMPLE)
    annotate(other, SIMPLE)

    ids = set(store.claims()["claim_id"])
    assert (len(ids), ids < set(other.claims()["claim_id"])) == (2, True)


def test_other_languages_are_kept_counted_and_skipped(tmp_path):
    """A text that is not English has no rows, and is in the tally."""
    store = _store(tmp_path, [article(0), article(1, language="no"), article(2, language="en-GB")])

    report = annotate(store, SIMPLE)
    outcomes = store.annotations(ANNOTATED)["outcome"].value_counts().to_dict()
    assert (report.annotated, report.not_english, outcomes) == (2, 1, {"annotated": 2, "not_english": 1})
    assert report.tally["not_english"]["count"] == 1


def test_a_text_too_short_to_tell_its_language_is_read(tmp_path):
    """A brief of a few letters has no language in the store, and is annotated as English is."""
    store = _store(tmp_path, [article(0, "€5 million."), article(1)])

    report = annotate(store, SIMPLE)
    languages = store.articles()["language"]
    assert (languages.isna().tolist(), report.annotated, report.not_english) == ([True, False], 2, 0)


def test_a_text_that_breaks_a_finder_costs_only_itself(tmp_path):
    """An error in one text is tallied with the article, and the others are annotated."""
    store = _store(tmp_path, [article(n) for n in range(6)])

    report = annotate(store, dataclasses.replace(SIMPLE, find_mentions=fails_on_wells))
    assert (report.annotated, report.failed, len(store.amounts())) == (4, 2, 4)
    assert report.tally["annotation_failed"]["examples"][0].endswith("ValueError: no wells, please")


def test_workers_change_nothing(tmp_path):
    """The rows are the same whether one process annotates or several."""
    articles = [article(n) for n in range(30)]
    alone, several = _store(tmp_path, articles, "a"), _store(tmp_path, articles, "b")

    annotate(alone, SIMPLE, workers=1)
    annotate(several, SIMPLE, workers=2)
    assert content(alone) == content(several)


def test_a_worker_that_dies_leaves_the_store_as_it_was(tmp_path):
    """A crash in native code ends in an error that says what to do; nothing is written."""
    store = _store(tmp_path, [article(n) for n in range(3)])

    with pytest.raises(StoreError, match="a worker process died while annotating"):
        annotate(store, dataclasses.replace(SIMPLE, find_mentions=_die), workers=2)
    assert (store.version, len(store.amounts())) == (1, 0)


def _die(_text):
    os._exit(3)


def test_progress_counts_texts(tmp_path):
    """Whoever shows a bar is told how many texts are done, of how many."""
    store = _store(tmp_path, [article(n) for n in range(3)])
    told = []

    annotate(store, SIMPLE, progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (3, 3)
    assert find_mentions("none") == []
