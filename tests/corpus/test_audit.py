import pytest

from analysis.corpus.annotate import annotate
from analysis.corpus.audit import check_corpus, coverage, coverage_change, dropped
from analysis.corpus.ingest import ingest
from analysis.corpus.status import status
from analysis.corpus.store import open_store
from analysis.schemas import ARTICLES, MENTIONS
from tests.corpus.stores import SIMPLE, TEXTS, apart, article, store_with, stored, write_jsonl


def _corpus(tmp_path):
    """Three articles and a copy in March, one without a date, one in Norwegian, one broken line."""
    articles = [
        apart(0),
        apart(1),
        article(2, TEXTS[0] + " " + TEXTS[1], published_at="2025-03-02"),
        article(6, TEXTS[0] + " " + TEXTS[1], published_at="2025-03-03"),
        apart(3, published_at=None),
        apart(4, language="no", published_at="2025-04-01"),
    ]
    path = write_jsonl(tmp_path / "a.jsonl", articles)
    path.write_text(path.read_text() + '{"headline": "Cut')
    store = open_store(tmp_path / "store", create=True)
    ingest([path], store)
    annotate(store, SIMPLE)
    return store


def test_everything_that_was_left_out_is_counted_with_its_reason(tmp_path):
    """Unread records count whatever the days; copies and other languages within the days; undated ones always."""
    store = _corpus(tmp_path)

    march = dropped(store, "2025-03-01", "2025-03-31")
    april = dropped(store, "2025-04-01", "2025-04-30")
    broken = (set(march["reason"]) - {"copy", "no_date"}).pop()
    assert dict(zip(march["reason"], march["count"], strict=True)) == {"copy": 1, "no_date": 1, broken: 1}
    assert dict(zip(april["reason"], april["count"], strict=True)) == {"not_english": 1, "no_date": 1, broken: 1}
    assert "row 7" in march.set_index("reason").loc[broken, "example"]


def test_what_was_left_out_does_not_depend_on_later_runs(tmp_path):
    """A briefing that is rendered again from its version shows the tally it showed then."""
    store = _corpus(tmp_path)
    before = dropped(open_store(store.path, version=store.version))

    later = write_jsonl(tmp_path / "b.jsonl", [apart(20)])
    later.write_text(later.read_text() + '{"headline": "Cut')
    ingest([later], store)
    again = dropped(open_store(store.path, version=2))
    gained = dropped(store)["count"].sum() - before["count"].sum()
    assert (again.equals(before), gained) == (True, 2)  # the line, and the article that is still to be annotated


def test_articles_that_annotation_has_not_seen_are_said(tmp_path):
    """Between ingest and annotation the figures are not whole, and the tally says so."""
    store = open_store(tmp_path / "store", create=True)
    ingest([write_jsonl(tmp_path / "a.jsonl", [article(1), article(2)])], store)

    assert dropped(store)[["reason", "count"]].to_numpy().tolist() == [["not_annotated", 2]]


def test_coverage_counts_articles_by_outlet_and_day(tmp_path):
    """One row an outlet and day, copies counted apart, undated articles nowhere."""
    rows = [
        stored(1, outlet="A"),
        stored(2, outlet="A", published_at=stored(1)["published_at"], story_id="a1", is_canonical=False),
        stored(3),
        stored(4, published_at=None),
    ]

    table = coverage(store_with(tmp_path, rows))
    assert table.to_numpy().tolist() == [["(unknown)", "2025-03-03", 1, 1], ["A", "2025-03-01", 2, 1]]


def test_coverage_is_compared_with_an_earlier_version(tmp_path):
    """Only outlets and days whose count changed are listed."""
    store = store_with(tmp_path, [stored(1, outlet="A"), stored(2, outlet="A")])
    with store.write("ingest") as writer:
        writer.append(ARTICLES, ARTICLES.frame([stored(9, outlet="A", published_at=stored(2)["published_at"])]))
        writer.commit()

    change = coverage_change(open_store(tmp_path, version=1), store)
    assert change.to_numpy().tolist() == [["A", "2025-03-02", 1, 2]]


def test_a_sound_corpus_has_no_faults(tmp_path):
    """What ingest and annotation make passes every check."""
    assert check_corpus(_corpus(tmp_path)) == []


MENTION = {"entity_id": "NOR", "kind": "country", "form": "name", "sentence": "Body 1.", "start_char": 0, "end_char": 4}
FAULTS = [
    (
        "a story without its canonical article",
        [stored(1, story_id="a7", is_canonical=False)],
        [],
        "name a story without",
    ),
    ("two names for one thing", [stored(1), stored(2, story_id="a1")], [], "are canonical in a story named otherwise"),
    ("a date in the future", [stored(1, published_at="2199-01-01T00:00Z")], [], "2199-01-01"),
    (
        "rows of no article",
        [stored(1)],
        [MENTION | {"article_id": "zz", "alias": "Body"}],
        "`mentions`: 1 rows are of no article",
    ),
    (
        "a span that does not cut its words",
        [stored(1)],
        [MENTION | {"article_id": "a1", "alias": "Norw"}],
        "do not cut `alias`",
    ),
]


@pytest.mark.parametrize(("what", "articles", "mentions", "said"), FAULTS, ids=[case[0] for case in FAULTS])
def test_a_fault_is_found(tmp_path, what, articles, mentions, said):
    """Each thing that cannot be, and that no table's contract can see, is named."""
    store = store_with(tmp_path, articles)
    with store.write("annotate") as writer:
        writer.append(MENTIONS, MENTIONS.frame(mentions))
        writer.commit()

    faults = check_corpus(store)
    assert [what for fault in faults if said in fault] == [what]


def test_the_status_says_what_the_store_holds(tmp_path):
    """One look: rows, days, languages, what is still to do, and the last runs."""
    store = _corpus(tmp_path)
    ingest([write_jsonl(tmp_path / "b.jsonl", [apart(7)])], store)

    seen = status(store)
    assert (seen.version, seen.articles, seen.stories, seen.outlets, seen.undated) == (3, 7, 6, 3, 1)
    assert (seen.first_day, seen.last_day, seen.languages) == ("2025-03-01", "2025-04-01", {"en": 6, "no": 1})
    assert (seen.not_annotated, seen.unfinished, seen.last_runs["what"].tolist()) == (
        1,
        0,
        ["ingest", "annotate", "ingest"],
    )
    assert (seen.rows["articles"], seen.rows["annotated"], seen.megabytes > 0) == (7, 6, True)
