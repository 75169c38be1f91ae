"""Compare claims with passages annotated by writers who had not seen the rules.

    python tests/gold/score_passages.py [--errors N] [NAME ...]

`tests/gold/passages/NAME.jsonl` holds one passage a line: its text and every amount of
money in it, each with the reason why it is no gift, or with donor, recipient,
instrument and status where it is one (empty reason, or "part" of a total), in some also
the words for whoever receives. Names are those of the writers. The measures are those of `score_pledges`.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import real_texts  # noqa: E402
import score_pledges as scorer  # noqa: E402

from analysis.corpus.clean import clean_article  # noqa: E402
from analysis.corpus.markup import plain_text  # noqa: E402
from analysis.money.pledges import find_pledges  # noqa: E402
from analysis.money.text.parties import party_named  # noqa: E402
from analysis.records import Claim  # noqa: E402
from analysis.reference import load_entities  # noqa: E402

PASSAGES = HERE / "passages"
DOCUMENTS = PASSAGES / "documents"
CORPUS = real_texts.DATA / real_texts.WHITE_HOUSE
FIELDS = ("donor", "recipient", "instrument", "status")
Gold = dict[str, Any]
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
Pair = tuple[Gold, Claim | None]


def writers() -> list[str]:
    """List the writers whose passages are here."""
    return sorted(path.stem for path in PASSAGES.glob("*.jsonl"))


def annotators() -> list[str]:
    """List the annotators of passages of real documents; none where the corpus does not lie beside the checkout."""
    return sorted(path.stem for path in DOCUMENTS.glob("*.jsonl")) if CORPUS.exists() else []


def annotated() -> list[str]:
    """List whose passages weights are fitted on: writers', and those of real documents."""
    return sorted([*writers(), *annotators()])


def passages(writer: str) -> list[Gold]:
    """Read the passages of a writer or annotator, their receivers as claims have them: a place stands for its country.

    Of passages of real documents the labels are here, with the document's path and where in its text they lie; the text
    is the corpus's, as an ingest stores it. Amounts that it leaves out (in addresses of links, in a last line that is
    cut off) are left out.
    """
    path = PASSAGES / f"{writer}.jsonl"
    lines = (path if path.exists() else DOCUMENTS / path.name).read_text(encoding="utf-8").splitlines()
    read = [json.loads(line) for line in lines if line.strip()]
    for passage in (one for one in read if "path" in one):
        passage["text"] = stored(documents()[passage["path"]][passage["start"] : passage["end"]])
        passage["amounts"] = printed(passage)
    for gold in (gold for passage in read for gold in passage["amounts"] if gold.get("recipient")):
        gold["recipient"] = " ".join(_countries().get(one, one) for one in gold["recipient"].split())
    return read


def day_of(passage: Gold) -> date | None:
    """Give the day of a passage, where its writer gave it one."""
    told = str(passage.get("date", ""))
    return date.fromisoformat(told) if _DAY.fullmatch(told) else None


def stored(text: str) -> str:
    """Give the body that an ingest makes of a text, which is what a reader of the store is given."""
    return clean_article(plain_text(text)).body


def printed(passage: Gold) -> list[Gold]:
    """Give the amounts of a passage that stand in its text, in their order."""
    text, at, found = bare(passage["text"]), 0, []
    for amount in passage["amounts"]:
        start = text.find(bare(amount["text"]), at)
        if start >= 0:
            found.append(amount)
            at = start
    return found


@cache
def documents() -> dict[str, str]:
    """Give the texts of the documents that are annotated, by path."""
    files = [*DOCUMENTS.glob("*.jsonl"), *(PASSAGES / "unseen").glob("*.jsonl")]
    wanted = {json.loads(line).get("path") for file in files for line in file.read_text("utf-8").splitlines()}
    return real_texts.texts(wanted - {None})


@cache
def _countries() -> dict[str, str]:
    """Give the country of every place of the register that lies in one."""
    return {one.id: one.country for one in load_entities() if one.kind == "place" and one.country}


def paired(passage: Gold, claims: Sequence[Claim]) -> Iterator[Pair]:
    """Give each amount of the gold with the claim that is made of it, or None.

    Both stand in the order of the text; an amount that is printed twice is paired in that order.
    """
    free = [claim for claim in claims if claim.amount is not None]
    for gold in passage["amounts"]:
        words = bare(gold["text"])
        claim = next((c for c in free if words in bare(c.text) or bare(c.text) in words), None)
        if claim is not None:
            free.remove(claim)
        yield gold, claim


def bare(text: str) -> str:
    """Give a text in small letters without its blanks, as two printings of one sum may differ in both."""
    return "".join(text.lower().replace("’", "'").split())


def tallies(names: Sequence[str], misses: list[str] | None = None) -> dict[str, tuple[int, int]]:
    """Right ones and all, by measure."""
    counts: Counter[str] = Counter()
    for name in names:
        for passage in passages(name):
            for gold, claim in paired(passage, find_pledges(passage["text"], published_at=day_of(passage))):
                what = tally(gold, claim, counts)
                if misses is not None:
                    misses += [f"{line} | {gold['text']} | {passage['id']} {passage['text']}" for line in what]
    return told(counts)


def told(counts: Counter[str]) -> dict[str, tuple[int, int]]:
    """Give right ones and all, by measure, of what `tally` counted."""
    hit, wrong, missed = counts["hit"], counts["wrong"], counts["missed"]
    return {
        "claims_precision": (hit, hit + wrong),
        "claims_recall": (hit, hit + missed),
        "claims_reason": (counts["reason"], counts["left out"]),
        **{f"claims_{field}": (counts[field], counts[f"{field} told"]) for field in FIELDS},
        "claims_receiver_words": (counts["words right"], counts["words found"]),
        "claims_receiver_named": (counts["words right"], counts["words told"]),
    }


def tally(gold: Gold, claim: Claim | None, counts: Counter[str]) -> list[str]:
    """Count what is right of the claim that is made of an annotated amount; say what is not."""
    gives = gold["reason"] in scorer.COUNTED
    counted = claim is not None and claim.exclude_reason in scorer.COUNTED
    what: list[str] = []
    if gives and claim is not None and counted:
        counts["hit"] += 1
        for field in (field for field in FIELDS if field in gold):  # a part may leave its roles to the whole
            counts[f"{field} told"] += 1
            right = scorer.field_right({field: getattr(claim, field)}, gold, field)
            counts[field] += right
            what += [] if right else [f"{field} {getattr(claim, field)} should be {gold.get(field)!r}"]
        what += _tally_words(gold, claim, counts)
    elif gives:
        counts["missed"] += 1
        what = [f"gold counts it, left out as {claim.exclude_reason if claim is not None else 'unread'}"]
    else:
        counts["wrong"] += counted
        right = claim is not None and claim.exclude_reason == gold["reason"]
        counts["left out"] += right or not counted
        counts["reason"] += right
        what = [] if right else [f"gold says {gold['reason']}, found {claim.exclude_reason if claim else 'unread'!r}"]
    return what


def _tally_words(gold: Gold, claim: Claim, counts: Counter[str]) -> list[str]:
    """Count the words for a receiver that no register lists, where the annotator wrote down whom the money goes to."""
    told = gold.get("recipient_text") if gold.get("home") or "recipient" not in gold else None
    if told is None or (claim.recipient or "") != gold.get("recipient", ""):
        return []
    found = claim.recipient_text
    if found is not None and party_named(found) is not None:  # "India" says no more than the id
        found = None
    right = found is not None and names_same(found, told)
    counts["words told"] += 1
    counts["words found"] += found is not None
    counts["words right"] += right
    return [] if right or found is None else [f"recipient_text {found!r} should be {told!r}"]


def names_same(one: str, two: str) -> bool:
    """Whether three in five of the words of the shorter of two phrases stand in the other, small words aside.

    >>> names_same("the Lund Hospice", "Lund Hospice in Scania"), names_same("the hospice", "the school")
    (True, False)
    """
    first, second = (set(re.findall(r"[\w']+", text.lower())) - _SMALL for text in (one, two))
    return bool(first and second) and 5 * len(first & second) >= 3 * min(len(first), len(second))


_SMALL = frozenset("the a an of in at and for to its his her their".split())


def measure() -> dict[str, float]:
    """Give the figures that the gate pins; the weights of `classifier` were fitted on these passages too."""
    return shares(_counted())


def cases() -> dict[str, int]:
    """Count what each share of `measure` is a share of."""
    return {name: total for name, (_, total) in _counted().items()}


@cache
def _counted() -> dict[str, tuple[int, int]]:
    """Read every passage once, for the shares and for what they are shares of."""
    return tallies(writers())


def shares(counted: dict[str, tuple[int, int]]) -> dict[str, float]:
    """Turn tallies into shares, with the F1 of counting."""
    found = {name: right / max(total, 1) for name, (right, total) in counted.items()}
    precision, recall = found["claims_precision"], found["claims_recall"]
    return {**found, "claims_f1": 2 * precision * recall / ((precision + recall) or 1)}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("writers", nargs="*", default=writers())
    options = parser.parse_args()
    listed: list[str] = []
    for measure, share in shares(tallies(options.writers, listed)).items():
        print(f"{measure} {share:.3f}")  # noqa: T201
    for line in listed[: options.errors]:
        print("   ", line)  # noqa: T201
