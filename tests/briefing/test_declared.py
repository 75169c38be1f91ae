"""Values given to a notebook's parameters."""

import papermill
import pytest

from analysis.briefing.declared import declared_parameters, typed_parameters
from analysis.errors import BriefingError, ParameterError
from tests.briefing.jobs import write_notebook

CELL = """\
name: str = "x"  # a text = with a sign
count: int = 3
share: float = 0.5
flag: bool = False
names: list = ["a"]
plain = "text"
note: "str" = "a=b"
"""

GOOD = [
    # name, given, typed
    ("name", "007", "007"),
    ("name", "no", "no"),
    ("name", "1e3", "1e3"),
    ("plain", "2024-01-01", "2024-01-01"),
    ("note", "x=y=z", "x=y=z"),
    ("count", "12", 12),
    ("count", "-3", -3),
    ("count", 4, 4),
    ("share", "1.10", 1.1),
    ("share", "2", 2.0),
    ("flag", "true", True),
    ("flag", "False", False),
    ("names", '["b", "c"]', ["b", "c"]),
]

BAD = [
    # name, given, what the error says
    ("count", "1_000", "is not a whole number"),
    ("count", "1e3", "is not a whole number"),
    ("count", "1.0", "is not a whole number"),
    ("count", True, "is not a whole number"),
    ("share", "nan", "is not a number"),
    ("share", "1,5", "is not a number"),
    ("flag", "yes", "is not true or false"),
    ("flag", "1", "is not true or false"),
    ("names", "b", "is no JSON"),
    ("name", 7, "is not text"),
    ("nmae", "x", "Did you mean `name`?"),
]


@pytest.fixture(scope="module")
def notebook(tmp_path_factory):
    """Give a notebook with a parameter of every type."""
    return write_notebook(tmp_path_factory.mktemp("declared") / "types.ipynb", "1", parameters=CELL)


@pytest.mark.parametrize(("name", "given", "typed"), GOOD, ids=[f"{case[0]}={case[1]}" for case in GOOD])
def test_value_gets_the_declared_type(notebook, name, given, typed):
    """A value is typed by the notebook's own declaration, never guessed from how it looks."""
    (value,) = typed_parameters(notebook, {name: given}).values()

    assert (value, type(value)) == (typed, type(typed))


@pytest.mark.parametrize(("name", "given", "said"), BAD, ids=[f"{case[0]}={case[1]}" for case in BAD])
def test_wrong_value_is_refused(notebook, name, given, said):
    """A value of another type, or a name that is not declared, stops before anything runs."""
    with pytest.raises(ParameterError) as caught:
        typed_parameters(notebook, {name: given})

    assert said in str(caught.value)


def test_reads_lines_that_papermill_overlooks(notebook):
    """A second `=` in a line hides the parameter from papermill, not from us."""
    ours, theirs = set(declared_parameters(notebook)), set(papermill.inspect_notebook(notebook))

    assert ours > theirs


def test_notebook_without_parameters_is_refused(tmp_path):
    """A notebook with no cell tagged `parameters` cannot be a briefing."""
    path = write_notebook(tmp_path / "none.ipynb", "1")
    path.write_text(path.read_text().replace('"parameters"', '"other"'))

    with pytest.raises(BriefingError, match="has no cell tagged `parameters`"):
        declared_parameters(path)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"cells": 3}'])
def test_file_that_is_no_notebook_is_refused(tmp_path, text):
    """Whatever is in the file, the error names it."""
    path = tmp_path / "broken.ipynb"
    path.write_text(text)

    with pytest.raises(BriefingError, match=r"broken\.ipynb"):
        declared_parameters(path)
