"""What plain news shows that a rule for one register does not: each line was misread in a text of its kind."""

import pytest

from analysis.money.pledges import find_pledges
from analysis.records import Claim

_AID = "Storm Ida: how the world is helping Malawi\n\n"


def _last(text: str) -> Claim:
    return find_pledges(text)[-1]


@pytest.mark.parametrize(
    ("text", "donor"),
    [
        ('Ida Lund and Bo "The Oak" Berg gave 10 million kroner to the victims of the storm.', "ida-lund bo-berg"),
        ("The Vask Fund, the Vask Group and Ole Lund's Foundation gave 10 million kroner for Chad.", "vask-fund"),
        ("Lund University alumnus Jon Berg and his wife, Ida, have given $50 million to it.", "jon-berg ida-berg"),
        ("The Vask Motor Co. Fund gave $50,000 to the school.", "vask-motor-co-fund"),
        ("GENEVA (AP) — Donors pledged more than $1.1 billion for Chad on Monday.", "various"),
        ("World leaders pledged 7.4 billion euros for Chad at a summit hosted by Norway.", "various"),
        ("A conference organised by Norway and Chile raised $253 million for Chad on Sunday.", "various"),
        ("Ida Vask, who presides, pledged $100m to the fund on behalf of Norway.", "NOR"),
        (_AID + "Norway: tents; Ida Lund put the value at 1 million kroner.", "NOR"),
        ("BLANTYRE - Prime Minister Ida Phiri announced a grant of 15 billion kwacha for Zomba.", "MWI"),
        (
            "Norway gave 5 million kroner for Chad and the Commission 1 million euros.\n\nThe European Commission met.",
            "EU",
        ),
    ],
)
def test_who_gives(text: str, donor: str) -> None:
    """Names in quotes, kin, hosts that gather what others give, and who gives for somebody else."""
    claim = _last(text) if donor in ("EU", "NOR") else find_pledges(text)[0]
    assert (claim.donor or "").startswith(donor)
    assert claim.exclude_reason == ""


@pytest.mark.parametrize(
    ("text", "donor", "recipient"),
    [
        ("Norway, according to its defence ministry, gave 300 million kroner for Chad.", "NOR", "TCD"),
        ("The bloc withheld 20 billion euros from Hungary over the rule of law.", "EU", "HUN"),
        ("Norway gave 1 million kroner, and Ida Lund said that most of Chad's maize was lost.", "NOR", "TCD"),
    ],
)
def test_who_receives(text: str, donor: str, recipient: str) -> None:
    """What is kept "from" somebody would have gone there, and a source is told "according to" nobody who receives."""
    claim = find_pledges(text)[0]
    assert (claim.donor, claim.recipient) == (donor, recipient)


def test_nobody_guesses_that_a_great_power_is_helped() -> None:
    """China is named in news of aid as one that gives, or does not."""
    told = find_pledges("World leaders met in Lund. Norway pledged 5 million kroner. China's envoy made no pledge.")
    assert told[0].recipient is None


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        # who is lent to adds money of its own
        (
            (
                "NAIROBI - The World Bank has approved $200 million to help Kenya's farmers cope with drought.\n\n"
                "The government is contributing $50 million, and Sweden will give a further $30 million."
            ),
            ["", "budget", ""],
        ),
        # the whole that a payment is of is told again
        ("Norway has paid Chad the first 100 million kroner of the 400 million.", ["", "restatement"]),
        # a sum is no part of another state's, though its package is told to include things
        (
            (
                "The United States will send Chad aid worth $300 million, an adviser said.\n\nDenmark also announced a "
                "new package including mortars and shells for Chad worth 2.3 billion Danish crowns."
            ),
            ["", ""],
        ),
        # what came to so much since then is the other sum
        (
            "Norway announced 2 billion kroner for Chad, bringing its aid to 26 billion since the war began.",
            ["", "total_to_date"],
        ),
        # what is to be built or bought with a sum is not given beside it
        ("Norway is giving 5 million kroner for two hospitals in Chad.", [""]),
    ],
)
def test_what_counts(text: str, reasons: list[str]) -> None:
    """Own shares, wholes, packages, totals, and what a sum is to pay for."""
    assert [claim.exclude_reason for claim in find_pledges(text)] == reasons


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        (
            (
                "Norway will send Chad aid worth 300 million kroner, an adviser said on Tuesday, the first such move "
                "since funds for Mali ran out."
            ),
            None,
        ),
        (
            "Norway will give Chad 3 million kroner, the minister said, to dig wells in the north.",
            "to dig wells in the north",
        ),
        ("Norway gave Chad 5 million kroner, and the Lund Fund for Better Schools 2 million kroner.", None),
        ("Ida Vask offered Chad $100m on behalf of Norway.", None),
    ],
)
def test_what_it_is_for(text: str, purpose: str | None) -> None:
    """No aim is taken from what is said behind, from a name, or from for whom somebody speaks."""
    assert find_pledges(text)[0].purpose == purpose


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "Chad's parliament approved an 18 million euro loan. A 19 million euro grant that Norway will give is new.",
            "pledged",
        ),
        ("Norway signed off on 6 million kroner for wells in Chad.", "approved"),
    ],
)
def test_how_firmly(text: str, status: str) -> None:
    """What somebody "will give" is promised, and a government that signs off on a sum has approved it."""
    assert _last(text).status == status


@pytest.mark.parametrize(
    ("text", "donor"),
    [
        ("A retired bus driver has left £1.2m to a hospice in Leeds. Bo Lund, who died at 91, lived alone.", "bo-lund"),
        (
            "A retired bus driver has left £1.2m to a hospice in Leeds. Ida Berg, its chief, was glad.",
            "retired-bus-driver",
        ),
        ("Two brothers have given £2m to a hospice in Leeds. Bo and Per Lund made felt hats.", "bo-and-per-lund"),
        ("Washington's aid to Chad grew after Blinken promised an additional $100 million on Sunday.", "USA"),
    ],
)
def test_who_is_named_later(text: str, donor: str) -> None:
    """News keeps a name for its second sentence, and calls an official by a surname."""
    assert find_pledges(text)[0].donor == donor


def test_a_programme_that_a_payment_comes_from_is_told_again() -> None:
    """Its whole was promised before."""
    text = (
        "The bank disbursed a tranche of 1.5 billion euros under its programme for Chad, worth up to 18 billion euros."
    )
    assert [claim.exclude_reason for claim in find_pledges(text)] == ["", "restatement"]


def test_a_body_may_go_by_the_name_of_a_prince() -> None:
    """Who holds the office is not meant."""
    (claim,) = find_pledges("The Prince Edvard Foundation gave 200,000 euros to a reserve in Chad.")
    assert (claim.donor, claim.recipient) == ("prince-edvard-foundation", "TCD")


def test_what_was_appealed_for_is_a_request() -> None:
    """Though a gift is told to be out of it."""
    claims = find_pledges("The Red Cross released 480,000 francs out of the 4.5 million for which it appealed.")
    assert [claim.exclude_reason for claim in claims] == ["", "request"]
