"""Rows become Arrow tables with the types of the store, or are refused."""

from decimal import Decimal

import pytest

from analysis.corpus.delta import rows_to_arrow, to_arrow
from analysis.errors import SchemaError
from analysis.schemas import AMOUNTS, SENTENCES

AMOUNT = {
    "article_id": "a1", "low": Decimal("2.5"), "high": None, "currency": "EUR", "certainty": "stated",
    "qualifier": "more_than", "per": None, "years": None, "equivalents": "[]", "text": "over €2.5", "start_char": 4,
    "end_char": 18,
}  # fmt: skip
SENTENCE = {
    "article_id": "a1", "start_char": 0, "end_char": 9, "polarity": None, "subjectivity": None, "n_hits": 0,
    "vader": 0.5, "hits": "[]",
}  # fmt: skip


@pytest.mark.parametrize(("table", "row"), [(AMOUNTS, AMOUNT), (SENTENCES, SENTENCE)], ids=["amounts", "sentences"])
@pytest.mark.parametrize("many", [0, 2])
def test_rows_become_what_their_frame_would(table, row, many):
    """The shorter way gives the same values in the same types."""
    rows = [{**row, "start_char": at} for at in range(many)]

    assert rows_to_arrow(table, rows).equals(to_arrow(table, table.frame(rows)))


FAULTS = [
    ({"qualifier": "roughly"}, "`qualifier` holds"),
    ({"start_char": None}, "`start_char` has 1 nulls"),
    ({"start_char": "four"}, "`start_char` is no"),
    ({"low": "2.5"}, "`low` is no decimal"),
]


@pytest.mark.parametrize(("change", "fault"), FAULTS, ids=[fault for _, fault in FAULTS])
def test_a_row_against_the_contract_is_refused(change, fault):
    """Both ways refuse what the contract does not allow."""
    rows = [{**AMOUNT, **change}]

    with pytest.raises(SchemaError, match=fault):
        rows_to_arrow(AMOUNTS, rows)


def test_a_repeated_key_is_refused():
    """Two rows of one key are a fault, as in a frame."""
    with pytest.raises(SchemaError, match="1 rows repeat the key"):
        rows_to_arrow(AMOUNTS, [AMOUNT, AMOUNT])
