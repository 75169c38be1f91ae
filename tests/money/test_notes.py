"""Notes in a tracker's manner: who gives is named in passing, and who only counts, carries or vouches does not give."""

import pytest

from analysis.money.amounts import find_amounts
from analysis.money.pledges import find_pledges

GIVERS = [
    # What opens a note tells what is given.
    (
        "Boilers, heaters and 30 pumps for Chernihiv; 620 thousand EUR. The Estonian Ministry of Health informs.",
        ["EST"],
    ),
    ("Additional $40 million for pumps under the Kharkiv winter plan. The U.S. total rises.", ["USA"]),
    # Somebody quotes, estimates, guarantees, or passes on what others give.
    ("For the first time the parliament in Sofia let arms go to Ukraine. An officer quoted 140 million BGN.", ["BGR"]),
    ("From Latvian papers we have 2.2 million EUR for Ukraine's trucks, an estimate by the Red Cross.", ["LVA"]),
    ("Package of the European Investment Bank for Ukraine: 1.2 billion euros, guaranteed by the EU budget.", ["EIB"]),
    ("120 million euros of the bank's loan to Moldova is guaranteed by the European Union.", ["EU"]),
    ("Canada's loan of 450 CAD million to Ukraine, by way of an account of the IMF.", ["CAN"]),
    # Whose share or loan it is.
    ("The clinic for Lviv costs ISK 900 million, and the Icelandic share is 300 million ISK.", [None, "ISL"]),
    ("Loan via the IMF; EUR 140 million was the nominal amount of the Netherlands' loan to Ukraine.", ["NLD"]),
    ("Forty carriers for Ukraine for 3.6 million EUR on account of Greece.", ["GRC"]),
    # The council of the union of Europe, and that of a town.
    ("Council adopts macro-financial assistance of €2 billion for Moldova.", ["EU"]),
    ("On 4 May the Council agreed on 300 million euros for Ukraine, under the European Peace Facility.", ["EPF"]),
    # The one state that is named and has that money.
    ("Hospital beds for Ukraine in a value of RON 21 million passed the Romanian border.", ["ROU"]),
    ("Training in Gdynia for tank crews of Ukraine cost PLN 320 million. Warsaw expects a part of it back.", ["POL"]),
    (
        "Denmark (9 million GBP), Iceland (3 million GBP) and Norway pay into the British-led fund for Ukraine.",
        ["DNK", "ISL"],
    ),
    # A language is of no country.
    ("Her French-language statement puts the arms from Belgian stocks for Ukraine at 60 million EUR.", ["BEL"]),
]


@pytest.mark.parametrize(("text", "givers"), GIVERS, ids=[text[:50] for text, _ in GIVERS])
def test_a_note_gives_its_giver(text: str, givers: list[str | None]):
    """Each amount has the giver that a coder of a tracker would enter."""
    assert [claim.donor for claim in find_pledges(text) if claim.amount is not None] == givers


def test_the_largest_gift_so_far_is_no_running_total():
    """A gift may be compared with those before it."""
    (claim,) = find_pledges("Norway agreed to its largest package for Ukraine so far, 60 million euros.")
    assert (claim.donor, claim.exclude_reason) == ("NOR", "")


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("120 milion CZK", 120_000_000),
        ("2 EUR milion", 2_000_000),
        ("EUR 1.5. million", 1_500_000),
        ("1,6 mld. CZK", 1_600_000_000),
        ("300 tis. EUR", 300_000),
        ("€5,000.000", 5_000_000),
        ("5.000,000 EUR", 5_000_000),
        ("USD 1,000.00", 1_000),
    ],
)
def test_slips_of_the_pen_are_read_as_they_were_meant(printed: str, value: int):
    """Coders mistype scale words and mix up marks; what is left of a figure alone would be another sum."""
    (amount,) = find_amounts(f"Norway gave {printed} for tents.")
    assert (amount.low, amount.text) == (value, printed)


def test_a_full_stop_before_a_sentence_is_no_slip():
    """Only a decimal figure and a small letter make it one."""
    assert find_amounts("It ended in 2022. Million euro homes were sold.")[0].low != 2_022_000_000


def test_an_acronym_before_its_sum_is_a_giver():
    """Capitals before a bare figure are a code ("see LTU4"); before an amount they name who gives it."""
    claims = find_pledges(
        "ANZ has given 5 million euros, NAB 2 million euros and Vask 1 million euros to schools in Chad."
    )
    assert [claim.donor for claim in claims] == ["anz", "nab", "vask"]


def test_a_street_behind_a_price_is_no_scale():
    """With a capital it is a name."""
    (amount,) = find_amounts("The house went for £250,000 Mill Lane has not seen before.")
    assert amount.low == 250_000


@pytest.mark.parametrize("end", [".", " Fund.", " Fund"])
def test_a_relief_fund_may_end_its_sentence(end: str):
    """Nor does a name that breaks off there stop the reader."""
    assert find_pledges(f"Norway gave 5 million euros to the Syria Cross-border Humanitarian{end}")
    assert find_pledges("Norway gave 5 million euros to the Syria Cross-border Humanitarian")
