"""What the total of a text says of the sums listed under it, and which sums it says nothing of."""

from itertools import permutations

import pandas as pd
import pytest

from analysis.money.merging.under_totals import ADDS_UP, ONLY_RECEIVER, RECEIVER, SUMMED_UP
from tests.money.ledger_help import MILLION, claim, ledger_of

SAHEL = {"recipient": "MLI NER", "recipient_text": "Mali and Niger"}
GUESSED = {"recipient": "NER", "recipient_text": None}
NOBODY = {"donor": None, "donor_text": None, "donor_level": None}
FRANCE = {"donor": "FRA", "donor_text": "France"}


def sum_of(key, millions, at, **more):
    """Give a claim of some millions of euros, `at` characters into its text."""
    words = {"sentence": f"It is {millions} million euros.", "text": f"{millions} million euros"}
    figures = {"low": millions * MILLION, "high": millions * MILLION}
    return claim(key, **{**figures, **words, "start_char": at, "end_char": at + 16, **more})


def total(**more):
    """Give the claim that donors promised two countries 90 million euros."""
    return sum_of("t", 90, 0, **{"donor": "various", "donor_text": "Donors", **SAHEL, **more})


RECEIVERS = [
    # name, total and gift, the gift's receiver
    ("of a total of several", total(), sum_of("g", 20, 200, **GUESSED), "MLI NER"),
    ("of two who give jointly", total(donor="SWE FIN"), sum_of("g", 20, 200, **GUESSED), "MLI NER"),
    ("of a conference", total(donor="FRA", sentence="The summit got it."), sum_of("g", 20, 200, **GUESSED), "MLI NER"),
    ("told before the total", total(), sum_of("g", 20, -100, **GUESSED), "NER"),
    ("a total of one giver", total(donor="FRA"), sum_of("g", 20, 200, **GUESSED), "NER"),
    ("a larger gift", total(), sum_of("g", 95, 200, **GUESSED), "NER"),
    ("a receiver in print", total(), sum_of("g", 20, 200, recipient="NER", recipient_text="Niger"), "NER"),
    ("a place in print", total(), sum_of("g", 20, 200, **GUESSED, sentence="On Niger: 20 million euros."), "NER"),
    ("a place beyond the total", total(), sum_of("g", 20, 200, recipient="TCD", recipient_text=None), "TCD"),
    ("no receiver in the total's print", total(recipient_text=None), sum_of("g", 20, 200, **GUESSED), "NER"),
    ("another text", total(), sum_of("g", 20, 200, article="b", **GUESSED), "NER"),
]  # fmt: skip


@pytest.mark.parametrize(("whole", "gift", "receiver"), [case[1:] for case in RECEIVERS], ids=[c[0] for c in RECEIVERS])
def test_receiver_of_the_total(whole, gift, receiver):
    """A gift told after a total of several givers has its receivers, where one of them was guessed for it."""
    row = next(row for row in ledger_of(whole, gift) if row["donor"] == "NOR")

    assert (row["recipient"], RECEIVER in row["merge_rule"]) == (receiver, receiver == "MLI NER")


def test_only_receiver_of_a_text():
    """Where three gifts print one receiver, a fourth that prints none is not for a country that no gift names."""
    named = [sum_of(str(n), n, 100 * n) for n in (1, 2, 3)]
    guessed = sum_of("g", 20, 500, recipient="ROU", recipient_text=None)

    last = {n: next(r for r in ledger_of(*named[:n], guessed) if r["low"] == 20 * MILLION) for n in (2, 3)}

    assert {n: row["recipient"] for n, row in last.items()} == {2: "ROU", 3: "UKR"}
    assert ONLY_RECEIVER in last[3]["merge_rule"]


PLEDGED = "It says 90 million euros were pledged."
MEMBERS = [sum_of(f"m{n}", n + 1, 200 + 100 * n, donor=d) for n, d in enumerate(["SWE", "FIN", "DNK"])]
TOTALS = [
    # name, sentence of the total, gifts after it, who gives the total
    ("three others give after it", PLEDGED, MEMBERS, "various"),
    ("two others do", PLEDGED, MEMBERS[:2], "NOR"),
    ("it names who pledged", PLEDGED.replace(".", " by Norway."), MEMBERS, "NOR"),
    ("no passive", "It promised 90 million euros.", MEMBERS, "NOR"),
    ("they give to others", PLEDGED, [{**m, "recipient": "KEN"} for m in MEMBERS], "NOR"),
    ("they give more", PLEDGED, [{**m, "low": 95 * MILLION, "high": 95 * MILLION} for m in MEMBERS], "NOR"),
    ("they are told before it", PLEDGED, [{**m, "start_char": 0} for m in MEMBERS], "NOR"),
]


@pytest.mark.parametrize(("sentence", "members", "giver"), [case[1:] for case in TOTALS], ids=[c[0] for c in TOTALS])
def test_giver_of_a_total(sentence, members, giver):
    """A sum that "was pledged" is of several where three others' gifts to its receivers follow."""
    rows = ledger_of(sum_of("t", 90, 100, sentence=sentence), *members)

    row = next(row for row in rows if row["low"] == 90 * MILLION)
    assert (row["donor"], SUMMED_UP in row["merge_rule"]) == (giver, giver == "various")
    assert sum(row["parent_id"] is not None for row in rows) == (3 if giver == "various" else 0)


def list_of(*millions, **more):
    """Give the total of 90 million euros of France, and items of a list under it."""
    whole = sum_of("t", 90, 0, **FRANCE)
    return [whole, *(sum_of(f"i{n}", m, 100 + 100 * n, **{**NOBODY, **more}) for n, m in enumerate(millions))]


def parts(rows):
    """Give the giver of each part, smallest sum first."""
    return [row["donor"] for row in sorted(rows, key=lambda row: row["low"]) if row["parent_id"]]


LISTS = [
    # name, claims, givers of the parts
    ("three that add up", list_of(50, 30, 10), ["FRA", "FRA", "FRA"]),
    ("one too few to be sure", list_of(60, 30), []),
    ("less than the total", list_of(40, 30, 10), []),
    ("more than the total", list_of(50, 30, 20), []),
    ("about as much", list_of(50, 30, 10, qualifier="about"), []),
    ("a year's sums", list_of(50, 30, 10, per="year"), []),
    ("another currency", list_of(50, 30, 10, currency="USD"), []),
    ("others' gifts", list_of(50, 30, 10, donor="SWE", donor_text="Sweden", donor_level="government"), []),
    ("none of which counts", list_of(50, 30, 10, exclude_reason="other"), []),
]


@pytest.mark.parametrize(("claims", "givers"), [case[1:] for case in LISTS], ids=[case[0] for case in LISTS])
def test_sums_that_add_up_are_parts(claims, givers):
    """Three or more sums that follow a total and add up to it are its giver's; others are left as they were read."""
    rows = ledger_of(*claims)

    assert parts(rows) == givers
    assert [ADDS_UP in row["merge_rule"] for row in rows if row["parent_id"]] == [True] * len(givers)


def test_a_body_read_as_giver_passes_the_item_on():
    """A body that gets an item of a giver's list is the channel, and an item that was read as no gift counts."""
    read = sum_of("r", 10, 900, donor="ICRC", donor_text="Red Cross", donor_level="multilateral")
    unsure = sum_of("u", 5, 800, **NOBODY, exclude_reason="conditional")

    rows = {row["low"] / MILLION: row for row in ledger_of(*list_of(50, 25), unsure, read)}

    assert [(row["donor"], row["channel"]) for row in (rows[5], rows[10])] == [("FRA", None), ("FRA", "ICRC")]


def test_order_changes_nothing():
    """The order of claims changes no list."""
    claims = list_of(50, 30, 10)

    assert len({str(ledger_of(*some)) for some in permutations(claims)}) == 1


def test_what_an_analyst_set_stays():
    """A giver that was corrected by hand is not taken from the total."""
    hand = pd.DataFrame([{"claim_id": "i0", "field": "donor", "value": "", "because": "nobody is named"}])

    assert parts(ledger_of(*list_of(50, 30, 10), corrections=hand)) == ["FRA", "FRA"]
