"""Find amounts in real news that nobody annotated: what the large net reads for the small one to learn from.

    python -m analysis.money.in_context.training.unlabelled FILE OUT [--without FROM TO]

`FILE` is JSON Lines, gzipped or not, of texts (`text`) with the days they were published (`date`). Which texts
are taken hangs on their digests alone. With `--without`, those of some days are left out: what figures are
published of must not have been read.
"""

import argparse
import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from analysis.money.amounts import find_amounts

SHARE: Final = 0.3  # of the texts that are taken


def main() -> None:
    """Write the texts as JSON Lines, as the annotated ones are written, without labels."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--without", nargs=2, metavar=("FROM", "TO"), default=("", ""))
    asked = parser.parse_args()
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    with asked.out.open("w", encoding="utf-8") as file:
        for text in texts(asked.file, *asked.without):
            amounts = [(amount.start, amount.end) for amount in find_amounts(text)]
            if amounts:
                row = {"source": "unlabelled", "text": text, "amounts": amounts, "labels": []}
                file.write(json.dumps(row, ensure_ascii=False) + "\n")


def texts(path: Path, first: str, last: str) -> Iterator[str]:
    """Yield a share of the texts of a file, without those published from `first` to `last` (days as printed)."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row: dict[str, Any] = json.loads(line)
            if _chance(row["text"]) < SHARE and not first <= row.get("date", "") <= last:
                yield row["text"]


def _chance(text: str) -> float:
    return int(hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:8], 16) / 2**32


if __name__ == "__main__":
    main()
