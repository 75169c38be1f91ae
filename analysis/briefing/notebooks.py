"""Notebooks as files: read them, write them, with one error for whatever is wrong."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

from analysis.errors import BriefingError

if TYPE_CHECKING:
    from nbformat import NotebookNode

# jsonschema, which nbformat imports, builds 38 grammars of addresses when this
# package is there: a second and a half, for a check that no notebook needs.
# None is Python's own way to say that a module cannot be imported.
_SLOW = "rfc3987_syntax"


def load_nbformat() -> None:
    """Import nbformat without what makes it slow to import."""
    if "nbformat" not in sys.modules:
        sys.modules.setdefault(_SLOW, None)  # type: ignore[arg-type]
    import nbformat  # noqa: F401, PLC0415 - the kernel imports this module, and reads no notebook


def read_notebook(path: Path) -> NotebookNode:
    """Read an .ipynb file, in the current format.

    Raises:
        BriefingError: it is missing, or no notebook.
    """
    load_nbformat()
    import nbformat  # noqa: PLC0415
    from nbformat.reader import NotJSONError  # noqa: PLC0415

    try:
        return cast("NotebookNode", nbformat.read(path, as_version=4))  # type: ignore[no-untyped-call]
    except FileNotFoundError:
        raise BriefingError(path.stem, f"the notebook {path.name} does not exist.") from None
    # nbformat raises what its conversion of an older format stumbles over.
    except (OSError, ValueError, KeyError, TypeError, AttributeError, NotJSONError) as error:
        raise BriefingError(path.stem, f"{path.name} cannot be read as a notebook: {error}.") from error


def notebook_text(notebook: NotebookNode) -> str:
    """Write a notebook as the text of an .ipynb file, the same for the same notebook."""
    import nbformat  # noqa: PLC0415

    return str(nbformat.writes(notebook, version=4)).rstrip("\n") + "\n"  # type: ignore[no-untyped-call]
