import json
import warnings

import pytest

from analysis.corpus.identity import article_id, normal_url
from analysis.corpus.load import load_articles
from analysis.errors import DroppedWarning, ReadError
from tests.corpus.exports import EXPORTS, HEADLINES, rows


def test_a_missing_path_says_what_to_give():
    """The error comes at the call, not at the first article."""
    with pytest.raises(ReadError, match=r"nowhere\.csv: does not exist\. Give a file, a folder or a glob"):
        load_articles("nowhere.csv")


def test_a_file_of_no_readable_format_is_an_error(tmp_path):
    """A picture that is named explicitly is refused, with what is known."""
    path = tmp_path / "photo.txt"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)

    with pytest.raises(ReadError, match="no format that articles come in"):
        list(load_articles(path))


def test_a_folder_is_walked_in_order(tmp_path):
    """Article files are read, hidden files and READMEs passed over, others reported once a folder."""
    for name in ("b.jsonl", "a/x.csv", ".hidden.jsonl", ".git/y.jsonl", "README.md", "a/photo.jpg", "a/b.jpg"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(EXPORTS["table.csv" if name.endswith("csv") else "lines.jsonl"])
    problems = []
    articles = list(load_articles(tmp_path, on_problem=problems.append))

    assert [a.source_file.removeprefix(tmp_path.as_posix()) for a in articles] == ["/a/x.csv"] * 2 + ["/b.jsonl"] * 2
    assert [(p.reason, p.detail) for p in problems] == [
        ("not_an_article_format", "not opened, articles do not come as .jpg: b.jpg, photo.jpg")
    ]


def test_a_glob_names_files(tmp_path):
    """A pattern is resolved by the loader, so that it works where no shell does."""
    for name in ("1.jsonl", "2.jsonl", "2.csv"):
        (tmp_path / name).write_bytes(EXPORTS["lines.jsonl"])

    assert len(list(load_articles(tmp_path / "*.jsonl"))) == 4


def test_a_bad_file_in_a_folder_does_not_stop_the_others(tmp_path):
    """What cannot be read is reported, and the rest is read."""
    (tmp_path / "a.json").write_bytes(b"\x00\x01\x02\x03" * 100)
    (tmp_path / "b.csv").write_bytes(b"x,y\n1,2\n3,4\n")
    (tmp_path / "c.jsonl").write_bytes(EXPORTS["lines.jsonl"])
    (tmp_path / "d.jsonl").write_bytes(b"")
    problems = []
    articles = list(load_articles(tmp_path, on_problem=problems.append))

    assert ([a.headline for a in articles], [p.reason for p in problems]) == (
        list(HEADLINES),
        ["unreadable", "unreadable", "empty"],
    )


def test_problems_are_warnings_where_nobody_listens(tmp_path):
    """Nothing is lost in silence: without a listener each problem is a warning."""
    path = tmp_path / "cut.jsonl"
    path.write_text('{"headline": "A", "bo\n' + json.dumps(rows()[0]), encoding="utf-8")

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        assert len(list(load_articles(path))) == 1
    assert [(w.category, "cut.jsonl line 1" in str(w.message)) for w in caught] == [(DroppedWarning, True)]


def test_an_article_without_a_date_is_kept(tmp_path):
    """None is invented: neither today's date nor the time of access stands in."""
    path = tmp_path / "undated.jsonl"
    path.write_text(json.dumps({"headline": "A", "body": "Oslo gives.", "accessed_at": "2024-03-04"}), encoding="utf-8")
    problems = []
    (article,) = load_articles(path, on_problem=problems.append)

    assert (article.published_at, article.published_precision, article.accessed_at.isoformat(), problems) == (
        None,
        None,
        "2024-03-04T00:00:00+00:00",
        [],
    )


ADDRESSES = [
    ("https://www.fjord.example/a/?utm_source=x&id=2#top", "http://fjord.example/a?id=2", True),
    ("https://fjord.example/a?b=1&a=2", "https://fjord.example/a?a=2&b=1", True),
    ("https://fjord.example/a?id=1", "https://fjord.example/a?id=2", False),
    ("https://fjord.example/A", "https://fjord.example/a", False),
]


@pytest.mark.parametrize(("one", "other", "same"), ADDRESSES)
def test_addresses_of_one_page_are_one(one, other, same):
    """How a reader came to a page does not matter; which page it is does."""
    assert (normal_url(one) == normal_url(other)) is same


def test_a_front_page_does_not_name_an_article():
    """Two texts that both give the address of the site are two articles."""
    common = {"url": "https://fjord.example/", "outlet": "Post", "headline": None, "published": None}

    assert article_id(body="Oslo gives.", **common) != article_id(body="Kyiv gets.", **common)


def test_case_and_white_space_do_not_make_another_article():
    """Exports differ in capitals, punctuation and line breaks."""
    common = {"url": None, "outlet": "Post", "published": "2024-03-04"}

    assert article_id(headline="Aid grows", body="Oslo gives.\n\nMore.", **common) == article_id(
        headline="AID GROWS", body="Oslo gives. More", **common
    )


def test_headlines_are_repaired(tmp_path):
    """Escapes, markup and mojibake in a headline are put right, since it is shown as it is."""
    path = tmp_path / "a.jsonl"
    row = {"title": "Oslo\\u2019s <b>aid</b>\\ \\ grows: \u00c2\u00a35m", "text": "Oslo gives."}
    path.write_text(json.dumps(row), encoding="utf-8")

    assert [article.headline for article in load_articles(path)] == ["Oslo’s aid grows: £5m"]
