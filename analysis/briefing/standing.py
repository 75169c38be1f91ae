"""The standing briefings, as `notebooks/briefings.toml` lists them.

The file is checked whole: every fault is named at once, before anything runs.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from analysis.briefing.declared import declared_parameters, typed_parameters
from analysis.briefing.notebooks import read_notebook
from analysis.briefing.periods import KINDS, Period
from analysis.config import BRIEFINGS
from analysis.errors import BriefingError, NewsbookError, ReferenceFileError, nearest

_KEYS = {"notebook", "title", "period", "parameters"}
_NEEDED = ("start", "end", "store", "store_version", "tables")


@dataclass(frozen=True, slots=True)
class Briefing:
    """One standing briefing."""

    name: str
    notebook: Path
    title: str
    period: str
    parameters: Mapping[str, Any] = field(default_factory=dict)
    span: tuple[str, str] | None = None  # days to render where none are asked for, of a notebook nobody listed

    def title_of(self, period: Period) -> str:
        """Give the title of one report."""
        return self.title.replace("{period}", period.spoken)


def load_briefings(path: Path = BRIEFINGS) -> dict[str, Briefing]:
    """Read the standing briefings, by name.

    Raises:
        ReferenceFileError: the file cannot be used; lists every fault.
    """
    try:
        listed = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ReferenceFileError(path, [str(error)]) from error
    faults = [fault for name, entry in listed.items() for fault in _faults(name, entry, path.parent)]
    if faults:
        raise ReferenceFileError(path, faults)
    return {name: _briefing(name, entry, path.parent) for name, entry in listed.items()}


def find_briefing(name: str, path: Path = BRIEFINGS) -> Briefing:
    """Find one standing briefing, or a notebook of that name beside the list, or name the nearest there is.

    Raises:
        BriefingError: there is no such briefing, and no such notebook with a
            `parameters` cell.
        ReferenceFileError: the list of briefings cannot be used.
    """
    known = load_briefings(path)
    if name in known:
        return known[name]
    notebook = path.parent / f"{name}.ipynb"
    if _is_plain(name) and notebook.exists():
        return _unlisted(name, notebook)
    near = nearest(name, known)
    hint = f" Did you mean `{near}`?" if near else ""
    raise BriefingError(name, f"is not in {path.name}. Known: {', '.join(sorted(known))}.{hint}")


def _is_plain(name: str) -> bool:
    """Whether a name can be that of a folder and a file, and of nothing else."""
    return name.replace("-", "").replace("_", "").isalnum()


def _unlisted(name: str, notebook: Path) -> Briefing:
    """Make a briefing of a notebook that nobody listed: its own heading, and the days its parameters cell states."""
    declared = declared_parameters(notebook)
    stated = [declared[end].default for end in ("start", "end") if end in declared]
    span = (str(stated[0]), str(stated[1])) if len(stated) == 2 else None
    return Briefing(name, notebook, f"{_heading(notebook) or name}, {{period}}", "week", span=span)


def _heading(notebook: Path) -> str:
    """Give the first heading of a notebook, without its mark; empty where it has none."""
    lines = (
        line
        for cell in read_notebook(notebook).cells
        if cell.cell_type == "markdown"
        for line in cell.source.splitlines()
    )
    return next((line.removeprefix("# ").strip().rstrip("?.") for line in lines if line.startswith("# ")), "")


def _briefing(name: str, entry: Mapping[str, Any], folder: Path) -> Briefing:
    notebook = folder / entry["notebook"]
    return Briefing(
        name, notebook, entry["title"], entry["period"], typed_parameters(notebook, entry.get("parameters", {}))
    )


def _faults(name: str, entry: Any, folder: Path) -> list[str]:
    """List everything that is wrong with one entry."""
    if not isinstance(entry, dict):
        return [f"`{name}` is no table, expected [{name}]"]
    found = [f"[{name}] has the key `{key}`, known are {sorted(_KEYS)}" for key in sorted(entry.keys() - _KEYS)]
    found += [
        f"[{name}] lacks `{key}`" for key in ("notebook", "title", "period") if not isinstance(entry.get(key), str)
    ]
    if not _is_plain(name):
        found.append(f"[{name}] names a folder, expected letters, figures, - and _")
    if entry.get("period") not in KINDS:
        found.append(f"[{name}] `period` is {entry.get('period')!r}, expected one of {list(KINDS)}")
    return found or _notebook_faults(name, folder / entry["notebook"], entry.get("parameters", {}))


def _notebook_faults(name: str, notebook: Path, given: Mapping[str, Any]) -> list[str]:
    try:
        declared = declared_parameters(notebook)
        typed_parameters(notebook, given)
    except NewsbookError as error:
        return [f"[{name}] {error}"]
    return [f"[{name}] {notebook.name} declares no parameter `{key}`" for key in _NEEDED if key not in declared]
