"""The table of who is newly in the news, from rows small enough to count by hand."""

from dataclasses import replace

import pytest

from analysis.briefing.edition import load_edition
from analysis.briefing.naming import read_period_names
from analysis.briefing.new_names import newly_named
from analysis.briefing.new_names_view import show_new_names
from analysis.briefing.params import check_parameters
from analysis.corpus.ingest import ingest
from analysis.corpus.store import open_store
from analysis.schemas import NAMES
from tests.briefing.editions import PARAMETERS, article, edition
from tests.briefing.hostile import PAYLOADS
from tests.corpus.stores import write_jsonl


def named(number, name, **columns):
    """Make a row of `names` in article `number`."""
    row = {
        "article_id": f"a{number}",
        "kind": "person",
        "name": name,
        "entity_id": None,
        "probability": 0.95,
        "text": name,
        "start_char": 0,
        "end_char": len(name),
        "sentence": f"{name} came to the harbour.",
    }
    return row | columns


def week(*rows, before=()):
    """Make a week of three articles, one of them a copy, with these names."""
    articles = [article(n, "2025-10-07", outlet=f"Outlet {n}") for n in (1, 2, 3)]
    articles[1] |= {"story_id": "a1", "is_canonical": False}
    made = edition(articles=articles)
    return replace(made, named=NAMES.frame(rows), texts_named=2, printed_before=frozenset(before))


def test_new_names_stand_with_where_they_were_first_printed():
    """A name has its texts, its articles with copies, and outlet and sentence of the first."""
    found = newly_named(week(named(1, "Ada Lund"), named(3, "Ada Lund"), named(3, "Bo Ek", start_char=9, end_char=14)))

    assert found[["name", "independent_texts", "articles", "outlet", "sentence"]].to_numpy().tolist() == [
        ["Ada Lund", 2, 3, "Outlet 1", "Ada Lund came to the harbour."],
        ["Bo Ek", 1, 1, "Outlet 3", "Bo Ek came to the harbour."],
    ]


def test_the_table_says_in_how_many_texts_names_were_read():
    """The caption counts the names and the texts, and warns that a model found them."""
    shown = str(show_new_names(week(named(1, "Ada Lund"))))

    assert "1 name of nobody in the register" in shown
    assert "read in 2 independent texts" in shown
    assert "Ada Lund came to the harbour." in shown


def test_what_was_printed_before_is_not_new():
    """A name that an earlier article prints is not shown, and then there is nobody to show."""
    assert "No name in the articles of this week is new." in str(
        show_new_names(week(named(1, "Ada Lund"), before=["Ada Lund"]))
    )


def test_names_that_were_not_read_are_not_called_none():
    """Where names were not read, the page says so rather than that nobody is new."""
    assert "Names were not read" in str(show_new_names(edition(articles=[article(1, "2025-10-07")])))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_names_are_escaped(payload):
    """Whatever a name holds, it is text on the page."""
    storable = payload.encode("utf-8", "replace").decode()  # a store holds no broken surrogates
    shown = str(show_new_names(week(named(1, f"Ada {storable}", text=storable))))

    assert "<script" not in shown.lower()


def test_a_period_is_read_once_and_known_by_its_earlier_articles(tmp_path):
    """From articles to the edition: who is new is in no article of an earlier week."""
    texts = {
        "2025-10-01": "Amina Yusuf, the head of the Harbour Relief Trust, opened a school in Mombasa on Tuesday.",
        "2025-10-07": "Amina Yusuf said that Pieter van Houten, a banker from Rotterdam, had paid for the roof.",
    }
    rows = [{"headline": day, "body": body, "published_at": day, "language": "en"} for day, body in texts.items()]
    store = open_store(tmp_path / "store", create=True)
    ingest([write_jsonl(tmp_path / "made.jsonl", rows)], store)
    asked = check_parameters("2025-10-06", "2025-10-12", store=str(store.path))

    report = read_period_names(store, [load_edition(asked).period])
    people = newly_named(load_edition(asked)).query("kind == 'person'")["name"].tolist()
    assert (report.texts, people, PARAMETERS.start) == (1, ["Pieter van Houten"], asked.start)
