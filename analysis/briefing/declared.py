"""The parameters a notebook declares, and the values given for them, typed.

papermill only warns about a parameter that a notebook does not know, and
guesses types like YAML does ("007" becomes 7). Here an unknown name stops the
run and names the nearest, and a value gets the type that the notebook's own
parameters cell states. The cell is read as Python rather than with papermill's
pattern, which overlooks a line with a second "=" in its comment.
"""

import ast
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from analysis.briefing.notebooks import read_notebook
from analysis.errors import BriefingError, ParameterError

TAG = "parameters"


@dataclass(frozen=True, slots=True)
class Declared:
    """One parameter of a notebook: its name, type (`str`, `int` ...) and default."""

    name: str
    kind: str
    default: Any


def declared_parameters(notebook: Path) -> dict[str, Declared]:
    """Read the parameters that the cell tagged `parameters` of a notebook declares.

    Args:
        notebook: an .ipynb file.

    Raises:
        BriefingError: the file is no notebook, or has no such cell.
    """
    cell = _parameters_cell(notebook)
    found = {}
    for statement in ast.parse(cell).body:
        match statement:
            case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation, value=ast.expr() as value):
                found[name] = Declared(name, ast.unparse(annotation).strip("'\""), _literal(value))
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                default = _literal(value)
                found[name] = Declared(name, type(default).__name__, default)
    return found


def _parameters_cell(notebook: Path) -> str:
    try:
        return _read_cell(notebook, notebook.stat().st_mtime_ns)
    except FileNotFoundError:
        return _read_cell(notebook, 0)  # says what is missing


@lru_cache(maxsize=16)
def _read_cell(notebook: Path, _changed: int) -> str:
    """Read the cell once for each state of the file: a run asks for it time and again."""
    document = read_notebook(notebook)
    cells = [cell for cell in document.cells if TAG in cell.metadata.get("tags", [])]
    if not cells:
        todo = "Tag the cell that assigns the parameters with `parameters`."
        raise BriefingError(notebook.stem, f"{notebook.name} has no cell tagged `{TAG}`.", todo=todo)
    return str(cells[0].source)


def _literal(value: ast.expr) -> Any:
    try:
        return ast.literal_eval(value)
    except ValueError:
        return None


def typed_parameters(notebook: Path, given: Mapping[str, Any]) -> dict[str, Any]:
    """Give every value of `given` the type its parameter has in the notebook.

    Args:
        notebook: the notebook that will be run.
        given: values by name; text as typed on the command line, or a value
            that has its type already.

    Returns:
        The same names, with values that papermill can pass on unchanged.

    Raises:
        ParameterError: the notebook declares no such parameter, or the value
            is none of its type.
    """
    declared = declared_parameters(notebook)
    typed = {}
    for name, value in given.items():
        if name not in declared:
            raise ParameterError(name, notebook.name, known=declared)
        typed[name] = _typed(declared[name], value, notebook.name)
    return typed


def parse_pairs(pairs: list[str]) -> dict[str, str]:
    """Split `KEY=VALUE` as given to `-p`; the value may hold further "=".

    >>> parse_pairs(["currency=USD", "note=a=b"])
    {'currency': 'USD', 'note': 'a=b'}
    >>> parse_pairs(["currency"])  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    analysis.errors.ParameterError: Parameter `currency` of the command line: expected KEY=VALUE, such as ...
    """
    given = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not name.strip().isidentifier():
            raise ParameterError(pair, "the command line", what="expected KEY=VALUE, such as -p currency=USD.")
        given[name.strip()] = value
    return given


# Stricter than int() and float(), which take "1_000", " 7 " and "nan".
_WHOLE = re.compile(r"[+-]?[0-9]+")
_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_TRUTHS = {"true": True, "false": False}


def _typed(parameter: Declared, value: Any, notebook: str) -> Any:
    """Turn `value` into the type that `parameter` has, or say what was expected."""
    kind = parameter.kind
    if kind == "str" and isinstance(value, str):
        return value
    if kind == "int" and _is_whole(value):
        return int(value)
    if kind == "float" and (_is_whole(value) or isinstance(value, float) or _matches(_NUMBER, value)):
        return float(value)
    if kind == "bool" and str(value).lower() in _TRUTHS:
        return _TRUTHS[str(value).lower()]
    if kind not in ("str", "int", "float", "bool"):
        return _from_json(parameter, value, notebook)
    article = "a whole number" if kind == "int" else {"str": "text", "float": "a number", "bool": "true or false"}[kind]
    raise ParameterError(
        parameter.name, notebook, what=f"{value!r} is not {article}, as its default {parameter.default!r} is."
    )


def _is_whole(value: Any) -> bool:
    return (isinstance(value, int) and not isinstance(value, bool)) or _matches(_WHOLE, value)


def _matches(pattern: re.Pattern[str], value: Any) -> bool:
    return isinstance(value, str) and pattern.fullmatch(value) is not None


def _from_json(parameter: Declared, value: Any, notebook: str) -> Any:
    """Read a list or a mapping, which the command line states as JSON."""
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        what = f"{value!r} is no JSON, which a parameter of type {parameter.kind} needs."
        raise ParameterError(parameter.name, notebook, what=what) from None
