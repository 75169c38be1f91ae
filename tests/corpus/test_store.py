import os
from datetime import UTC, date, datetime
from decimal import Decimal

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.corpus.compact import compact
from analysis.corpus.delta import current_version, to_arrow, to_frame
from analysis.corpus.lock import locked
from analysis.corpus.store import DATA_TABLES, open_store
from analysis.errors import SchemaError, StoreError
from analysis.schemas import AMOUNTS, ARTICLES, RUNS
from tests.corpus.stores import content, store_with, stored


def _ids(frame):
    return list(frame["article_id"])


def test_a_new_store_is_empty_and_at_version_0(tmp_path):
    """A new store has every table, with its contract and without a row."""
    store = open_store(tmp_path / "store", create=True)

    tables = [store.articles(), store.mentions(), store.sentences(), store.amounts(), store.claims(), store.runs()]
    assert (store.version, [len(table) for table in tables]) == (0, [0] * 6)


def test_a_missing_store_says_what_to_do(tmp_path):
    """Opening a folder that holds no store names the command that makes one."""
    with pytest.raises(StoreError, match=r"does not exist\. Add articles with `newsbook ingest PATH"):
        open_store(tmp_path / "none")


def test_a_commit_is_visible_to_others(tmp_path):
    """What was committed is the next version, for whoever opens the store."""
    store_with(tmp_path, [stored(1), stored(2)])

    again = open_store(tmp_path)
    assert (again.version, _ids(again.articles())) == (1, ["a1", "a2"])


def test_a_run_that_is_still_at_work_is_invisible(tmp_path):
    """Rows that were written but not committed are seen by no reader."""
    store = store_with(tmp_path, [stored(1)])

    with store.write("ingest") as writer:
        writer.append(ARTICLES, ARTICLES.frame([stored(2)]))
        seen = _ids(open_store(tmp_path).articles())
        writer.commit()
    assert (seen, _ids(store.articles())) == (["a1"], ["a1", "a2"])


def test_a_run_that_fails_changes_nothing_and_is_logged(tmp_path):
    """An error in a transaction keeps the version, and its message is in `runs`."""
    store = store_with(tmp_path, [stored(1)])

    def fail():
        with store.write("ingest") as writer:
            writer.append(ARTICLES, ARTICLES.frame([stored(2)]))
            ARTICLES.check(pd.DataFrame({"article_id": ["a3"]}))

    with pytest.raises(SchemaError, match="is missing"):
        fail()
    last = store.runs().iloc[-1]
    assert (_ids(store.articles()), store.version) == (["a1"], 1)
    assert (last["outcome"], last["store_version"], "`url` is missing" in last["message"]) == ("failed", 1, True)


def test_leftovers_of_a_dead_run_do_not_come_back(tmp_path):
    """The next writer starts from the last version, not from what a killed run had written."""
    store = store_with(tmp_path, [stored(1)])
    with store.write("ingest") as writer:
        writer.append(ARTICLES, ARTICLES.frame([stored(2)]))

    with store.write("ingest") as writer:
        writer.append(ARTICLES, ARTICLES.frame([stored(3)]))
        writer.commit()
    assert _ids(store.articles()) == ["a1", "a3"]


def test_an_earlier_version_can_be_opened_but_not_written(tmp_path):
    """A briefing can see the corpus it saw, and nobody can change that."""
    store = store_with(tmp_path, [stored(1)])
    with store.write("ingest") as writer:
        writer.append(ARTICLES, ARTICLES.frame([stored(2)]))
        writer.commit()

    earlier = open_store(tmp_path, version=1)
    assert _ids(earlier.articles()) == ["a1"]
    with pytest.raises(StoreError, match="opened at version 1, which cannot be written"), earlier.write("ingest"):
        pass


def test_an_unknown_version_names_those_there_are(tmp_path):
    """Asking for a version that never was says which ones are there."""
    store_with(tmp_path, [stored(1)])

    with pytest.raises(StoreError, match=r"has no version 7\. It has 0 to 1"):
        open_store(tmp_path, version=7)


RANGES = [
    ("2025-03-02", "2025-03-03", ["a2", "a3"]),
    (date(2025, 3, 3), None, ["a3"]),
    (None, "2025-03-01", ["a1"]),
    (None, None, ["a1", "a2", "a3", "undated"]),
]


@pytest.mark.parametrize(("start", "end", "expected"), RANGES)
def test_both_ends_of_a_range_are_inside(tmp_path, start, end, expected):
    """A range holds its first and last day; articles without a date are in no range, and come last."""
    undated = stored(4, article_id="undated", story_id="undated", published_at=None)
    store = store_with(tmp_path, [undated, stored(3), stored(1), stored(2)])

    assert _ids(store.articles(start, end)) == expected


def test_copies_can_be_left_out(tmp_path):
    """`canonical_only` leaves one article a story, in `articles` and in what is keyed by it."""
    store = store_with(tmp_path, [stored(1), stored(2, story_id="a1", is_canonical=False)])
    rows = [{"article_id": f"a{n}", "equivalents": "[]", "text": "€1", "start_char": 0, "end_char": 2} for n in (1, 2)]
    with store.write("annotate") as writer:
        writer.append(AMOUNTS, AMOUNTS.frame(rows))
        writer.commit()

    kept = _ids(store.articles(canonical_only=True)), _ids(store.amounts(canonical_only=True))
    assert (kept, _ids(store.amounts())) == ((["a1"], ["a1"]), ["a1", "a2"])


def test_rows_of_some_articles(tmp_path):
    """Annotations can be asked for by day and by article; both hold."""
    store = store_with(tmp_path, [stored(1), stored(2), stored(3)])
    span = {"equivalents": "[]", "text": "€1", "end_char": 9}
    rows = [{"article_id": f"a{n}", "start_char": place, **span} for n in (3, 2, 1) for place in (5, 0)]
    with store.write("annotate") as writer:
        writer.append(AMOUNTS, AMOUNTS.frame(rows))
        writer.commit()

    some = store.amounts("2025-03-02", None, article_ids=["a1", "a2"], columns=["start_char", "article_id"])
    assert some.to_dict("list") == {"article_id": ["a2", "a2"], "start_char": [0, 5]}


def test_an_unknown_column_is_refused(tmp_path):
    """A mistyped column is named, not ignored."""
    store = store_with(tmp_path, [stored(1)])

    with pytest.raises(SchemaError, match="`headlin` is not in the contract"):
        store.articles(columns=["headlin"])


def test_some_columns_of_some_rows_can_be_changed(tmp_path):
    """An update sets the columns it has in the rows that share the key, and nothing else."""
    store = store_with(tmp_path, [stored(1), stored(2)])
    change = ARTICLES.only(["article_id", "story_id", "is_canonical"])

    with store.write("ingest") as writer:
        writer.update(ARTICLES, change.frame([{"article_id": "a2", "story_id": "a1", "is_canonical": False}]))
        writer.commit()
    rows = store.articles(columns=["article_id", "body", "story_id", "is_canonical"])
    assert rows.to_numpy().tolist() == [["a1", "Body 1.", "a1", True], ["a2", "Body 2.", "a1", False]]


@given(value=st.none() | st.decimals(-(10**30), 10**30, places=4))
@settings(deadline=None, max_examples=60)
def test_decimals_come_back_as_they_went(value):
    """A figure of four decimals is exact in the store, and carries no zeros that nobody wrote."""
    row = {"article_id": "a", "low": value, "equivalents": "[]", "text": "x", "start_char": 0, "end_char": 1}

    back = to_frame(AMOUNTS, to_arrow(AMOUNTS, AMOUNTS.frame([row])))["low"].iloc[0]
    assert back == value
    assert back is None or back == back.to_integral_value() or not str(back).endswith("0")


@given(text=st.text(st.characters(exclude_categories=["Cs"])))
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_comes_back_as_it_went(text):
    """Whatever characters a text has, the store gives them back."""
    back = to_frame(ARTICLES, to_arrow(ARTICLES, ARTICLES.frame([stored(1, body=text, headline=None)])))

    assert (back["body"].iloc[0], back["headline"].isna().iloc[0]) == (text, True)


def test_times_and_dtypes_come_back_as_they_went(tmp_path):
    """A frame read from the store has the dtypes of one made by the contract."""
    rows = [stored(1, accessed_at=pd.Timestamp("2025-03-01T08:15:30.123456Z"))]
    store = store_with(tmp_path, rows)

    pd.testing.assert_frame_equal(store.articles(), ARTICLES.frame(rows), check_dtype=True)


def test_a_briefing_is_logged_without_a_new_version(tmp_path):
    """`log_run` adds a row to `runs` that names the version it saw."""
    store = store_with(tmp_path, [stored(1)])

    run_id = store.log_run("brief", datetime(2025, 3, 9, tzinfo=UTC), inputs={"name": "weekly"}, outputs=["a.html"])
    row = open_store(tmp_path).runs().set_index("run_id").loc[run_id]
    assert (row["what"], row["store_version"], row["inputs"], row["outputs"], open_store(tmp_path).version) == (
        "brief",
        1,
        '{"name":"weekly"}',
        '["a.html"]',
        1,
    )


def test_a_second_writer_waits_and_then_says_who_holds_the_store(tmp_path):
    """A busy store is waited for; after the time allowed the error names the process."""
    store = store_with(tmp_path, [stored(1)])
    told = []

    with locked(tmp_path, "ingest"), pytest.raises(StoreError) as raised:
        store.write("annotate", wait=0.2, notify=told.append).__enter__()
    assert f"is being written by process {os.getpid()} on " in str(raised.value)
    assert [f"process {os.getpid()}" in words and "waiting up to 0.2 s" in words for words in told] == [True]


def test_compacting_keeps_every_row_and_version(tmp_path):
    """After `compact` the rows are the same, and every version can be opened."""
    store = store_with(tmp_path, [stored(1)])
    for number in (2, 3):
        with store.write("ingest") as writer:
            writer.append(ARTICLES, ARTICLES.frame([stored(number)]))
            writer.commit()
    before = content(store)

    report = compact(store)
    seen = [_ids(open_store(tmp_path, version=v).articles()) for v in report.versions_kept]
    assert (content(store) == before, seen) == (
        True,
        [[], ["a1"], ["a1", "a2"], ["a1", "a2", "a3"], ["a1", "a2", "a3"]],
    )


def test_compacting_can_forget_old_versions(tmp_path):
    """With `keep` the older versions are gone, and say so; the latest can still be written."""
    store = store_with(tmp_path, [stored(1)])
    for number in (2, 3):
        with store.write("ingest") as writer:
            writer.clear(ARTICLES)
            writer.append(ARTICLES, ARTICLES.frame([stored(number)]))
            writer.commit()

    report = compact(store, keep=1)
    assert (report.versions_kept, _ids(store.articles()), report.files_removed > 0) == ([4], ["a3"], True)
    with pytest.raises(StoreError, match="cannot be read"):
        open_store(tmp_path, version=1).articles()
    with store.write("ingest") as writer:
        writer.append(ARTICLES, ARTICLES.frame([stored(5)]))
        writer.commit()
    assert _ids(open_store(tmp_path).articles()) == ["a3", "a5"]


def test_a_table_that_the_store_does_not_know_yet_is_empty(tmp_path):
    """A store made before a table was thought of can be read, and written."""
    store = store_with(tmp_path, [stored(1)])
    for path in sorted((tmp_path / "claims").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()

    assert len(store.claims()) == 0
    with store.write("annotate") as writer:
        writer.commit(tally={"x": {"count": 1, "examples": []}})
    assert (current_version(tmp_path, DATA_TABLES[4]), store.version) == (0, 2)


def test_the_tables_are_plain_delta(tmp_path):
    """Other tools read a table where it lies, with money as exact decimals."""
    from deltalake import DeltaTable

    store_with(tmp_path, [stored(1)])
    schema = {field.name: str(field.type) for field in DeltaTable(str(tmp_path / "amounts")).schema().fields}
    assert (schema["low"], schema["start_char"]) == (
        'PrimitiveType("decimal(38,4)")',
        'PrimitiveType("long")',
    )
    assert (
        Decimal("1.5")
        == to_frame(AMOUNTS.only(["low"]), to_arrow(AMOUNTS.only(["low"]), pd.DataFrame({"low": [Decimal("1.5")]})))[
            "low"
        ][0]
    )
    assert RUNS.name == "runs"
