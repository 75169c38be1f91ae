import json
from datetime import UTC, datetime

import pytest

from analysis.corpus.load import load_articles
from analysis.errors import ReadError
from tests.corpus.exports import BODIES, DAYS, EXPORTS, HEADLINES, OUTLET, PAGE, docx, gzipped, lexis_text, rows, zipped


def load(path, content, **options):
    """Return the articles of a file with this content, and the problems with it."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    problems = []
    return list(load_articles(path, on_problem=problems.append, **options)), problems


def parts(articles):
    """Return what every format states of the two articles."""
    return [(a.headline, a.body, a.outlet, a.published_at, a.published_precision) for a in articles]


def expected(articles):
    """Return the same of the articles as written, with the precision that each file states."""
    return [
        (h, b, OUTLET, d, a.published_precision) for h, b, d, a in zip(HEADLINES, BODIES, DAYS, articles, strict=True)
    ]


@pytest.mark.parametrize("name", EXPORTS)
def test_every_format_states_the_same_articles(tmp_path, name):
    """Headline, text, outlet and day come out alike, whatever the articles are written in."""
    articles, problems = load(tmp_path / name, EXPORTS[name])

    assert (parts(articles), problems) == (expected(articles), [])


@pytest.mark.parametrize("name", EXPORTS)
def test_the_extension_is_not_asked(tmp_path, name):
    """A file named by its user is told by its content."""
    articles, _ = load(tmp_path / "export.dat", EXPORTS[name])

    assert [article.headline for article in articles] == list(HEADLINES)


@pytest.mark.parametrize("name", EXPORTS)
def test_packed_files_are_looked_into(tmp_path, name):
    """The same articles come out of a .gz, and out of a .zip within a .zip."""
    packed, _ = load(tmp_path / f"{name}.gz", gzipped(EXPORTS[name]))
    zipped_twice, _ = load(tmp_path / "all.zip", zipped({"inner.zip": zipped({f"a/{name}": EXPORTS[name]})}))

    assert parts(packed) == parts(zipped_twice) == expected(packed)
    assert zipped_twice[0].source_file.endswith(f"all.zip!inner.zip!a/{name}")


def test_the_same_article_has_one_id_in_every_format(tmp_path):
    """An address settles the id; without one the words of the text do."""
    ids = {}
    for name, content in EXPORTS.items():
        articles, _ = load(tmp_path / name, content)
        ids.setdefault(articles[0].url is not None, set()).add(articles[0].article_id)

    assert {has_url: len(found) for has_url, found in ids.items()} == {True: 1, False: 1}


def test_reads_a_saved_page(tmp_path):
    """A page gives its text without furniture, and what its metadata states, in UTC."""
    (article,), problems = load(tmp_path / "page.html", PAGE)

    found = (article.headline, article.byline, article.outlet, article.section, article.language, article.url)
    assert found == ("Norway sends pumps to Kyiv", "Ada Lund", OUTLET, "World", "en", "https://fjord.example/pumps")
    assert (article.published_at, article.published_precision) == (datetime(2024, 3, 5, 1, 30, tzinfo=UTC), "second")
    assert (len(article.body.split("\n")), "cookies" in article.body, problems) == (3, False, [])
    assert [(r.role, r.text) for r in article.removed] == [("caption", "The pumps in the harbour of Bergen.")]


def test_a_broken_line_is_named_and_the_rest_is_read(tmp_path):
    """A JSON line cut in the middle costs that line, and says which."""
    lines = [json.dumps(row) for row in rows()]
    articles, problems = load(tmp_path / "cut.jsonl", "\n".join([lines[0], lines[1][:40], lines[1]]))

    assert [a.source_row for a in articles] == [1, 3]
    assert [(p.source_row, p.reason) for p in problems] == [(2, "broken_json")]


def test_a_broken_element_of_an_array_is_passed_over(tmp_path):
    """An array goes on behind an element that is not JSON."""
    first, second = (json.dumps(row) for row in rows())
    articles, problems = load(tmp_path / "cut.json", f'[{first}, {{"headline": oops}}, {second}]')

    assert ([a.headline for a in articles], [p.reason for p in problems]) == (list(HEADLINES), ["broken_json"])


def test_a_missing_quote_costs_its_row_alone(tmp_path):
    """Rows that an open quote swallowed are read again."""
    articles, problems = load(tmp_path / "quote.csv", 'title,text\nA,"Oslo gives\nB,Kyiv gets.\nC,Bergen sends.\n')

    assert ([a.headline for a in articles], [(p.source_row, p.reason) for p in problems]) == (
        ["B", "C"],
        [(2, "broken_row")],
    )


def test_quoted_line_breaks_and_commas_are_text(tmp_path):
    """A field may hold the delimiter, quotes and line breaks."""
    (article,), problems = load(tmp_path / "q.csv", 'title,text\nAid,"Oslo, ""the city"", gives.\n\nMore."\n')

    assert (article.body, problems) == ('Oslo, "the city", gives.\n\nMore.', [])


def test_a_table_without_text_says_how_to_name_it(tmp_path):
    """The message lists the columns and the option that maps one."""
    path = tmp_path / "t.csv"
    path.write_text("Überschrift,Inhalt\nHilfe,Oslo hilft.\n", encoding="utf-8")

    with pytest.raises(ReadError, match=r"the columns are `Überschrift`, `Inhalt`\. Name it with `--map body=COLUMN`"):
        list(load_articles(path))
    (article,) = load_articles(path, columns={"headline": "Überschrift", "body": "Inhalt"})
    assert (article.headline, article.body) == ("Hilfe", "Oslo hilft.")


def test_a_mapping_to_an_unknown_part_is_refused(tmp_path):
    """A mistyped part of an article names the nearest."""
    path = tmp_path / "t.csv"
    path.write_text("title,text\nA,Oslo gives.\n", encoding="utf-8")

    with pytest.raises(ReadError, match="Did you mean `headline`"):
        list(load_articles(path, columns={"headlin": "title"}))


def test_lists_of_stories_have_their_headline_as_text(tmp_path):
    """Media Cloud and GDELT state no text; that is said for each row."""
    media_cloud = (
        "stories_id,publish_date,title,url,language,media_name\n1,2024-03-04,Aid grows,https://a.example/1,en,Post\n"
    )
    gdelt = "GKGRECORDID,DATE,SourceCommonName,DocumentIdentifier,title\n1,20240304120000,a.example,https://a.example/2,Fish\n"
    cloud, problems = load(tmp_path / "mc.csv", media_cloud)
    project, more = load(tmp_path / "gdelt.csv", gdelt)

    assert [(a.body, a.outlet, a.published_precision) for a in (*cloud, *project)] == [
        ("Aid grows", "Post", "day"),
        ("Fish", "a.example", "second"),
    ]
    assert [p.reason for p in (*problems, *more)] == ["headline_only"] * 2


DATED = [
    ("02/26/2024,03/04/2024", ["2024-02-26", "2024-03-04"]),
    ("26/02/2024,03/04/2024", ["2024-02-26", "2024-04-03"]),
    ("05/02/2024,03/04/2024", [None, None]),
    ("yesterday,2024-03-04", [None, "2024-03-04"]),
]


@pytest.mark.parametrize(("dates", "read"), DATED, ids=[case[0] for case in DATED])
def test_dates_are_read_in_the_order_of_their_file(tmp_path, dates, read):
    """Numeric dates are read where the file shows which number is the day; else the article is kept undated."""
    content = "title,text,date\n" + "".join(f"A,Text {i}.,{date}\n" for i, date in enumerate(dates.split(",")))
    articles, problems = load(tmp_path / "d.csv", content)

    assert [a.published_at and a.published_at.date().isoformat() for a in articles] == read
    assert [p.reason for p in problems] == ["unreadable_date"] * read.count(None)


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_encodings_are_found_out(tmp_path, encoding):
    """A table is read alike in UTF-8, UTF-16 and the code page of an old spreadsheet."""
    content = "title;text\n" + "Café – Zürich;Das Gerät kostet 5 £, sagte André Müller in Genève am Montag.\n" * 3
    articles, _ = load(tmp_path / "e.csv", content.encode(encoding))

    assert {(a.headline, a.body[:20]) for a in articles} == {("Café – Zürich", "Das Gerät kostet 5 £")}


def test_markdown_and_markup_in_a_field_become_text(tmp_path):
    """Links, emphasis, headings, hard wraps and tags go; what a reader sees stays, the dash of an item too."""
    marked = "## Aid\n\nOslo [gave](https://x.example/a)\n**€2 million** to Kyiv.\n\n-   pumps\n-   pipes\n\n***"
    tagged = "<p>Oslo gave <b>€2 million</b>\nto Kyiv.</p><ul><li>pumps</li><li>pipes</li></ul><script>x()</script>"
    lines = [
        json.dumps({"headline": "A", "url": f"https://a.example/{i}", "body": b})
        for i, b in enumerate((marked, tagged))
    ]
    articles, _ = load(tmp_path / "m.jsonl", "\n".join(lines))

    assert [a.body for a in articles] == [
        "Aid\nOslo gave €2 million to Kyiv.\n- pumps\n- pipes",
        "Oslo gave €2 million to Kyiv.\n- pumps\n- pipes",
    ]


def test_a_text_file_is_one_article(tmp_path):
    """The first line is the headline where it reads like one; "Date:" lines state what they say."""
    plain, _ = load(tmp_path / "a.txt", f"{HEADLINES[0]}\n{BODIES[0]}")
    stated, _ = load(tmp_path / "b.txt", f"Outlet: {OUTLET}\nDate: 4 March 2024\n\n{HEADLINES[0]}\n\n{BODIES[0]}")
    bare, _ = load(tmp_path / "c.txt", BODIES[0])

    assert [(a[0].headline, a[0].outlet, a[0].body) for a in (plain, stated, bare)] == [
        (HEADLINES[0], None, BODIES[0]),
        (HEADLINES[0], OUTLET, BODIES[0]),
        (None, None, BODIES[0]),
    ]


def test_a_word_document_is_one_article(tmp_path):
    """A document that is no export gives its first line as headline."""
    (article,), _ = load(
        tmp_path / "note.docx", docx([(HEADLINES[1], None), *((p, None) for p in BODIES[1].split("\n"))])
    )

    assert (article.headline, article.body) == (HEADLINES[1], BODIES[1])


def test_fields_of_an_export_do_not_leak_into_the_text(tmp_path):
    """Byline, section and language of a press database have columns of their own."""
    articles, _ = load(tmp_path / "lexis.txt", lexis_text())

    assert {(a.byline, a.section, a.language) for a in articles} == {("Ada Lund", "NEWS; Pg. 3", "en")}


def test_pictures_are_read_by_their_caption(tmp_path):
    """A ninjs item without a body has its description as text."""
    item = {
        "uri": "urn:newsml:fjord.example:2024:1",
        "type": "picture",
        "versioncreated": "2024-03-04T10:00:00Z",
        "headline": "Pumps",
    }
    (article,), _ = load(tmp_path / "p.json", json.dumps(item | {"description_text": "The pumps in Bergen."}))

    assert (article.body, article.outlet) == ("The pumps in Bergen.", "fjord.example")


def test_the_outlet_is_the_host_where_none_is_stated(tmp_path):
    """A row with an address and no outlet is given the host, without `www.`."""
    (article,), _ = load(
        tmp_path / "a.jsonl", json.dumps({"title": "A", "text": "Oslo gives.", "url": "https://www.fjord.example/a"})
    )

    assert article.outlet == "fjord.example"


def test_a_headline_above_the_text_is_not_text(tmp_path):
    """A body that opens with the headline once more loses that line."""
    (article,), _ = load(tmp_path / "a.jsonl", json.dumps({"title": "Aid grows", "text": "Aid grows\nOslo gives."}))

    assert article.body == "Oslo gives."
