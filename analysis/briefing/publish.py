"""Publish a report in one rename, or keep the evidence of one that failed.

A report is made in a folder beside its place. Publishing swaps the two, so that
a reader finds the old report or the new one, never a half. A failed run leaves
the last good report as it is; what ran goes to `.failed/<period>/`.
"""

import ctypes
import errno
import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from analysis.briefing.manifest import NAME

FAILED = ".failed"
FAILURE = "failure.json"
_EXCHANGE = 2  # RENAME_EXCHANGE of linux/fs.h
_AT_FDCWD = -100


@contextmanager
def locked_reports(reports: Path) -> Iterator[None]:
    """Hold the reports folder alone; a second run waits for the first.

    The kernel drops the lock when its holder ends, however it ends.
    """
    reports.mkdir(parents=True, exist_ok=True)
    with (reports / ".lock").open("a") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def publish(made: Path, place: Path) -> None:
    """Put the folder `made` at `place`, in one step; what was there is removed after it.

    Args:
        made: a finished report, on the same file system as `place`.
        place: `reports/<briefing>/<period>`.
    """
    place.parent.mkdir(parents=True, exist_ok=True)
    if not place.exists():
        made.rename(place)
    elif _exchange(made, place):
        shutil.rmtree(made)
    else:
        # No swap on this system: between the two renames the place is empty, never half full.
        old = place.with_name(f".old-{place.name}")
        shutil.rmtree(old, ignore_errors=True)
        place.rename(old)
        made.rename(place)
        shutil.rmtree(old)
    shutil.rmtree(place.parent / FAILED / place.name, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step, where the system can."""
    try:
        swap = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    if swap(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _EXCHANGE) == 0:
        return True
    fault = ctypes.get_errno()
    if fault in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):
        return False
    raise OSError(fault, os.strerror(fault), str(other))


def keep_failure(made: Path, place: Path, message: str) -> Path:
    """Keep what a failed run left, beside the last good report; returns where.

    Args:
        made: the folder the run wrote to.
        place: where the report would have been published.
        message: what went wrong, shown in the index.
    """
    kept = place.parent / FAILED / place.name
    shutil.rmtree(kept, ignore_errors=True)
    kept.parent.mkdir(parents=True, exist_ok=True)
    (made / FAILURE).write_text(json.dumps({"message": message}, ensure_ascii=False) + "\n", encoding="utf-8")
    made.rename(kept)
    return kept


def is_good(place: Path) -> bool:
    """Whether a published report is at `place`."""
    return (place / NAME).is_file() and (place / "briefing.html").is_file()
