"""Receivers that the words of a gift speak against."""

from analysis import find_pledges

MALI = "Mali is in need. Its harvest failed, and half of Mali is hungry. Friends of Mali met in Bern. "


def _receivers(text):
    return [claim.recipient for claim in find_pledges(text)]


def test_a_gift_for_the_world_is_for_no_country_that_the_text_is_about():
    """What helps everywhere does not go where the text plays."""
    text = MALI + "Norway will give 5 million euros to fight hunger around the world."
    assert _receivers(text) == [None]
    assert _receivers(text.replace(" around the world", "")) == ["MLI"]


def test_a_country_that_is_told_to_receive_does_so_though_the_world_is_named():
    """A receiver that stands in the words of the gift is no guess."""
    text = (
        MALI + "Norway will give 5 million euros to Chad, whose children are the poorest in the whole world's schools."
    )
    assert _receivers(text) == ["TCD"]


def test_help_against_a_war_does_not_go_to_who_makes_it():
    """The aggressor stands beside the gift, and does not receive it."""
    text = (
        "Belarus’s war on Georgia goes on, and nobody is safe from Belarusian aggression. "
        "Norway announced 5 million euros to mitigate the impacts of Belarus’s war."
    )
    assert "BLR" not in _receivers(text)


def test_a_long_text_gives_no_country_what_a_facility_gets():
    """What goes into a named fund does not go where the text plays; a short text is about one thing."""
    gift = "Norway will give 5 million euros to the Blue Harbour Resilience Facility."
    assert _receivers(MALI * 30 + gift) == [None]
    assert _receivers(MALI * 30 + gift.replace(" to the Blue Harbour Resilience Facility", "")) == ["MLI"]
