"""Runs that end badly: killed at a moment, or out of disk. Used by test_faults and tests/bench.

Runs are processes of their own, forked from one that has imported everything,
so that a moment of the run is not a moment of its imports.
"""

import multiprocessing
import random
import resource
import signal
import time
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from analysis.corpus.annotate import annotate
from analysis.corpus.ingest import ingest
from analysis.corpus.store import open_store
from analysis.errors import StoreError
from tests.corpus.stores import SIMPLE, content


def run(store_path: str, paths: list[str], *, workers: int = 1) -> None:
    """Ingest each path in a run of its own, and annotate."""
    store = open_store(store_path, create=True)
    for path in paths:
        ingest([path], store, workers=workers)
        annotate(store, SIMPLE, workers=workers)


def start(store: Path, paths: list[Path]) -> ForkServerProcess:
    """Start such a run as a process of its own."""
    process = _context().Process(target=run, args=(str(store), list(map(str, paths))))
    process.start()
    return process


def run_on_a_full_disk(store: Path, paths: list[Path], *, max_file_bytes: int, said: Path) -> int | None:
    """Run where no file can grow beyond `max_file_bytes`; the error goes to `said`, the exit code is returned."""
    process = _context().Process(
        target=_run_limited, args=(str(store), list(map(str, paths)), max_file_bytes, str(said))
    )
    process.start()
    process.join()
    return process.exitcode


def _run_limited(store: str, paths: list[str], max_file_bytes: int, said: str) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # a write beyond the limit fails instead
    resource.setrlimit(resource.RLIMIT_FSIZE, (max_file_bytes, max_file_bytes))
    try:
        run(store, paths)
    except StoreError as error:
        Path(said).write_text(str(error), encoding="utf-8")
        raise SystemExit(1) from error


def _context() -> "multiprocessing.context.ForkServerContext":
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.corpus.faults"])
    return context


def kill_at_random(store: Path, paths: list[Path], moments: int, *, seed: int, longest: float) -> list[int]:
    """Kill a run at random moments, one after the other; returns the store versions that were seen after each.

    After every kill the store is opened and read whole, as a briefing would.
    `longest` is the latest moment, in seconds after the start of a run.
    """
    chance = random.Random(seed)  # noqa: S311 - moments, not secrets
    versions = []
    for _ in range(moments):
        process = start(store, paths)
        time.sleep(chance.uniform(0, longest))
        process.kill()
        process.join()
        if (store / "runs" / "_delta_log").is_dir():
            seen = open_store(store, create=True)
            content(seen)
            versions.append(seen.version)
    return versions
