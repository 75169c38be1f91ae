"""Read annotated passages in the whole of their documents, as an ingest stores them.

    python tests/gold/whole_documents.py [NAME ...]

A passage is cut out of its document, and much is told elsewhere: whose paper it is, what it is about, what was said
before. So the document is cleaned and read whole, and the claims that lie in the passage are compared with its
labels, as `score_passages` compares them. Without names: those of the annotators that were developed on. It needs
the corpus beside the checkout.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import score_passages as passages

from analysis.money.pledges import find_pledges
from analysis.records import Claim

_ENDS = (60, 40, 25)  # letters at either end of a passage by which it is found, the surest first
Span = tuple[int, int]


def tallies(names: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Right ones and all, by measure, and under "passages" how many of them were found in their documents."""
    counts: Counter[str] = Counter()
    found = total = 0
    for passage in (one for name in names for one in passages.passages(name) if "path" in one):
        body, claims = _read(passage["path"])
        span = within(passage["text"], body)
        total += 1
        if span is None:
            continue
        found += 1
        for gold, claim in passages.paired(passage, [c for c in claims if span[0] <= c.start < span[1]]):
            passages.tally(gold, claim, counts)
    return {**passages.told(counts), "passages": (found, total)}


@cache
def _read(path: str) -> tuple[str, list[Claim]]:
    body = passages.stored(passages.documents()[path])
    return body, find_pledges(body)


def within(passage: str, body: str) -> Span | None:
    """Give from where to where a passage goes in the body of its document; None where it cannot be told.

    Both were cleaned, each by itself: blanks and what stands at the edges may differ.
    """
    offsets = [k for k, letter in enumerate(body) if letter.isalnum()]
    letters = "".join(body[k] for k in offsets)
    own = "".join(letter for letter in passage if letter.isalnum())
    for size in _ENDS:
        for skipped in range(0, 200, size):
            low = letters.find(own[skipped : skipped + size])
            high = letters.find(own[len(own) - skipped - size : len(own) - skipped], max(low, 0))
            if low >= 0 and high >= 0 and abs(high - low + size + 2 * skipped - len(own)) <= len(own) // 10:
                last = min(high + size + skipped, len(offsets)) - 1
                return offsets[max(low - skipped, 0)], offsets[last] + 1
    return None


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", default=passages.annotators())
    counted = tallies(parser.parse_args().names)
    print("passages {} of {}".format(*counted.pop("passages")))  # noqa: T201
    for measure, share in passages.shares(counted).items():
        told = "({} of {})".format(*counted[measure]) if measure in counted else ""
        print(f"{measure} {share:.3f} {told}")  # noqa: T201
