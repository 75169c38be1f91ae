"""Receivers that no register lists, in the words of the text; and gifts of one size that go to several of them."""

import pytest

from analysis import find_pledges, merge_claims
from analysis.corpus.rows import claim_row
from analysis.schemas import CLAIMS

GIVER = "The Vask Foundation"
TOLD = [
    (f"{GIVER} awarded the Kestrel Hospice $40,000 for beds.", "the Kestrel Hospice"),
    (f"{GIVER} gave $40,000 in grants to Kestrel Hospice, which cares for children.", "Kestrel Hospice"),
    (f"{GIVER} donated $40,000 last week to the lifeboat station at Orford.", "the lifeboat station at Orford"),
    (f"{GIVER} gave $40,000 to help the parish church mend its roof.", "the parish church"),
    (f"{GIVER} gave the school $40,000 for a stage.", "the school"),
    (f"{GIVER} has announced $40,000 in spring grants to 14 clubs.", "14 clubs"),
    (f"{GIVER} divided $40,000 among nine village choirs.", "nine village choirs"),
    (f"The late Ida Brandt left the library $40,000. {GIVER} gave nothing.", "the library"),
    (f"Kestrel Hospice was given $40,000 by {GIVER} in March.", "Kestrel Hospice"),
    (f"Kestrel Hospice, a charity, will receive $40,000 from {GIVER}.", "Kestrel Hospice"),
    (f"Nine village choirs will share $40,000 from {GIVER}.", "Nine village choirs"),
    (f"{GIVER} has donated $40,000 for the Orford Rowing Club.", "the Orford Rowing Club"),
]
NOT_TOLD = [
    f"{GIVER} gave $40,000 to repair the pier.",
    f"{GIVER} gave $40,000 for the pier.",
    f"{GIVER} gave $40,000 to the cost of a new roof.",
    f"{GIVER} gave a piano worth $40,000.",
    f"{GIVER} gave $40,000 to it.",
    f"{GIVER} gave $40,000.",
    f"{GIVER} paid its second instalment of $40,000.",
    f"{GIVER} donated 18 boats and $40,000.",
]


@pytest.mark.parametrize(("text", "words"), TOLD)
def test_words_name_who_receives(text, words):
    """Behind the verb, led to behind the sum, or as the subject of receiving."""
    claim = next(c for c in find_pledges(text) if c.text == "$40,000")
    assert (claim.exclude_reason, claim.recipient, claim.recipient_text) == ("", None, words)


@pytest.mark.parametrize("text", NOT_TOLD)
def test_an_aim_or_a_thing_is_no_receiver(text):
    """What the money is for, and what a pronoun stands for, names nobody."""
    claim = next(c for c in find_pledges(text) if c.text == "$40,000")
    assert claim.recipient_text is None


def test_a_listed_receiver_keeps_its_id_and_words():
    """Words are looked for where there is no receiver; a sum that is no gift has none."""
    gift, cost = find_pledges("Norway gave $40,000 to Chad. The school paid $9,000 to the Kestrel Company for desks.")
    assert (gift.recipient, gift.recipient_text) == ("TCD", "Chad")
    assert cost.recipient_text is None


def _ledger(*texts):
    rows = [
        {**dict.fromkeys(CLAIMS.names), **claim_row(claim), "claim_id": f"{n}-{claim.claim_id}", "article_id": str(n)}
        for n, text in enumerate(texts)
        for claim in find_pledges(text)
    ]
    return merge_claims(CLAIMS.frame(rows))


def test_two_clubs_that_are_named_get_two_gifts_of_one_size():
    """Equal sums of one giver are one gift unless they go to bodies that share no word."""
    ledger = _ledger(
        f"{GIVER} gave $4,000 to the Orford Rowing Club for boats.\n\n{GIVER} gave $4,000 to Kestrel Hospice for beds."
    )
    assert sorted(ledger["recipient_text"]) == ["Kestrel Hospice", "the Orford Rowing Club"]


@pytest.mark.parametrize("again", ["the hospice", "Kestrel", "KH"])
def test_one_gift_that_is_told_in_other_words_stays_one(again):
    """A description, a part of the name, or its initials may be the body named before."""
    ledger = _ledger(
        f"{GIVER} gave $4,000 to Kestrel Hospice for beds.", f"{GIVER} gave $4,000 to {again} for beds on Monday."
    )
    assert len(ledger) == 1


def test_a_pledge_to_a_listed_receiver_has_no_words_for_one():
    """The id says who it is."""
    ledger = _ledger("Norway gave $40,000 to Chad for wells.")
    assert (ledger["recipient"][0], ledger["recipient_text"].isna()[0]) == ("TCD", True)


def test_two_bodies_in_one_country_get_two_gifts_and_keep_their_words():
    """Of what stays at home the ledger says who receives beside where; a country by its names is no body."""
    ledger = _ledger(
        f"{GIVER} gave £4,000 to the Orford Rowing Club for boats.\n\n{GIVER} gave £4,000 to Kestrel Hospice for beds."
    )
    assert sorted(ledger["recipient_text"]) == ["Kestrel Hospice", "the Orford Rowing Club"]
    assert set(ledger["recipient"]) == {"GBR"}
    abroad = _ledger(f"{GIVER} gave £4,000 to Malawi.", f"Malawi has asked. {GIVER} gave £4,000 to the country.")
    assert (list(abroad["recipient"]), list(abroad["recipient_text"].isna())) == (["MWI"], [True])


def test_a_country_that_was_guessed_has_the_words_beside_it():
    """Whom a private gift goes to is told in a country that another sentence names, too."""
    text = "Malawi asked for help. Malawi's clinics are full.\n\nThe Rotary Club of Bath gave £9,000 to Kestrel Clinic."
    (claim,) = find_pledges(text)
    assert (claim.recipient, claim.recipient_text) == ("MWI", "Kestrel Clinic")
