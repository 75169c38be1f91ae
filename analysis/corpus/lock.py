"""One writer at a time: a lock file in the store's folder.

The kernel drops the lock when its holder ends, however it ends, so a killed
run never has to be cleaned up after. Readers take no lock. Only a local folder
can be locked; the lock is advisory and works between processes of one machine.
"""

import fcntl
import json
import os
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from analysis.errors import StoreError

Notify = Callable[[str], None]

_POLL_SECONDS = 0.1


@contextmanager
def locked(folder: Path, what: str, *, timeout: float = 300.0, notify: Notify | None = None) -> Iterator[None]:
    """Hold the store's lock for the length of a `with` block.

    Args:
        folder: the store; it has to exist.
        what: what the holder does ("ingest"), for the message of whoever waits.
        timeout: seconds to wait for another holder.
        notify: told once, in a sentence, that this run waits and for whom.

    Raises:
        StoreError: another process held the lock longer than `timeout`; names it.
    """
    path = folder / ".lock"
    with path.open("a+", encoding="utf-8") as handle:
        _acquire(handle, path, timeout, notify)
        _write(handle, {"pid": os.getpid(), "host": socket.gethostname(), "what": what, "since": _now()})
        try:
            yield
        finally:
            handle.truncate(0)
            fcntl.flock(handle, fcntl.LOCK_UN)


def _acquire(handle: IO[str], path: Path, timeout: float, notify: Notify | None) -> None:
    deadline = time.monotonic() + timeout
    told = False
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = describe_holder(path)
            if time.monotonic() >= deadline:
                raise StoreError(
                    path.parent,
                    f"is being written by {holder}; waited {timeout:g} s.",
                    todo="Try again when that run has ended, or end it.",
                ) from None
            if not told and notify:
                notify(f"Store {path.parent} is being written by {holder}; waiting up to {timeout:g} s ...")
            told = True
            time.sleep(_POLL_SECONDS)
        else:
            return


def describe_holder(path: Path) -> str:
    """Who holds the lock file at `path`, in words.

    >>> describe_holder(Path("no/such/store/.lock"))
    'another run'
    """
    try:
        holder = json.loads(path.read_text(encoding="utf-8"))
        return f"process {holder['pid']} on {holder['host']} ({holder['what']}, since {holder['since']})"
    except (OSError, ValueError, KeyError, TypeError):
        # The holder is between taking the lock and writing its name.
        return "another run"


def _write(handle: IO[str], holder: dict[str, Any]) -> None:
    handle.truncate(0)
    handle.write(json.dumps(holder))
    handle.flush()


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
