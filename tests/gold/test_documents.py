"""The labels of passages of real documents, and those of a second annotator: they fit the texts that they are of."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

import agreement
import score_passages

WITH_TEXT = [writer for writer in agreement.writers() if writer.startswith("z")]


@pytest.mark.shared
def test_every_annotated_amount_stands_in_its_document():
    """In the order of the labels, so that a change of the corpus is seen."""
    if not score_passages.CORPUS.exists():
        pytest.skip("the documents lie beside the checkout, and do not here")

    lost = []
    for writer in score_passages.annotators():
        for passage in score_passages.passages(writer):
            at = 0
            for amount in passage["amounts"]:
                found = passage["text"].find(amount["text"], at)
                lost += [(passage["id"], amount["text"])] if found < 0 else []
                at = max(at, found)
    assert score_passages.annotators()
    assert not lost


@pytest.mark.parametrize("writer", WITH_TEXT)
def test_two_annotators_have_the_same_amounts(writer: str):
    """Each in the same place of its text."""
    assert all(first["text"] == second["text"] for first, second in agreement.twice(writer))


def test_what_two_annotators_agree_on_is_counted_as_a_claim_is():
    """Nearly all of what one counts the other does, too; the share is of amounts, not of texts."""
    right, counted = agreement.tallies(WITH_TEXT)["claims_precision"]

    assert counted > 500
    assert 0.9 < right / counted < 1
