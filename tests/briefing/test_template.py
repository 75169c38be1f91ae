"""The page around the outputs: what it allows, and what it keeps out."""

import base64
import hashlib
import re

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from analysis.briefing.exporter import export_html
from analysis.briefing.html import PAGE_MIME


def page_of(*cells, title="weekly"):
    """Export a notebook of these cells."""
    return export_html(new_notebook(cells=list(cells)), title=title)


def shown(data):
    """Make a code cell that has shown `data`."""
    return new_code_cell("...", outputs=[new_output("display_data", data=data)])


def section(words="## What changed?", name="brief"):
    """Make a markdown cell that opens a section."""
    return new_markdown_cell(words, metadata={"newsbook": {"id": name, "nav": "In brief"}})


PAGE = page_of(section(), shown({"text/html": "<p>Seen.</p>"}))


@pytest.mark.parametrize(("element", "directive"), [("style", "style-src"), ("script", "script-src")])
def test_policy_names_the_digest(element, directive):
    """The policy allows exactly the style and the script that the page carries."""
    contents = re.findall(rf"<{element}>(.*?)</{element}>", PAGE, re.DOTALL)
    digests = [base64.b64encode(hashlib.sha256(content.encode()).digest()).decode() for content in contents]
    allowed = re.findall(rf"{directive} ([^;]*);", PAGE)

    assert allowed == [" ".join(f"'sha256-{digest}'" for digest in digests)]


def test_running_title():
    """Every printed sheet but the first repeats the title, and a hostile title stays a string."""
    data = {"text/html": "<p>Head.</p>", PAGE_MIME: {"title": 'May 6"; } </style><b>', "description": ""}}
    page = page_of(shown(data), section())
    title = "May 6\\22 \\3b  \\7d  \\3c \\2f style\\3e \\3c b\\3e "

    assert f'@page {{ @top-left {{ content: "{title}"; font' in page
    assert "@page :first { @top-left { content: none; } }" in page


def test_page_asks_nothing_of_the_network():
    """No element names an address, and the policy would refuse one."""
    assert re.findall(r"""(?:src|href)=["']?(?!#|tables/|data:)[^"'\s>]+""", PAGE) == []
    assert "default-src 'none'" in PAGE


def test_sections_and_contents():
    """A markdown cell with an id opens a section, and the contents lead to it."""
    main = PAGE[PAGE.index("<main") : PAGE.index("</main>")]

    said = '<div class="said"> <h2>What changed?</h2> </div>'
    assert re.sub(r"\s+", " ", main) == f'<main id="main"> <section id="brief"> {said} <p>Seen.</p> </section> '
    assert '<li><a href="#brief">In brief</a></li>' in PAGE


def test_code_stays_out():
    """The page shows outputs and prose, never code."""
    page = page_of(section(), new_code_cell("secret_call()", outputs=[]))

    assert "secret_call" not in page


def test_sentinel_stays_out():
    """The sentinel output is for the gate, not for the reader."""
    bundle = {"application/vnd.newsbook.sentinel+json": {}, "text/plain": "ran to its end"}

    assert "ran to its end" not in page_of(section(), shown(bundle))


def test_title_comes_from_the_outputs():
    """The page is named by the output that says so, escaped."""
    bundle = {
        "application/vnd.newsbook.page+json": {"title": "A <b> & 'c'", "description": '"><script>'},
        "text/html": "<h1>A</h1>",
    }
    page = page_of(shown(bundle), section())

    assert "<title>A &lt;b&gt; &amp; &#x27;c&#x27;</title>" in page
    assert 'content="&quot;&gt;&lt;script&gt;"' in page


def test_an_error_shows_as_text():
    """A notebook exported although it failed shows the error, and no markup in it acts."""
    failed = new_code_cell("x", outputs=[new_output("error", ename="E", evalue="v", traceback=["<img src=x>"])])

    assert "&lt;img src=x&gt;" in page_of(section(), failed)


def test_what_a_parameter_prints_is_text():
    """A value given on the command line that a notebook prints or shows stays text."""
    value = "<script>alert(1)</script>"
    printed = new_code_cell("x", outputs=[new_output("stream", name="stdout", text=value)])

    page = page_of(section(), printed, shown({"text/plain": value}))
    assert page.count("<pre>&lt;script&gt;alert(1)&lt;/script&gt;</pre>") == 2


def test_a_notebook_without_tables_links_to_none():
    """A notebook that takes no folder for tables has no link to a file that is not there."""
    asks = new_code_cell('start: str = "2025-10-06"  # first day', metadata={"tags": ["parameters"]})
    link = {"text/html": '<p>All in <a href="tables/claims.csv" download>claims.csv</a>.</p>'}
    page = page_of(section(), asks, shown(link))

    assert "<p>All in claims.csv.</p>" in page
    assert 'href="tables/claims.csv"' in page_of(section(), shown(link))


def test_same_notebook_same_bytes():
    """Two exports of one notebook are equal."""
    cells = (section(), shown({"text/html": "<p>Seen.</p>"}))

    assert page_of(*cells) == page_of(*cells)
