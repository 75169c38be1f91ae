"""Run a notebook with papermill, in a kernel that depends on nothing but us.

The kernel is the interpreter that runs this code, whatever kernels the machine
has installed; it talks over files in a private folder rather than over ports,
which two runs at once could fight for; and it reads no start-up files and
writes no history of the user who happens to run it.
"""

import logging
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from nbformat import NotebookNode

from analysis.briefing.notebooks import read_notebook

TIMEOUT = 1800  # seconds for one cell; a briefing that takes longer is stuck
LOG = "kernel.log"


class OwnKernel(AsyncKernelManager):
    """A kernel manager that starts this interpreter, whatever kernels are installed."""

    home: Path  # private folder for sockets, history and settings

    def __init__(self, **settings: Any) -> None:
        # Sockets in a folder of our own: nothing to fight for, nothing open to the machine.
        super().__init__(**settings, transport="ipc", connection_file=str(self.home / "kernel.json"))

    @property
    def kernel_spec(self) -> KernelSpec:
        """The kernel: this interpreter, with fixed hashing, time zone and locale."""
        # -I and the like would hide an editable install; the variables below pin what changes bytes.
        return KernelSpec(
            argv=[sys.executable, "-m", "ipykernel_launcher", "--log-level=50", "-f", "{connection_file}"],
            display_name="Newsbook",
            language="python",
            env={
                "IPYTHONDIR": str(self.home),
                "PYTHONHASHSEED": "0",
                "TZ": "UTC",
                "LC_ALL": "C.UTF-8",
                "MPLBACKEND": "module://matplotlib_inline.backend_inline",
                "PYTHONNOUSERSITE": "1",
            },
        )


def execute(notebook: Path, output: Path, parameters: Mapping[str, Any], *, timeout: int = TIMEOUT) -> str:
    """Run `notebook` and write what ran to `output`, every few seconds as it goes.

    Args:
        notebook: the .ipynb to run; it is not changed.
        output: the .ipynb that is written, also where a cell fails.
        parameters: typed values (`declared.typed_parameters`).
        timeout: seconds that one cell may take.

    Returns:
        Empty where papermill reported no failure, else the failure in words.
        Whether the briefing is complete is for `gate.check_run` to say.
    """
    # papermill takes half a second to import, which the kernel need not pay.
    import papermill  # noqa: PLC0415
    from nbclient.exceptions import CellTimeoutError, DeadKernelError  # noqa: PLC0415

    from analysis.briefing.engine import NAME  # noqa: PLC0415

    document = _ready(notebook)
    with tempfile.TemporaryDirectory(prefix="newsbook-") as scratch, _logged(output.parent / LOG):
        try:
            papermill.execute_notebook(
                document,
                str(output),
                parameters=dict(parameters),
                engine_name=NAME,
                kernel_name="python3",
                language="python",
                progress_bar=False,
                cwd=str(Path.cwd()),
                start_timeout=120,
                execution_timeout=timeout,
                kernel_manager_class=type("Kernel", (OwnKernel,), {"home": Path(scratch)}),
            )
        except papermill.PapermillExecutionError as error:
            return f"cell {error.exec_count} failed with {error.ename}: {error.evalue}"
        except CellTimeoutError:
            return f"a cell took longer than {timeout} seconds"
        except (DeadKernelError, RuntimeError) as error:
            return f"the kernel did not answer: {str(error).strip() or type(error).__name__}"
    return ""


@contextmanager
def _logged(path: Path) -> Iterator[None]:
    """Keep papermill's log in a file: part of the evidence, and noise on the screen."""
    logger = logging.getLogger("papermill")
    handler = logging.FileHandler(path, encoding="utf-8", delay=True)
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        handler.close()


def _ready(notebook: Path) -> NotebookNode:
    """Read the notebook with fixed cell ids and no outputs of an earlier run."""
    document = read_notebook(notebook)
    for number, cell in enumerate(document.cells):
        cell["id"] = f"cell-{number:02d}"
        if cell.cell_type == "code":
            cell["outputs"], cell["execution_count"] = [], None
    document.metadata = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    return document


def same_filesystem(folder: Path) -> Path:
    """Make a private folder beside what will be published, so that one rename publishes it."""
    folder.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=".rendering-", dir=folder))
    # mkdtemp is for its maker alone; a report is for everyone the umask lets in.
    umask = os.umask(0)
    os.umask(umask)
    made.chmod(0o777 & ~umask)
    return made
