"""Lists of names with their sums in brackets, and lines that names open."""

from analysis.money.pledges import find_pledges


def _told(text: str) -> list[tuple[str | None, str | None]]:
    return [(c.donor, c.recipient) for c in find_pledges(text) if c.exclude_reason in ("", "part")]


def test_countries_that_share_a_gift_get_the_sums_behind_them():
    """Each country of the list gets the sum in its bracket from whoever gives the whole."""
    told = _told(
        "The European Commission will give 40 million euros to West Africa. The money will go to schools in the "
        "following four countries: Benin (12 million euros), Togo (9 million euros), Ghana (8 million euros) and "
        "Niger (5 million euros)."
    )

    assert told[1:] == [("EU", "BEN"), ("EU", "TGO"), ("EU", "GHA"), ("EU", "NER")]


def test_those_who_are_said_to_give_still_give():
    """Where words before the list tell of donors, the same countries give."""
    told = _told(
        "Help for Chad came from its neighbours: Niger (2 million euros), Benin (1 million euros) and "
        "Togo (900,000 euros)."
    )

    assert told == [("NER", "TCD"), ("BEN", "TCD"), ("TGO", "TCD")]


def test_a_line_that_a_name_opens_is_that_name_s_own():
    """Two lines that open with a name and a colon are two entries, long as the first may be."""
    told = _told(
        "What have other states sent to Chad?\n\n"
        "Finland: more than 4 million euros of tents and blankets, its largest gift so far\n"
        "Canada: a field hospital bought from Norway for C$6 million\nMalta: 2 million euros"
    )

    assert [donor for donor, _ in told] == ["FIN", "CAN", "MLT"]
