"""The accuracy gate: what is measured on our own gold, against pinned floors.

Every `tests/gold/score_*.py` has a function `measure` that returns shares of 0
to 1 by name, and may have `cases`, which says what each is a share of. Each
measure has its limit in `tests/gold/floors.toml`: a floor, or a ceiling where
the name ends in `_wrong`. A measure without a limit, and a limit without a
measure, do not pass: a score cannot be lost silently.
"""

import importlib.util
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from analysis.config import ROOT
from analysis.corpus.workers import cores, map_batches
from analysis.errors import GateError, ReferenceFileError
from analysis.mentions.intervals import share_interval

GOLD = ROOT / "tests" / "gold"
FLOORS = "floors.toml"
# A share that rounds to its limit holds it; floating point is no regression.
_EPSILON = 5e-5
_CEILING = "_wrong"
_PROCESSES = 4  # the longest scorer takes a third of the time of all

_HEAD = """\
# The least that each measure has to reach, by scorer (tests/gold/score_NAME.py);
# the most, where its name ends in _wrong. `newsbook gate` compares,
# `newsbook gate --update` raises what was improved, and lowers nothing unless
# `--allow-regression` is given with it.
"""


@dataclass(frozen=True, slots=True)
class Scored:
    """What a scorer measured; `cases` is what its function of that name returned, empty where it has none.

    A case is the number that a measure is a share of, or, for a measure that is
    no share, the number and the bounds of its 95 % interval.
    """

    measures: Mapping[str, float]
    cases: Mapping[str, int | tuple[int, float, float]]

    def bounds(self) -> dict[str, tuple[int, float, float]]:
        """Give cases and 95 % interval of each measure that states its cases; Wilson's where it is a share."""
        return {
            name: case if isinstance(case, tuple) else (case, *share_interval(round(self.measures[name] * case), case))
            for name, case in self.cases.items()
        }


@dataclass(frozen=True, slots=True)
class Score:
    """One measure beside its limit; either may be missing."""

    subject: str
    name: str
    value: float | None
    limit: float | None

    @property
    def is_ceiling(self) -> bool:
        """Whether less is better."""
        return self.name.endswith(_CEILING)

    @property
    def holds(self) -> bool:
        """Whether the measure keeps its limit."""
        if self.value is None or self.limit is None:
            return False
        return self.gain >= -_EPSILON

    @property
    def gain(self) -> float:
        """How far the measure is on the good side of its limit; 0 where either is missing."""
        if self.value is None or self.limit is None:
            return 0.0
        return self.limit - self.value if self.is_ceiling else self.value - self.limit

    @property
    def fault(self) -> str:
        """What is wrong with it, in words; empty where it holds."""
        place = f"{self.subject}.{self.name}"
        if self.value is None:
            return f"{place} has a limit of {self.limit:.4f} and is not measured any more"
        if self.limit is None:
            return f"{place} is {self.value:.4f} and has no limit; pin it with `newsbook gate --update`"
        if self.holds:
            return ""
        side = "above its ceiling" if self.is_ceiling else "below its floor"
        return f"{place} is {self.value:.4f}, {side} of {self.limit:.4f}"


def measure_all(folder: Path = GOLD) -> dict[str, dict[str, float]]:
    """Run every scorer of a folder, for its measures alone.

    Returns:
        Measures by subject: `{"mentions": {"country_recall": 0.99}}`.

    Raises:
        GateError: there is no scorer, as in an installation without the tests.
    """
    return {subject: dict(score.measures) for subject, score in score_all(folder).items()}


def score_all(folder: Path = GOLD) -> dict[str, Scored]:
    """Run every scorer of a folder: what it measures, and on how many cases.

    Raises:
        GateError: there is no scorer, as in an installation without the tests.
    """
    scorers = sorted(folder.glob("score_*.py"))
    if not scorers:
        raise GateError([f"no scorer in {folder.name}: the gate runs in a checkout, which has tests/gold"])
    scored = map_batches(_measure, scorers, workers=min(cores(), len(scorers), _PROCESSES))
    return {path.stem.removeprefix("score_"): score for path, score in zip(scorers, scored, strict=True)}


def _measure(path: Path) -> Scored:
    name = f"newsbook_gold_{path.stem}"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise GateError([f"{path.name} cannot be loaded"])
    module = importlib.util.module_from_spec(spec)
    # Dataclasses of a module look it up by its name.
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
        measured = module.measure()
        cases = module.cases() if hasattr(module, "cases") else {}
    except AssertionError as error:
        raise GateError([f"{path.name}: {error}"]) from error
    finally:
        del sys.modules[name]
    return Scored({key: float(value) for key, value in measured.items()}, cases)


def load_floors(folder: Path = GOLD) -> dict[str, dict[str, float]]:
    """Read the pinned limits; none where the file is missing.

    Raises:
        ReferenceFileError: a limit is no share of 0 to 1; lists every fault.
    """
    path = folder / FLOORS
    if not path.exists():
        return {}
    try:
        listed = tomllib.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ReferenceFileError(path, [str(error)]) from error
    faults = [f"[{subject}] is no table" for subject, limits in listed.items() if not isinstance(limits, dict)]
    for subject, limits in listed.items():
        if isinstance(limits, dict):
            faults += [
                f"[{subject}] {name} is {limit!r}, expected 0 to 1"
                for name, limit in limits.items()
                if not _share(limit)
            ]
    if faults:
        raise ReferenceFileError(path, faults)
    return {subject: dict(limits) for subject, limits in listed.items()}


def _share(limit: object) -> bool:
    return isinstance(limit, int | float) and not isinstance(limit, bool) and 0 <= limit <= 1


def compare(measured: Mapping[str, Mapping[str, float]], floors: Mapping[str, Mapping[str, float]]) -> list[Score]:
    """Lay measures and limits side by side, sorted; each is listed even where the other is missing."""
    names = {(subject, name) for side in (measured, floors) for subject in side for name in side[subject]}
    return [
        Score(subject, name, measured.get(subject, {}).get(name), floors.get(subject, {}).get(name))
        for subject, name in sorted(names)
    ]


def update_floors(scores: list[Score], folder: Path = GOLD, *, allow_regression: bool = False) -> None:
    """Pin what was measured: raise what was improved, add what is new.

    Args:
        scores: what `compare` returned.
        folder: where `floors.toml` is.
        allow_regression: pin what got worse as well, and drop what is not
            measured any more.

    Raises:
        GateError: something got worse or vanished, and that is not allowed;
            nothing is written.
    """
    worse = [score.fault for score in scores if score.value is None or (score.limit is not None and not score.holds)]
    if worse and not allow_regression:
        raise GateError([*worse, "`--update` lowers nothing unless `--allow-regression` is given"])
    lines = [_HEAD]
    for subject in sorted({score.subject for score in scores if score.value is not None}):
        lines.append(f"[{subject}]")
        rows = [score for score in scores if score.subject == subject and score.value is not None]
        lines += [f"{score.name} = {_pinned(score, allow_regression=allow_regression):.4f}" for score in rows]
        lines.append("")
    (folder / FLOORS).write_text("\n".join(lines), encoding="utf-8")


def _pinned(score: Score, *, allow_regression: bool) -> float:
    """Choose the limit to write: the measure, or the old limit where that is as good or better."""
    value = score.value or 0.0
    keep = score.limit is not None and score.gain <= 0 and not (allow_regression and not score.holds)
    return float(score.limit) if keep and score.limit is not None else value


def check_floors(scores: list[Score]) -> None:
    """Pass, or raise a `GateError` that lists every measure outside its limit."""
    faults = [score.fault for score in scores if score.fault]
    if faults:
        raise GateError(faults)
