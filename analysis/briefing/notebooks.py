"""Notebooks as files: read them, write them, with one error for whatever is wrong."""

from pathlib import Path
from typing import cast

import nbformat
from nbformat import NotebookNode
from nbformat.reader import NotJSONError

from analysis.errors import BriefingError


def read_notebook(path: Path) -> NotebookNode:
    """Read an .ipynb file, in the current format.

    Raises:
        BriefingError: it is missing, or no notebook.
    """
    try:
        return cast("NotebookNode", nbformat.read(path, as_version=4))  # type: ignore[no-untyped-call]
    except FileNotFoundError:
        raise BriefingError(path.stem, f"the notebook {path.name} does not exist.") from None
    # nbformat raises what its conversion of an older format stumbles over.
    except (OSError, ValueError, KeyError, TypeError, AttributeError, NotJSONError) as error:
        raise BriefingError(path.stem, f"{path.name} cannot be read as a notebook: {error}.") from error


def notebook_text(notebook: NotebookNode) -> str:
    """Write a notebook as the text of an .ipynb file, the same for the same notebook."""
    return str(nbformat.writes(notebook, version=4)).rstrip("\n") + "\n"  # type: ignore[no-untyped-call]
