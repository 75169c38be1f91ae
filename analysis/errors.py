"""Every error Newsbook raises on purpose.

One base class, facts as attributes, the message built late from them: what is
wrong, where, what was expected, what to do. All of them pickle, because
annotation runs in worker processes. Nothing here imports the rest of the
package.
"""

import difflib
from collections.abc import Iterable
from typing import Any


def _rebuild(kind: "type[NewsbookError]", facts: dict[str, Any]) -> "NewsbookError":
    error = kind.__new__(kind)
    error.__dict__.update(facts)
    return error


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Give the known name that `word` most likely meant, or None.

    >>> nearest("strat_date", ["start_date", "currency"])
    'start_date'
    >>> nearest("zzz", ["start_date", "currency"]) is None
    True
    """
    found = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return found[0] if found else None


class NewsbookError(Exception):
    """Base of every error a user can be expected to act on."""

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), dict(self.__dict__))


class ReadError(NewsbookError):
    """A file, or a place in one, that cannot be read as articles."""

    def __init__(self, path: object, what: str, *, where: str = "", todo: str = "") -> None:
        super().__init__()
        self.path = str(path)
        self.what = what
        self.where = where
        self.todo = todo

    def __str__(self) -> str:
        place = f"{self.path} {self.where}".strip()
        return f"{place}: {self.what}{' ' + self.todo if self.todo else ''}"


class SchemaError(NewsbookError):
    """A table that breaks its contract; lists every fault at once."""

    def __init__(self, table: str, faults: list[str]) -> None:
        super().__init__()
        self.table = table
        self.faults = list(faults)

    def __str__(self) -> str:
        lines = "\n".join(f"  - {fault}" for fault in self.faults)
        return f"Table `{self.table}` breaks its contract:\n{lines}\nSee data/README.md for the contract."


class ReferenceFileError(NewsbookError):
    """A table under data/reference, or a watchlist, with faults; lists them all."""

    def __init__(self, path: object, faults: list[str]) -> None:
        super().__init__()
        self.path = str(path)
        self.faults = list(faults)

    def __str__(self) -> str:
        lines = "\n".join(f"  - {fault}" for fault in self.faults)
        return f"{self.path} cannot be used:\n{lines}"


class ParameterError(NewsbookError):
    """A briefing parameter that the notebook does not know or cannot use."""

    def __init__(self, name: str, notebook: str, *, known: Iterable[str] = (), what: str = "") -> None:
        super().__init__()
        self.name = name
        self.notebook = notebook
        self.known = sorted(known)
        self.what = what

    def __str__(self) -> str:
        if self.what:
            return f"Parameter `{self.name}` of {self.notebook}: {self.what}"
        near = nearest(self.name, self.known)
        hint = f" Did you mean `{near}`?" if near else ""
        return f"Unknown parameter `{self.name}` for {self.notebook}. Known: {', '.join(self.known)}.{hint}"


class StoreError(NewsbookError):
    """A store that is missing, busy, damaged, or asked for what it does not hold."""

    def __init__(self, path: object, what: str, *, todo: str = "") -> None:
        super().__init__()
        self.path = str(path)
        self.what = what
        self.todo = todo

    def __str__(self) -> str:
        return f"Store {self.path}: {self.what}{' ' + self.todo if self.todo else ''}"


class EngineError(NewsbookError):
    """An engine that cannot be used: no scheduler, no worker, other versions, or a cluster file with faults."""

    def __init__(self, engine: str, what: str, *, todo: str = "") -> None:
        super().__init__()
        self.engine = engine
        self.what = what
        self.todo = todo

    def __str__(self) -> str:
        return f"Engine {self.engine}: {self.what}{' ' + self.todo if self.todo else ''}"


class BriefingError(NewsbookError):
    """A briefing that could not be rendered, published or verified."""

    def __init__(self, name: str, what: str, *, evidence: object = "", todo: str = "") -> None:
        super().__init__()
        self.name = name
        self.what = what
        self.evidence = str(evidence)
        self.todo = todo

    def __str__(self) -> str:
        kept = f" What ran is kept in {self.evidence}." if self.evidence else ""
        return f"Briefing `{self.name}`: {self.what}{kept}{' ' + self.todo if self.todo else ''}"


class SpanError(NewsbookError):
    """A target that is not inside the sentence it was given with."""

    def __init__(self, start: int, end: int, length: int) -> None:
        super().__init__()
        self.start = start
        self.end = end
        self.length = length

    def __str__(self) -> str:
        return (
            f"Target [{self.start}:{self.end}] is not in a sentence of {self.length} characters, "
            "expected 0 <= start < end <= length, and more than white space between them."
        )


class ModelError(NewsbookError):
    """A model file that is missing, or is not the one the package was released with."""

    def __init__(self, path: object, what: str, *, todo: str = "") -> None:
        super().__init__()
        self.path = str(path)
        self.what = what
        self.todo = todo

    def __str__(self) -> str:
        return f"Model file {self.path}: {self.what}{' ' + self.todo if self.todo else ''}"


class GateError(NewsbookError):
    """A measured accuracy below its pinned floor; lists every miss."""

    def __init__(self, misses: list[str]) -> None:
        super().__init__()
        self.misses = list(misses)

    def __str__(self) -> str:
        lines = "\n".join(f"  - {miss}" for miss in self.misses)
        todo = "Floors are pinned in tests/gold/floors.toml; raise accuracy, do not lower them."
        return f"The accuracy gate does not hold:\n{lines}\n{todo}"


class DroppedWarning(UserWarning):
    """Input that was left out; the reason is in the message and in the run's tally."""
