"""Who does what the clause of a gift says, where no list knows them."""

import pytest

from analysis.money.amounts import find_amounts
from analysis.money.pledges import find_pledges
from analysis.money.roles.agents import agent
from analysis.money.text.doer_phrases import opening
from analysis.money.text.items import phrase_text
from analysis.money.text.reader import Reader


def opens_with(text: str) -> str | None:
    """Give the phrase that opens the first sentence of a text and does something."""
    reader = Reader(text, find_amounts(text))
    sentence = reader.first()
    assert sentence is not None
    items = reader.items(sentence)
    span = opening(items, len(items))
    return phrase_text(items, span.start, span.end - 1) if span is not None else None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Lund choir festival has closed.", "Lund choir festival"),
        ("LUND - Mining boss Themba Obi said so.", "Mining boss Themba Obi"),
        ("In spring, the trustees of the Abbey Fund met.", "trustees of the Abbey Fund"),
        ("Meanwhile the old girls have met.", "old girls"),
        ("Widow leaves 5 million euros.", "Widow"),
        ("A day at sea.", None),
    ],
)
def test_a_phrase_ends_where_its_verb_begins(text: str, found: str | None):
    """A dateline, an adverb and an article do not belong to it; a heading without a verb opens with nobody who acts."""
    assert opens_with(text) == found


@pytest.mark.parametrize(
    ("text", "donor"),
    [
        ("Let’s give 4 million euros to Mali.", None),
        ("So, I'm giving 4 million euros to Mali.", None),
        ("- Provide 4 million euros for clinics in Mali.", None),
        ("Norwegian agencies have sent 4 million euros to Mali.", "NOR"),
        ("Oslo announced the Norwegian intent to provide 4 million euros to Mali.", "NOR"),
        ("The Lund choir festival is giving 600,000 euros to an orphanage in Lviv.", "lund-choir-festival"),
        ("Vask Energy booked a profit. Its board approved a donation of 4 million euros to a clinic.", "vask-energy"),
        ("Obi Nwosu sang. The hoarse rocker sent 100,000 pounds to a village school.", "obi-nwosu"),
        ("Flower farm owners have given 12 million shillings to a hospital in Mali.", "flower-farm-owners"),
        ("The coder Nadia Vask (BSc 1994) is giving 8 million pounds to a school.", "nadia-vask"),
        ("The clinic in Chad was built with 3 million euros in Danish grants.", "DNK"),
        ("Good morning. Cabinet on Tuesday approved a grant of 3 million euros for a school.", None),
        ("The Swedish royal house released 175,000 euros for the school.", "swedish-royal-house"),
        ("The Swedish Ministry of Education awarded 256,000 euros to schools in Ghana.", "SWE"),
    ],
)
def test_the_doer_gives(text: str, donor: str | None):
    """Who does what the verb says gives, by name, by words, or as told of before; an office acts for its state."""
    assert [claim.donor for claim in find_pledges(text) if not claim.exclude_reason] == [donor]


@pytest.mark.parametrize("text", ["Let’s give 4 million euros to Mali.", "So, I'm giving 4 million euros to Mali."])
def test_a_word_that_opens_a_sentence_is_no_doer(text: str):
    """Whoever speaks, it is nobody by the name of So or Let."""
    assert [claim.donor for claim in find_pledges(text)] == [None]


def test_no_doer_makes_an_amount_count():
    """A sum that is no gift stays out whoever acts in its sentence."""
    (claim,) = find_pledges("The Lund choir festival sold tickets for 600,000 euros.")
    assert claim.exclude_reason
    assert claim.donor is None


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("Shells worth 5 million euros, for guns donated by Spain.", True),
        ("Shells worth 5 million euros, for guns already donated by Spain.", False),
    ],
)
def test_who_gave_before_is_no_agent_of_the_sum(text: str, gives: bool):
    """What another gave already is what the gift goes to."""
    reader = Reader(text, find_amounts(text))
    sentence = reader.first()
    assert sentence is not None
    items = reader.items(sentence)
    a = next(k for k, item in enumerate(items) if item.kind == "amount")
    assert (agent(items, a, None, None) is not None) is gives
