"""Sums of a headline, which the report under it tells again."""

from analysis.money.pledges import find_pledges


def test_a_headline_has_the_giver_and_the_receiver_of_its_report():
    """Its few words name neither; what they allow by themselves would be another gift."""
    text = (
        "Couple give $25 million for new wells\n\nHARARE - Nils Brandt and Ida Lund have given $25 million to Zambia "
        "for wells, the charity said on Monday."
    )
    first, again = find_pledges(text)

    assert (first.donor, first.recipient, first.exclude_reason) == (again.donor, again.recipient, "")
    assert again.recipient == "ZMB"


def test_a_headline_of_another_sum_is_read_by_itself():
    """Only the same figure in the same money is the same gift."""
    text = "Norway gives Mali 5 million euros\n\nOSLO - Chad will get 3 million euros from Denmark, it said on Monday."
    first, _ = find_pledges(text)

    assert (first.donor, first.recipient) == ("NOR", "MLI")
