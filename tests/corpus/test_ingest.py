import itertools
import json
import threading

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.corpus.ingest import ingest
from analysis.corpus.store import open_store
from analysis.errors import ReadError, StoreError
from tests.corpus.stores import TEXTS, apart, article, content, write_jsonl


def _ingested(tmp_path, articles, name="store", **options):
    store = open_store(tmp_path / name, create=True)
    report = ingest([write_jsonl(tmp_path / f"{name}.jsonl", articles)], store, **options)
    return store, report


def test_articles_arrive_cleaned_and_with_a_language(tmp_path):
    """An article is stored with its text cleaned, what was removed, its language and its place in the file."""
    body = f"BERGEN (Nordbyrå) - {TEXTS[0]}\nPhoto: Kari Lund / Nordbyrå"
    store, report = _ingested(tmp_path, [article(1, body)])

    row = store.articles().iloc[0]
    assert (report.read, report.added, report.undated) == (1, 1, 0)
    assert (row["dateline"], row["language"], row["outlet"], row["source_row"]) == (
        "BERGEN (Nordbyrå)",
        "en",
        "Outlet 1",
        1,
    )
    assert (row["body"].startswith("Norway said"), [part["role"] for part in json.loads(row["removed"])]) == (
        True,
        ["credit"],
    )


def test_the_same_file_again_adds_nothing_and_is_not_opened(tmp_path):
    """A second ingest of a file keeps the version, and does not even read it."""
    store, first = _ingested(tmp_path, [article(n) for n in range(5)])

    again = ingest([tmp_path / "store.jsonl"], store)
    assert (first.added, again.files_unchanged, again.read, again.added, again.store_version) == (5, 1, 0, 0, 1)


def test_the_same_articles_in_another_file_add_nothing(tmp_path):
    """What counts is the article, not the file: an export that overlaps an earlier one adds only what is new."""
    store, _ = _ingested(tmp_path, [article(n) for n in range(5)])

    report = ingest([write_jsonl(tmp_path / "later.jsonl", [article(n) for n in range(3, 7)])], store)
    assert (report.read, report.already_there, report.added, len(store.articles())) == (4, 2, 2, 7)


def test_an_article_twice_in_one_file_is_one(tmp_path):
    """Repeats within a run are found as those of earlier runs are, layout aside."""
    repeated = article(1) | {"body": article(1)["body"].replace(" ", "  ").upper()}
    store, report = _ingested(tmp_path, [article(1), article(2), repeated, article(1)])

    assert (report.added, report.already_there, len(store.articles())) == (2, 2, 2)


def test_an_update_stands_beside_what_it_updates(tmp_path):
    """Another text at a known address is kept as an update, in the story of the first, which stays canonical."""
    store, _ = _ingested(tmp_path, [article(1)])
    newer = article(1) | {"body": article(1)["body"].replace("€3 million", "€4 million"), "published_at": "2025-03-03"}

    report = ingest([write_jsonl(tmp_path / "newer.jsonl", [newer])], store)
    rows = store.articles()
    assert (report.updates, report.copies, rows["is_canonical"].tolist()) == (1, 1, [True, False])
    assert (rows["story_id"].nunique(), rows["article_id"].nunique()) == (1, 2)


def test_copies_across_runs_are_grouped_with_the_earliest_in_front(tmp_path):
    """A copy that arrives later, but was published earlier, becomes the canonical one."""
    wire = TEXTS[0] + " " + TEXTS[1]
    store, _ = _ingested(tmp_path, [article(1, wire, published_at="2025-03-05T09:00Z")])

    earlier = article(2, wire + " This paper adds a line of its own.", published_at="2025-03-04T21:00Z")
    report = ingest([write_jsonl(tmp_path / "b.jsonl", [earlier])], store)
    rows = store.articles(columns=["outlet", "is_canonical", "story_id"])
    assert (report.copies, rows["outlet"].tolist(), rows["is_canonical"].tolist()) == (
        0,
        ["Outlet 2", "Outlet 1"],
        [True, False],
    )
    assert rows["story_id"].nunique() == 1


def test_what_cannot_be_read_is_tallied_with_an_example(tmp_path):
    """A broken line costs itself alone, and the report says where it was."""
    path = write_jsonl(tmp_path / "a.jsonl", [article(1), article(2)])
    path.write_text(path.read_text() + '{"headline": "Cut in the mid')
    store = open_store(tmp_path / "store", create=True)

    report = ingest([path], store)
    (reason,) = report.tally
    assert (report.added, report.tally[reason]["count"]) == (2, 1)
    assert f"{path.as_posix()} row 3" in report.tally[reason]["examples"][0]
    assert json.loads(store.runs()["tally"].iloc[-1]) == report.tally


def test_a_date_that_cannot_be_is_kept_and_tallied(tmp_path):
    """An article from before any newspaper is stored as its file states it, and the run says so."""
    store, report = _ingested(tmp_path, [article(1), article(2, published_at="1650-03-01T08:00:00Z")])

    said = f"{(tmp_path / 'store.jsonl').as_posix()} row 2: dated 1650-03-01, in the future or before 1700; kept under"
    assert (report.added, report.undated, report.tally["odd_date"]["count"]) == (2, 0, 1)
    assert report.tally["odd_date"]["examples"] == [f"{said} that date"]
    assert len(store.articles("1650-03-01", "1650-03-01")) == 1


def test_a_path_that_does_not_exist_stops_before_anything_is_written(tmp_path):
    """One wrong path among several is an error, not a smaller corpus."""
    path = write_jsonl(tmp_path / "a.jsonl", [article(1)])
    store = open_store(tmp_path / "store", create=True)

    with pytest.raises(ReadError, match="does not exist"):
        ingest([path, tmp_path / "absent.jsonl"], store)
    assert store.version == 0


def test_progress_is_shown_within_a_file_and_after_it(tmp_path):
    """Whoever shows a bar is told every hundred articles which file is read, and at its end."""
    told = []

    _ingested(tmp_path, [apart(n) for n in range(230)], progress=lambda file, read: told.append((file, read)))
    name = (tmp_path / "store.jsonl").as_posix()
    assert told == [(name, 100), (name, 200), (name, 230)]


def test_workers_change_nothing(tmp_path):
    """The rows are the same whether one process cleans or several."""
    articles = [article(n) for n in range(40)]

    alone, _ = _ingested(tmp_path, articles, "alone", workers=1)
    several, _ = _ingested(tmp_path, articles, "several", workers=2)
    assert content(alone) == content(several)


def test_two_ingests_at_once_both_land(tmp_path):
    """Concurrent runs take turns; nothing is lost."""
    open_store(tmp_path / "store", create=True)
    parts = [write_jsonl(tmp_path / f"{k}.jsonl", [article(n) for n in range(k, 30, 3)]) for k in range(3)]
    failed = []

    def run(path):
        try:
            ingest([path], open_store(tmp_path / "store"), workers=1)
        except StoreError as error:
            failed.append(error)

    threads = [threading.Thread(target=run, args=(path,)) for path in parts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    store = open_store(tmp_path / "store")
    assert (failed, store.version, len(store.articles())) == ([], 3, 30)


def _stories(store):
    rows = store.articles(columns=["url", "story_id"])
    return sorted(sorted(part) for _, part in rows.groupby("story_id")["url"])


_WIRE = " ".join(TEXTS)
_COPIES = [
    article(1, _WIRE),
    article(2, _WIRE + " The Bergen office did not answer calls on Tuesday.", published_at="2025-03-03"),
    article(3, " ".join(TEXTS[:2]), published_at="2025-03-03"),
    article(4, "Rain is forecast for the whole of the coast until Sunday, the bureau in Tromsø said in its bulletin."),
    article(5, TEXTS[2] + " It was the third such call in a year.", published_at="2025-03-02"),
]


@given(
    order=st.permutations(range(len(_COPIES))),
    cuts=st.sets(st.integers(1, len(_COPIES) - 1), max_size=2),
)
@settings(deadline=None, max_examples=3, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_neither_order_nor_portions_change_a_group(tmp_path_factory, order, cuts):
    """Whatever the order of articles, and in however many runs they arrive, the groups are the same."""
    folder = tmp_path_factory.mktemp("order")
    store = open_store(folder / "store", create=True)
    edges = [0, *sorted(cuts), len(order)]
    for start, stop in itertools.pairwise(edges):
        ingest([write_jsonl(folder / f"{start}.jsonl", [_COPIES[k] for k in order[start:stop]])], store)

    reference, _ = _ingested(folder, _COPIES, "reference")
    assert _stories(store) == _stories(reference)
    assert content(store)["articles"][0].keys() == content(reference)["articles"][0].keys()
