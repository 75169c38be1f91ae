"""Run a pure function over batches, in this process or in several.

Results come in the order of the batches whatever the number of workers, and
only a few batches are under way at a time, so memory does not grow with their
number.
"""

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import Any, TypeVar

Batch = TypeVar("Batch")
Result = TypeVar("Result")


def cores() -> int:
    """Count the cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def map_batches(function: Callable[[Batch], Result], batches: Iterable[Batch], *, workers: int) -> Iterator[Result]:
    """Yield `function(batch)` for each batch, in order.

    Args:
        function: a function of a module, or a `functools.partial` of one; it is
            sent to each worker once.
        batches: made one at a time, a few ahead of the results.
        workers: processes; 1 is this process.

    Raises:
        BrokenProcessPool: a worker died.

    >>> list(map_batches(sum, [[1, 2], [3]], workers=1))
    [3, 3]
    """
    if workers <= 1:
        yield from map(function, batches)
        return
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, context, initializer=_start, initargs=(function,))
    try:
        under_way: deque[Future[Result]] = deque()
        for batch in batches:
            under_way.append(pool.submit(_call, batch))
            if len(under_way) > 2 * workers:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


_function: Callable[[Any], Any] | None = None


def _start(function: Callable[[Any], Any]) -> None:
    global _function  # noqa: PLW0603 - a worker process holds its function for life
    _function = function
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: Any) -> None:
    """End this worker when its parent is killed: nobody else would."""
    parent.join()
    os._exit(1)


def _call(batch: Any) -> Any:
    assert _function is not None
    return _function(batch)
