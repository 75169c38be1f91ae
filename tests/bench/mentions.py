"""Measure `find_mentions` beside its peers: 1,000 entities, the same texts, one run.

    python -m tests.bench.mentions [--seconds N] [--out docs/benchmarks.md]

The entities are those of the register, and made-up bodies until there are
1,000. Peers get every name, alias, demonym and capital as the register spells
it. They are installed, pinned, into a throw-away environment, and each runs in
a process of its own. Real text comes from `../shared`, else from `data/sample`.
"""

import argparse
import json
import platform
import subprocess
import sys
import tempfile
import time
import venv
from importlib.metadata import version
from itertools import islice, product
from pathlib import Path
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from analysis.mentions.find import find_mentions
from analysis.mentions.register import Register
from analysis.reference import Entity, load_entities
from tests.bench._page import put_section
from tests.bench.amounts import ROOT, speed_texts
from tests.bench.peers_mentions import PEERS, timed

PINS = ["spacy==3.8.18", "flashtext2==1.1.0", "pyahocorasick==2.3.1"]
ENTITIES = 1_000
_PLACES = ("Ardfen", "Broadmere", "Calder Sound", "Dunholt", "Eastwick Bay", "Fallowfield", "Garrick", "Hollin Pass")
_WORKS = ("Relief", "Harbour", "Water", "Orchard", "Railway", "Grain", "Housing", "Vaccine", "Timber", "Lantern")
_BODIES = ("Fund", "Council", "Institute", "Works", "Society", "Agency")
OURS, AUTOMATON = "find_mentions", "ahocorasick-rs, automaton alone"


def thousand() -> list[Entity]:
    """List the register's entities, and made-up bodies until there are 1,000."""
    entities = list(load_entities())
    made = (" ".join(words) for words in product(_PLACES, _WORKS, _BODIES))
    filled = [Entity(name.replace(" ", "-").lower(), name, "organization") for name in islice(made, ENTITIES)]
    return [*entities, *filled][:ENTITIES]


def run_ours(entities: list[Entity], texts: list[str], names: list[tuple[str, str]]) -> dict[str, dict[str, Any]]:
    """Time our finder, and the automaton that it stands on with nothing around it."""
    start = time.process_time()
    register = Register(entities)
    build = time.process_time() - start
    automaton = AhoCorasick([alias for _, alias in names], matchkind=MatchKind.LeftmostLongest)
    runs = {
        OURS: ("this commit", lambda text: len(find_mentions(text, register))),
        AUTOMATON: (version("ahocorasick-rs"), lambda text: len(automaton.find_matches_as_indexes(text))),
    }
    results = {}
    for name, (release, find) in runs.items():
        find(texts[0])
        best = min((timed(find, texts, 1e9) for _ in range(3)), key=lambda made: made["seconds"])
        results[name] = {"version": release, "build": build if name == OURS else 0.0, **best}
    return results


def run_peers(texts: list[str], names: list[tuple[str, str]], seconds: float) -> dict[str, dict[str, Any]]:
    """Install the peers, run each, and return what each measured."""
    with tempfile.TemporaryDirectory(prefix="newsbook-bench-") as folder:
        home = Path(folder)
        venv.create(home / "env", with_pip=True)
        python = home / "env" / "bin" / "python"
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PINS], check=True)
        source, target = home / "in.json", home / "out.json"
        source.write_text(json.dumps({"speed": texts, "names": names, "seconds": seconds}), encoding="utf-8")
        results = {}
        for name in PEERS:
            sys.stdout.write(f"running {name}\n")
            script = Path(__file__).with_name("peers_mentions.py")
            subprocess.run([python, script, name, source, target], check=True)
            results[name] = json.loads(target.read_text(encoding="utf-8"))
        return results


def table(results: dict[str, dict[str, Any]]) -> list[str]:
    """Return the section's table, one row a finder, ratios to spaCy."""
    rates = {name: result["characters"] / result["seconds"] / 1e6 for name, result in results.items()}
    lines = ["| finder | version | MB/s | x spaCy | hits per 1,000 characters |", "| --- | --- | --- | --- | --- |"]
    for name, result in results.items():
        dense = 1000 * result["hits"] / result["characters"]
        ratio = rates[name] / rates["spaCy PhraseMatcher"]
        lines.append(f"| {name} | {result['version']} | {rates[name]:.2f} | {ratio:.1f} | {dense:.2f} |")
    return lines


SECTION = """
{table}

- {entities:,} entities under {names:,} names, in {what}. MB/s: millions of characters a second of
  processor time, best of three passes; a pass of a peer is stopped after {seconds:.0f} seconds.
- `find_mentions` knows more spellings than its peers are given (capitals, accents), surnames
  behind full names, introduced acronyms and {doubts} aliases that their context decides: its time
  includes all of that, and `Mention` records with their offsets.
- spaCy matches tokens, so its time includes making them; its blank English pipeline does nothing else.
- flashtext2 is compiled, looks for strings between word boundaries and decides nothing: "Jordan" is Jordan's
  wherever it stands, `US$` is the country, a surname is nobody's.
- Where `find_mentions` is behind flashtext2, it is for what that leaves out: half of the time goes into context
  and records, a few microseconds of Python a hit. Finding alone takes it less than half of flashtext2's time.
- The two automata find strings inside words ("Oman" in "Romania") and decide nothing. They
  show what a finder that stands on them can reach; the faster one is the one we stand on.
- Compiling our register takes {build:.2f} seconds, once a process.

Peers: {pins}. Machine: {machine}, Python {python}.
"""


def main() -> None:
    """Run everything and write the section."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=20.0, help="limit of each pass of a peer")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "benchmarks.md")
    args = parser.parse_args()
    texts, what = speed_texts()
    entities = thousand()
    names = [(e.id, alias) for e in entities for alias in dict.fromkeys((*e.names, *e.demonyms, *e.capitals))]
    results = {**run_ours(entities, texts, names), **run_peers(texts, names, args.seconds)}
    lines = table(results)
    sys.stdout.write("\n".join(lines) + "\n")
    words = SECTION.format(
        table="\n".join(lines),
        entities=len(entities),
        names=len(names),
        what=what,
        seconds=args.seconds,
        doubts=len([meaning for meaning in Register(entities).meanings if hasattr(meaning, "senses")]),
        build=results[OURS]["build"],
        pins=", ".join(f"`{pin}`" for pin in PINS),
        machine=f"{platform.machine()}, {platform.system()}",
        python=platform.python_version(),
    )
    put_section(args.out, "Mentions", words)
    sys.stdout.write(f"wrote {args.out.relative_to(ROOT) if args.out.is_relative_to(ROOT) else args.out}\n")


if __name__ == "__main__":
    main()
