"""What is left out for want of a gift, and whose words say what it is."""

import pytest

from analysis.money.pledges import find_pledges


@pytest.mark.parametrize(
    "text",
    [
        "Kyrgyz clinics were opened on Monday. Since 1996 the Lund Fund has put 219 million dollars into the republic.",
        "The Bank's active portfolio in the country now stands at 3.4 billion dollars across 27 operations.",
        "The two ministers met in Lund, and Norwegian support since 1996 has exceeded 9 billion kroner.",
        "The latter has now banked 2.6 million dollars in cash and an old hotel.",
    ],
)
def test_sums_of_many_gifts(text):
    """A stretch of time, a portfolio, what an appeal has raised."""
    assert [claim.exclude_reason for claim in find_pledges(text)] == ["total_to_date"]


@pytest.mark.parametrize(
    "text",
    [
        "Since 1996 the mill has stood in Lund, which bought it for 9 million kroner.",
        "The start-up has raised 45 million dollars from investors in the Gulf.",
        "Wind tore off the roof in Lund, whose insurance was not renewed since 2015, when it paid 9 million kroner.",
    ],
)
def test_other_sums(text):
    """What is bought, put in by investors, or paid once."""
    assert "total_to_date" not in [claim.exclude_reason for claim in find_pledges(text)]


def test_gifts_stay():
    """A gift of today is counted, whatever was given before."""
    (claim,) = find_pledges("Norway, which has helped Chad since 1996, will give it 60 million kroner for clinics.")
    assert claim.exclude_reason == ""


@pytest.mark.parametrize(
    ("text", "reason", "status"),
    [
        ("Canberra's own boat in the bay, worth 19 million dollars, dates from 2021.", "restatement", "pledged"),
        ("In Lund, where rain is rare, the mayor scrapped 2 million kroner for umbrellas.", "cancelled", "cancelled"),
        ("Britain scrapped a £22 million scheme for schools in Chad as it cut its budget.", "cancelled", "cancelled"),
        ("The bank cancelled 14 million dollars of unpaid invoices.", "other", "pledged"),
    ],
)
def test_of_then_or_called_off(text, reason, status):
    """What dates from another year was given then; who scraps a sum gives it no more."""
    (claim,) = find_pledges(text)
    assert (claim.exclude_reason, claim.status) == (reason, status)


def test_since_is_of_its_own_clause():
    """What has been lost since a year is no total of what has to be paid beside it."""
    text = "The firm has lost gear worth 19 million euros since 2022 and has to pay 36 million euros in interest."
    assert find_pledges(text)[1].exclude_reason != "total_to_date"
