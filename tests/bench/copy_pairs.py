"""Print pairs of near copies that ingest grouped, to be judged by eye.

python -m tests.bench.copy_pairs STORE... > pairs.txt

Takes every pair of one story whose words differ, of all the stores together, and
samples 100 with a fixed seed where there are more; filler text is passed over. Of
each it prints what a judge needs: where and when both were printed, how they open,
and every passage that only one of them has. A STORE is a folder that `newsbook ingest`
filled, such as data/store.
"""

import argparse
import itertools
import random
import re
import sys
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from analysis.corpus.store import open_store
from analysis.schemas import SIGNATURES

_SEED = 20240304
_OPENING = 25  # words
_NOT_WORD = re.compile(r"[\W_]+")
_PASSAGE = 30  # words shown of a passage; of a longer one its ends


def near_pairs(folder: str) -> Iterator[tuple[Any, Any]]:
    """Yield the pairs of articles of one story that differ in words."""
    store = open_store(folder)
    columns = ["article_id", "story_id", "outlet", "published_at", "headline", "body"]
    words = store.annotations(SIGNATURES, columns=["article_id", "words_hash"])
    for _, story in store.articles(columns=columns).merge(words, on="article_id").groupby("story_id"):
        for pair in itertools.combinations(story.sort_values("article_id").itertuples(index=False), 2):
            is_filler = any(each.body.startswith("Lorem ipsum") for each in pair)
            if pair[0].words_hash != pair[1].words_hash and not is_filler:
                yield pair


def differences(one: str, other: str) -> Iterator[str]:
    """Yield the passages that only one of two texts has, marked - and +."""
    left, right = one.split(), other.split()
    plain = [[_NOT_WORD.sub("", word).casefold() for word in words] for words in (left, right)]
    for kind, a, b, c, d in SequenceMatcher(None, *plain, autojunk=False).get_opcodes():
        if kind != "equal":
            yield f"  - {_short(left[a:b])}\n  + {_short(right[c:d])}"


def _short(words: list[str]) -> str:
    if len(words) <= _PASSAGE:
        return " ".join(words)
    half = _PASSAGE // 2
    return " ".join([*words[:half], f"[{len(words) - 2 * half} words]", *words[-half:]])


def main(folders: list[str], count: int = 100) -> None:
    """Print the sample."""
    pairs = [pair for folder in folders for pair in near_pairs(folder)]
    chosen = random.Random(_SEED).sample(pairs, min(count, len(pairs)))  # noqa: S311 - a sample, not a secret
    sys.stdout.write(f"{len(chosen)} of {len(pairs)} pairs\n")
    for number, pair in enumerate(chosen, 1):
        sys.stdout.write(f"\n== {number}\n")
        for each in pair:
            opening = " ".join(each.body.split()[:_OPENING])
            length = len(each.body.split())
            sys.stdout.write(f"{each.published_at} | {each.outlet} | {each.headline} | {length} words | {opening}\n")
        sys.stdout.write("\n".join(differences(pair[0].body, pair[1].body)) + "\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Print pairs of near copies that ingest grouped, to be judged by eye.")
    parser.add_argument("stores", nargs="+", metavar="STORE", help="a folder that `newsbook ingest` filled")
    main(parser.parse_args().stores)
