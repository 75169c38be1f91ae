"""Time `find_amounts` on texts made to be slow, and on the same four times as long.

python -m tests.bench.amounts_growth

Prints a line a text, the steepest first: how many times as long the longer one
took, the least of three runs side by side. About 4 is linear, 16 is quadratic.
What is asserted is the count of calls, in `tests/money/test_amounts_growth.py`.
"""

import sys
import time

from analysis.money.amounts import find_amounts
from tests.money.test_amounts_growth import FACTOR, HOSTILE, SMALL

_RUNS = 3


def _seconds(text: str) -> float:
    start = time.process_time()
    find_amounts(text)
    return time.process_time() - start


def growth(unit: str) -> float:
    """Give how many times as long `FACTOR` times the text takes."""
    small, large = unit * (SMALL // len(unit)), unit * (SMALL * FACTOR // len(unit))
    find_amounts(small[:1000])
    # A floor of a millisecond: below it, the clock is what is measured.
    return min(_seconds(large) / max(_seconds(small), 0.001) for _ in range(_RUNS))


def main() -> None:
    """Print the table."""
    found = {name: growth(unit) for name, unit in HOSTILE.items()}
    for name in sorted(found, key=lambda name: -found[name]):
        sys.stdout.write(f"{found[name]:6.1f}  {name}\n")


if __name__ == "__main__":
    main()
