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


def _shares(text: str) -> list[tuple[str | None, str | None, str]]:
    return [(c.donor, c.recipient_text, c.exclude_reason) for c in find_pledges(text) if c.amount is not None]


def test_names_of_no_register_share_the_gift_before_them():
    """Whoever stands before a bracket gets its sum out of the whole, as a part of it."""
    told = _shares(
        "The Brandt Foundation has awarded £64,000 to four halls in Lundshire: Upper Vask (£21,000), Moe End "
        "(£19,500), Berga Green (£17,000) and Little Mora (£6,500)."
    )

    assert told[1:] == [
        ("brandt-foundation", "Upper Vask", "part"),
        ("brandt-foundation", "Moe End", "part"),
        ("brandt-foundation", "Berga Green", "part"),
        ("brandt-foundation", "Little Mora", "part"),
    ]


def test_names_behind_what_is_awarded_get_it():
    """Where no whole is told, the words that lead to the names say that they get something."""
    told = _shares(
        "The Brandt Trust has made awards to Lund Choir (£11,000), Vask Scouts (£9,500) and Moe Band (£7,000)."
    )

    assert told == [("brandt-trust", name, "") for name in ("Lund Choir", "Vask Scouts", "Moe Band")]


def test_names_of_no_register_that_give_still_give():
    """Words of who gives before the names outweigh that a larger sum was told."""
    told = _shares(
        "The hospice in Lund has raised £64,000. The largest gifts came from Vask Timber (£11,000), Moe Quarries "
        "(£9,500) and Berga Motors (£7,000)."
    )

    assert [donor for donor, _, _ in told[1:]] == ["vask-timber", "moe-quarries", "berga-motors"]


def test_those_named_among_pledges_give():
    """What "Others made pledges, including" leads to are givers, none of whose sums is a part of another's gift."""
    told = _shares(
        "Norway pledged 90 million dollars. Other participants made pledges, including Canada (75 million Canadian "
        "dollars), Spain (50 million euros) and Denmark."
    )

    assert [(donor, reason) for donor, _, reason in told] == [("NOR", ""), ("CAN", ""), ("ESP", "")]
