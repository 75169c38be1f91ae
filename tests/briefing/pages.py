"""Pages rendered in this process from an edition made by hand, through the notebook's own cells."""

import ast

import nbformat
from nbformat.v4 import new_output

from analysis.briefing import sections
from analysis.briefing.edition import Edition
from analysis.briefing.exporter import export_html
from analysis.briefing.manifest import page_facts
from analysis.config import NOTEBOOKS


def shown_by(edition: Edition):
    """Run the cells of the briefing that show something, and give the notebook with their outputs."""
    notebook = nbformat.read(NOTEBOOKS / "briefing.ipynb", 4)
    names = {"sections": sections, "edition": edition, "page_facts": page_facts}
    for cell in notebook.cells:
        if cell.cell_type == "code" and "sections.show" in cell.source:
            wanted = "\n".join(
                line for line in cell.source.splitlines() if not line.startswith(("asked", "edition", "written"))
            )
            *before, last = ast.parse(wanted).body
            # The cells are the notebook's own, and this is how a kernel runs them.
            exec(compile(ast.Module(before, []), "cell", "exec"), names)  # noqa: S102
            value = eval(compile(ast.Expression(last.value), "cell", "eval"), names)  # noqa: S307
            cell.outputs = [new_output("display_data", data=value._repr_mimebundle_())]
    return notebook


def page_of(edition: Edition) -> str:
    """Give the whole page of an edition."""
    return export_html(shown_by(edition), title="weekly")
