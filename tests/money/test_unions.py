"""Gifts to a union of states, and receivers that another item of a list names."""

from analysis.money.pledges import find_pledges

_UNION = """Fact sheet of Norway and ASEAN.

Norway stands by ASEAN, and Norway will go on doing so. The talks between Norway and ASEAN were held on Friday,
and ASEAN thanked Norway.

**Health:** Norway will provide 12 million euros for a new Norway-ASEAN health programme."""
_LIST = """Norway's Ministry of Foreign Affairs lists what Norway has done.

- Norway awarded 2 million euros to build wells in Chad.

- Norway awarded 3 million euros for a network of women in the judiciary.

- Norway keeps its embassies open."""
_MANY = """Norway met partners from Guatemala, El Salvador, and Honduras on Friday.

Norway will provide 4 million euros against the drought, it announced."""


def test_what_a_text_about_a_union_gives_goes_to_it() -> None:
    """A gift that names no country, in a text about a union, is for the union."""
    (claim,) = find_pledges(_UNION)
    assert (claim.donor, claim.recipient) == ("NOR", "ASEAN")


def test_an_item_takes_no_receiver_from_another() -> None:
    """What another item of a list names, and seldom, is no receiver."""
    assert [claim.recipient for claim in find_pledges(_LIST)] == ["TCD", None]


def test_a_guess_from_a_list_of_countries_takes_all() -> None:
    """A receiver guessed from a list is the whole of it."""
    (claim,) = find_pledges(_MANY)
    assert claim.recipient == "GTM SLV HND"
