"""How far a gift has come, by the words around it and by other sentences of the text."""

import pytest

from analysis.money.pledges import find_pledges
from analysis.money.terms.stage_sayings import stage_by_phrase
from analysis.money.terms.stages_lexicon import STAGE_ROWS


@pytest.mark.parametrize("row", STAGE_ROWS, ids=[f"{row.stage}-{place}" for place, row in enumerate(STAGE_ROWS)])
def test_row_is_tied_to_the_amount(row):
    """A row has words on one side at least, and those before the amount end where it begins."""
    left, right = row.left.pattern.strip(), row.right.pattern.strip()

    assert (bool(left or right), left == "" or left.endswith("$")) == (True, True)


@pytest.mark.parametrize(
    ("left", "right", "stage"),
    [
        ("The notes for a ", " loan", "pledged"),
        ("The notes for a ", " loan were exchanged in Tashkent", "committed"),
        ("The notes for a ", " loan will be exchanged in Tashkent", "pledged"),
        ("Italy hopes to sign a loan of ", "", "pledged"),
        ("Italy signed an agreement on a loan of ", "", "committed"),
    ],
)
def test_only_what_is_done_moves_a_gift_on(left, right, stage):
    """A signature that is to come says nothing yet."""
    assert stage_by_phrase("pledged", left, right) == stage


TEXTS = [
    # text, stage of the first claim
    (
        "Norway to lend Kenya 5 million euros\n\nNorway on Friday signed a loan of 5 million euros to Kenya.",
        "committed",
    ),
    ("Norway will lend Kenya 5 million euros. The documents were signed in Nairobi on Friday.", "committed"),
    ("Norway will lend Kenya 5 million euros. The documents will be signed on Friday.", "pledged"),
    ("Norway opened a credit line of 5 million euros to Kenya.", "committed"),
    ("Norway lent Kenya 5 million euros.", "disbursed"),
    ("The cabinet in Oslo signed off on 5 million euros for Kenya.", "approved"),
    ("EU leaders endorsed 5 million euros for Kenya.", "committed"),
    ("Norway handed over 5 million of the 9 million euros that it has promised Kenya.", "disbursed"),
    ("Norway has donated 4 fire engines to Kenya; they arrived on Thursday.", "delivered"),
    ("Norway promised to forgive Kenya 5 million euros of debt.", "pledged"),
    ("Norway will forgive Kenya 5 million euros of debt.", "committed"),
]


@pytest.mark.parametrize(("text", "stage"), TEXTS, ids=[case[0][:70] for case in TEXTS])
def test_the_text_tells_the_stage(text, stage):
    """What other sentences, the form of the gift and who decides say counts for its stage."""
    assert find_pledges(text)[0].status == stage


def test_a_part_has_the_form_of_its_whole():
    """Where nothing names the form of a part, it is that of the sum it is of."""
    text = "Norway will lend Kenya 50 million euros for roads. Of this, 20 million euros will go to Mombasa."

    assert [claim.instrument for claim in find_pledges(text)] == ["loan", "loan"]


def test_a_form_that_is_added_is_not_the_sums():
    """A loan that supplements a sum says nothing of it."""
    text = "Norway will give Kenya 50 million euros, to be supplemented by loans to Uganda of up to 20 million euros."

    assert find_pledges(text)[0].instrument == "grant"
