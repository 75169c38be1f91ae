"""Lists of those who give, each with a sum of its own, written for this project."""

import pytest

from analysis.money.pledges import find_pledges


def _roles(text):
    return [(claim.donor, claim.recipient) for claim in find_pledges(text)]


def test_names_under_a_heading_of_partners_give():
    """Who gives in the sentences above gives nothing in the lines."""
    told = _roles("""CERF is giving Peru 12 million dollars.

Support announced by bilateral partners:

Norway – 5 million kroner and a ship full of tents and stoves
European Union – 1.7 million euros
USAID – 2 million dollars""")
    assert told == [("CERF", "PER"), ("NOR", "PER"), ("EU", "PER"), ("USA", "PER")]


def test_names_under_a_bank_that_decides_receive():
    """What a bank approves under the names of countries is theirs."""
    told = _roles("""The Board of the World Bank approved two grants.

The following were approved:

Peru – 5 million dollars
Chad – 2 million dollars""")
    assert told == [("WB", "PER"), ("WB", "TCD")]


def test_names_that_the_heading_says_give_do():
    """A label that is one of the heading's givers gives."""
    told = _roles("Norway and Chile will help Peru:\n\nChile – 2 million dollars\nNorway – 5 million kroner")
    assert told == [("CHL", "PER"), ("NOR", "PER")]


@pytest.mark.parametrize(
    ("text", "givers"),
    [
        (
            "The Norwegian Red Cross has sent Kenya 200,000 euros, the Danish Red Cross 150,000 euros.",
            ["norwegian-red-cross", "danish-red-cross"],
        ),
        (
            "For Sudan Germany gave €244 million, the US $147 million, and France €110 million.",
            ["DEU", "USA", "FRA"],
        ),
        (
            "More than 40 donors, among them Norway ($50 million) and Chile ($40 million), helped Peru.",
            ["NOR", "CHL"],
        ),
    ],
)
def test_each_name_gives_its_own_sum(text, givers):
    """The verb is understood, or stands behind the brackets."""
    assert [claim.donor for claim in find_pledges(text)] == givers


def test_what_goes_on_behind_a_gift_of_the_emergency_fund_is_out_of_it():
    """The United Nations share out what they drew."""
    told = _roles(
        """The United Nations today released 250 million dollars from the Central Emergency Response Fund for aid.

The United Nations will spend 20 million dollars of it in Mali."""
    )
    assert [giver for giver, _ in told] == ["CERF", "CERF"]


def test_the_united_nations_give_before_their_fund_does():
    """What they are said to give before the fund is named is theirs."""
    told = _roles("The United Nations gave Mali 2 million dollars. CERF released 5 million dollars for Chad.")
    assert told == [("UN", "MLI"), ("CERF", "TCD")]


def test_who_opens_a_line_gives_what_it_says_goes_to_another():
    """A heading of grants says of no line that its first name receives, where another does."""
    told = find_pledges("""Grants of the week

- Lund Endowment: 5,000 euros to Berga School for chairs
- Mora Trust: 4,000 euros to the Gavle Library""")
    assert [claim.donor for claim in told] == ["lund-endowment", "mora-trust"]


def test_who_opens_a_line_of_grants_gets_what_is_for_something():
    """What the sum is for is nobody who receives."""
    told = find_pledges("""Grants awarded by the Lund Trust:

- Mora Foundation: 5,000 euros to mend its roof
- Berga Foundation: 4,000 euros for chairs""")
    assert not {claim.donor for claim in told} & {"mora-foundation", "berga-foundation"}
