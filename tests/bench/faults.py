"""Kill ingest and annotate at 50 random moments, and compare with a run that nobody disturbed.

python -m tests.bench.faults [MOMENTS]

Prints what was seen, and exits 1 where the tables differ.
"""

import sys
import tempfile
import time
from pathlib import Path

from analysis.corpus.audit import check_corpus
from analysis.corpus.store import open_store
from tests.corpus.faults import kill_at_random, run, start
from tests.corpus.stores import content, furnished, write_jsonl


def main(moments: int = 50) -> int:
    """Kill, run again, compare."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        every = [furnished(n) for n in range(600)]
        paths = [write_jsonl(folder / f"{k}.jsonl", every[k::6]) for k in range(6)]
        start(folder / "warm", paths[:1]).join()
        began = time.monotonic()
        start(folder / "quiet", paths).join()
        usual = time.monotonic() - began
        quiet = content(open_store(folder / "quiet"))
        differ = kills = round_ = 0
        versions: list[int] = []
        while kills < moments:  # a store that is complete is begun anew, so that every kill hits work
            store = folder / f"store{round_}"
            seen = kill_at_random(store, paths, min(10, moments - kills), seed=round_, longest=0.6 * usual)
            kills += min(10, moments - kills)
            run(str(store), [str(path) for path in paths])
            after = open_store(store)
            differ += content(after) != quiet or bool(check_corpus(after)) or seen != sorted(seen)
            versions += seen
            round_ += 1
    sys.stdout.write(f"undisturbed run {usual:.1f} s; {kills} kills in {round_} stores, versions seen {versions}\n")
    sys.stdout.write(f"stores that differ from the undisturbed one: {differ}\n")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
