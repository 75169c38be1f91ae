"""A notebook that has run, as one HTML file that needs nothing else.

The template is ours (`template/newsbook`) and does what nbconvert's own does
not: no script of others, no address, a Content-Security-Policy, landmarks,
contents, a page that prints. Any notebook with a `parameters` cell can use it.
"""

import base64
import copy
import hashlib
import re
from functools import cache
from typing import Any

from nbconvert import HTMLExporter, TemplateExporter
from nbformat import NotebookNode

from analysis.briefing.html import TEMPLATES


class PageExporter(HTMLExporter):
    """nbconvert's HTML exporter with our template, and nothing done to the page afterwards."""

    def from_notebook_node(self, nb: NotebookNode, resources: Any = None, **kw: Any) -> tuple[Any, dict[str, Any]]:
        """Fill the template.

        HTMLExporter would parse the page again to add what ours has already;
        that costs seconds and would change the script its digest stands for.
        """
        page, facts = TemplateExporter.from_notebook_node(self, nb, resources, **kw)
        return page, facts


# pandas shows a table with styles of its own, which the page's policy refuses; its cells escape "<".
_PANDAS_STYLE = re.compile(r"<style scoped>.*?</style>\s*", re.DOTALL)
_TABLE_TAG = re.compile(r"<(?:table|thead|tr|th|td)\b[^>]*>")
_FILE = re.compile(r'<a href="(?:tables/[^"]+|ledger\.xlsx)" download>(?P<words>[^<]*)</a>')
_LOOKS = re.compile(r"\s(?:style|border)=\"[^\"]*\"")


def plain_table(shown: str) -> str:
    """Take the styles out of a table as pandas shows it; other outputs stay as they are.

    >>> plain_table('<table border="1" class="dataframe"><tr style="x"><td>style="y"</td></tr></table>')
    '<table class="dataframe"><tr><td>style="y"</td></tr></table>'
    >>> plain_table('<p style="x">')
    '<p style="x">'
    """
    if 'class="dataframe"' not in shown:
        return shown
    return _TABLE_TAG.sub(lambda tag: _LOOKS.sub("", tag.group()), _PANDAS_STYLE.sub("", shown))


def without_files(shown: str) -> str:
    """Take out the links to files beside the page, for a notebook that writes none; their names stay.

    >>> without_files('All in <a href="tables/claims.csv" download>claims.csv</a>.')
    'All in claims.csv.'
    >>> without_files('<a href="ledger.xlsx" download>All tables as XLSX</a> <a href="#x">x</a>')
    ' <a href="#x">x</a>'
    """
    return _FILE.sub(lambda link: link["words"] if link["words"].endswith(".csv") else "", shown)


def _writes_tables(notebook: NotebookNode) -> bool:
    """Whether a notebook takes a folder for its tables: one that does not is alone in its report."""
    cells = [cell for cell in notebook.cells if "parameters" in cell.metadata.get("tags", [])]
    return not cells or any(re.search(r"^tables\b", cell.source, re.MULTILINE) for cell in cells)


def css_string(words: str) -> str:
    r"""Write words as a string of a style sheet: what is no plain letter, digit or blank is escaped.

    >>> print(css_string('6 to 12 May</style>'))
    "6 to 12 May\3c \2f style\3e "
    """
    plain = (char if char.isascii() and (char.isalnum() or char == " ") else f"\\{ord(char):x} " for char in words)
    return f'"{"".join(plain)}"'


def policy_digest(content: str) -> str:
    """Digest a style of the page, as its Content-Security-Policy names it."""
    return base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def _with_plain_tables(notebook: NotebookNode) -> NotebookNode:
    copied = copy.deepcopy(notebook)
    has_files = _writes_tables(notebook)
    for cell in copied.cells:
        for output in cell.get("outputs", []):
            if "text/html" in output.get("data", {}):
                shown = plain_table("".join(output["data"]["text/html"]))
                output["data"]["text/html"] = shown if has_files else without_files(shown)
    return copied


@cache
def _exporter() -> Any:
    make: Any = PageExporter  # nbconvert has no types
    exporter = make(template_name="newsbook", extra_template_basedirs=[str(TEMPLATES)])
    exporter.register_filter("css_string", css_string)
    exporter.register_filter("policy_digest", policy_digest)
    exporter.exclude_anchor_links = True  # headings need no link to themselves
    return exporter


def export_html(notebook: NotebookNode, *, title: str) -> str:
    """Give the page of a notebook that has run.

    Args:
        notebook: with outputs; it is not changed.
        title: of the page, where the notebook's own outputs name none.

    Returns:
        The whole HTML document; the same text for the same notebook.
    """
    page, _ = _exporter().from_notebook_node(_with_plain_tables(notebook), resources={"metadata": {"name": title}})
    return str(page)
