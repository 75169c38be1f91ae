"""papermill's engine, writing what ran every few seconds instead of twice a cell.

papermill writes the whole notebook as each cell begins and as it ends, charts
and all, which for a briefing of forty cells costs more than its own start. What
a killed run leaves is at most some seconds behind.
"""

from typing import Any

from papermill.engines import NBClientEngine, NotebookExecutionManager, papermill_engines

NAME = "newsbook"
_EVERY = 2.0  # seconds between two writings


class _Sparing(NotebookExecutionManager):  # type: ignore[misc]  # papermill has no types
    def save(self, **kwargs: Any) -> None:
        """Write the notebook, if it is done or was not written for some seconds."""
        if self.end_time is not None or (self.now() - self.last_save_time).total_seconds() >= _EVERY:
            super().save(**kwargs)


class _Engine(NBClientEngine):  # type: ignore[misc]
    @classmethod
    def execute_notebook(
        cls,
        nb: Any,
        kernel_name: str,
        output_path: str | None = None,
        progress_bar: bool = True,
        log_output: bool = False,
        autosave_cell_every: int = 30,
        **settings: Any,
    ) -> Any:
        """Execute a notebook as papermill's own engine does."""
        manager = _Sparing(nb, output_path, log_output, progress_bar, autosave_cell_every)
        manager.notebook_start()
        try:
            cls.execute_managed_notebook(manager, kernel_name, log_output=log_output, **settings)
        finally:
            manager.notebook_complete()
        return manager.nb


papermill_engines.register(NAME, _Engine)
