"""Rounds of grants: the receivers that a text lists are not its givers."""

import pytest

from analysis.money.pledges import find_pledges

_LIST = "{lead}\n\nBerga Rowing Club, 50,000 euros\nLund Choir Society, 30,000 euros\nMill Lane Library, 10,000 euros"


def _givers(text: str) -> list[str | None]:
    return [claim.donor for claim in find_pledges(text) if claim.exclude_reason in ("", "part")]


@pytest.mark.parametrize(
    "text",
    [
        "The Vask Trust gave 90,000 euros. Berga Club was allocated 50,000 euros and the Lund Choir 40,000 euros.",
        "The Vask Trust gave 90,000 euros. Smaller sums went to Berga Club (7,000 euros) and Lund Choir (5,000 euros).",
        _LIST.format(lead="The Vask Trust gave 90,000 euros to local groups.\n\nThis year's recipients are:"),
    ],
)
def test_who_shares_out_gives_all(text):
    """Those that receive are subjects or labels; who gives the sum told before gives theirs."""
    assert set(_givers(text)) == {"vask-trust"}


@pytest.mark.parametrize(
    ("text", "givers"),
    [
        (
            "The Vask Trust gave 90,000 euros, and Berga Rowing Club sent 5,000 euros.",
            ["vask-trust", "berga-rowing-club"],
        ),
        (
            "The Vask Trust gave 90,000 euros. Berga Rowing Club was handed 7,000 euros by the Harbour Bank.",
            ["vask-trust", "harbour-bank"],
        ),
        (
            _LIST.format(lead="The Vask Trust gave 90,000 euros to Lund Hospice.\n\nThe other donors are:"),
            ["vask-trust", "berga-rowing-club", "lund-choir-society", "mill-lane-library"],
        ),
    ],
)
def test_other_givers_stay(text, givers):
    """Who sends, who stands behind "by", and who is listed as a donor gives."""
    assert _givers(text) == givers


def test_pay_is_no_round():
    """What somebody gets month by month is not counted as part of a round."""
    text = "The Vask Trust gave 90,000 euros to Berga Clinic. A nurse there gets 900 euros a month."

    assert _givers(text) == ["vask-trust"]


def test_a_list_of_what_was_received_names_givers():
    """What was received is told of those who gave it."""
    text = "The Kestrel Appeal thanks its friends in Orford for gifts to the hospice.\n\nReceived since May:\n\n"
    claims = find_pledges(f"{text}Orford Rowing Club, £1,200\nThe Mill Choir Trust, £800")
    assert [claim.donor for claim in claims] == ["orford-rowing-club", "mill-choir-trust"]


def test_shares_of_a_round_are_its_parts():
    """They are counted with the sum that was shared out; one larger than that is another gift."""
    text = "The Vask Trust gave 90,000 euros to 12 clubs.\n\nBerga Rovers, who play by the mill, were handed {}."

    read = [find_pledges(text.format(words))[-1].exclude_reason for words in ("7,000 euros", "95,000 euros")]
    assert read == ["part", ""]


@pytest.mark.parametrize(
    ("text", "givers"),
    [
        (  # "it" was granted the sum
            "The Vask Trust gave 12 clubs 90,000 euros. Berga Rowing Club is one. It was granted 7,000 euros.",
            ["vask-trust", "vask-trust"],
        ),
        (  # "from Lund to Berga" tells nobody who gives
            "The Vask Trust gave 12 clubs 90,000 euros. Mill House, which feeds all from Ost to Vest, got 7,000 euros.",
            ["vask-trust", "vask-trust"],
        ),
        (  # whose clubs receive gives nothing, if an office of the state is told to
            "Clubs across Hedmark have been allocated 4 million kroner, the Norwegian Ministry of Culture confirmed.",
            ["NOR"],
        ),
        (  # who matches what was left receives nothing
            "The Vask Trust gave 90,000 euros to Berga Clinic. Berga Bakery matched what was left, 7,000 euros.",
            ["vask-trust", "berga-bakery"],
        ),
    ],
)
def test_those_that_receive_do_not_give(text, givers):
    """The subject of "was granted" and what is named within it give nothing, whoever is named elsewhere."""
    assert _givers(text) == givers
