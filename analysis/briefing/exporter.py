"""A notebook that has run, as one HTML file that needs nothing else.

The template is ours (`template/newsbook`) and does what nbconvert's own does
not: no script of others, no address, a Content-Security-Policy, landmarks,
contents, a page that prints. Any notebook with a `parameters` cell can use it.
"""

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


@cache
def _exporter() -> Any:
    make: Any = PageExporter  # nbconvert has no types
    exporter = make(template_name="newsbook", extra_template_basedirs=[str(TEMPLATES)])
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
    page, _ = _exporter().from_notebook_node(notebook, resources={"metadata": {"name": title}})
    return str(page)
