"""`newsbook dictionary`, `schedule`, `gate` and `bench`."""

import subprocess
import sys
from pathlib import Path

from analysis.briefing.accuracy import accuracy_text, write_accuracy
from analysis.briefing.floors import GOLD, Score, check_floors, compare, load_floors, score_all, update_floors
from analysis.briefing.manifest import ACCURACY
from analysis.briefing.schedule import SCHEDULERS, plan
from analysis.briefing.standing import find_briefing
from analysis.commands.screen import note, say, show_table
from analysis.config import ROOT
from analysis.corpus.dictionary import dictionary_markdown
from analysis.errors import GateError, ParameterError

BENCH = ROOT / "tests" / "bench"


def run_dictionary(*, check: bool = False) -> None:
    """Write data/README.md from the contracts, or say that it is stale.

    Raises:
        GateError: with `check`, the file is not what the contracts give.
    """
    path = ROOT / "data" / "README.md"
    text = dictionary_markdown()
    if check:
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            raise GateError(["data/README.md is not what the contracts give; run `newsbook dictionary`"])
        say("data/README.md is current.")
        return
    path.write_text(text, encoding="utf-8")
    say(f"{path.relative_to(ROOT)} written.")


def run_schedule(name: str, scheduler: str, *, store: Path, reports: Path, corpus: list[Path]) -> None:
    """Print what to install so that a scheduler renders a briefing.

    Raises:
        BriefingError: no such briefing, or a path that no scheduler can be told.
        ParameterError: no such scheduler.
    """
    if scheduler not in SCHEDULERS:
        raise ParameterError(scheduler, "newsbook schedule --as", known=SCHEDULERS)
    made = plan(find_briefing(name), store=store, reports=reports, corpus=tuple(corpus))
    # As it is, not through the console: a line that is wrapped is another line to cron.
    sys.stdout.write(SCHEDULERS[scheduler](made))


def run_gate(*, update: bool = False, allow_regression: bool = False) -> None:
    """Measure accuracy on our own gold, and compare with the pinned floors.

    Raises:
        GateError: a measure is outside its limit; lists every one.
    """
    scored = score_all()
    scores = compare({subject: score.measures for subject, score in scored.items()}, load_floors())
    show_table("Accuracy on our own gold", ["measure", "value", "limit", ""], [_score_row(score) for score in scores])
    if update:
        update_floors(scores, allow_regression=allow_regression)
        write_accuracy(scored)
        for path in (GOLD / "floors.toml", ACCURACY):
            say(f"{path.relative_to(ROOT)} written.")
        return
    if not ACCURACY.exists() or ACCURACY.read_text(encoding="utf-8") != accuracy_text(scored):
        note(
            f"{ACCURACY.relative_to(ROOT)}, which briefings show, is not what is measured now: `newsbook gate --update`"
        )
    check_floors(scores)
    say("The gate holds.")


def _score_row(score: Score) -> list[str]:
    limit = "none" if score.limit is None else f"{'at most' if score.is_ceiling else 'at least'} {score.limit:.4f}"
    value = "not measured" if score.value is None else f"{score.value:.4f}"
    state = "" if score.holds else "does not hold"
    return [f"{score.subject}.{score.name}", value, limit, state]


def run_bench() -> None:
    """Run every script under tests/bench, one after the other.

    A `peers_*.py` is the part of a script that runs in the environment of the
    tools it compares with, and does not stand alone.

    Raises:
        GateError: there is none here, or one of them failed.
    """
    scripts = sorted(path for path in BENCH.glob("*.py") if not path.stem.startswith(("peers_", "_")))
    if not scripts:
        raise GateError(["no script in tests/bench: the bench runs in a checkout that has one"])
    failed = []
    for script in scripts:
        note(f"running {script.name} ...")
        if subprocess.run([sys.executable, "-m", f"tests.bench.{script.stem}"], cwd=ROOT, check=False).returncode:  # noqa: S603
            failed.append(f"{script.name} failed")
    if failed:
        raise GateError(failed)
