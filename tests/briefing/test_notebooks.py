"""Notebooks ask, call, show and say: no logic, no typed figures, no outputs."""

import ast
import re
from statistics import median

import nbformat
import pytest

from analysis.briefing.params import check_parameters
from analysis.config import NOTEBOOKS

FILES = sorted(NOTEBOOKS.glob("*.ipynb"))
WORK = (ast.FunctionDef, ast.Lambda, ast.For, ast.While, ast.comprehension, ast.ClassDef, ast.Try, ast.If)
SHAPING = {"merge", "groupby", "apply", "join", "pivot", "read_csv", "open", "compile", "eval", "exec"}

pytestmark = pytest.mark.parametrize("path", FILES, ids=[path.name for path in FILES])


def cells_of(path, kind):
    """Give the sources of the cells of one kind."""
    return [cell for cell in nbformat.read(path, 4).cells if cell.cell_type == kind]


def test_kept_without_outputs(path):
    """A notebook in git has no outputs, no counts, and ids that do not change."""
    notebook = nbformat.read(path, 4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]

    assert [cell for cell in code if cell.outputs or cell.execution_count] == []
    assert [cell["id"] for cell in notebook.cells] == [f"cell-{n:02d}" for n in range(len(notebook.cells))]


def test_cells_are_short(path):
    """A code cell has three lines in the median and never more than twelve; prose keeps pace."""
    code, prose = cells_of(path, "code"), cells_of(path, "markdown")
    lines = [len(cell.source.splitlines()) for cell in code]

    assert (median(lines) <= 3, max(lines) <= 12, len(prose) / len(code) >= 0.8) == (True, True, True)


def test_no_logic(path):
    """No function, loop, branch, merge, grouping or file in a notebook."""
    found = []
    for cell in cells_of(path, "code"):
        for node in ast.walk(ast.parse(cell.source)):
            called = node.func if isinstance(node, ast.Call) else None
            name = getattr(called, "attr", getattr(called, "id", ""))
            if isinstance(node, WORK) or name in SHAPING:
                found.append(ast.unparse(node))

    assert found == []


def test_headings_are_questions_or_say_what_cannot_be_shown(path):
    """A section asks something; the limits stand under their own name."""
    headings = [
        line for cell in cells_of(path, "markdown") for line in cell.source.splitlines() if re.match(r"#{2,3} ", line)
    ]

    assert [h for h in headings if not h.endswith("?") and h != "## What this cannot show"] == []
    assert "## What this cannot show" in headings


def test_no_figure_is_typed(path):
    """Prose holds no number of its own, but for the examples that explain a bound and the level of an interval."""
    allowed = {"100", "95"}
    typed = [n for cell in cells_of(path, "markdown") for n in re.findall(r"\b\d[\d.,]*\b", cell.source)]

    assert set(typed) - allowed == set()


def test_parameters_are_those_that_are_checked(path):
    """The parameters cell is annotated, commented, and accepted as it stands."""
    (cell,) = [c for c in cells_of(path, "code") if "parameters" in c.metadata.get("tags", [])]
    names: dict[str, object] = {}
    exec(cell.source, names)  # noqa: S102 - the notebook's own defaults
    given = {name: value for name, value in names.items() if name != "__builtins__" and not name.startswith("__")}

    assert {bool(re.fullmatch(r"\w+: \w+ = .+  # .+", line)) for line in cell.source.splitlines()} == {True}
    assert check_parameters(**given).start <= check_parameters(**given).end
