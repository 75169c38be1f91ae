"""The notebooks as they lie in git: they ask, call, show and say."""

import ast
import re
import statistics
from pathlib import Path

import papermill
import pytest

from analysis.briefing.declared import declared_parameters
from analysis.briefing.notebooks import read_notebook

NOTEBOOKS = sorted((Path(__file__).parents[1] / "notebooks").glob("*.ipynb"))
BRIEFING = Path(__file__).parents[1] / "notebooks" / "briefing.ipynb"

# No function, loop, regex, merge or group-by lives in a notebook.
_FORBIDDEN = (
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.Lambda,
    ast.For,
    ast.While,
    ast.AsyncFor,
    ast.comprehension,
)
_CALLS = frozenset(["merge", "groupby", "apply", "pivot", "pivot_table"])


@pytest.fixture(params=NOTEBOOKS, ids=[path.stem for path in NOTEBOOKS])
def notebook(request):
    """Give each notebook of the folder in turn."""
    return read_notebook(request.param)


def _code(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def _lines(cell):
    return [line for line in cell.source.splitlines() if line.strip() and not line.strip().startswith("#")]


def _working(notebook):
    """Code cells other than the parameters and the imports, which are lists."""
    return [
        cell
        for cell in _code(notebook)
        if "parameters" not in cell.metadata.get("tags", [])
        and not all(re.match(r"\s*(from|import)\b", line) for line in _lines(cell))
    ]


def test_is_stripped(notebook):
    """A notebook in git has no outputs, no execution counts, and no times."""
    kept = [
        c.source for c in _code(notebook) if c.outputs or c.execution_count is not None or "execution" in c.metadata
    ]

    assert kept == []


def test_is_short(notebook):
    """At most 40 cells; a code cell has 3 lines in the middle case and never more than 12."""
    lengths = [len(_lines(cell)) for cell in _working(notebook)]

    assert (len(notebook.cells) <= 40, statistics.median(lengths) <= 3, max(lengths) <= 12) == (True, True, True)


def test_computes_nothing_itself(notebook):
    """No function, loop, regex, merge or group-by is written in a cell."""
    found = []
    for cell in _code(notebook):
        for node in ast.walk(ast.parse(cell.source)):
            call = node.func.attr if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else ""
            module = node.names[0].name if isinstance(node, ast.Import) else ""
            if isinstance(node, _FORBIDDEN) or call in _CALLS or module == "re":
                found.append(ast.unparse(node))

    assert found == []


def test_says_as_much_as_it_asks(notebook):
    """There are at least four prose cells to five of code."""
    prose = [cell for cell in notebook.cells if cell.cell_type == "markdown"]

    assert len(prose) / len(_code(notebook)) >= 0.8


def test_opens_with_its_question(notebook):
    """The first cell is prose and asks something."""
    first = notebook.cells[0]

    assert (first.cell_type, "?" in first.source) == ("markdown", True)


def test_parameters_are_read_as_papermill_reads_them():
    """Our reading of the parameters cell agrees with papermill's."""
    ours = {name: parameter.kind for name, parameter in declared_parameters(BRIEFING).items()}
    theirs = {name: facts["inferred_type_name"] for name, facts in papermill.inspect_notebook(BRIEFING).items()}

    assert ours == theirs


def test_parameters_are_the_standing_ones():
    """The briefing declares what every scheduled run passes."""
    assert list(declared_parameters(BRIEFING)) == [
        "start",
        "end",
        "currency",
        "watchlist",
        "store",
        "store_version",
        "top",
        "previous",
        "tables",
        "sentiment",
    ]
