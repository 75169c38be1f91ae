"""The index and the feed of the reports."""

import json

import pytest
from lxml import etree

from analysis.briefing.index import feed, index_page, list_reports, write_index

ATOM = "{http://www.w3.org/2005/Atom}"


def _report(reports, briefing, period, end, title="A week"):
    place = reports / briefing / period
    place.mkdir(parents=True)
    (place / "briefing.html").write_text("page")
    facts = {
        "briefing": briefing,
        "title": title,
        "period": {"kind": "week", "start": end, "end": end},
        "rendered_from": dict.fromkeys(
            ("corpus", "parameters", "notebook", "watchlist", "previous", "corrections", "lock"), ""
        )
        | {"store_version": 3},
        "files": {},
    }
    (place / "manifest.json").write_text(json.dumps(facts))


def _failure(reports, briefing, period, message):
    kept = reports / briefing / ".failed" / period
    kept.mkdir(parents=True)
    (kept / "failure.json").write_text(json.dumps({"message": message}))


@pytest.fixture
def reports(tmp_path):
    """Give reports of two briefings: two good ones, one that failed since, one that never was."""
    _report(tmp_path, "weekly", "2025-W40", "2025-10-05")
    _report(tmp_path, "weekly", "2025-W41", "2025-10-12")
    _report(tmp_path, "monthly", "2025-09", "2025-09-30", title="<script>alert(1)</script> & more")
    _failure(tmp_path, "weekly", "2025-W40", "cell 3 failed with ValueError: <b>bad</b>")
    _failure(tmp_path, "weekly", "2025-W42", "the kernel did not answer")
    (tmp_path / "weekly" / ".making-2025-W43").mkdir()
    return tmp_path


def test_lists_good_and_failed_newest_first(reports):
    """Each period is listed once, with its report, its failure, or both; unfinished folders are not."""
    listed = [(e.briefing, e.period, e.store_version, bool(e.failure)) for e in list_reports(reports)]

    assert listed == [
        ("monthly", "2025-09", 3, False),
        ("weekly", "2025-W42", None, True),
        ("weekly", "2025-W41", 3, False),
        ("weekly", "2025-W40", 3, True),
    ]


def test_index_says_what_failed(reports):
    """A period without a report, and one with an older report, both say that the run failed."""
    page = index_page(list_reports(reports))

    assert ("2025-W42: no report, the run failed." in page, "report of an earlier one" in page) == (True, True)


def test_titles_and_messages_are_text(reports):
    """Markup in a title or a message shows as text."""
    page = index_page(list_reports(reports))

    assert ("<script" in page, "<b>" in page) == (False, False)


def test_feed_lists_what_is_published(reports):
    """The feed is well formed, newest first, and every entry leads to its page."""
    root = etree.fromstring(feed(list_reports(reports)).encode())

    assert [link.get("href") for link in root.findall(f"{ATOM}entry/{ATOM}link")] == [
        "weekly/2025-W41/briefing.html",
        "weekly/2025-W40/briefing.html",
        "monthly/2025-09/briefing.html",
    ]


def test_index_is_the_same_bytes_twice(reports):
    """The same folders give the same index and feed."""
    write_index(reports)
    first = [(reports / name).read_bytes() for name in ("index.html", "feed.xml")]
    write_index(reports)

    assert [(reports / name).read_bytes() for name in ("index.html", "feed.xml")] == first


def test_empty_folder_has_an_index(tmp_path):
    """Before the first report, the index says that there is none, and the feed is whole."""
    write_index(tmp_path / "reports")
    page = (tmp_path / "reports" / "index.html").read_text()

    assert (
        "No briefing has been rendered yet." in page,
        etree.parse(tmp_path / "reports" / "feed.xml") is not None,
    ) == (
        True,
        True,
    )
