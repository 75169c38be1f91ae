# ruff: noqa: E501 - markup is easier to compare with a real export unbroken
"""Small exports in every format, written for the tests: each holds the same two articles."""

import gzip
import io
import json
import zipfile
from datetime import UTC, datetime

import pandas as pd

HEADLINES = ("Norway sends pumps to Kyiv", "Fish prices fall in Bergen")
BODIES = (
    "Norway will send 40 pumps to Kyiv, the foreign ministry said.\nThey leave Bergen on Friday.",
    "Cod was 3 per cent cheaper on Monday than a week before, the market said.\nHerring was not.",
)
DAYS = (datetime(2024, 3, 4, tzinfo=UTC), datetime(2024, 3, 5, tzinfo=UTC))
OUTLET = "The Fjord Post"
URLS = ("https://fjord.example/pumps", "https://fjord.example/fish")


def rows():
    """Return the articles as mappings with the column names of `articles`."""
    return [
        {"headline": h, "body": b, "outlet": OUTLET, "url": u, "published_at": d.date().isoformat(), "language": "en"}
        for h, b, u, d in zip(HEADLINES, BODIES, URLS, DAYS, strict=True)
    ]


def _json_lines():
    return "".join(json.dumps(row) + "\n" for row in rows())


def _csv(mark=","):
    return pd.DataFrame(rows()).rename(columns={"headline": "Title", "body": "Full Text"}).to_csv(index=False, sep=mark)


def _parquet():
    stream = io.BytesIO()
    pd.DataFrame(rows()).to_parquet(stream)
    return stream.getvalue()


def _rss():
    items = "".join(
        f"<item><title>{r['headline']}</title><link>{r['url']}</link><description><![CDATA["
        + "".join(f"<p>{p}</p>" for p in r["body"].split("\n"))
        + f"]]></description><pubDate>{d:%a, %d %b %Y} 00:00:00 GMT</pubDate></item>"
        for r, d in zip(rows(), DAYS, strict=True)
    )
    return f"<?xml version='1.0'?><rss version='2.0'><channel><title>{OUTLET}</title><language>en</language>{items}</channel></rss>"


def _atom():
    entries = "".join(
        f"<entry><title>{r['headline']}</title><link rel='self' href='https://x.example/'/><link href='{r['url']}'/>"
        f"<content type='xhtml'><div>{''.join(f'<p>{p}</p>' for p in r['body'].splitlines())}</div></content>"
        f"<published>{r['published_at']}T00:00:00Z</published></entry>"
        for r in rows()
    )
    return f"<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en'><title>{OUTLET}</title>{entries}</feed>"


def _json_feed():
    items = [
        {
            "id": r["url"],
            "url": r["url"],
            "title": r["headline"],
            "content_text": r["body"],
            "date_published": f"{r['published_at']}T00:00:00Z",
        }
        for r in rows()
    ]
    return json.dumps(
        {"version": "https://jsonfeed.org/version/1.1", "title": OUTLET, "language": "en", "items": items}
    )


def _ninjs(version):
    items = []
    for row in rows():
        markup = "".join(f"<p>{p}</p>" for p in row["body"].split("\n"))
        common = {"uri": row["url"], "type": "text", "language": "en", "copyrightholder": OUTLET}
        if version == 1:
            parts = {"headline": row["headline"], "body_xhtml": markup, "versioncreated": row["published_at"]}
        else:
            kind = "contenttype" if version == 2 else "contentType"
            made = "versioncreated" if version == 2 else "versionCreated"
            parts = {
                "headlines": [{"role": "main", "value": row["headline"]}],
                "bodies": [{"role": "main", kind: "text/html", "value": markup}],
                made: row["published_at"],
            }
        items.append(common | parts)
    return json.dumps(items, indent=1)


def _newsml_g2():
    items = "".join(
        f"<newsItem guid='{r['url']}' xml:lang='en'><itemMeta><provider><name>{OUTLET}</name></provider>"
        f"<versionCreated>{r['published_at']}T00:00:00Z</versionCreated></itemMeta><contentMeta><language tag='en'/>"
        f"<headline>{r['headline']}</headline></contentMeta><contentSet><inlineXML contenttype='application/nitf+xml'><nitf><body><body.content>"
        f"{''.join(f'<p>{p}</p>' for p in r['body'].splitlines())}</body.content></body></nitf></inlineXML></contentSet></newsItem>"
        for r in rows()
    )
    return f"<?xml version='1.0'?><newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><itemSet>{items}</itemSet></newsMessage>"


def lexis_text():
    """Return a LexisNexis export in plain text, with its cover page."""
    parts = ["Time Of Request: Friday, March 8, 2024  10:00:00\n\nTerms: (pumps)\n\n"]
    for number, row in enumerate(rows(), start=1):
        day = DAYS[number - 1]
        parts.append(
            f"{' ' * 30}{number} of 2 DOCUMENTS\n\n{' ' * 34}{OUTLET}\n\n{' ' * 28}{day:%B} {day.day}, {day.year} {day:%A}\n\n"
            f"{row['headline']}\n\nBYLINE: Ada Lund\n\nSECTION: NEWS; Pg. 3\n\nLENGTH: 20 words\n\n"
            + row["body"].replace("\n", "\n\n").replace(" Kyiv,", "\nKyiv,")
            + f"\n\nLOAD-DATE: March 9, 2024\n\nLANGUAGE: ENGLISH\n\n{' ' * 25}Copyright 2024 {OUTLET}\n{' ' * 30}All Rights Reserved\n\n"
        )
    return "".join(parts)


def _proquest():
    parts = []
    for number, row in enumerate(rows(), start=1):
        parts.append(
            f"Document {number} of 2\n\n{row['headline']}\n\nAuthor: Lund, Ada\n\nPublication title: {OUTLET}\n\n"
            f"Publication date: {DAYS[number - 1]:%b} {DAYS[number - 1].day}, 2024\n\nFull text: {row['body']}\n\n"
            f"Language of publication: English\n\nProQuest document ID: {number}\n\nDocument URL: {row['url']}\n\n"
        )
    return ("_" * 60 + "\n\n").join(["ProQuest\n\n", *parts])


def _nexis_html():
    def block(style, text, label=""):
        mark = f'<SPAN CLASS="c7">{label}: </SPAN>' if label else ""
        return f'<BR><DIV><P CLASS="{style}">{mark}<SPAN CLASS="c2">{text}</SPAN></P></DIV>'

    css = (
        ".c1 { text-align: center; } .c2 { font-weight: normal; } .c5 { text-align: left; } .c7 { font-weight: bold; }"
    )
    documents = "".join(
        f"<!-- Hide XML section from browser <DOC NUMBER={n}> <DOCFULL> -->"
        + block("c1", f"{n} of 2 DOCUMENTS")
        + block("c1", OUTLET)
        + block("c1", f"{DAYS[n - 1].day}. März 2024 Montag")
        + block("c5", r["headline"])
        + block("c5", "Ada Lund", "AUTOR")
        + "".join(block("c5", p) for p in r["body"].split("\n"))
        + block("c5", "ENGLISCH", "SPRACHE")
        + block("c1", f"Copyright 2024 {OUTLET}")
        for n, r in enumerate(rows(), start=1)
    )
    return f"<HTML><HEAD><STYLE>{css}</STYLE></HEAD><BODY>{documents}</BODY></HTML>"


def _factiva():
    articles = "".join(
        f"<div id='article-FJRD{n}' class='article'><div class='article enArticle'><div id='hd'><span class='enHeadline'>{r['headline']}</span></div>"
        f"<div class='author'>Ada Lund</div><div>20 words</div><div>{DAYS[n].day} March 2024</div><div>{OUTLET}</div><div>FJRD</div>"
        f"<div>English</div><div>(c) 2024 {OUTLET}</div>"
        + "".join(f"<p class='articleParagraph enarticleParagraph'>{p}</p>" for p in r["body"].split("\n"))
        + f"<p>{OUTLET}</p><p>Document FJRD000020240304ek34000{n}</p></div></div>"
        for n, r in enumerate(rows())
    )
    return f"<html><head><title>Factiva</title><link href='https://global.factiva.com/x.css'></head><body>{articles}</body></html>"


def docx(paragraphs):
    """Return a Word document of these paragraphs: (text, name of a bookmark or None)."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(
        "<w:p>"
        + (f'<w:bookmarkStart w:id="0" w:name="{mark}"/>' if mark else "")
        + f"<w:r><w:t>{text}</w:t></w:r></w:p>"
        for text, mark in paragraphs
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>')
    return stream.getvalue()


def _lexis_docx():
    paragraphs = [("Documents (2)", None), (f"1. {HEADLINES[0]}", None)]
    for number, row in enumerate(rows(), start=1):
        day = DAYS[number - 1]
        paragraphs += [
            ("", f"Bookmark_{number}"),
            (row["headline"], None),
            (OUTLET, None),
            (f"{day:%B} {day.day}, {day.year} {day:%A}", None),
        ]
        paragraphs += [("", None), (f"Copyright 2024 {OUTLET} All Rights Reserved", None), ("Length: 20 words", None)]
        paragraphs += [("Byline: Ada Lund", None), ("Body", f"Body_{number}"), ("", None)]
        paragraphs += [(p, None) for p in row["body"].split("\n")]
        paragraphs += [("Load-Date: March 9, 2024", None), ("End of Document", None)]
    return docx(paragraphs)


def _encoded(value):
    return value if isinstance(value, bytes) else value.encode()


EXPORTS = {
    name: _encoded(value)
    for name, value in {
        "lines.jsonl": _json_lines(),
        "array.json": json.dumps(rows(), indent=2),
        "answer.json": json.dumps({"status": "ok", "articles": rows()}),
        "table.csv": _csv(),
        "semicolons.csv": _csv(";"),
        "table.tsv": _csv("\t"),
        "table.parquet": _parquet(),
        "feed.rss": _rss(),
        "feed.atom": _atom(),
        "feed.json": _json_feed(),
        "ninjs1.json": _ninjs(1),
        "ninjs2.json": _ninjs(2),
        "ninjs3.json": _ninjs(3),
        "g2.xml": _newsml_g2(),
        "lexis.TXT": lexis_text(),
        "lexis.DOCX": _lexis_docx(),
        "nexis.html": _nexis_html(),
        "factiva.html": _factiva(),
        "proquest.txt": _proquest(),
    }.items()
}


def zipped(members):
    """Return a zip archive of these members: name -> bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def gzipped(content):
    """Return gzip-packed bytes."""
    return gzip.compress(content)


PAGE = """<!doctype html><html lang="en-GB"><head><title>Norway sends pumps to Kyiv | The Fjord Post</title>
<meta property="og:site_name" content="The Fjord Post"><link rel="canonical" href="https://fjord.example/pumps">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"},
{"@type": "NewsArticle", "headline": "Norway sends pumps to Kyiv", "datePublished": "2024-03-04T23:30:00-02:00",
"author": [{"@type": "Person", "name": "Ada Lund"}], "articleSection": "World"}]}</script></head>
<body><nav><a href="/">Home</a> <a href="/fish">Fish</a></nav><article><h1>Norway sends pumps to Kyiv</h1>
<p>Norway will send 40 pumps to Kyiv, the foreign ministry said on Monday after a meeting in Oslo.</p>
<figure><img src="a.jpg"><figcaption>The pumps in the harbour of Bergen.</figcaption></figure>
<p>The pumps cost 5 million kroner and are meant for three towns on the Dnipro, whose drains are broken.</p>
<p>They leave Bergen on Friday and are due in Odesa a week later, according to the ministry’s own plan.</p></article>
<footer><p>© 2024 The Fjord Post. We use cookies.</p></footer></body></html>"""
