"""Measure ingest, a second ingest and annotation: seconds, and memory of all processes together.

python -m tests.bench.corpus [PATH...]

Without a path it reads ../shared/data/white_house.jsonl.gz.
"""

import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from analysis.briefing.annotators import annotators
from analysis.corpus.annotate import annotate
from analysis.corpus.audit import check_corpus
from analysis.corpus.ingest import ingest
from analysis.corpus.store import open_store

_REAL = Path(__file__).parents[2] / ".." / "shared" / "data" / "white_house.jsonl.gz"


class _Memory(threading.Thread):
    """Samples the proportional memory of this process and those it started (Linux)."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.peak = 0.0

    def run(self) -> None:
        while True:
            self.peak = max(self.peak, sum(map(_megabytes, _family())))
            time.sleep(0.3)


def _family() -> list[Path]:
    found = [Path("/proc/self")]
    for task in Path("/proc/self/task").glob("*/children"):
        found += [Path("/proc") / pid for pid in task.read_text().split()]
    return found


def _megabytes(process: Path) -> float:
    try:
        lines = (process / "smaps_rollup").read_text().splitlines()
    except OSError:  # it ended meanwhile
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def _timed(what: str, work: Callable[[], object]) -> None:
    began, used = time.monotonic(), time.process_time()
    report = work()
    seconds, own = time.monotonic() - began, time.process_time() - used
    sys.stdout.write(f"{what}: {seconds:.1f} s ({own:.1f} s of it computing in the main process)\n  {report}\n")
    sys.stdout.flush()


def main(paths: list[str]) -> None:
    """Print what was measured."""
    memory = _Memory()
    memory.start()
    with tempfile.TemporaryDirectory() as name:
        store = open_store(Path(name) / "store", create=True)
        _timed("ingest", lambda: ingest(paths or [_REAL], store))
        sys.stdout.write(f"  peak {memory.peak:.0f} MB, all processes\n")
        _timed("ingest again", lambda: ingest(paths or [_REAL], store))
        memory.peak = 0.0
        _timed("annotate", lambda: annotate(store, annotators()))
        sys.stdout.write(f"  peak {memory.peak:.0f} MB, all processes\n")
        _timed("annotate again", lambda: annotate(store, annotators()))
        _timed("check", lambda: check_corpus(store) or "sound")


if __name__ == "__main__":
    main(sys.argv[1:])
