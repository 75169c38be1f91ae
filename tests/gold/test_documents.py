"""The labels of passages of real documents, and those of a second annotator: they fit the texts that they are of."""

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

import agreement
import score_passages
import whole_documents

WITH_TEXT = [writer for writer in agreement.writers() if writer.startswith("z")]


@pytest.mark.shared
def test_annotated_amounts_stand_in_their_documents_as_an_ingest_stores_them():
    """In the order of the labels, but for a few in addresses and cut-off lines, so that a change of either is seen."""
    if not score_passages.CORPUS.exists():
        pytest.skip("the documents lie beside the checkout, and do not here")

    written = stored = 0
    for writer in score_passages.annotators():
        lines = (score_passages.DOCUMENTS / f"{writer}.jsonl").read_text(encoding="utf-8").splitlines()
        written += sum(len(json.loads(line)["amounts"]) for line in lines)
        stored += sum(len(passage["amounts"]) for passage in score_passages.passages(writer))

    assert written > 5000
    assert 0 <= written - stored < written / 500


@pytest.mark.shared
def test_passages_are_found_in_their_documents():
    """All but a few: each is cleaned by itself, and its document as a whole."""
    if not score_passages.CORPUS.exists():
        pytest.skip("the documents lie beside the checkout, and do not here")

    found, total = whole_documents.tallies(["va"])["passages"]

    assert total > 20
    assert found >= 0.95 * total


def test_a_passage_is_found_though_its_edges_were_cleaned_otherwise():
    """By its letters, skipping what stands at either end."""
    body = "Oslo met. - The fund for wells gave five million euros to Chad, and four to Mali, on Monday.\nThe end."
    passage = "wells gave five million euros to Chad, and four to Mali, on"

    low, high = whole_documents.within(passage, body)

    assert body[low:high] == passage
    assert whole_documents.within("Nobody wrote this sentence of forty letters and more.", body) is None


@pytest.mark.parametrize("writer", WITH_TEXT)
def test_two_annotators_have_the_same_amounts(writer: str):
    """Each in the same place of its text."""
    assert all(first["text"] == second["text"] for first, second in agreement.twice(writer))


def test_what_two_annotators_agree_on_is_counted_as_a_claim_is():
    """Nearly all of what one counts the other does, too; the share is of amounts, not of texts."""
    right, counted = agreement.tallies(WITH_TEXT)["claims_precision"]

    assert counted > 500
    assert 0.9 < right / counted < 1
