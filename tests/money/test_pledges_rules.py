"""The rules of counting, roles and anaphora, and what holds for any text."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.money.amounts import find_amounts
from analysis.money.pledges import find_pledges
from analysis.schemas import EARMARKS, EXCLUDE_REASONS, INSTRUMENTS, POLARITIES, SECTORS, STATUSES

WORDS = st.sampled_from(
    "Norway gave will give Mali 5 million euros , . said that the of which including pledged to from loan aid by "
    "€20m damage His country 40 tanks ; and while Ukraine needs $3bn “ ” ( ) Smith Ltd respectively".split()
)


def counted(text: str, **options):
    """Give the claims that count."""
    return [c for c in find_pledges(text, **options) if not c.exclude_reason]


def test_his_nation_is_the_speakers():
    """Read "His nation" is the country of the office-holder who speaks."""
    (claim,) = counted("Danish Prime Minister Ida Lund said her nation had decided to provide 9 million euros to Mali.")

    assert (claim.donor, claim.speaker, claim.speaker_role, claim.status) == (
        "DNK",
        "Ida Lund",
        "Danish Prime Minister",
        "committed",
    )


def test_that_purpose_is_looked_up():
    """Read "For that purpose" takes the aim of the sentence before."""
    text = (
        "Several states back a plan to buy shells outside the EU. "
        "The Netherlands will give Ukraine 9 million euros for that purpose."
    )
    (claim,) = counted(text)

    assert claim.purpose == "to buy shells outside the EU"


def test_it_is_the_subject_before():
    """A pronoun stands for the party that spoke."""
    (claim,) = counted("Norway held talks in Bamako. It will give Mali 5 million euros.")

    assert (claim.donor, claim.recipient) == ("NOR", "MLI")


def test_a_name_is_traced_to_its_office():
    """A bare surname gives for the country of the office it was first printed with."""
    text = "Finnish Foreign Minister Aino Salmi visited Chad. Salmi pledged 4 million euros to Chad."
    (claim,) = counted(text)

    assert claim.donor == "FIN"


def test_the_government_is_that_of_the_dateline():
    """Where nothing names a country, the dateline does."""
    (claim,) = counted("OSLO, March 4 (Wire) - The government will give Mali 5 million euros.")

    assert claim.donor == "NOR"


def test_a_channel_is_not_the_donor():
    """An agency that passes money on is the channel."""
    (claim,) = counted("Ireland will give Somalia 6 million euros through the World Food Programme.")

    assert (claim.donor, claim.channel, claim.recipient) == ("IRL", "WFP", "SOM")


def test_original_and_conversion_are_one_claim():
    """A bracketed conversion is not a second gift."""
    claims = find_pledges("Norway will give Mali 30 million kroner ($2.8 million).")

    assert [(c.amount.currency, c.amount.low) for c in claims] == [("NOK", Decimal(30_000_000))]


def test_bounds_are_kept():
    """Read "More than" has no ceiling, "up to" a floor of nothing."""
    claims = counted("Spain will give Mali more than 5 million euros. Italy will give Mali up to 4 million euros.")

    assert [(c.amount.low, c.amount.high) for c in claims] == [
        (Decimal(5_000_000), None),
        (Decimal(0), Decimal(4_000_000)),
    ]


def test_goods_with_a_worth_are_one_claim():
    """A count of things and their worth are one gift in kind."""
    (claim,) = counted("France will send Ukraine 63 generators worth 48 million euros.")

    assert (claim.in_kind, claim.amount.low, claim.instrument) == (
        (Decimal(63), "generators"),
        Decimal(48_000_000),
        "in_kind",
    )


def test_a_giver_who_uses_dollars_means_its_own():
    """A bare "$" that nothing else settles is the giver's, and stays assumed."""
    (claim,) = counted("Prime Minister Ann Bell of New Zealand promised Tonga $3 million.")

    assert (claim.amount.currency, claim.amount.certainty) == ("NZD", "assumed")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("on Monday", date(2024, 2, 26)),
        ("yesterday", date(2024, 2, 27)),
        ("on January 9", date(2024, 1, 9)),
        ("on 5 March", date(2023, 3, 5)),
        ("last month", None),
    ],
)
def test_the_day_is_resolved(words, day):
    """A day is counted back from the day of publication; a month is no day."""
    (claim,) = counted(f"Norway gave Mali 5 million kroner {words}.", published_at=date(2024, 2, 28))

    assert claim.said_on == day


def test_wrapped_lines_are_read_as_one():
    """A sentence broken over lines, as in mail, is one sentence, and the offsets hold."""
    text = "In a statement that was long in coming, Norway said it would\nprovide 5 million euros to Mali."
    (claim,) = counted(text)

    assert (claim.donor, claim.recipient, text[claim.start : claim.end]) == ("NOR", "MLI", claim.text)


def test_ids_tell_equal_claims_apart():
    """The same sentence twice gives two ids, the same on every run."""
    text = "Norway gave Mali 5 million euros. Norway gave Mali 5 million euros."
    ids = [c.claim_id for c in find_pledges(text)]

    assert len(set(ids)) == 2
    assert ids == [c.claim_id for c in find_pledges(text)]


@settings(deadline=None, max_examples=150)
@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_every_amount_is_in_one_claim(text):
    """Whatever the text, each amount is in exactly one claim, spans cut their words, and words are in vocabulary."""
    claims = find_pledges(text)

    assert [(c.start, c.end) for c in claims if c.amount] == [(a.start, a.end) for a in find_amounts(text)]
    for claim in claims:
        assert text[claim.start : claim.end] == claim.text
        assert claim.exclude_reason == "" or claim.exclude_reason in EXCLUDE_REASONS
        words = {claim.status, claim.instrument, claim.sector, claim.earmark, claim.polarity}
        assert words <= {*STATUSES, *INSTRUMENTS, *SECTORS, *EARMARKS, *POLARITIES}
        assert 0 <= claim.confidence <= 1


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=200))
def test_any_text_will_do(text):
    """No text makes it fail, and none without money or goods gives a claim."""
    assert all(claim.amount or claim.in_kind for claim in find_pledges(text))
